"""Decode the bytes of a source into the text of an article."""

import codecs

LINE_BREAKS = str.maketrans({"\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


class UndecodableError(ValueError):
    """The bytes are not text; the message says so in a sentence, without naming the source."""


def decode(data: bytes) -> str:
    """Decode a file's bytes as UTF-8, as UTF-16 with a byte order mark, or else as Windows-1252.

    German newsrooms still deliver files in Windows-1252, and any byte sequence is valid in it. Therefore only NUL
    bytes, which no text contains, mark a file as not being text: in that case UndecodableError is raised.
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
    """`text` without a leading byte order mark and with every kind of line break as a line feed; otherwise unchanged.

    This way offsets agree with those of other tools that read the same file.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").translate(LINE_BREAKS)
