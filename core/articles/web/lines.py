"""The lines of a page: each stretch of words that a browser would set on lines of its own, with where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from core.articles.blocks import ends_sentence
from core.articles.web.elements import flattened, squeezed
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

    parts: list[str]
    linked: list[bool]
    """Whether each of the parts is linked."""
    bold: list[bool]
    """Whether each of the parts is set in bold."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two line breaks, with how many of its characters are linked and bold."""

    words: str
    linked: int
    bold: int

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
    return [Line(number, *rest) for number, rest in enumerate(found)]


def _found(body: HtmlElement) -> Iterator[tuple[HtmlElement, str, int, int]]:
    """Element, words, linked and bold characters of each line; iterative, since pages may be nested very deep."""
    run = _Run([], [], [])
    holders: list[HtmlElement] = [body]
    links = bolds = 0
    waiting: list[tuple[str, HtmlElement]] = [("open", body)]
    while waiting:
        step, element = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "tail":
            _add(run, element.tail, links, bolds)
            continue
        if step == "close":
            if tag in _BLOCKS:
                yield from _flushed(run, holders.pop())
            links -= leads_elsewhere(element)
            bolds -= _is_bold(element)
            continue
        if not tag or tag in _SKIPPED:
            continue
        if tag == "br" or _is_break(element):
            _append(run, "\n", links, bolds)
            continue
        if tag == "tr" and (row := _row(element)):
            yield from _flushed(run, holders[-1])
            yield row
            continue
        if tag in _BLOCKS:
            yield from _flushed(run, holders[-1])
            holders.append(element)
        links += leads_elsewhere(element)
        bolds += _is_bold(element)
        _add(run, element.text, links, bolds)
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


def _add(run: _Run, text: str | None, links: int, bolds: int) -> None:
    if text:
        _append(run, " ".join(text.split("\n")), links, bolds)


def _append(run: _Run, text: str, links: int, bolds: int) -> None:
    run.parts.append(text)
    run.linked.append(links > 0)
    run.bold.append(bolds > 0)


def _flushed(run: _Run, holder: HtmlElement) -> Iterator[tuple[HtmlElement, str, int, int]]:
    """The lines collected so far; two line breaks in a row part paragraphs."""
    text = "".join(run.parts)
    linked, bold = (_sums(run.parts, flags) for flags in (run.linked, run.bold))
    run.parts, run.linked, run.bold = [], [], []
    if not text.strip():
        return
    at = 0
    for part in re.split(r"\n\s*\n", text):
        pieces = []
        for words in flattened(part).split("\n"):
            end = at + len("".join(words.split()))
            pieces.append(_Piece(words, _within(linked, at, end), _within(bold, at, end)))
            at = end
        for lines in _paragraphs(pieces):
            words = "\n".join(each.words for each in lines)
            if words:
                yield holder, words, sum(each.linked for each in lines), sum(each.bold for each in lines)


def _sums(parts: Sequence[str], flags: Sequence[bool]) -> list[tuple[int, int, bool]]:
    """Where each part begins and ends, counted without white space, and its flag."""
    found: list[tuple[int, int, bool]] = []
    at = 0
    for part, flag in zip(parts, flags, strict=True):
        end = at + len("".join(part.split()))
        found.append((at, end, flag))
        at = end
    return found


def _within(parts: Sequence[tuple[int, int, bool]], start: int, end: int) -> int:
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


def _row(row: HtmlElement) -> tuple[HtmlElement, str, int, int] | None:
    """A row of a table as one line; None if the table is only for layout."""
    cells = [each for each in row if each.tag in ("td", "th")]
    if not cells or any(each.tag in _BLOCKS for cell in cells for each in cell.iterdescendants("*")):
        inner = [each for cell in cells for each in cell.iterdescendants("*") if each.tag in _BLOCKS]
        if not cells or any(each.tag not in ("p", "br") for each in inner) or len(inner) > len(cells):
            return None
    words = [flattened(cell.text_content()).replace("\n", " ") for cell in cells]
    if sum(map(len, words)) > 300 and len([each for each in words if each]) < 2:
        return None
    linked = sum(len("".join(each.text_content().split())) for each in row.iter("a") if leads_elsewhere(each))
    return row, " | ".join(filter(None, words)), linked, 0
