"""Words and sentences by form alone, for moving and selecting in a text that has not been analysed yet.

The pipeline finds its sentences in `core.language.sentences`, using the words of one language and spaCy's tokens.
Neither is available here: readers step through an article of any language before a model is loaded. Both modules use
the same abbreviations.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from core.text.abbreviations import abbreviations, before_number
from core.text.quotation_marks import CLOSING, OPENING
from core.text.spans import Span
from core.text.tables import LANGUAGES, listed

_LETTERS = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
"""Letters, digits and invisible characters within a word: combining accents, soft hyphens, zero-width marks."""

WORD = re.compile(rf"{_LETTERS}+(?:(?:[-‐‑’'&]|[.,:](?=\d)){_LETTERS}+)*")
"""A word with its hyphens ("Ex-Minister"), apostrophes and the separators within numbers ("1.200,50")."""

_STOP = re.compile(rf"(?:[.!?]+|…)[{CLOSING})\]]*(?=\s)")
_NEXT = re.compile(rf"\s+[{OPENING}”’(\[–—-]*\s*(\w+)")
_LAST_TOKEN = re.compile(r"([\w.]*\w)\.$")

_OPENERS = frozenset(listed("sentence_opener"))
"""Words that begin a sentence and are neither noun nor month: a full stop between a number and one ends a sentence."""


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words between two offsets, in order."""
    return [match.span() for match in WORD.finditer(text, start, len(text) if end is None else end)]


def nearest(spans: Sequence[Span], offset: int) -> int:
    """Index of the span that contains `offset`, or else of the closest one. `spans` is in order and not empty."""
    index = max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)
    if index + 1 < len(spans) and spans[index + 1][0] - offset < offset - spans[index][1] + 1:
        return index + 1
    return index


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one block, without the white space between them.

    Decided by full stops and their context: abbreviations, initials and ordinals ("am 3. Mai") do not end a sentence.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    while start < end and text[start].isspace():
        start += 1
    for match in _STOP.finditer(text, start, end):
        if match.start() >= start and _ends_sentence(text, start, match.start(), match.end(), end):
            spans.append((start, match.end()))
            start = match.end()
            while start < end and text[start].isspace():
                start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
    return spans


def sentence_at(text: str, block: Span, offset: int) -> Span:
    """The sentence of a block at an offset, or the nearest one; the block itself if it contains no words."""
    spans = sentences(text, *block)
    return spans[nearest(spans, offset)] if spans else block


def _ends_sentence(text: str, start: int, stop: int, close: int, end: int) -> bool:
    """Whether the end mark at `stop`, with the quotation marks up to `close`, ends the sentence from `start`."""
    following = _NEXT.match(text, close, end)
    if following is None:
        return text[close:end].strip() != ""
    word = following[1]
    if word[0].islower():
        return False
    if text[stop] != "." or close > stop + 1:
        return True
    token = _LAST_TOKEN.search(text, max(start, stop - 24), stop + 1)
    if token is None:
        return True
    before = token[1]
    if before.isdigit():
        return len(before) > 2 or word.lower() in _OPENERS
    if len(before) == 1 and before.isalpha():
        return False
    for name in dict.fromkeys((f"{before}.", f"{before.rsplit('.', 1)[-1]}.")):
        if any(name.lower() in before_number(language) for language in LANGUAGES):
            return not word[0].isdigit()
        may_end = _may_end(name)
        if may_end is not None:
            return may_end and word.lower() in _OPENERS
    return True


def _may_end(abbreviation: str) -> bool | None:
    """Whether a sentence may end with an abbreviation, which a sentence may also begin with; None for other words."""
    names = (abbreviation, abbreviation.lower()) if len(abbreviation) > 2 else (abbreviation,)
    found = (abbreviations(language).get(name) for name in names for language in LANGUAGES)
    return next((may_end for may_end in found if may_end is not None), None)
