"""What stands between the headline of a page and its text: the standfirst and the byline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.articles.blocks import BYLINE_LENGTH, CREDIT, ends_sentence
from core.articles.web.lines import Line, plain
from core.articles.web.notices import is_rule, is_told_about
from core.articles.web.selection import Selection
from core.articles.web.zones import tokens
from core.text.tables import either

BYLINE = re.compile(r"(?:Von|By|Text|Autor(?:in)?)\s?:?\s+(?-i:[A-ZÄÖÜ])[^.!?:]*$", re.IGNORECASE)
AUTHOR = re.compile(either("author_class"), re.IGNORECASE)
_LEAD = frozenset(
    "lead lede leadtext intro introduction introtext vorspann anlauf standfirst subtitle subline subheadline subhead"
    " unterzeile dek deck abstract summary description excerpt teaser teasertext einleitung perex sublead preamble"
    " leadin kurztext".split()
)
"""Words in the names of an element that holds a standfirst."""
_LENGTH = 35, 800
"""Characters of a standfirst, at least and at most."""
_WORDS = 6
_HEADED = ("nav", "form", "aside", "figure", "figcaption", "footer", "table", "button", "label")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the head of a page says of its article."""

    titles: Sequence[str]
    descriptions: Sequence[str]


class Opening:
    """The lines above the text of an article, and what each of them is."""

    def __init__(
        self,
        lines: Sequence[Line],
        start: int,
        selection: Selection,
        story: Sequence[Line],
        stated: Stated,
    ) -> None:
        """`start` is the line of the headline, -1 if unknown."""
        self._zones = selection.zones
        self.descriptions = [plain(each) for each in stated.descriptions if each]
        self._titles = {plain(each) for each in stated.titles}
        texts = [line.number for line in story if not line.is_heading]
        first, second = (*texts[:2], 0, 0)[:2]
        kept = {line.number for line in story}
        begin = start + 1 if start >= 0 else _begin(lines, first, selection)
        self.above = [line for line in lines[begin:first] if line.number not in kept]
        # A byline may also follow the first passage, where that is the standfirst.
        self._about = [line for line in lines[begin : max(first, second)] if line.number not in kept]
        self._heading = lines[start] if start >= 0 else None

    def standfirst(self) -> list[Line]:
        """The lines of the standfirst, none where there is no such."""
        candidates = [line for line in self.above if self._may_lead(line)]
        for fits in (self._is_described, is_lead, self._is_near, self._is_next):
            if found := [line for line in candidates if fits(line)]:
                return [
                    line for line in candidates if line.element.getparent() is found[0].element.getparent()
                ]
        return []

    def bylines(self, authors: Sequence[str]) -> Iterator[Line]:
        """The lines that say who wrote the article."""
        seen: set[str] = set()
        for line in self._about:
            if line.key not in seen and is_byline(line, authors):
                seen.add(line.key)
                yield line

    def is_subtitle(self, line: Line) -> bool:
        """Whether a line is a standfirst by its place alone: a paragraph directly below the headline."""
        return self._is_next(line) and self._may_lead(line)

    def _may_lead(self, line: Line) -> bool:
        least, most = _LENGTH
        if not least <= len(line.words) <= most or line.count < _WORDS or line.link_share > 0.3:
            return False
        if (
            any(each.tag in _HEADED for each in line.above)
            or is_told_about(line.words)
            or is_rule(line.words)
        ):
            return False
        return not (
            line.notice or CREDIT.match(line.words) or BYLINE.match(line.words) or self._is_apart(line)
        )

    def _is_apart(self, line: Line) -> bool:
        """Whether a line stands in a part of its own; one called teaser may be the standfirst itself."""
        return self._zones.apart(line) and not (is_lead(line) and line.linked == 0)

    def _is_described(self, line: Line) -> bool:
        return any(
            len(each) > 40 and (each.startswith(line.plain[:200]) or line.plain.startswith(each[:200]))
            for each in self.descriptions
        )

    def _is_near(self, line: Line) -> bool:
        """Whether a line is one or more sentences and stands close to the headline."""
        if not ends_sentence(line.words) or self._heading is None:
            return False
        near = self._heading.above[1:4]
        return any(each in line.above for each in near if each.tag not in ("body", "html"))

    def _is_next(self, line: Line) -> bool:
        """Whether a line is a paragraph directly below the headline: a subtitle, which need not be a sentence."""
        head = self._heading
        if head is None or line.number != head.number + 1 or line.tag != "p" or line.linked:
            return False
        return line.element.getparent() is head.element.getparent()


def is_lead(line: Line) -> bool:
    """Whether the page calls a line the lead of the article."""
    for each in line.above[:3]:
        if each.tag in ("article", "main", "body"):
            return False
        words = tokens(each)
        pairs = {one + other for one, other in pairwise(words)}
        if not _LEAD.isdisjoint(words) or not _LEAD.isdisjoint(pairs):
            return True
    return False


def is_byline(line: Line, authors: Sequence[str]) -> bool:
    """Whether a line only says who wrote the article."""
    if len(line.words) > BYLINE_LENGTH:
        return False
    if BYLINE.match(line.words):
        return True
    called = (
        any(AUTHOR.search(" ".join(tokens(each))) for each in line.above[:3]) or line.element.tag == "address"
    )
    return called and any(author.casefold() in line.words.casefold() for author in authors)


def _begin(lines: Sequence[Line], first: int, selection: Selection) -> int:
    """The first line of the part that holds the article, for a page without a headline of its own."""
    core = selection.core
    return next((line.number for line in lines[:first] if core is not None and core in line.above), first)
