"""What a web page told of its article is kept with it, and nothing that knows less overwrites it."""

from dataclasses import replace

from core.articles import Publication
from core.library import Library
from tests.core.library.conftest import make_article

ABOUT = Publication(("Jette Claasen",), "2026-03-14", "Küstenbote", "https://kb.example/a", partial=True)
PAGE = replace(make_article(source="https://kb.example/a"), publication=ABOUT)


def test_authors_day_site_and_address_are_there_again(library, folder):
    library.open_article(PAGE)
    again = Library(folder)
    assert again.load_article(PAGE.key) == PAGE
    assert [record.published for record in again.articles()] == ["2026-03-14"]
    assert [record.published for record in Library(folder).articles()] == ["2026-03-14"]


def test_the_same_text_from_a_file_keeps_them(library):
    library.open_article(PAGE)
    shelf = library.open_article(make_article(source="copy.txt"))
    assert shelf.record.published == "2026-03-14"
    kept = library.load_article(PAGE.key)
    assert kept is not None
    assert (kept.publication, kept.source) == (ABOUT, "copy.txt")


def test_they_are_listed_again_when_the_index_is_lost(library, folder):
    library.open_article(PAGE)
    for path in folder.glob("index*"):
        path.unlink()
    assert [record.published for record in Library(folder).articles()] == ["2026-03-14"]


def test_the_list_that_is_shown_first_knows_the_day(library, folder, tmp_path):
    library.open_article(PAGE)
    library.articles()
    assert [each.published for each in Library(folder, tmp_path / "cache").first_articles()] == ["2026-03-14"]


def test_a_page_read_anew_is_a_new_version(library):
    library.open_article(PAGE)
    text = f"{PAGE.text}Am Abend kam die Fähre doch noch.\n"
    newer = replace(make_article(text, PAGE.source), publication=replace(ABOUT, published="2026-03-15"))
    library.open_article(newer)
    assert [record.published for record in library.versions(newer.key)] == ["2026-03-14", "2026-03-15"]
    assert [record.key for record in library.articles()] == [newer.key]
