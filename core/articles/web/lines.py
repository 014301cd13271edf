"""The lines of a page: each stretch of words that a browser would set on lines of its own, with where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from core.articles.blocks import ends_sentence
from core.articles.links.linked import NOTHING, Linked, Piece, joined, linked
from core.articles.table_rows import grid, row_of
from core.articles.web.elements import flattened, leads_to, linked_words, squeezed
from core.articles.web.notices import Notice, notice

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (*HEADINGS, *"p li blockquote pre td th dd dt div section article main header footer aside ul ol dl table tbody"
    " thead tr figure figcaption form fieldset details summary address nav hr button caption body center hgroup"
    " menu legend label select textarea input option video audio picture img".split())
)  # fmt: skip
_SEMANTIC = frozenset((*HEADINGS, "p", "li", "blockquote", "pre", "dd", "dt", "tr", "figcaption", "summary"))
_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "select", "option", "textarea", "input", "button", "video"
    , "audio", "label")
)  # fmt: skip
_BOLD_NAMES = frozenset(("strong", "bold", "fett", "font-bold", "font-weight-bold", "fw-bold"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_PARAGRAPH = 80
"""Characters of what stands between line breaks, on average, from which on they may part paragraphs."""
_SENTENCE = 40
"""Characters of the shortest of them."""
_HEAD = (12, 110)
"""Characters of a heading that is set as a bold line between line breaks."""
_PARTED = re.compile(r"\n\s*\n")

_Sum = tuple[int, int, bool]
"""Where a piece begins and ends, counted without white space, and whether it is one of those that are counted."""
_Found = tuple[HtmlElement, Linked, int, int]
"""The element of a line, its words, and how many characters of them are linked and bold."""


@dataclass(frozen=True, eq=False)
class Line:
    """One stretch of words. `number` counts the lines of the page."""

    number: int
    element: HtmlElement
    """The innermost block that the words stand in."""
    words: str
    """Flattened; a single line break within a paragraph is a line feed."""
    linked: int
    """Characters of `words` that are part of a link to another page, about."""
    bold: int
    """Characters of `words` that are set in bold, about."""
    told: Linked = NOTHING
    """The words with their links."""

    @cached_property
    def tag(self) -> str:
        """The innermost element with a meaning: a heading, p, li, blockquote, tr …; else that of the block."""
        for each in (self.element, *self.element.iterancestors()):
            if each.tag in _SEMANTIC:
                return str(each.tag)
            if each.tag in ("article", "main", "section", "body", "td", "aside", "figure"):
                break
        return str(self.element.tag)

    @cached_property
    def above(self) -> tuple[HtmlElement, ...]:
        """The block and all that it stands in, innermost first."""
        return (self.element, *self.element.iterancestors())

    @cached_property
    def key(self) -> str:
        """The words without white space."""
        return squeezed(self.words)

    @cached_property
    def plain(self) -> str:
        """Only the letters and digits, in lower case, for comparing."""
        return plain(self.words)

    @cached_property
    def count(self) -> int:
        """How many words there are."""
        return len(_WORD.findall(self.words))

    @cached_property
    def notice(self) -> Notice | None:
        """What the line is by its words, if it may be none of the story's."""
        return notice(self.words)

    @property
    def is_heading(self) -> bool:
        """Whether the page calls it a heading."""
        return self.tag in HEADINGS

    @property
    def link_share(self) -> float:
        """The share of the words that is linked."""
        return min(1.0, self.linked / max(1, len(self.key)))


def plain(words: str) -> str:
    """Only the letters and digits of words, in lower case."""
    return "".join(_WORD.findall(words.casefold()))


