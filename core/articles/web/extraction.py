"""Extract the article from a page: headline, subheadings, paragraphs, list items, captions, credits.

Trafilatura decides which passages belong to the article. They are located in the page, and the captions and the lines
between headline and text are inserted at their places in the page.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from core.articles.article import Block, BlockKind, Publication
from core.articles.blocks import BYLINE, BYLINE_LENGTH, CREDIT
from core.articles.composing import Composition, paragraph_kind
from core.articles.web.captions import Caption, captions
from core.articles.web.elements import BREAKS, PARTED, named, squeezed, unseen_removed, words_of
from core.articles.web.placing import HEADINGS, Passage, Placed, lost_headings, placed_in
from core.articles.web.publication import AUTHOR, declared_language, publication

LEAST = 140
"""Characters of running text that make an article; a page with less only leads to others, or is built by scripts."""

_ASIDE = frozenset(("aside", "nav", "footer", "form"))
_TEASER = re.compile(
    r"(?:^|[-_\s])(?:teaser|related|recommend|newsletter|promo|comment|kommentar|most[-_]?(?:read|viewed)|advert|anzeige)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:^|[-_\s])(?:lead|lede|intro|introduction|vorspann|standfirst|subtitle|subline|unterzeile|dek|abstract|summary"
    r"|description)(?:$|[-_\s])",
    re.IGNORECASE,
)
_KICKER = re.compile(r"(?:kicker|dachzeile|topline|overline|roofline|spitzmarke)", re.IGNORECASE)
_LEAD_LENGTH = 40, 700
"""Characters of a standfirst, at least and at most."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article on a page."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    language: str
    """As the page declares it; "" where it does not."""
    publication: Publication


def extract(page: str, read_from: str) -> Extracted | None:
    """The article on a page read from the address `read_from` ("" for a saved page); None if it has none.

    Never fails, whatever the page contains.
    """
    root = _parsed(page)
    if root is None:
        return None
    _part_at_double_breaks(root)
    order = list(root.iter("*"))
    pictures = list(captions(root))
    document = _main_text(_without(pictures, root, order), read_from)
    if document is None:
        return None
    found = list(_pieces(document.body))
    if sum(len(words) for kind, words in found if kind is BlockKind.PARAGRAPH) < LEAST:
        return None
    about = publication(root, document, read_from)
    headline, story = _arranged(order, found, pictures, document, about)
    composition = Composition()
    composition.add(BlockKind.HEADLINE, headline)
    while story and story[-1][0] is BlockKind.SUBHEADING:
        story.pop()  # The text below this heading is not part of the article.
    for kind, words in story:
        composition.add(_kind(kind, words, composition.blocks), words)
    text, blocks = composition.finished()
    return Extracted(text, blocks, " ".join(headline.split()), declared_language(root), about)


def _arranged(
    order: Sequence[HtmlElement],
    found: Sequence[Passage],
    pictures: Sequence[Caption],
    document: Any,
    about: Publication,
) -> tuple[str, list[Passage]]:
    """The headline, and everything below it in the order of the page, whose elements are in `order`."""
    positions = {element: number for number, element in enumerate(order)}
    placed = list(placed_in(order, found))
    anchors = [order[at] for at, _, _ in placed if at >= 0]
    at, headline = _headline(order, positions, about.site, document.title or "", anchors)
    kept = [
        (number, kind, words)
        for number, kind, words in placed
        if squeezed(words) != squeezed(headline) and not (kind is BlockKind.SUBHEADING and number == at)
    ]
    known = sorted({each for each, _, _ in kept if each >= 0})
    first, second = (*known[:2], -1, -1)[:2]
    below = order[at + 1 : max(first, second)] if 0 <= at < first else []
    shown = {squeezed(words) for _, words in found} | {squeezed(headline)}
    lines = _lines_below_headline(below, positions, first, document.description or "", shown, about.authors)
    placed = [*kept, *lines, *lost_headings(order[: max(known, default=-1) + 1], kept)]
    holder = _holder([*anchors, *([order[at]] if at >= 0 else [])])
    held = {each for anchor in anchors for each in anchor.iterancestors()}
    for picture in pictures:
        number = positions[picture.element]
        if number < max(known, default=-1) and _belongs(picture, holder, held):
            placed += [(number, kind, words) for kind, words in picture.parts]
    placed.sort(key=lambda each: each[0])
    return headline, [(kind, words) for _, kind, words in placed]


