"""Words with the links in them, which stay on their words whatever is done to white space and hyphens around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.articles.links.link import Link
from core.text.spans import strip

_MENDED = frozenset("-‐\xad")
"""What is taken out where lines or parted words are joined."""
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u200b-\u200f\u2060\ufeff\ufffe\uffff]")
"""What rewriting may add or take away anywhere: white space, and characters that are not seen."""
_SEEN = re.compile(f"[^{_UNSEEN.pattern[1:]}")

Piece = tuple[str, object, str]
"""Words, what tells their link from others beside it, and its address; "" for words that lead nowhere."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Words and the links in them, whose offsets are into these words."""

    words: str
    links: tuple[Link, ...] = ()

    def rewritten(self, words: str) -> Linked:
        """The links on the words that these have become.

        White space may have come or gone anywhere; hyphens of joined lines, and what stood before and behind the new
        words, may be gone; or something else may stand before and behind the old ones now. A link is dropped where its
        words cannot be told, or are no longer there in full.
        """
        if not self.links or words == self.words:
            return Linked(words, self.links)
        before, after = _seen(self.words), _seen(words)
        new = _followed([self.words[at] for at in before], [words[at] for at in after])
        found: list[Link] = []
        for link in self.links:
            first, last = bisect_left(before, link.start), bisect_left(before, link.end)
            places = [new[at] for at in range(first, last) if at in new]
            kept = len(places) + sum(
                self.words[before[at]] in _MENDED for at in range(first, last) if at not in new
            )
            if places and kept == last - first:
                found.append(replace(link, start=after[places[0]], end=after[places[-1]] + 1))
        return Linked(words, tuple(found))

    def without(self, pattern: re.Pattern[str]) -> Linked:
        """These with each match of a pattern reduced to its first group."""
        cut: list[tuple[int, int]] = []
        for match in pattern.finditer(self.words):
            cut += [(match.start(), match.start(1)), (match.end(1), match.end())]
        return self._cut([(start, end) for start, end in cut if start < end]) if cut else self

    def between(self, start: int, end: int) -> Linked:
        """Some of these words, with what there is of links in them."""
        words = self.words[start:end]
        first = bisect_right(self.links, start, key=lambda link: link.end)
        last = bisect_left(self.links, end, key=lambda link: link.start)
        links = (
            replace(each, start=max(0, each.start - start), end=min(end, each.end) - start)
            for each in self.links[first:last]
        )
        return Linked(
            words, tuple(_seen_of(each, words) for each in links if _SEEN.search(words, *each.span))
        )

    def _cut(self, spans: Sequence[tuple[int, int]]) -> Linked:
        def moved(at: int) -> int:
            return at - sum(min(end, at) - start for start, end in spans if start < at)

        kept, at = list[str](), 0
        for start, end in spans:
            kept.append(self.words[at:start])
            at = end
        kept.append(self.words[at:])
        words = "".join(kept)
        links = (replace(each, start=moved(each.start), end=moved(each.end)) for each in self.links)
        return Linked(
            words, tuple(_seen_of(each, words) for each in links if _SEEN.search(words, *each.span))
        )


NOTHING = Linked("")
"""No words, and so no links."""


def linked(pieces: Iterable[Piece]) -> Linked:
    """The words of several pieces as one; those that belong to the same link and follow each other are one link."""
    words: list[str] = []
    links: list[Link] = []
    at = 0
    for (_, address), group in groupby(pieces, key=lambda piece: (piece[1], piece[2])):
        run = "".join(piece[0] for piece in group)
        words.append(run)
        if address and _SEEN.search(run):
            links.append(Link(at, at + len(run), address))
        at += len(run)
    whole = "".join(words)
    return Linked(whole, tuple(_seen_of(each, whole) for each in links))


def joined(parts: Iterable[Linked], between: str) -> Linked:
    """Several with words between them."""
    words: list[str] = []
    links: list[Link] = []
    at = 0
    for part in parts:
        words.append(part.words)
        links += [replace(each, start=each.start + at, end=each.end + at) for each in part.links]
        at += len(part.words) + len(between)
    return Linked(between.join(words), tuple(links))


def _seen_of(link: Link, words: str) -> Link:
    """A link without white space at either end."""
    start, end = strip(link.span, words)
    return replace(link, start=start, end=end)


def _seen(words: str) -> list[int]:
    """Where the characters stand that are neither white space nor unseen."""
    return [match.start() for match in _SEEN.finditer(words)]


def _followed(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Which character of the new words each of the old ones is; empty where that cannot be told."""
    old, new = "".join(before), "".join(after)
    if old in new:
        return _shifted(len(old), new.find(old)) if new.count(old) == 1 else {}
    if new in old:
        first = old.find(new)
        return {first + at: at for at in range(len(new))} if old.count(new) == 1 else {}
    return _mended(before, after)


def _shifted(length: int, by: int) -> dict[int, int]:
    return {at: at + by for at in range(length)}


def _mended(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """The same where nothing but hyphens is gone."""
    found: dict[int, int] = {}
    at = 0
    for place, char in enumerate(before):
        if at < len(after) and char == after[at]:
            found[place] = at
            at += 1
        elif char not in _MENDED:
            return {}
    return found if at == len(after) else {}
