"""The article in a PDF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2

from core.articles.article import Article, BlockKind
from core.articles.composing import Composition
from core.articles.errors import SourceError
from core.articles.files.pdf.columns import in_order
from core.articles.files.pdf.drop_capitals import with_drop_capitals
from core.articles.files.pdf.lines import Line, lines_on
from core.articles.files.pdf.margins import without_margins
from core.articles.files.pdf.paragraphs import Piece, pieces
from core.articles.links.link import Link
from core.articles.source_names import spoken
from core.articles.titles import title_of
from core.translation import _

_BULLET = re.compile(r"[-•‣▪◦·*–➤►■]\s+")
_READABLE = 0.7
"""Share of the letters that has to be known, since fonts may not say which letters they draw."""
_LEAST = 40
"""Characters of a document that holds more than the numbers of its pages."""


@dataclass(frozen=True, slots=True)
class _Page:
    lines: list[Line]
    height: float
    is_scanned: bool
    """Whether it shows a picture and holds no text."""


def pdf_articles(data: bytes, source: str) -> list[Article]:
    """The article in a PDF; a document is one article, however long. Raises SourceError."""
    name = spoken(source)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        reason = _("Cannot read {name}: it is locked with a password; save a copy without one.")
        damaged = _("Cannot read {name}: the PDF is damaged.")
        raise SourceError((reason if locked else damaged).format(name=name)) from None
    try:
        pages = [_page(document[number], number) for number in range(len(document))]
    except pypdfium2.PdfiumError:
        raise SourceError(_("Cannot read {name}: the PDF is damaged.").format(name=name)) from None
    finally:
        document.close()
    text = "".join(line.words for page in pages for line in page.lines)
    scanned = sum(page.is_scanned for page in pages)
    if len(text) < _LEAST and scanned:
        raise SourceError(
            _(
                "Cannot read {name}: its pages are pictures of text (scanned); have a program for text "
                "recognition, such as ocrmypdf, add the text first."
            ).format(name=name)
        )
    if len(text) < _LEAST:
        raise SourceError(_("Nothing to read in {name}: its pages hold no text.").format(name=name))
    if sum(map(_is_known, text)) < _READABLE * len(text):
        raise SourceError(
            _(
                "Cannot read {name}: its fonts do not say which letters they draw; have a program for text "
                "recognition, such as ocrmypdf, add the text first."
            ).format(name=name)
        )
    kept = without_margins([page.lines for page in pages], [page.height for page in pages])
    parts = [part for lines in kept for part in in_order(with_drop_capitals(lines))]
    notice = _(
        "{scanned} of the {pages} pages of {name} are pictures of text (scanned), and left out."
    ).format(scanned=scanned, pages=len(pages), name=name)
    return [_article(pieces(parts), source, notice if scanned else "")]


def _page(page: Any, number: int) -> _Page:
    try:
        lines, height = lines_on(page, number)
        pictures = () if lines else page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
        return _Page(lines, height, any(True for _ in pictures))
    finally:
        page.close()


def _is_known(letter: str) -> bool:
    return letter.isprintable() and letter != "\ufffd" and not "\ue000" <= letter <= "\uf8ff"


def _article(found: Sequence[Piece], source: str, notice: str) -> Article:
    """The article of the blocks that were found; the heading in the largest letters is the headline."""
    first = next((piece.lines[0].page for piece in found if piece.lines), 0)
    headings = [
        piece for piece in found if piece.kind is BlockKind.SUBHEADING and piece.lines[0].page == first
    ]
    largest = max((piece.lines[0].size for piece in headings), default=0)
    headline = next((piece for piece in headings if piece.lines[0].size > 0.97 * largest), None)
    page = Composition()
    for piece in found:
        words = _BULLET.sub("", piece.words, count=1) if piece.kind is BlockKind.LIST_ITEM else piece.words
        page.add(BlockKind.HEADLINE if piece is headline else piece.kind, words, told=piece.told)
    text, blocks = page.finished()
    links = tuple(_whole(page.links, text))
    return Article(source, text, blocks, "und", title_of(text, blocks), notice=notice, links=links)


def _whole(links: Sequence[Link], text: str) -> Iterator[Link]:
    """The links, with those made one that lead to the same address and have nothing but white space between them."""
    last: Link | None = None
    for link in sorted(links, key=lambda each: each.span):
        if last is not None and last.address == link.address and text[last.end : link.start].strip(" ") == "":
            last = replace(last, end=link.end)
            continue
        if last is not None:
            yield last
        last = link
    if last is not None:
        yield last
