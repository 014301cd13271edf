"""Extract the article from a page: headline, standfirst, subheadings, paragraphs, list items, captions, credits.

Trafilatura proposes which passages belong to the article; the lines of the page itself say what each of them is, which
of them it missed, and which are something else.
"""

import contextlib
import logging
import re
from collections.abc import Iterator, Sequence, Set
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from core.articles.article import Block, BlockKind, Publication
from core.articles.composing import Composition
from core.articles.links.link import Link
from core.articles.web.authors import alone, signed
from core.articles.web.captions import Caption, captions
from core.articles.web.cleaning import clean, drop_hidden
from core.articles.web.elements import mark_links, named, squeezed, unseen_removed
from core.articles.web.headlines import Headlines, stated_titles
from core.articles.web.kinds import Kinds, Part
from core.articles.web.lines import Line, lines_of, plain
from core.articles.web.openings import Opening, Stated
from core.articles.web.publication import declared_language, houses, publication, structured
from core.articles.web.selection import Selection

_ELSEWHERE = ("article", "aside", "nav", "footer", "form")
_TEASER = re.compile(
    r"(?:^|[-_\s])(?:teaser(?!-?(?:image|img|bild|media))|related|recommend|newsletter|promo|comment|advert|anzeige)",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "“", "”", "«", "»")
LEAST = 140
"""Characters of running text that make an article; a page with less only leads to others, or is built by scripts."""


class TooShortError(ValueError):
    """There is running text on a page, but not enough for an article."""

    def __init__(self, words: int) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article on a page."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    language: str
    """As the page declares it; "" where it does not."""
    publication: Publication
    links: tuple[Link, ...]


def extract(page: str, read_from: str, saved_from: str = "") -> Extracted | None:
    """The article on a page read from the address `read_from` ("" for a saved page); None if it has none.

    `saved_from` is where a saved page was, if that is known: its links lead on from there.

    Raises TooShortError where there is too little text; nothing else, whatever the page contains.
    """
    root = _parsed(page)
    if root is None:
        return None
    language = declared_language(root)
    document = _metadata(deepcopy(root), read_from)
    clean(root, language)
    drop_hidden(root)
    about = publication(root, document, read_from)
    mark_links(root, read_from or saved_from or about.address)
    pictures = list(captions(root))
    taken = _main_text(_without(pictures, root), read_from)
    titles = stated_titles(root, list(structured(root)), about.site) or [document.title or ""]
    lines, places = _parted(lines_of(root), pictures)
    selection = Selection(lines, set(_passages(taken)), squeezed("".join(taken.itertext())))
    heading, headline = Headlines(lines, titles, about.site).chosen(selection.first)
    start = max((line.number for line in lines if heading is not None and heading in line.above), default=-1)
    story = _without_headline(selection.story(start), (headline, *titles))
    running = [line.words for line in story if not line.is_heading]
    if sum(map(len, running)) < LEAST:
        raise TooShortError(_amount(running or _sentences(lines)))
    if not about.authors:
        near = lines[max(0, start - 5) : max(start, selection.first) + 5]
        known = houses(root, about.site)
        above = lines[selection.first - 1 : selection.first]
        about = replace(about, authors=signed(near, known) or (alone(above[0], known) if above else ()))
    opening = Opening(lines, start, selection, story, Stated((headline, *titles), _descriptions(root)))
    parts = Kinds(lines, opening, story, about.authors, language).parts()
    parts += _pictured(pictures, places, story, _held(selection.core, heading))
    composition = Composition()
    composition.add(BlockKind.HEADLINE, headline)
    for part in sorted(parts, key=lambda part: part.place):
        composition.add(part.kind, part.words, part.entry, part.bold, part.told)
    text, blocks = composition.finished()
    about = replace(about, partial=about.partial or selection.pay)
    return Extracted(text, blocks, headline, language, about, tuple(composition.links))


def _amount(lines: Sequence[str]) -> int:
    return len(" ".join(lines).split())


def _sentences(lines: Sequence[Line]) -> list[str]:
    """The sentences of a page of which nothing was taken; none if there are more than a short report has."""
    found = [line.words for line in lines if not line.is_heading and line.words.rstrip().endswith(_ENDS)]
    return found if sum(map(len, found)) < LEAST else []


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


