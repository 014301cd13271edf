"""The articles in an EPUB: one for each chapter, with the book as their source."""

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from core.articles.article import Article, BlockKind, Publication
from core.articles.composing import Composition
from core.articles.errors import SourceError
from core.articles.files.markup import Passage, parsed, passages
from core.articles.source_names import spoken
from core.articles.titles import title_of
from core.articles.web.charset import characters
from core.translation import _

LEAST = 140
"""Characters of running text in a chapter; what has less is a title page or a dedication."""
_LARGEST_PART = 8 << 20
_LARGEST = 64 << 20
"""Bytes of text in a book, unpacked."""
_NOT_READ = frozenset(
    "cover titlepage halftitlepage toc copyright-page landmarks page-list loi lot index".split()
)
"""What a book marks as no part of its text."""
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")

Place = tuple[str, str]
"""A document in the book, and the name of a place in it ("" for its beginning)."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What the package document of a book states."""

    folder: str
    about: Publication
    language: str
    documents: tuple[str, ...]
    """Paths in the archive, in the order of reading."""
    contents: str
    """Path of the table of contents; "" if there is none."""


def epub_articles(data: bytes, source: str) -> list[Article]:
    """The chapters of a book that hold running text. Raises SourceError."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            reader = _Reader(archive)
            book = _book(reader)
            starts = _starts(reader, book)
            chapters = list(_chapters(reader, book, starts))
    except (
        BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        OSError,
        NotImplementedError,
        etree.LxmlError,
        EOFError,
    ):
        raise SourceError(
            _("Cannot read {source}: the book is damaged.").format(source=spoken(source))
        ) from None
    except RuntimeError:  # What ZipFile raises for an archive with a password.
        raise SourceError(
            _("Cannot read {source}: the book is locked.").format(source=spoken(source))
        ) from None
    articles = [
        article
        for title, parts in chapters
        if sum(len(each.words) for each in parts if each.kind is not BlockKind.SUBHEADING) >= LEAST
        for article in [_article(title, parts, book, source)]
    ]
    if not articles:
        raise SourceError(
            _("Nothing to read in {source}: the book holds no text that can be read.").format(
                source=spoken(source)
            )
        )
    return articles


class _Reader:
    """Reads files of an archive, as long as they are not made to be huge."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = _LARGEST

    def read(self, path: str) -> bytes:
        with self._archive.open(path) as file:
            data = file.read(min(_LARGEST_PART, self._left) + 1)
        self._left -= len(data)
        if len(data) > _LARGEST_PART or self._left < 0:
            raise ValueError("too large")
        return data

    def tree(self, path: str) -> etree._Element:
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(self.read(path), parser=parser)
        if root is None:
            raise ValueError("no markup")
        return root


