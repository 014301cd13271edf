"""Titles of works in marks, where every noun has a capital in a title only: the author of “The Weir”."""

from core.parsed_text.parsed_text import ParsedText
from core.text.marked_spans import Marked

_LONGEST = 8
"""Words of a title."""
_FULL_STOPS = (".", "!", "?", "…", ".”", "—")


def is_title(parsed: ParsedText, marked: Marked) -> bool:
    """Whether words in marks are a title by their capitals and the word before: "of “Night Boat”", "titled “Rain”"."""
    first, inner = parsed.token_at(marked.start), parsed.token_from(marked.inner_start)
    end = parsed.token_from(marked.inner_end)
    if first == 0 or parsed.begins_sentence(first) or not _has_capitals(parsed, inner, end):
        return False
    if parsed.text[: marked.inner_end].rstrip().endswith(_FULL_STOPS):
        return False
    before = parsed.low[first - 1]
    return parsed.lexicon.has(before, "before_title") or parsed.lexicon.has(before, "naming")


def _has_capitals(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether all words but the small ones have a capital, the first among them."""
    words = [i for i in range(first, end) if parsed.words[i][:1].isalpha()]
    if not 0 < len(words) <= _LONGEST or not parsed.words[words[0]][:1].isupper():
        return False
    small = [i for i in words if not parsed.words[i][:1].isupper()]
    if any(parsed.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ", "PRON") for i in small):
        return False
    return len(small) < len(words) - len(small)