def _parsed(page: str) -> HtmlElement | None:
    """The page as a tree. It is passed as bytes, because lxml rejects text that declares an encoding."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return None
    # After parsing, since a page may also write control characters as references, which trees cannot hold.
    for each in root.iter("*"):
        each.text = unseen_removed(each.text) if each.text else None
        each.tail = unseen_removed(each.tail) if each.tail else None
    return root


def _part_at_double_breaks(root: HtmlElement) -> None:
    """Make paragraphs of text separated by two line breaks within one element."""
    for each in list(root.iter("br")):
        following = each.getnext()
        if following is not None and following.tag == "br" and not (each.tail or "").strip():
            each.tail = PARTED


def _without(pictures: Sequence[Caption], root: HtmlElement, order: Sequence[HtmlElement]) -> HtmlElement:
    """A copy of the page without the captions, so that none of them is mistaken for a paragraph."""
    numbers = {element: number for number, element in enumerate(order)}
    reduced = deepcopy(root)
    copies = list(reduced.iter("*"))
    for picture in pictures:
        copies[numbers[picture.element]].drop_tree()
    return reduced


def _main_text(root: HtmlElement, read_from: str) -> Any:
    """What trafilatura takes for the article, with its metadata; None if it finds no article."""
    import trafilatura  # takes over a second to import, so only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            root,
            url=read_from or None,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            # A date guessed from some number in the text would be worse than none.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception:
        # Pages may be broken, even on purpose; one that trafilatura fails on is treated as having no article.
        return None
    return document if getattr(document, "body", None) is not None else None


def _pieces(body: Any) -> Iterator[Passage]:
    """The passages in trafilatura's tree, in order."""
    for each in body:
        if each.tag == "head":
            yield BlockKind.SUBHEADING, BREAKS.sub(" ", words_of(each))
        elif each.tag == "list":
            yield from _items(each)
        elif each.tag == "table":
            yield from _rows(each)
        elif each.tag in ("quote", "code") and any(child.tag in ("p", "list", "head") for child in each):
            yield from _paragraphs(each.text or "")
            yield from _pieces(each)
        elif isinstance(each.tag, str) and each.tag != "graphic":
            if any(child.tag in ("p", "list", "head", "table") for child in each):
                yield from _paragraphs(each.text or "")
                yield from _pieces(each)
            else:
                yield from _paragraphs(words_of(each))
        if each.tag in ("head", "list", "table", "quote"):
            yield from _paragraphs(each.tail or "")


def _paragraphs(words: str) -> Iterator[Passage]:
    for part in words.split(PARTED):
        if part.strip():
            yield BlockKind.PARAGRAPH, part.strip()


def _items(items: Any) -> Iterator[Passage]:
    """The items of a list; those of a nested list follow the item that contains it."""
    for item in items:
        inner = [child for child in item if child.tag == "list"]
        for part in words_of(item, without=inner).split(PARTED):
            if part.strip():
                yield BlockKind.LIST_ITEM, BREAKS.sub(" ", part).strip()
        for child in inner:
            yield from _items(child)


def _rows(table: Any) -> Iterator[Passage]:
    """The rows of a table, one item each; for a table used only for layout, the contents of its cells."""
    for row in table.iter("row"):
        cells = list(row.iter("cell"))
        if any(child.tag in ("p", "list", "head", "quote") for cell in cells for child in cell):
            for cell in cells:
                yield from _paragraphs(cell.text or "")
                yield from _pieces(cell)
        else:
            words = [BREAKS.sub(" ", words_of(cell)) for cell in cells]
            yield BlockKind.LIST_ITEM, " | ".join(filter(None, words))


