"""Who wrote an article: persons and agencies, by what the page states or by its byline."""

import json

import pytest

from core.articles.web.page import page_article
from tests.core.articles.web.pages import page

SITE = '<meta property="og:site_name" content="Seebote">'


def authors(body: str = "", author: object = None, head: str = "") -> tuple[str, ...]:
    stated = {"@type": "NewsArticle", "author": author, "publisher": {"name": "Seebote Verlag"}}
    script = f'<script type="application/ld+json">{json.dumps(stated)}</script>' if author else ""
    about = page_article(page(body, SITE + head + script).encode(), "page.html").publication
    assert about is not None
    return about.authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "Ada Lind"}, ("Ada Lind",)),
        ([{"@type": "Person", "name": "Ada Lind"}, "Jon Varga"], ("Ada Lind", "Jon Varga")),
        ({"@type": "Person", "givenName": "Ada", "familyName": "Lind"}, ("Ada Lind",)),
        (
            {"@type": "Person", "name": "Ada Lind, Jon Varga und Mira Holt"},
            ("Ada Lind", "Jon Varga", "Mira Holt"),
        ),
        ({"@type": "Person", "name": "AFP/dpa"}, ("AFP", "dpa")),
        ({"@type": "Organization", "name": "dpa"}, ("dpa",)),
        ({"@type": "Organization", "name": "Seebote Nachrichten"}, ()),
        ({"@type": "Person", "name": "Seebote"}, ()),
        ({"@type": "Person", "name": "Redaktion"}, ()),
    ],
)
def test_authors_that_the_page_states(author: object, names: tuple[str, ...]) -> None:
    assert authors(author=author) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class=autor>Von Ada Lind</p>", ("Ada Lind",)),
        ("<p>Ein kurzer Rückblick von Ada Lind</p>", ("Ada Lind",)),
        ("<p>Ein Porträt von Ada Lind</p>", ()),
        ("<p>Von: Ada LIND, Jon VARGA</p>", ("Ada LIND", "Jon VARGA")),
        ("<p class=byline>Ada Lind und Jon Varga, Nordeck</p>", ("Ada Lind", "Jon Varga")),
        ("<p class=author>von Ada Lind, Radio Nordeck</p>", ("Ada Lind",)),
        ("<ul class=metaAuthorList><li><a href='/autor/lind/'>Ada Lind</a></li></ul>", ("Ada Lind",)),
        ("<p><b>Ada Lind</b></p>", ("Ada Lind",)),
        ("<p><b>Am Abend geschlossen</b></p>", ()),
        ("<p class=byline>red, Seebote/Agenturen</p>", ()),
        ("<p class=byline><a href='/autor/lind/'>Mehr Artikel</a></p>", ()),
    ],
)
def test_authors_that_only_a_byline_names(line: str, names: tuple[str, ...]) -> None:
    assert authors(line, head='<meta name="author" content="seebote.example, Nordeck, Germany">') == names


def test_first_published_and_last_changed() -> None:
    stated = {
        "@type": "NewsArticle",
        "datePublished": "2026-05-03T22:10:00+02:00",
        "dateModified": "2026-05-05",
    }
    head = f'<script type="application/ld+json">{json.dumps(stated)}</script>'
    about = page_article(page("", head).encode(), "page.html").publication
    assert about is not None
    assert (about.published, about.modified) == ("2026-05-03", "2026-05-05")
