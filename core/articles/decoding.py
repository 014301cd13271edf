"""From bytes to the one text of an article."""

import codecs

LINE_BREAKS = str.maketrans({"\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


class UndecodableError(ValueError):
    """The bytes are no text; the message says so in a sentence without naming the source."""


def decode(data: bytes) -> str:
    """Text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or failing both Windows-1252.

    German newsrooms still hand out files in Windows-1252, and it has no byte sequence that proves it wrong; so only
    NUL bytes, which no text holds, are taken as the sign of a file that is not text. Raises UndecodableError then.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return normalise(data.decode("utf-16"))
        except UnicodeDecodeError:
            raise UndecodableError("it does not hold text") from None
    if b"\x00" in data:
        raise UndecodableError("it does not hold text")
    try:
        return normalise(data.decode("utf-8"))
    except UnicodeDecodeError:
        return normalise(data.decode("cp1252", errors="replace"))


def normalise(text: str) -> str:
    """`text` without a leading byte order mark and with every kind of line break as a line feed, nothing else changed.

    Offsets then agree with those of other tools that read the same file.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").translate(LINE_BREAKS)