def _without(pictures: Sequence[Caption], root: HtmlElement) -> HtmlElement:
    """A copy of the page without the captions, so that none of them is mistaken for a paragraph."""
    numbers = {element: number for number, element in enumerate(root.iter("*"))}
    reduced = deepcopy(root)
    copies = list(reduced.iter("*"))
    for picture in pictures:
        copies[numbers[picture.element]].drop_tree()
    return reduced


def _metadata(root: HtmlElement, read_from: str) -> Any:
    """What trafilatura knows of a page; nothing of one that it fails on, since pages may be broken, even on purpose."""
    from trafilatura.metadata import (
        Document,
        extract_metadata,
    )  # takes over a second, so only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    with contextlib.suppress(Exception):
        # A date guessed from some number in the text would be worse than none.
        dates = {"extensive_search": False, "original_date": True, "max_date": date.today().isoformat()}
        return extract_metadata(root, read_from or None, dates)
    return Document()


def _main_text(root: HtmlElement, read_from: str) -> Any:
    """The tree of what trafilatura takes for the article, which may be empty."""
    import trafilatura  # as above

    taken = None
    with contextlib.suppress(Exception):
        found = trafilatura.bare_extraction(
            root, url=read_from or None, include_comments=False, include_tables=True, with_metadata=False
        )
        taken = getattr(found, "body", None)
    return etree.Element("body") if taken is None else taken


def _passages(body: Any) -> Iterator[str]:
    """The passages that were taken, without white space."""
    for each in body.iter("*"):
        for words in (each.text, each.tail):
            if words and words.strip():
                yield squeezed(words)
        if each.tag in ("p", "head", "item", "cell", "quote", "row"):
            yield squeezed("".join(each.itertext()))


def _parted(lines: Sequence[Line], pictures: Sequence[Caption]) -> tuple[list[Line], list[float]]:
    """The lines without those of captions, numbered anew, and where among them each caption stands."""
    numbers = {picture.element: number for number, picture in enumerate(pictures)}
    places = [-1.0] * len(pictures)
    kept: list[Line] = []
    for line in lines:
        picture = next((numbers[each] for each in line.above if each in numbers), None)
        if picture is None:
            kept.append(replace(line, number=len(kept)))
        elif places[picture] < 0:
            places[picture] = len(kept) - 0.5
    return kept, places


def _without_headline(story: Sequence[Line], titles: Sequence[str]) -> list[Line]:
    """The story without lines that tell the headline again, alone or behind a kicker."""
    keys = [each for each in map(plain, titles) if len(each) > 8]

    def is_again(line: Line) -> bool:
        if line.plain in keys:
            return True
        return line.is_heading and any(key in line.plain and len(line.plain) < 2.5 * len(key) for key in keys)

    return [line for line in story if not is_again(line)]


def _descriptions(root: HtmlElement) -> list[str]:
    """What the head of a page says the article is about."""
    names = ("description", "og:description", "twitter:description")
    metas = [each for each in root.iter("meta") if (each.get("property") or each.get("name")) in names]
    return [each.get("content") or "" for each in metas] + [
        str(each["description"]) for each in structured(root) if isinstance(each.get("description"), str)
    ]


def _held(core: HtmlElement | None, heading: HtmlElement | None) -> HtmlElement | None:
    """The innermost element that holds both the text and the headline."""
    above = [] if heading is None else list(heading.iterancestors())
    parts = [] if core is None else [core, *core.iterancestors()]
    return next((each for each in parts if each in above), core)


def _pictured(
    pictures: Sequence[Caption], places: Sequence[float], story: Sequence[Line], part: HtmlElement | None
) -> Iterator[Part]:
    """The lines of the captions that belong to the article, which stands in a part of the page."""
    last = max((line.number for line in story), default=-1)
    holding = {each for line in story for each in line.above}
    for picture, place in zip(pictures, places, strict=True):
        if 0 <= place < last and _belongs(picture, holding, part):
            yield from (Part(place, kind, words, told=picture.told) for kind, words in picture.parts)


def _belongs(picture: Caption, holding: Set[HtmlElement], part: HtmlElement | None) -> bool:
    """Whether a caption belongs to the article, not to a teaser; elements in `holding` contain passages of it."""
    above = list(picture.element.iterancestors())
    if part is not None and part not in above:
        return False
    return not any(each not in holding and (each.tag in _ELSEWHERE or named(each, _TEASER)) for each in above)
