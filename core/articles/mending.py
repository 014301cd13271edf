"""Mend text that was encoded twice: "Ã¼" where an "ü" should be."""

import re
from functools import cache
from typing import Any

_SUSPICIOUS = re.compile(
    rb"\xc3[\x82\x83]\xc2|\xc3[\x82\x83](?:\xc5|\xc6|\xcb|\xe2)|\xc3\xa2(?:\xc2\x80|\xe2\x82\xac)"
)
"""What UTF-8 becomes when it is taken for Latin-1 or Windows-1252 and encoded again; almost nothing else does."""


def mended(data: bytes) -> bytes | None:
    """The bytes of a text as they were before they were encoded a second time; None if they were not.

    Uses ftfy (Speer 2019), imported only for suspicious text. Nothing but the encoding is changed.
    """
    if not _SUSPICIOUS.search(data):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    from ftfy import fix_text

    better = fix_text(text, _encoding_only())
    return None if better == text else better.encode("utf-8", "surrogatepass")


@cache
def _encoding_only() -> Any:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
