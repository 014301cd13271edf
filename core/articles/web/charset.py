"""Decode the bytes of a page."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
_HEAD = 4096
"""Bytes in which a page has to name its encoding."""
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def characters(data: bytes, declared: str = "") -> str:
    """The text of a page, whatever encoding it claims to use; never fails.

    Tried in this order: a byte order mark; UTF-8, if it is valid and there is more than ASCII, since text in another
    encoding is practically never valid UTF-8; the encoding the server `declared`; the one the page names;
    Windows-1252. Servers and pages are often wrong, so their statements count only if decoding succeeds.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and not text.isascii():
        return text
    found = _META.search(data, 0, _HEAD)
    for name in (declared, found[1].decode("ascii") if found else ""):
        if (encoding := _known(name)) and (decoded := _decoded(data, encoding)) is not None:
            return decoded
    return text or data.decode("cp1252", "replace")


def is_page(data: bytes) -> bool:
    """Whether the bytes begin like a web page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) : _HEAD * 2].decode(encoding, "replace").encode("utf-8", "replace")
    return _OPENING.match(data) is not None


def _known(name: str) -> str:
    """Python's name for a text encoding; "" if there is no such encoding."""
    try:
        codec = codecs.lookup(name.strip("\"' ")).name if name else ""
    except (LookupError, ValueError):
        return ""
    # Browsers decode pages declared as Latin-1 or ASCII as Windows-1252, and pages rely on it.
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text, invalid bytes replaced; None for invalid UTF-8 and for codecs that do not decode to text."""
    try:
        return data.decode(encoding, "strict" if encoding == "utf-8" else "replace")
    except (LookupError, ValueError, AssertionError):
        return None
