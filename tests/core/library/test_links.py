"""The links of an article are kept with it, those of each version with that version."""

import json
from dataclasses import replace

from core.articles.links.link import Link
from core.library import Library
from tests.core.library.conftest import TEXT, make_article

LINKS = (Link(4, 9, "https://kb.example/hafen"), Link(19, 27, "https://kb.example/lind"))
PAGE = replace(make_article(source="https://kb.example/a"), links=LINKS)


def test_they_are_there_again(library, folder):
    library.open_article(PAGE)
    assert Library(folder).load_article(PAGE.key) == PAGE


def test_the_same_text_from_elsewhere_keeps_them(library):
    library.open_article(PAGE)
    library.open_article(make_article(source="copy.txt"))
    kept = library.load_article(PAGE.key)
    assert kept is not None
    assert (kept.links, kept.source) == (LINKS, "copy.txt")


def test_a_page_that_is_read_again_has_those_it_has_now(library):
    library.open_article(make_article(source="https://kb.example/a"))
    library.open_article(PAGE)
    moved = (Link(4, 9, "https://kb.example/neu"),)
    library.open_article(replace(PAGE, links=moved))
    kept = library.load_article(PAGE.key)
    assert kept is not None
    assert kept.links == moved


def test_a_new_version_has_its_own(library):
    library.open_article(PAGE)
    later = replace(make_article(TEXT + "\nSie ging.\n", PAGE.source), links=LINKS[:1])
    library.open_article(later)
    assert [record.key for record in library.versions(later.key)] == [PAGE.key, later.key]
    assert [library.load_article(key).links for key in (PAGE.key, later.key)] == [LINKS, LINKS[:1]]


def test_a_file_without_them_is_read_as_it_is(library, folder):
    plain = make_article()
    library.open_article(plain)
    (path,) = (folder / "articles").rglob("*.json")
    (document,) = json.loads(path.read_text("utf-8"))["articles"].values()
    assert "links" not in document
    assert library.load_article(plain.key) == plain
