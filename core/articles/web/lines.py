"""The lines of a page: each stretch of words that a browser would set on lines of its own, with where it stands."""

import re
from collections.abc import Iterator
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
"""Characters of a sentence or more from which on a line break after it may part paragraphs."""


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
    linked: int = 0
    bold: int = 0


def lines_of(root: HtmlElement) -> list[Line]:
    """All lines of a page in order."""
    body = root.find("body")
    found = _found(body if body is not None else root)
    return [Line(number, *rest) for number, rest in enumerate(found)]


def _found(body: HtmlElement) -> Iterator[tuple[HtmlElement, str, int, int]]:
    """Element, words, linked and bold characters of each line; iterative, since pages may be nested very deep."""
    run = _Run([])
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
            run.parts.append("\n")
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
    if not text:
        return
    run.parts.append(" ".join(text.split("\n")))
    size = len("".join(text.split()))
    run.linked += size if links else 0
    run.bold += size if bolds else 0


def _flushed(run: _Run, holder: HtmlElement) -> Iterator[tuple[HtmlElement, str, int, int]]:
    """The lines collected so far; two line breaks in a row part paragraphs."""
    text = "".join(run.parts)
    linked, bold = run.linked, run.bold
    run.parts, run.linked, run.bold = [], 0, 0
    if not text.strip():
        return
    whole = max(1, len("".join(text.split())))
    for part in re.split(r"\n\s*\n", text):
        for words in _paragraphs(flattened(part)):
            share = len("".join(words.split())) / whole
            yield holder, words, round(linked * share), round(bold * share)


def _paragraphs(words: str) -> list[str]:
    """The words, parted at line breaks if these stand between paragraphs rather than within one."""
    parts = words.split("\n")
    if len(parts) > 1 and all(len(each) >= _PARAGRAPH and ends_sentence(each) for each in parts):
        return parts
    return [words] if words else []


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
