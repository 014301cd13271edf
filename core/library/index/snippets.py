"""Where in a text the words of a query are, and the words around them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from core.library.index.terms import WORD, spell, terms
from core.text.spans import Span, whole_words

_BEFORE = 60
"""Characters before the first word that was found."""
_LONG = 240
"""Characters of a snippet."""
_GAP = re.compile(r"\n\s*\n")
_ENDS = '.!?…:;,“”"«»‘’–—'
"""Signs that end a sentence, or a part of one."""
_MANY = 400
"""Places up to which the best stretch is looked for; with more, it is the first."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text with the places of the words in it."""

    text: str
    hits: tuple[Span, ...]
    """Offsets into the stretch."""
    spans: tuple[Span, ...]
    """Every place in the whole text."""
    is_last: bool = True
    """Whether the whole text ends with the stretch."""
    is_first: bool = True
    """Whether it begins with it."""


def snippet(text: str, sought: Sequence[Collection[str]], phrases: Sequence[str] = ()) -> Snippet | None:
    """The stretch of a text with the most of what is sought: sets of terms, and phrases. None if nothing is there."""
    places = sorted(_places(text, sought, phrases))
    if not places:
        return None
    first = _best(places, text.find("\n")) if len(places) <= _MANY else 0
    begin = _beginning(text, max(0, places[first][0] - _BEFORE), places[first][0])
    stretch = whole_words(text[begin:], _LONG)
    end = begin + len(stretch)
    spans = tuple(dict.fromkeys((here, there) for here, there, _ in places))
    inside = tuple((here - begin, there - begin) for here, there in spans if begin <= here and there <= end)
    return Snippet(stretch, inside, spans, not text[end:].strip(), not text[:begin].strip())


def one_line(stretch: str) -> str:
    """A stretch of a text in one line: what stands by itself, as a title or a byline, keeps apart from what follows."""
    parts = [" ".join(part.split()) for part in _GAP.split(stretch)]
    parts = [part for part in parts if part]
    ended = (part if part[-1] in _ENDS else f"{part} ·" for part in parts[:-1])
    return " ".join((*ended, *parts[-1:]))


def _places(
    text: str, sought: Sequence[Collection[str]], phrases: Sequence[str]
) -> Iterator[tuple[int, int, int]]:
    """Start and end of each place, and which of what is sought it is."""
    found = [(*match.span(), spell(match[0])) for match in WORD.finditer(text)]
    for group, some in enumerate(sought):
        for start, end, term in found:
            if term in some:
                yield start, end, group
    of_several = [terms(phrase) for phrase in phrases]
    of_several += [each.split() for some in sought for each in some if " " in each]
    words = [term for *_, term in found]
    for group, phrase in enumerate(of_several, len(sought)):
        for at in range(len(found) - len(phrase) + 1 if phrase else 0):
            if words[at : at + len(phrase)] == phrase:
                yield found[at][0], found[at + len(phrase) - 1][1], group


def _best(places: Sequence[tuple[int, int, int]], title: int) -> int:
    """The place from which on a stretch has most of what is sought; the title, which is shown anyway, comes last."""
    return max(range(len(places)), key=lambda at: (_variety(places, at), places[at][0] > title, -at))


def _variety(places: Sequence[tuple[int, int, int]], at: int) -> int:
    """How much of what is sought is within a stretch that begins with a place."""
    limit = places[at][0] + _LONG - _BEFORE
    return len({group for start, _, group in places[at:] if start < limit})


def _beginning(text: str, at: int, place: int) -> int:
    """The beginning of a paragraph, or else of a word, soon after an offset, and not after a place."""
    line = text.rfind("\n", at, place)
    if line >= 0 or at == 0:
        return line + 1
    blank = text.find(" ", at, place)
    return blank + 1 if blank >= 0 else at
