"""Decode the bytes of a source into the text of an article."""

import codecs
import re

from core.translation import _

LINE_BREAKS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
"""What ends a line besides a line feed; the pair comes before its half."""

_TWICE = re.compile(
    rb"\xc3[\x82\x83]\xc2|\xc3[\x82\x83](?:\xc5|\xc6|\xcb|\xe2)|\xc3\xa2(?:\xc2\x80|\xe2\x82\xac)"
)
"""What UTF-8 becomes when it is taken for Latin-1 or Windows-1252 and encoded again; almost nothing else does."""


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
            raise UndecodableError(_("it does not hold text")) from None
    if b"\x00" in data:
        raise UndecodableError(_("it does not hold text"))
    try:
        return normalise(data.decode("utf-8"))
    except UnicodeDecodeError:
        return normalise(data.decode("cp1252", errors="replace"))


def normalise(text: str) -> str:
    """`text` without a leading byte order mark and with every kind of line break as a line feed; otherwise unchanged.

    This way offsets agree with those of other tools that read the same file.
    """
    text = text.removeprefix("\ufeff")
    for sign in LINE_BREAKS:
        text = text.replace(sign, "\n")
    return text


def looks_encoded_twice(data: bytes) -> bool:
    """Whether the bytes hold what text becomes that was encoded as UTF-8 twice, such as "Ã¼" for "ü"."""
    return _TWICE.search(data) is not None