def _headline(
    order: Sequence[HtmlElement],
    positions: Mapping[HtmlElement, int],
    site: str,
    title: str,
    anchors: Sequence[HtmlElement],
) -> tuple[int, str]:
    """The position of the headline in the page (-1 if it is not in the page), and its words.

    This is the main heading, unless it is the name of the site; else the heading that matches the page's title.
    """
    headings = [
        (each, BREAKS.sub(" ", words_of(each, without=_kickers(each))))
        for each in order
        if each.tag in HEADINGS
    ]
    last = positions[anchors[-1]] if anchors else len(order)
    names = {squeezed(site).casefold(), ""}
    main = [
        (each, words)
        for each, words in headings
        if each.tag == "h1" and positions[each] < last and squeezed(words).casefold() not in names
    ]
    same = [(each, words) for each, words in headings if squeezed(words) == squeezed(title) != ""]
    for candidates in (main if len(main) == 1 else [], same, main):
        if candidates:
            element, words = candidates[0]
            return positions[element], words
    return -1, BREAKS.sub(" ", title.strip())


def _kickers(heading: HtmlElement) -> list[HtmlElement]:
    """The kicker: small print above the headline, on some pages within it."""
    return [each for each in heading.iterdescendants() if named(each, _KICKER)]


def _lines_below_headline(
    below: Sequence[HtmlElement],
    positions: Mapping[HtmlElement, int],
    first: int,
    description: str,
    shown: set[str],
    authors: Sequence[str],
) -> Iterator[Placed]:
    """Standfirst and byline above the text, which begins at `first`; the byline may also follow its first passage."""
    done: list[HtmlElement] = []
    least, most = _LEAD_LENGTH
    for element in below:
        if any(each in element.iterancestors() for each in done) or _is_aside(element):
            continue
        words = BREAKS.sub(" ", words_of(element))
        key = squeezed(words)
        if not key or key in shown:
            continue
        is_lead = named(element, _LEAD) or key == squeezed(description)
        if (
            is_lead
            and positions[element] < first
            and least <= len(words) <= most
            and element.tag not in HEADINGS[:1]
        ):
            kind = BlockKind.PARAGRAPH
        elif len(words) <= BYLINE_LENGTH and _is_byline(element, words, authors):
            kind = BlockKind.CREDIT
        else:
            continue
        done.append(element)
        yield positions[element], kind, words


def _is_byline(element: HtmlElement, words: str, authors: Sequence[str]) -> bool:
    named_so = named(element, AUTHOR) or element.tag == "address"
    return BYLINE.match(words) is not None or (named_so and any(author in words for author in authors))


def _holder(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    """The innermost element that contains all the given ones."""
    common: list[HtmlElement] | None = None
    for element in elements:
        above = [element, *element.iterancestors()]
        theirs = set(above)
        common = above if common is None else [each for each in common if each in theirs]
    return common[0] if common else None


def _belongs(picture: Caption, holder: HtmlElement | None, held: Set[HtmlElement]) -> bool:
    """Whether a caption belongs to the article, not to a teaser; elements in `held` contain passages of the article."""
    above = list(picture.element.iterancestors())
    if holder is None or holder not in above:
        return False
    within = above[: above.index(holder)]
    return not any(each not in held and (each.tag == "article" or _is_aside(each)) for each in within)


def _is_aside(element: HtmlElement) -> bool:
    """Whether the page marks an element as separate from its article."""
    return element.tag in _ASIDE or named(element, _TEASER)


def _kind(kind: BlockKind, words: str, before: Sequence[Block]) -> BlockKind:
    """The kind of a passage: a paragraph may be a credit or a teaser, by its words and its position."""
    if kind is BlockKind.PARAGRAPH:
        if len(before) <= 3 and len(words) <= BYLINE_LENGTH and BYLINE.match(words):
            return BlockKind.CREDIT
        return paragraph_kind(words)
    if kind is BlockKind.SUBHEADING and CREDIT.match(words):
        return BlockKind.CREDIT
    return kind