def _book(reader: _Reader) -> _Book:
    container = reader.tree("META-INF/container.xml")
    path = next(each.get("full-path") or "" for each in _named(container, "rootfile"))
    package = reader.tree(path)
    folder = posixpath.dirname(path)
    items = {each.get("id"): each for each in _named(package, "item") if each.get("href")}
    documents: list[str] = []
    for reference in _named(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        if "html" in (item.get("media-type") or ""):
            documents.append(_path(folder, item.get("href") or "")[0])
    spine = next(iter(_named(package, "spine")), None)
    navigation = [each for each in items.values() if "nav" in (each.get("properties") or "").split()]
    old = items.get(spine.get("toc")) if spine is not None else None
    table = navigation[0] if navigation else old
    facts = {
        name: [_text(each) for each in _named(package, name)]
        for name in ("title", "creator", "date", "language")
    }
    day = next((found[0] for each in facts["date"] if (found := _DAY.match(each))), "")
    about = Publication(tuple(filter(None, facts["creator"])), day, next(iter(facts["title"]), ""))
    return _Book(
        folder,
        about,
        next(iter(facts["language"]), "").partition("-")[0].lower(),
        tuple(documents),
        _path(folder, table.get("href") or "")[0] if table is not None else "",
    )


def _starts(reader: _Reader, book: _Book) -> dict[Place, str]:
    """Where chapters begin and what they are called, by the table of contents; empty for a book without one.

    An entry below another one that leads into the same document is a section of that chapter, not one of its own.
    """
    if not book.contents:
        return {}
    try:
        root = reader.tree(book.contents)
    except (KeyError, ValueError, etree.LxmlError):
        return {}
    folder = posixpath.dirname(book.contents)
    found: dict[Place, str] = {}
    lists = [
        each
        for each in _named(root, "nav")
        if "toc" in (each.get("{http://www.idpf.org/2007/ops}type") or "toc")
    ]
    entries = _named(lists[0], "li") if lists else _named(root, "navPoint")
    for entry in entries:
        link = next(iter(_named(entry, "a") or _named(entry, "content")), None)
        target = (link.get("href") or link.get("src")) if link is not None else None
        if target is None:
            continue
        place = _path(folder, target)
        above = next((each for each in entry.iterancestors() if _name(each) == _name(entry)), None)
        parent = (
            next(iter(_named(above, "a") or _named(above, "content")), None) if above is not None else None
        )
        over = _path(folder, parent.get("href") or parent.get("src") or "")[0] if parent is not None else ""
        if over != place[0]:
            label = link if _name(link) == "a" else next(iter(_named(entry, "text")), link)
            found.setdefault(place, _text(label))
    return found


def _chapters(
    reader: _Reader, book: _Book, starts: Mapping[Place, str]
) -> Iterator[tuple[str, list[Passage]]]:
    """Title and passages of each chapter; without a table of contents, each document is one."""
    title, parts = "", list[Passage]()
    for path in book.documents:
        try:
            root = parsed(characters(reader.read(path)))
        except KeyError:
            continue  # The book names a document that it does not hold.
        if root is None or _is_apart(root) or _only_leads(root):
            continue
        if not starts or (path, "") in starts:
            yield title, parts
            title, parts = starts.get((path, ""), ""), []
        for passage in passages(root):
            start = next((name for name in passage.anchors if (path, name) in starts), None)
            if start is not None:
                yield title, parts
                title, parts = starts[path, start], []
            parts.append(passage)
    yield title, parts


def _is_apart(root: etree._Element) -> bool:
    """Whether a document is marked as no part of the text: a cover, a table of contents."""
    marked = [root, *root.iter("body", "section", "nav")][:3]
    return any(_NOT_READ & set((each.get("epub:type") or "").split()) for each in marked)


def _only_leads(root: etree._Element) -> bool:
    """Whether most of a document's words are links to other documents, as in a table of contents."""
    words = len("".join(root.itertext()))
    links = [each for each in root.iter("a") if not (each.get("href") or "#").startswith("#")]
    return len(links) > 2 and sum(len("".join(each.itertext())) for each in links) > words / 2


def _article(title: str, parts: Sequence[Passage], book: _Book, source: str) -> Article:
    level = min((each.level for each in parts[:4] if each.level), default=0)
    first = next((each for each in parts[:4] if each.level == level), None) if level else None
    page = Composition()
    if first is None and title:
        page.add(BlockKind.HEADLINE, title)
    for each in parts:
        page.add(BlockKind.HEADLINE if each is first else each.kind, each.words, told=each.told)
    text, blocks = page.finished()
    title = title_of(text, blocks)
    return Article(source, text, blocks, book.language or "und", title, book.about, links=tuple(page.links))


def _path(folder: str, reference: str) -> Place:
    """Where a reference from a document in `folder` leads."""
    path, _, name = reference.partition("#")
    return posixpath.normpath(posixpath.join(folder, unquote(path))), unquote(name)


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    """All elements below `root` with a local name, whatever their namespace."""
    return list(root.iter(f"{{*}}{name}"))


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
