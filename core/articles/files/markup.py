"""The blocks in a marked-up text that holds an article and little else: a chapter of a book, a mail.

Unlike on a page of a newspaper, nothing has to be searched for: what is visible is the text, in its order.
"""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from core.articles.article import BlockKind
from core.articles.composing import paragraph_kind

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
    return _Walk(_hidden_classes(root)).through(root)


@dataclass(slots=True)
class _Walk:
    """Collects the words of inline elements until a block begins or ends."""

    hidden: frozenset[str]
    """Classes of elements that the text does not show."""
    done: list[Passage] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
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
        if tag == "table" and (rows := _rows(element)):
            self._finish()
            for row in rows:
                self._add(BlockKind.LIST_ITEM, row)
            return False
        if tag in ("sup", "sub"):
            signs = _SUPERSCRIPTS if tag == "sup" else _SUBSCRIPTS
            self._take("".join(element.itertext()).translate(signs))
            return False
        if tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            self._finish()
            self._around.append(element)
        self._take(element.text)
        return True

    def _take(self, words: str | None) -> None:
        """Line breaks of the source are spaces, unless it is preformatted; "\\n" is kept for those that are meant."""
        preformatted = any(each.tag == "pre" for each in self._around)
        self._words.append((words or "") if preformatted else (words or "").replace("\n", " "))

    def _finish(self) -> None:
        words = "".join(self._words)
        self._words.clear()
        if not words or words.isspace():
            return
        tags = [each.tag for each in self._around]
        heading = next((tag for tag in reversed(tags) if tag in _HEADINGS), "")
        for part in re.split(r"\n\s*\n", words):
            lines = [" ".join(_UNSEEN.sub("", line).split()) for line in part.split("\n")]
            flat = " ".join(filter(None, lines))
            broken = tuple(lines) if len(lines) > 1 else ()
            if heading:
                self._add(BlockKind.SUBHEADING, flat, int(heading[1]))
            elif "figcaption" in tags or tags[-1:] == ["caption"]:
                self._add(BlockKind.CAPTION, flat)
            elif "li" in tags or tags[-1:] == ["dd"]:
                self._add(BlockKind.LIST_ITEM, flat)
            else:
                self._add(paragraph_kind(flat), flat, lines=broken)

    def _add(self, kind: BlockKind, words: str, level: int = 0, lines: tuple[str, ...] = ()) -> None:
        if any(char.isalnum() for char in words):
            self.done.append(Passage(kind, words, level, tuple(self._anchors), lines))
            self._anchors.clear()


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


def _rows(table: HtmlElement) -> list[str]:
    """The rows of a table of data, one line each; none for a table that only arranges a text on the page."""
    if table.get("role") == "presentation":
        return []
    if (
        next(table.iterdescendants("table", "ul", "ol", "h1", "h2", "h3", "blockquote", "div"), None)
        is not None
    ):
        return []
    rows = [[" ".join(_visible(cell).split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    full = [cells for cells in rows if sum(map(bool, cells)) > 1]
    lengths = [len(words) for cells in rows for words in cells]
    if len(full) < 2 or sum(lengths) > _CELL_LENGTH * len(lengths):
        return []
    return [row for cells in rows if (row := " | ".join(filter(None, cells)))]


def _visible(cell: HtmlElement) -> str:
    words: list[str] = []
    walker = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if element.tag in _SILENT or _is_hidden(element) or _is_reference(element):
                walker.skip_subtree()
            else:
                words.append(" " if element.tag in ("br", "p") else "")
                words.append(element.text or "")
        elif element is not cell:
            words.append(element.tail or "")
    return _UNSEEN.sub("", "".join(words))
