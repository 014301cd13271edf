"""From the bytes of a page to its characters."""

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
    """The text of a page, whatever it says of its own encoding; never fails.

    In this order: a byte order mark; UTF-8, where that fits and there is more than ASCII, for text in another encoding
    practically never does; what the server `declared`; what the page says; Windows-1252. Servers and pages are often
    wrong, so what they say counts only where it can be carried out.
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
    """Whether bytes are plainly a web page: they begin as one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) : _HEAD * 2].decode(encoding, "replace").encode("utf-8", "replace")
    return _OPENING.match(data) is not None


def _known(name: str) -> str:
    """Python's name of an encoding of text; "" for what is none."""
    try:
        codec = codecs.lookup(name.strip("\"' ")).name if name else ""
    except (LookupError, ValueError):
        return ""
    # Browsers read what calls itself Latin-1 or ASCII as Windows-1252, and pages rely on it.
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text, with what does not fit replaced; None for UTF-8 that is none, and for codecs that are not for text."""
    try:
        return data.decode(encoding, "strict" if encoding == "utf-8" else "replace")
    except (LookupError, ValueError, AssertionError):
        return None