@dataclass(slots=True)
class _Run:
    """Words being collected until a block begins or ends."""

    pieces: list[Piece] = field(default_factory=list)
    linked: list[bool] = field(default_factory=list)
    """Whether each of the pieces is linked."""
    bold: list[bool] = field(default_factory=list)
    """Whether each of the pieces is set in bold."""
    links: list[HtmlElement] = field(default_factory=list)
    """The links that are open."""
    bolds: int = 0
    """How many elements that set words in bold are open."""

    def enter(self, element: HtmlElement) -> None:
        """Begin an element."""
        if leads_elsewhere(element):
            self.links.append(element)
        self.bolds += _is_bold(element)
        self.add(element.text)

    def leave(self, element: HtmlElement) -> None:
        """End an element."""
        if leads_elsewhere(element):
            self.links.pop()
        self.bolds -= _is_bold(element)

    def add(self, text: str | None) -> None:
        """Take words, in whose source line breaks are spaces."""
        if text:
            self.append(" ".join(text.split("\n")))

    def append(self, text: str) -> None:
        """Take words as they are."""
        link = self.links[-1] if self.links else None
        self.pieces.append((text, link, leads_to(link) if link is not None else ""))
        self.linked.append(link is not None)
        self.bold.append(self.bolds > 0)

    def taken(self) -> tuple[Linked, list[_Sum], list[_Sum]]:
        """All that was collected, with what of it is linked and bold; a new run begins."""
        words = [words for words, *_ in self.pieces]
        found = linked(self.pieces), _sums(words, self.linked), _sums(words, self.bold)
        self.pieces, self.linked, self.bold = [], [], []
        return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two line breaks, with how many of its characters are linked and bold."""

    told: Linked
    linked: int
    bold: int

    @property
    def words(self) -> str:
        """Without the links."""
        return self.told.words

    @property
    def is_head(self) -> bool:
        """Whether it is a short line all in bold that is no sentence."""
        if not _HEAD[0] <= len(self.words) <= _HEAD[1] or self.linked or ends_sentence(self.words):
            return False
        return self.bold >= len("".join(self.words.split())) and not self.words.endswith((":", ","))


def lines_of(root: HtmlElement) -> list[Line]:
    """All lines of a page in order."""
    body = root.find("body")
    found = _found(body if body is not None else root)
    return [
        Line(number, element, told.words, linked, bold, told)
        for number, (element, told, linked, bold) in enumerate(found)
    ]


def _found(body: HtmlElement) -> Iterator[_Found]:
    """What is found for each line; iterative, since pages may be nested very deep."""
    run = _Run()
    holders: list[HtmlElement] = [body]
    tables: dict[HtmlElement, dict[HtmlElement, list[HtmlElement | None]]] = {}
    waiting: list[tuple[str, HtmlElement]] = [("open", body)]
    while waiting:
        step, element = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "tail":
            run.add(element.tail)
            continue
        if step == "close":
            if tag in _BLOCKS:
                yield from _flushed(run, holders.pop())
            run.leave(element)
            continue
        if not tag or tag in _SKIPPED:
            continue
        if tag == "br" or _is_break(element):
            run.append("\n")
            continue
        if tag == "tr" and (row := _row(element, tables)):
            yield from _flushed(run, holders[-1])
            yield row
            continue
        if tag in _BLOCKS:
            yield from _flushed(run, holders[-1])
            holders.append(element)
        run.enter(element)
        waiting.append(("close", element))
        for child in reversed(element):
            waiting.append(("tail", child))
            waiting.append(("open", child))


def _is_bold(element: HtmlElement) -> bool:
    if element.tag in ("b", "strong"):
        return True
    return element.tag == "span" and (
        not _BOLD_NAMES.isdisjoint((element.get("class") or "").casefold().split())
        or _BOLD_STYLE.search(element.get("style") or "") is not None
    )


def _is_break(element: HtmlElement) -> bool:
    """Whether an empty element stands for a line break, as some pages write it."""
    return (
        element.tag == "span"
        and not len(element)
        and not element.text
        and "br" in (element.get("class") or "").split()
    )


def leads_elsewhere(element: HtmlElement) -> bool:
    """Whether an element leads to another page; one to a place on the same page does not."""
    if element.tag != "a":
        return False
    target = (element.get("href") or "").strip()
    return bool(target) and not target.startswith("#")


def _flushed(run: _Run, holder: HtmlElement) -> Iterator[_Found]:
    """The lines collected so far; two line breaks in a row part paragraphs."""
    told, links, bold = run.taken()
    if not told.words.strip():
        return
    at = start = 0
    for gap in (*_PARTED.finditer(told.words), None):
        part = told.between(start, gap.start() if gap else len(told.words))
        start = gap.end() if gap else start
        pieces = []
        for line in _by_lines(part.rewritten(flattened(part.words))):
            end = at + len("".join(line.words.split()))
            pieces.append(_Piece(line, _within(links, at, end), _within(bold, at, end)))
            at = end
        for lines in _paragraphs(pieces):
            words = joined((each.told for each in lines), "\n")
            if words.words:
                yield holder, words, sum(each.linked for each in lines), sum(each.bold for each in lines)


def _by_lines(told: Linked) -> Iterator[Linked]:
    at = 0
    for line in told.words.split("\n"):
        yield told.between(at, at + len(line)) if told.links else Linked(line)
        at += len(line) + 1


def _sums(parts: Sequence[str], flags: Sequence[bool]) -> list[_Sum]:
    """Where each part begins and ends, counted without white space, and its flag."""
    found: list[_Sum] = []
    at = 0
    for part, flag in zip(parts, flags, strict=True):
        end = at + len("".join(part.split()))
        found.append((at, end, flag))
        at = end
    return found


def _within(parts: Sequence[_Sum], start: int, end: int) -> int:
    """How many characters of the parts with the flag lie between two places."""
    return sum(max(0, min(end, last) - max(start, first)) for first, last, flag in parts if flag)


def _paragraphs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """What stands between line breaks, parted where these stand between paragraphs rather than within one."""
    group: list[_Piece] = []
    for piece in pieces:
        if len(pieces) > 1 and piece.is_head:
            yield from _grouped(group)
            yield [piece]
            group = []
        else:
            group.append(piece)
    yield from _grouped(group)


def _grouped(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    ended = all(len(each.words) >= _SENTENCE and ends_sentence(each.words) for each in pieces)
    if ended and sum(len(each.words) for each in pieces) >= _PARAGRAPH * len(pieces):
        yield from ([each] for each in pieces)
    elif pieces:
        yield pieces


def _row(
    row: HtmlElement, tables: dict[HtmlElement, dict[HtmlElement, list[HtmlElement | None]]]
) -> _Found | None:
    """A row of a table as one line; None if the table is only for layout. `tables` are those known so far."""
    cells = [each for each in row if each.tag in ("td", "th")]
    if not cells or any(each.tag in _BLOCKS for cell in cells for each in cell.iterdescendants("*")):
        inner = [each for cell in cells for each in cell.iterdescendants("*") if each.tag in _BLOCKS]
        if not cells or any(each.tag not in ("p", "br") for each in inner) or len(inner) > len(cells):
            return None
    told = [_cell(cell) for cell in cells]
    words = [each.words for each in told]
    if sum(map(len, words)) > 300 and len([each for each in words if each]) < 2:
        return None
    linked = sum(len("".join(each.text_content().split())) for each in row.iter("a") if leads_elsewhere(each))
    words_of = dict(zip(cells, told, strict=True))
    table = next(row.iterancestors("table"), None)
    if table is not None and table not in tables:
        tables[table] = grid(table)
    places = tables[table].get(row, cells) if table is not None else cells
    line = row_of([NOTHING if cell is None else words_of[cell] for cell in places])
    return row, line, linked, 0


def _cell(cell: HtmlElement) -> Linked:
    words = linked_words(cell)
    return words.rewritten(flattened(words.words).replace("\n", " "))
