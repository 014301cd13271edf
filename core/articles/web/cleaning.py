"""Prepare the tree of a page: take out what no reader sees, and write inline elements as characters.

Elements that mark words within a sentence (dates, quotations, footnotes, struck words) are parted from it or lost by
the extraction of the running text, so they become part of the text around them first.
"""

import re

from lxml.html import HtmlElement

from core.articles.web.elements import named

_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "map"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAME = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:-?(?:text|only))?|screenreader\w*"
    r"|off-?screen|a11y-?hidden|hide-?visually)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PRINTED_NAME = re.compile(
    r"(?:^|[\s_-])(?:print-?only|only-?print|visible-?print)(?:$|[\s_-])", re.IGNORECASE
)
_INLINE = frozenset(
    "time abbr acronym ins mark dfn kbd samp var u small big font bdi bdo data q sup sub wbr tt nobr".split()
)
"""Elements that only mark words; each is made a span, which extraction treats as the words around it."""
_STRUCK = ("del", "s", "strike")
_STORY = 400
"""Characters of paragraphs in a hidden element from which on it is a story that a script will show."""
_SUPERSCRIPT = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_RAISED = re.compile(r"[-+−]?\d{1,3}|n")
_FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡]{1,3})[\])]?")
_BEFORE_EXPONENT = re.compile(r"(?:\d|\b[kcdm]?m|\bs|\bx)$")
_MARKS = {"de": ("„“", "‚‘"), "": ("“”", "‘’")}
_QUOTATION = "„“”»«‚‘’›‹\"'"


def clean(root: HtmlElement, language: str) -> None:
    """Change a page in place; `language` decides on the quotation marks that `<q>` stands for."""
    for each in list(root.iter(*_UNSEEN)):
        if each.get("type", "").strip().casefold() != "application/ld+json":
            each.drop_tree()
    for each in list(root.iter(*_STRUCK)):
        each.drop_tree()
    for each in list(root.iter("sup", "sub")):
        _set_raised(each)
    marks = _MARKS["de" if language == "de" else ""]
    for each in list(root.iter("q")):
        depth = sum(1 for above in each.iterancestors() if above.get("data-quoted"))
        _set_quoted(each, marks[depth % 2])
    for each in list(root.iter(*_INLINE)):
        each.tag = "span"


def drop_hidden(root: HtmlElement) -> None:
    """Take out what the page hides for good; what is hidden until a script shows it may be the story itself."""
    for each in list(root.iter("*")):
        if each.tag in ("html", "head", "body", "article", "main") or each.getparent() is None:
            continue
        if _is_hidden(each) and not _holds_story(each):
            each.drop_tree()


def unheard(element: HtmlElement) -> bool:
    """Whether an element is for screen readers, or for nobody: neither is part of a headline."""
    return named(element, _HIDDEN_NAME) or element.get("aria-hidden") == "true"


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if _HIDDEN_STYLE.search(element.get("style") or "") or named(element, _PRINTED_NAME):
        return True
    in_heading = any(each.tag in ("h1", "h2", "h3") for each in element.iterancestors())
    holds_heading = element.tag in ("h1", "h2") or element.find(".//h1") is not None
    return named(element, _HIDDEN_NAME) and not in_heading and not holds_heading


def _holds_story(element: HtmlElement) -> bool:
    return sum(len(each.text_content()) for each in element.iter("p")) >= _STORY


def _set_raised(element: HtmlElement) -> None:
    """Write an exponent or an index with Unicode's signs, and leave out the mark of a footnote."""
    words = element.text_content().strip()
    if element.tag == "sub":
        if re.fullmatch(r"[\d+−()-]{1,4}", words):
            _replace(element, words.translate(_SUBSCRIPT))
        return
    linked = element.find(".//a") is not None or any(each.tag == "a" for each in element.iterancestors())
    exponent = not linked and _RAISED.fullmatch(words) and _BEFORE_EXPONENT.search(_text_before(element))
    if exponent:
        _replace(element, words.translate(_SUPERSCRIPT))
    elif _FOOTNOTE.fullmatch(words) and (linked or not words.isalpha()):
        element.drop_tree()


def _replace(element: HtmlElement, words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = words


def _text_before(element: HtmlElement) -> str:
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or previous.text_content())
    parent = element.getparent()
    return "" if parent is None else parent.text or ""


def _set_quoted(element: HtmlElement, marks: str) -> None:
    element.set("data-quoted", "1")
    words = element.text_content().strip()
    if not words or words[0] in _QUOTATION:
        return
    element.text = marks[0] + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + marks[1]
    else:
        element.text = element.text.rstrip() + marks[1]
