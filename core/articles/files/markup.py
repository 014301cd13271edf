"""The blocks in a marked-up text that holds an article and little else: a chapter of a book, a mail.

Unlike on a page of a newspaper, nothing has to be searched for: what is visible is the text, in its order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from core.articles.article import BlockKind
from core.articles.composing import paragraph_kind
from core.articles.links.linked import NOTHING, Linked, Piece, linked
from core.articles.links.resolving import resolved
from core.articles.table_rows import grid, row_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(_HEADINGS)
_SILENT = frozenset(
    "head script style template noscript svg math object iframe audio video select button input textarea".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$)"
    r"|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|(?<![-\w])opacity\s*:\s*0\s*(?:;|$)",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"@media[^{]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_HIDING = re.compile(r"([^{}]{1,500})\{[^{}]*display\s*:\s*none")
_CLASS = re.compile(r"\s*\w*\.([\w-]{1,60})\s*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u200b-\u200f\u2060\ufeff]+")
_GAP = re.compile(r"\n\s*\n")
_REFERENCE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡a-z])[\])]?")
"""The mark of a footnote."""
_SUPERSCRIPTS = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SELF_CLOSED = re.compile(r"<((title|script|style|div|span|p|a|i|b|em|td|h[1-6])\b[^<>]*)/>", re.IGNORECASE)
"""What XHTML may write and HTML would take for an element that is left open."""
_CELL_LENGTH = 160
"""Characters on average up to which the cells of a table hold data rather than the text itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a marked-up text."""

    kind: BlockKind
    words: str
    level: int = 0
    """Of a heading, 1 to 6."""
    anchors: tuple[str, ...] = ()
    """The names of the places at which it begins, for links that lead there."""
    lines: tuple[str, ...] = ()
    """The words as the text breaks them into lines, if it does."""
    told: Linked = NOTHING
    """What the words are taken from, with its links."""


def parsed(markup: str) -> HtmlElement | None:
    """The tree of an HTML or XHTML text, however broken it is; None for one without elements."""
    data = _SELF_CLOSED.sub(r"<\1></\2>", markup).encode("utf-8", "replace")
    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return None


def passages(root: HtmlElement) -> list[Passage]:
    """The visible blocks below an element, in order."""
    base = next((each.get("href") or "" for each in root.iter("base") if each.get("href")), "")
    return _Walk(_hidden_classes(root), base).through(root)


@dataclass(slots=True)
class _Walk:
    """Collects the words of inline elements until a block begins or ends."""

    hidden: frozenset[str]
    """Classes of elements that the text does not show."""
    base: str
    """What the text states that its links are relative to, if it does."""
    done: list[Passage] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _links: list[HtmlElement] = field(default_factory=list)
    """The links that are open."""
    _around: list[HtmlElement] = field(default_factory=list)
    """The blocks that are open."""
    _anchors: list[str] = field(default_factory=list)

    def through(self, root: HtmlElement) -> list[Passage]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                if self._around and self._around[-1] is element:
                    self._finish()
                    self._around.pop()
                if self._links and self._links[-1] is element:
                    self._links.pop()
                if element is not root:
                    self._take(element.tail)
            elif not self._enter(element):
                walker.skip_subtree()
        self._finish()
        return self.done

    def _enter(self, element: HtmlElement) -> bool:
        """Begin an element; whether its children are to be walked through."""
        tag = element.tag
        self._anchors += [name for key in ("id", "name") if (name := element.get(key))]
        if tag in _SILENT or _is_hidden(element) or _is_reference(element):
            return False
        if self.hidden and self.hidden.intersection((element.get("class") or "").split()):
            return False
        if tag == "table" and (rows := _rows(element, self.base)):
            self._finish()
            for row in rows:
                self._add(BlockKind.LIST_ITEM, row.words, told=row)
            return False
        if tag in ("sup", "sub"):
            signs = _SUPERSCRIPTS if tag == "sup" else _SUBSCRIPTS
            self._take("".join(element.itertext()).translate(signs))
            return False
        if tag == "a":
            self._links.append(element)
        if tag == "br":
            self._put("\n")
        elif tag in _BLOCKS:
            self._finish()
            self._around.append(element)
        self._take(element.text)
        return True

    def _take(self, words: str | None) -> None:
        """Line breaks of the source are spaces, unless it is preformatted; "\\n" is kept for those that are meant."""
        preformatted = any(each.tag == "pre" for each in self._around)
        self._put((words or "") if preformatted else (words or "").replace("\n", " "))

    def _put(self, words: str) -> None:
        self._pieces.append(_piece(words, self._links[-1] if self._links else None, self.base))

    def _finish(self) -> None:
        whole = linked(self._pieces)
        self._pieces.clear()
        if not whole.words or whole.words.isspace():
            return
        tags = [each.tag for each in self._around]
        heading = next((tag for tag in reversed(tags) if tag in _HEADINGS), "")
        for told in _parts(whole):
            part = told.words
            lines = [" ".join(_UNSEEN.sub("", line).split()) for line in part.split("\n")]
            flat = " ".join(filter(None, lines))
            broken = tuple(lines) if len(lines) > 1 else ()
            if heading:
                self._add(BlockKind.SUBHEADING, flat, int(heading[1]), told=told)
            elif "figcaption" in tags or tags[-1:] == ["caption"]:
                self._add(BlockKind.CAPTION, flat, told=told)
            elif "li" in tags or tags[-1:] == ["dd"]:
                self._add(BlockKind.LIST_ITEM, flat, told=told)
            else:
                self._add(paragraph_kind(flat), flat, lines=broken, told=told)

    def _add(
        self,
        kind: BlockKind,
        words: str,
        level: int = 0,
        lines: tuple[str, ...] = (),
        told: Linked = NOTHING,
    ) -> None:
        if any(char.isalnum() for char in words):
            self.done.append(Passage(kind, words, level, tuple(self._anchors), lines, told))
            self._anchors.clear()


def _piece(words: str, link: HtmlElement | None, base: str) -> Piece:
    return words, link, "" if link is None else resolved(link.get("href") or "", base)


def _parts(whole: Linked) -> Iterator[Linked]:
    """What two line breaks in a row part."""
    start = 0
    for gap in _GAP.finditer(whole.words):
        yield whole.between(start, gap.start())
        start = gap.end()
    yield whole.between(start, len(whole.words))


def _hidden_classes(root: HtmlElement) -> frozenset[str]:
    """The classes that the style sheet within the text hides on every screen."""
    rules = _MEDIA.sub("", " ".join(each.text or "" for each in root.iter("style")))
    selectors = [each for match in _HIDING.finditer(rules) for each in match[1].split(",")]
    return frozenset(found[1] for each in selectors if (found := _CLASS.fullmatch(each)))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _is_reference(element: HtmlElement) -> bool:
    """Whether an element is the mark that leads to a footnote, or leads back from it."""
    if element.get("epub:type") == "noteref" or element.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    if element.tag not in ("sup", "a"):
        return False
    link = element if element.tag == "a" else next(element.iter("a"), None)
    words = "".join(element.itertext()).strip()
    if words in ("↩", "↩︎", "^", "↑"):
        return True
    within = link is not None and "#" in (link.get("href") or "")
    above = element.getparent()
    raised = element.tag == "sup" or (above is not None and above.tag == "sup")
    bracketed = words[:1] == "["
    opens_block = above is not None and element.getprevious() is None and not (above.text or "").strip()
    return within and (raised or bracketed or opens_block) and _REFERENCE.fullmatch(words) is not None


def _rows(table: HtmlElement, base: str) -> list[Linked]:
    """The rows of a table of data, one line each; none for a table that only arranges a text on the page."""
    if table.get("role") == "presentation":
        return []
    if (
        next(table.iterdescendants("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "div"), None)
        is not None
    ):
        return []
    rows = [
        [NOTHING if cell is None else _visible(cell, base) for cell in cells]
        for cells in grid(table).values()
    ]
    full = [cells for cells in rows if sum(bool(cell.words) for cell in cells) > 1]
    lengths = [len(cell.words) for cells in rows for cell in cells]
    if len(full) < 2 or sum(lengths) > _CELL_LENGTH * len(lengths):
        return []
    return [row for row in map(row_of, rows) if row.words]


def _visible(cell: HtmlElement, base: str) -> Linked:
    """The words of a cell, white space flattened."""
    pieces: list[Piece] = []
    links: list[HtmlElement] = []
    walker = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if element.tag in _SILENT or _is_hidden(element) or _is_reference(element):
                walker.skip_subtree()
            else:
                links += [element] if element.tag == "a" else []
                words = f"{' ' if element.tag in ('br', 'p') else ''}{element.text or ''}"
                pieces.append(_piece(words, links[-1] if links else None, base))
        elif element is not cell:
            links[-1:] = [] if links and links[-1] is element else links[-1:]
            pieces.append(_piece(element.tail or "", links[-1] if links else None, base))
    told = linked(pieces)
    return told.rewritten(" ".join(_UNSEEN.sub("", told.words).split()))
