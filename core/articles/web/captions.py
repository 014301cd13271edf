"""Captions and credits of a page's pictures, which the extraction of the running text leaves out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from core.articles.article import BlockKind
from core.articles.blocks import CREDIT, CREDIT_LENGTH, SENTENCES, without_trailing_credit
from core.articles.links.linked import Linked
from core.articles.web.elements import BREAKS, is_longer, linked_words, named, words_of
from core.articles.web.lines import plain
from core.text.tables import either

_CAPTION = re.compile(
    r"(?:^|[-_\s])(?:(?:fig|img|image|photo|picture|bild|media|wp|foto)[-_]?)?"
    r"(?:caption(?:-?text)?|bildunterschrift|bildtext|bu)(?:$|[-_\s])",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:^|[-_\s])(?:(?:image|photo|picture|bild|foto|media)[-_]?)?"
    rf"(?:{either('credit_class')})(?:$|[-_\s])",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(either("description_class"), re.IGNORECASE)
_PARTS = frozenset("div p section figure span article main td".split())
_LONGEST = 600
"""Characters of a caption; what is longer is something else, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The text below a picture, one part per line."""

    element: HtmlElement
    parts: tuple[tuple[BlockKind, str], ...]
    told: Linked
    """All its characters in the order of the page, with their links."""


def captions(root: HtmlElement) -> Iterator[Caption]:
    """The captions of a page in order; of nested ones, only the outermost."""
    ended: HtmlElement | None = None
    for element in list(root.iter("*")):
        if ended is not None and ended in element.iterancestors():
            continue
        if _is_caption(element) and (parts := tuple(_parts(element))):
            ended = element
            yield Caption(element, parts, linked_words(element))


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        figure = next(element.iterancestors("figure"), element)
        return not is_longer(element, _LONGEST) and figure.find(".//blockquote") is None
    if element.tag in ("p", "div", "span") and _is_beside_picture(element):
        return True
    if element.tag in ("html", "body", "article", "main", "section", "figure", "img", "a", "input", "label"):
        return False
    own_credit = named(element, _CREDIT) and next(element.iterancestors("figure"), None) is not None
    return (own_credit or named(element, _CAPTION)) and not is_longer(element, _LONGEST)


def _is_beside_picture(element: HtmlElement) -> bool:
    """Whether an element is a line beside a picture, in a small part of the page, that describes it."""
    if element.getparent().tag not in _PARTS or any(
        each.tag in _PARTS for each in element.iterdescendants("*")
    ):
        return False
    if is_longer(element, 2 * _LONGEST):
        return False
    words = words_of(element)
    if not 3 < len(words) <= _LONGEST or not words.strip():
        return False
    for each in (element, *element.iterancestors()):
        if each.tag in (
            "a",
            "blockquote",
            "li",
            "table",
            "header",
            "h1",
            "h2",
            "h3",
            "article",
            "main",
            "body",
        ):
            return False
        if is_longer(each, 2 * _LONGEST):
            return False
        pictures = list(each.iter("img", "picture", "video"))
        if pictures:
            described = {plain(picture.get("alt") or "") for picture in pictures} - {""}
            called = any(
                named(one, _DESCRIBES) for one in (element, *element.iterancestors()) if one in each.iter()
            )
            in_figure = each.tag == "figure" or next(each.iterancestors("figure"), None) is not None
            return plain(words) in described or called or (in_figure and not SENTENCES.search(words))
    return False


def _parts(element: HtmlElement) -> Iterator[tuple[BlockKind, str]]:
    """The lines of a caption. Credits, recognised by their markup or their first words, come last."""
    credits = [each for each in element.iterdescendants() if _is_credit(each)]
    outermost = [each for each in credits if not any(other in each.iterancestors() for other in credits)]
    inner = [words_of(each) for each in outermost]
    own = named(element, _CREDIT) and element.tag != "figcaption"
    for line in BREAKS.split(words_of(element, without=outermost)):
        for start, end in without_trailing_credit((0, len(line)), line):
            words = line[start:end].strip()
            if words:
                is_credit = own or (len(words) <= CREDIT_LENGTH and CREDIT.match(words))
                yield (BlockKind.CREDIT if is_credit else BlockKind.CAPTION), words
    yield from ((BlockKind.CREDIT, BREAKS.sub(" ", words)) for words in inner if words.strip())


def _is_credit(element: HtmlElement) -> bool:
    if not isinstance(element, HtmlElement) or not isinstance(element.tag, str):
        return False
    if named(element, _CREDIT):
        return True
    return element.tag in ("small", "cite") and CREDIT.match(words_of(element)) is not None
