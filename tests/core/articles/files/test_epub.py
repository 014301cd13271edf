"""Books: one article for each chapter, every paragraph in its place."""

from pathlib import Path

import pytest

from core.articles import Publication
from core.articles.errors import SourceError
from core.articles.files.epub import epub_articles
from core.articles.sources import read_article, read_articles
from tests.core.articles.files.books import book, document, nav, ncx
from tests.core.articles.files.prose import (
    BUND,
    ENDE,
    GRANIT,
    KAI,
    LOTSE,
    MUEHLE,
    RAT,
    C,
    Gold,
    H,
    L,
    P,
    S,
    paragraphs,
    read_blocks,
)


def marked(*words: str) -> str:
    """Paragraphs as markup."""
    return "".join(f"<p>{each.replace('&', '&amp;')}</p>\n" for each in words)


WRAPPED = KAI.replace(" und ", "\n    und ")
COVER = document('<img src="c.jpg" alt="Titelbild"/>', ' epub:type="cover"')
TITLE_PAGE = document("<h1>Wasserwege</h1><p>Ida Morgen</p><p>Verlag am Deich</p>")

BOOKS: dict[str, tuple[bytes, list[Gold]]] = {
    "one document per chapter": (
        book(
            {
                "cover.xhtml": COVER,
                "titel.xhtml": TITLE_PAGE,
                "nav.xhtml": nav('<li><a href="k1.xhtml">Tor</a></li><li><a href="k2.xhtml">Amt</a></li>'),
                "k1.xhtml": document(f"<h1>Das Tor</h1>{marked(KAI, RAT)}"),
                "k2.xhtml": document(f"<h1>Das Amt</h1>{marked(BUND, ENDE)}"),
            }
        ),
        [[(H, "Das Tor"), *paragraphs(KAI, RAT)], [(H, "Das Amt"), *paragraphs(BUND, ENDE)]],
    ),
    "chapters split over several documents": (
        book(
            {
                "toc.ncx": ncx([("Das Tor", "k_000.html"), ("Das Amt", "k_002.html")]),
                "k_000.html": document(f"<h2>Das Tor</h2>{marked(KAI)}"),
                "k_001.html": document(marked(RAT, GRANIT)),
                "k_002.html": document(f"<h2>Das Amt</h2>{marked(BUND, ENDE)}"),
            }
        ),
        [[(H, "Das Tor"), *paragraphs(KAI, RAT, GRANIT)], [(H, "Das Amt"), *paragraphs(BUND, ENDE)]],
    ),
    "several chapters in one document": (
        book(
            {
                "toc.ncx": ncx([("Das Tor", "b.html#c1"), ("Das Amt", "b.html#c2")]),
                "b.html": document(
                    f'<h2 id="c1">Das Tor</h2>{marked(KAI, RAT)}<a id="c2"/><h2>Das Amt</h2>{marked(BUND, ENDE)}'
                ),
            }
        ),
        [[(H, "Das Tor"), *paragraphs(KAI, RAT)], [(H, "Das Amt"), *paragraphs(BUND, ENDE)]],
    ),
    "parts, chapters, and sections within them": (
        book(
            {
                "nav.xhtml": nav(
                    '<li><a href="t1.xhtml">Teil I</a><ol><li><a href="k1.xhtml">Das Tor</a><ol>'
                    '<li><a href="k1.xhtml#s2">Das Geld</a></li></ol></li></ol></li>'
                ),
                "t1.xhtml": document("<h1>Teil I</h1>"),
                "k1.xhtml": document(
                    f'<h1>Das Tor</h1>{marked(KAI)}<h2 id="s2">Das Geld</h2>{marked(RAT, GRANIT)}'
                ),
            }
        ),
        [[(H, "Das Tor"), (P, KAI), (S, "Das Geld"), *paragraphs(RAT, GRANIT)]],
    ),
    "without a table of contents": (
        book(
            {"a.xhtml": document(marked(KAI, RAT)), "b.xhtml": document(f"<h3>Amt</h3>{marked(BUND)}")},
            folder="",
        ),
        [paragraphs(KAI, RAT), [(H, "Amt"), (P, BUND)]],
    ),
    "footnotes": (
        book(
            {
                "k1.xhtml": document(
                    f'<h1>Tor</h1><p>{KAI}<a epub:type="noteref" href="#f1">1</a></p>'
                    f'<p>{RAT}<sup><a href="#f2">2</a></sup> Der Kanal ist 12 m<sup>2</sup> breit.</p>'
                    f'<aside epub:type="footnote" id="f1"><p><a href="#r1">1</a> Gespräch im Mai.</p></aside>'
                )
            }
        ),
        [[(H, "Tor"), (P, KAI), (P, f"{RAT} Der Kanal ist 12 m² breit."), (P, "Gespräch im Mai.")]],
    ),
    "pictures, lists, tables and quotations": (
        book(
            {
                "k1.xhtml": document(
                    f"<section><h1>Tor</h1>{marked(KAI)}<figure><img src='a.jpg' alt=''/><figcaption>Das Tor im Mai"
                    f"</figcaption></figure><ul><li>480 Euro am Tag</li><li><p>zwei Schuten</p></li></ul>"
                    f"<table><tr><th>Jahr</th><th>Kähne</th></tr><tr><td>2023</td><td>412</td></tr></table>"
                    f"<blockquote><p>{LOTSE}</p></blockquote></section>"
                )
            }
        ),
        [
            [
                (H, "Tor"),
                (P, KAI),
                (C, "Das Tor im Mai"),
                (L, "480 Euro am Tag"),
                (L, "zwei Schuten"),
                (L, "Jahr | Kähne"),
                (L, "2023 | 412"),
                (P, LOTSE),
            ]
        ],
    ),
    "divs for paragraphs, drop capitals, soft hyphens": (
        book(
            {
                "k1.html": document(
                    f'<div class="k"><div class="t"><span class="dc">S</span>{KAI[1:]}</div>\n<div class="t">'
                    f"{RAT.replace('Hafenmeisterin', 'Hafen&#173;meisterin')}</div></div>"
                )
            }
        ),
        [paragraphs(KAI, RAT)],
    ),
    "lines wrapped in the source, and breaks": (
        book(
            {
                "k1.html": document(
                    f"<p>{WRAPPED}</p><p>{MUEHLE.replace('&', '&amp;')}<br/>{ENDE}</p>"
                    f"<p>{BUND}<br/><br/>{LOTSE}</p>"
                )
            }
        ),
        [paragraphs(KAI, f"{MUEHLE} {ENDE}", BUND, LOTSE)],
    ),
    "entities, hidden text and scripts": (
        book(
            {
                "k1.xhtml": document(
                    f"<script/><p>{KAI.replace(' ', '&nbsp;', 1)}</p><p style='display:none'>{GRANIT}</p>"
                    f"<p hidden='hidden'>x</p><p>{RAT.replace('„', '&bdquo;').replace('“', '&ldquo;')}</p>"
                )
            }
        ),
        [paragraphs(KAI, RAT)],
    ),
    "a document that is missing, and names with spaces": (
        book(
            {
                "fehlt.xhtml": document(marked(LOTSE)),
                "kapitel 1.xhtml": document(marked(KAI, RAT)),
            },
            left_out=("fehlt.xhtml",),
        ),
        [paragraphs(KAI, RAT)],
    ),
    "a chapter named only in the table of contents": (
        book(
            {
                "nav.xhtml": nav('<li><a href="k1.xhtml">Wie das Tor klemmte</a></li>'),
                "k1.xhtml": document(marked(KAI, RAT)),
            }
        ),
        [[(H, "Wie das Tor klemmte"), *paragraphs(KAI, RAT)]],
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_every_paragraph_of_a_book(name: str) -> None:
    data, gold = BOOKS[name]
    assert [read_blocks(article) for article in epub_articles(data, "b.epub")] == gold


def test_chapters_have_numbers_and_the_book_as_their_source(tmp_path: Path) -> None:
    path = tmp_path / "b.epub"
    path.write_bytes(BOOKS["one document per chapter"][0])
    articles = read_articles(str(path))
    assert [article.source for article in articles] == [f"{path}#1", f"{path}#2"]
    assert articles[0].publication == Publication(("Ida Morgen",), "2024-05-06", "Wasserwege")
    assert read_articles(f"{path}#2") == [articles[1]]
    first = read_article(str(path))
    assert first.text == articles[0].text
    assert first.notice == f"{path} holds 2 articles; this is the first. Others: {path}#2."
    with pytest.raises(SourceError, match=r"b\.epub#3: .*b\.epub holds 2 articles"):
        read_article(f"{path}#3")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04" + bytes(99), "the book is damaged"),
        (BOOKS["footnotes"][0][:300], "the book is damaged"),
        (book({"a.xhtml": TITLE_PAGE}), "holds no text"),
    ],
    ids=["bytes", "cut", "empty"],  # a packed book holds the time at which it was packed
)
def test_a_book_that_cannot_be_read_is_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        epub_articles(data, "b.epub")


def test_a_page_of_links_is_no_chapter() -> None:
    links = "".join(
        f'<p><a href="{name}.xhtml">Kapitel {name}, in dem ein Tor klemmt</a></p>' for name in "abcdefgh"
    )
    data = book({"inhalt.xhtml": document(f"<h1>Inhalt</h1>{links}"), "a.xhtml": document(marked(KAI, RAT))})
    [article] = epub_articles(data, "b.epub")
    assert read_blocks(article) == paragraphs(KAI, RAT)
