"""Undo that a text was encoded twice: "Ã¼" where an "ü" should be."""

from ftfy import TextFixerConfig, fix_text

_ENCODING_ONLY = TextFixerConfig(
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


def undone(data: bytes) -> bytes | None:
    """The bytes of a text as they were before they were encoded a second time; None if they were not.

    Uses ftfy (Speer 2019). Nothing but the encoding is changed.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    better = fix_text(text, _ENCODING_ONLY)
    return None if better == text else better.encode("utf-8", "surrogatepass")
