"""What each line of an article is: subheading, paragraph, list item, credit."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from core.articles.article import BlockKind
from core.articles.blocks import CREDIT, ends_sentence
from core.articles.composing import paragraph_kind
from core.articles.links.linked import NOTHING, Linked
from core.articles.web.elements import BREAKS
from core.articles.web.lines import Line, plain
from core.articles.web.notices import HOUR, is_told_about
from core.articles.web.openings import AUTHOR, BYLINE, Opening, is_byline, is_lead
from core.articles.web.selection import is_quote, is_sentences, is_source
from core.articles.web.zones import tokens
from core.text.quotation_marks import OPENING, OUTER_OPENING


@dataclass(frozen=True, slots=True)
class Part:
    """A block to be."""

    place: float
    """The number of its line."""
    kind: BlockKind
    words: str
    entry: str | None = None
    """The hour of the ticker entry that it opens."""
    bold: bool = False
    told: Linked = NOTHING
    """What its words are taken from, with the links."""


_MARKS = {"de": "„“", "": "“”"}

_CROSSHEAD = re.compile(
    r"crosshead|zwischentitel|zwischenüberschrift|zwischenueberschrift|zwischenzeile|interline|subhead|intertitel"
    r"|sub-?headline|sectionhead",
    re.IGNORECASE,
)
_HEAD_LENGTH = 110
_LABEL_WORDS = 7
"""Words of a label at most."""
_DATELINE = re.compile(r"[–—-]$|\)$")
_FLASH = re.compile(r"\+{2,3}\s*(.+?)\s*\+{2,3}$", re.DOTALL)
"""The head of an entry, as many tickers set it: +++ 11.20 Uhr: … +++"""
_QUESTIONS = 3
"""Bold questions from which on an article is an interview, and they are what is asked."""
_BOLD = 0.95
_ITEM_LINES = 2
"""Lines of a list item at most; what is longer is an entry of its own, with headings and paragraphs."""


class Kinds:
    """The parts of an article in the order of the page."""

    def __init__(
        self,
        lines: Sequence[Line],
        opening: Opening,
        story: Sequence[Line],
        authors: Sequence[str],
        language: str,
    ) -> None:
        """`lines` are all lines of the page; `language` decides on quotation marks."""
        self._marks = _MARKS["de" if language == "de" else ""]
        self._opening = opening
        self._authors = authors
        self._standfirst = {line.number for line in opening.standfirst()}
        self._story = story
        self._items = Counter(item for line in lines if (item := _item(line)) is not None)
        self._asked = sum(
            1 for line in story if line.bold >= _BOLD * len(line.key) and line.words.endswith("?")
        )
        self._head_classes = _head_classes(story)
        self._first = next((n for n, line in enumerate(story) if not line.is_heading and line.count > 8), 0)

    def parts(self) -> list[Part]:
        """All parts, with standfirst and byline."""
        signed = [
            Part(line.number, BlockKind.CREDIT, line.words, told=line.told)
            for line in self._opening.bylines(self._authors)
        ]
        leads = [line for line in self._opening.above if line.number in self._standfirst]
        above = [
            Part(line.number, BlockKind.PARAGRAPH, BREAKS.sub(" ", line.words), told=line.told)
            for line in leads
        ]
        known = {plain(part.words) for part in [*signed, *above]}
        below = [part for part in self._told() if plain(part.words) not in known or len(part.words) > 300]
        return sorted([*signed, *above, *below], key=lambda part: part.place)

    def _told(self) -> Iterator[Part]:
        """The parts of the story; an hour above a heading opens an entry of a ticker, with it."""
        hour: str | None = None
        for index, line in enumerate(self._story):
            kind = self._kind(index, line)
            words = self._quoted(index) if kind is BlockKind.PARAGRAPH else BREAKS.sub(" ", line.words)
            following = self._story[index + 1] if index + 1 < len(self._story) else None
            if hour is None and following is not None and HOUR.fullmatch(words):
                if following.is_heading:
                    hour = words
                    continue
                if not (index and self._story[index - 1].is_heading):
                    yield Part(line.number, BlockKind.SUBHEADING, words, words)
                continue
            if hour is None and line.is_heading and following is not None and HOUR.fullmatch(following.words):
                hour = following.words
            if kind is BlockKind.PARAGRAPH and (self._is_label(line) or self._is_dated(index, line)):
                continue
            opened = hour or (_hour_of(words) if kind is BlockKind.SUBHEADING else None)
            words, hour = (words if hour is None else f"{hour} {words}"), None
            yield Part(line.number, kind, words, opened, line.bold >= _BOLD * len(line.key), line.told)

    def _quoted(self, index: int) -> str:
        """The words of a paragraph, with a dash before who said a quotation, and marks about what is set as one."""
        line = self._story[index]
        if is_source(line):
            return "– " + line.words.lstrip("–—- ")
        following = self._story[index + 1] if index + 1 < len(self._story) else None
        if is_quote(line) and following is not None and is_source(following) and line.words[0] not in OPENING:
            return f"{self._marks[0]}{line.words}{self._marks[1]}"
        return line.words

    def _kind(self, index: int, line: Line) -> BlockKind:
        words = line.words
        if self._may_sign(index) and self._is_signature(line):
            return BlockKind.CREDIT
        if line.is_heading:
            if CREDIT.match(words):
                return BlockKind.CREDIT
            if index < self._first and (is_lead(line) or is_sentences(words) or self._is_described(line)):
                return BlockKind.PARAGRAPH
            return BlockKind.SUBHEADING
        if line.tag in ("li", "dd", "dt", "tr"):
            item = _item(line)
            whole = item is None or self._items[item] <= _ITEM_LINES
            return BlockKind.LIST_ITEM if whole else BlockKind.PARAGRAPH
        if self._is_crosshead(index, line) or (line.count <= 30 and _FLASH.match(words)):
            return BlockKind.SUBHEADING
        return paragraph_kind(words)

    def _may_sign(self, index: int) -> bool:
        """Whether a line stands where a byline may: above the text, below its standfirst, or at the end."""
        return index <= self._first + 1 or index == len(self._story) - 1

    def _is_dated(self, index: int, line: Line) -> bool:
        """Whether a line says no more than who wrote the article, and when."""
        words = line.words
        for author in self._authors:
            words = words.replace(author, "")
        return self._may_sign(index) and words != line.words and is_told_about(words.strip(" ,;:|/·•–-"))

    def _is_label(self, line: Line) -> bool:
        """Whether a line is a few words that are no sentence, as no paragraph is: the label of a button or a box."""
        fewest = line.count <= _LABEL_WORDS and not ends_sentence(line.words)
        may_be_said = is_quote(line) or is_source(line) or any(mark in line.words for mark in OUTER_OPENING)
        is_other = may_be_said or self._opening.is_subtitle(line)
        return fewest and not is_other and not _DATELINE.search(line.words)

    def _is_described(self, line: Line) -> bool:
        return line.count > 8 and line.plain in self._opening.descriptions

    def _is_signature(self, line: Line) -> bool:
        if is_byline(line, self._authors) or (len(line.words) < 90 and BYLINE.match(line.words)):
            return True
        called = any(AUTHOR.search(" ".join(tokens(each))) for each in line.above[:2])
        return called and line.count <= 8 and not ends_sentence(line.words)

    def _is_crosshead(self, index: int, line: Line) -> bool:
        """Whether a paragraph is one short line that heads the next: by its class, or because all of it is bold."""
        words = line.words
        if "\n" in words or len(words) > _HEAD_LENGTH or index == 0 or index + 1 >= len(self._story):
            return False
        following = self._story[index + 1]
        if following.is_heading or following.count <= line.count:
            return False
        names = line.element.get("class") or ""
        if _CROSSHEAD.search(names) or (names and names in self._head_classes):
            return True
        if line.bold < _BOLD * len(line.key) or following.bold >= 0.8 * len(following.key):
            return False
        if words.endswith("?"):
            return self._asked < _QUESTIONS
        return not ends_sentence(words) and not words.endswith(",")


def _hour_of(words: str) -> str | None:
    """The hour that the head of a ticker entry begins with."""
    flash = _FLASH.match(words)
    match = HOUR.match(flash[1] if flash else words)
    return match[0].rstrip(":") if match else None


def _item(line: Line) -> HtmlElement | None:
    return next((each for each in line.above[:6] if each.tag in ("li", "dd")), None)


def _head_classes(story: Sequence[Line]) -> set[str]:
    """Classes of paragraphs that are short lines without an end each time, above paragraphs of another class."""
    shapes: dict[str, list[bool]] = {}
    for index, line in enumerate(story[:-1]):
        names = line.element.get("class") or ""
        if names and not line.is_heading and line.tag not in ("li", "dd", "dt", "tr"):
            following = story[index + 1]
            short = len(line.words) <= 80 and not ends_sentence(line.words)
            other = (following.element.get("class") or "") != names and following.count > line.count
            shapes.setdefault(names, []).append(short and other and not following.is_heading)
    return {names for names, each in shapes.items() if len(each) >= 2 and all(each)}
