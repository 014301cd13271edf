"""What changed between two versions of an article: sentences inserted, deleted, moved, and changed word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from core.articles import Article
from core.text.segments import sentences
from core.text.spans import Span

_ALIKE = 0.5
"""How like two sentences have to be, by their words, for one to be the other changed."""
_TOKEN = re.compile(r"\s+|\d+(?:[.,:/’'-]\d+)*\w*|\w+|[^\w\s]")
"""White space, a number, time or date as a whole ("42,5", "1.500", "27.11.2026", "14:30"), a word, another sign."""


class Sort(StrEnum):
    """What happened to a sentence."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Piece:
    """A few consecutive words of a changed sentence."""

    sort: Sort
    """Same, inserted or deleted."""
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence, or a run of unchanged sentences."""

    sort: Sort
    old: Span | None
    """Its span in the older text; None if it was inserted."""
    new: Span | None
    """Its span in the newer text; None if it was deleted."""
    pieces: tuple[Piece, ...] = ()
    """The words of a changed sentence, those deleted before those inserted in their stead."""


def differences(old: Article, new: Article) -> tuple[Difference, ...]:
    """Compare both texts from beginning to end, sentence by sentence; changes of white space are ignored.

    Credits and teasers are left aside, which come and go with where the article was read.
    """
    before, after = _sentences(old), _sentences(new)
    first = [_flat(old.text, span) for span in before]
    second = [_flat(new.text, span) for span in after]
    found: list[Difference] = []
    for what, low, high, start, end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if what == "equal":
            whole = (before[low][0], before[high - 1][1]), (after[start][0], after[end - 1][1])
            found.append(Difference(Sort.SAME, *whole))
        else:
            found += _replaced(
                list(zip(before[low:high], first[low:high], strict=True)),
                list(zip(after[start:end], second[start:end], strict=True)),
            )
    return _with_moves(found, old.text, new.text)


def _sentences(article: Article) -> list[Span]:
    """The sentences of all blocks of the report in order."""
    story = (block for block in article.blocks if block.kind.is_story)
    return [span for block in story for span in sentences(article.text, block.start, block.end)]


def _replaced(gone: Sequence[tuple[Span, str]], come: Sequence[tuple[Span, str]]) -> list[Difference]:
    """Pair sentences with those they replaced: similar ones were changed, the rest were inserted or deleted."""
    found: list[Difference] = []
    at = 0
    for span, words in come:
        best = max(
            ((_likeness(other, words), index) for index, (_, other) in enumerate(gone) if index >= at),
            default=(0.0, at),
        )
        if best[0] >= _ALIKE:
            found += [Difference(Sort.DELETED, lost, None) for lost, _ in gone[at : best[1]]]
            before, other = gone[best[1]]
            found.append(Difference(Sort.CHANGED, before, span, _pieces(other, words)))
            at = best[1] + 1
        else:
            found.append(Difference(Sort.INSERTED, None, span))
    return [*found, *(Difference(Sort.DELETED, lost, None) for lost, _ in gone[at:])]


def _with_moves(found: list[Difference], old: str, new: str) -> tuple[Difference, ...]:
    """Report a sentence deleted in one place and inserted in another as moved, at its new place."""
    gone: dict[str, list[Difference]] = {}
    for each in found:
        if each.sort is Sort.DELETED and each.old is not None:
            gone.setdefault(_flat(old, each.old), []).append(each)
    moved: set[int] = set()
    result: list[Difference] = []
    for each in found:
        if each.sort is Sort.INSERTED and each.new is not None and (left := gone.get(_flat(new, each.new))):
            source = left.pop(0)
            moved.add(id(source))
            result.append(Difference(Sort.MOVED, source.old, each.new))
        else:
            result.append(each)
    return tuple(each for each in result if id(each) not in moved)


def _likeness(one: str, other: str) -> float:
    """How similar two sentences are, from 0 to 1, by their words."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both sentences, marked."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    for what, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece(Sort.SAME, "".join(before[low:high])))
            continue
        if low < high:
            pieces.append(Piece(Sort.DELETED, "".join(before[low:high])))
        if start < end:
            pieces.append(Piece(Sort.INSERTED, "".join(after[start:end])))
    return tuple(pieces)


def _flat(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())
