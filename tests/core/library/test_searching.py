"""Searching all annotations."""

from hypothesis import given
from hypothesis import strategies as st

from core.annotations import Anchor, Annotation
from core.library import Library
from core.text.folding import fold, fold_query
from core.text.search import find
from tests.core.library.conftest import make_article

PIECES = ["a", "e", "o", "u", "ä", "ö", "Ü", "ß", "ss", "s", "ae", "oe", "ue", " ", "\n", "-", "–", "-\n"]
PIECES += [
    "\u00ad",
    "u\u0308",
    "é",
    "...",
    "…",
    '"',
    "„",
    "'",
    "’",
    "x",
    "œ",
    "æ",
    "ø",
    "Ł",
    "i",
    "İ",
    "ı",
    "ſ",
]
texts = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(texts, texts, texts)
def test_folded_text_holds_all_that_a_search_would_find(before, query, after):
    text = before + query + after
    if find(text, query):
        assert fold_query(query) in fold(text)


def test_words_are_found_in_note_tags_and_passage(library, article):
    start = article.text.index("Arbeit")
    anchor = Anchor.of(article.text, start, start + 6)
    kept = library.save(article, Annotation.new(anchor, ("Frist",), "Größe der Kräne prüfen"))
    library.save(article, Annotation.new(None, ("anderes",), "Nichts davon"))
    for query in ("groesse", "KRÄNE", "frist", "arbeit", "prüfen arbeit frist", "#frist kräne"):
        assert [found.id for found in library.search(query)] == [kept.id], query
    for query in ("krane arbeitet", "#kräne", "frist anderes", "", "  ", "#"):
        assert library.search(query) == (), query


def test_a_tag_finds_those_below_it_and_no_other(library, article):
    for number, tag in enumerate(("hafen", "hafen/kran", "hafenamt", "alt/hafen")):
        library.save(article, Annotation(f"a{number}", None, (tag,)))
    assert {found.id for found in library.search("#hafen")} == {"a0", "a1"}


def test_found_come_by_article_then_by_place(library):
    one, two = make_article("Der Kran steht, der Kran geht.\n"), make_article("Ein Kran.\n")
    for article in (one, two):
        library.open_article(article)
    late = library.save(one, Annotation.new(Anchor.of(one.text, 20, 24), ("t",), "Kran"))
    early = library.save(one, Annotation.new(Anchor.of(one.text, 4, 8), ("t",), "Kran"))
    other = library.save(two, Annotation.new(None, ("t",), "Kran"))
    assert [found.id for found in library.search("kran")] == [other.id, early.id, late.id]


def test_a_search_sees_at_once_what_this_program_saves_deletes_and_renames(library, article):
    assert library.search("kap") == ()
    kept = library.save(article, Annotation.new(None, ("kap",)))
    assert [found.id for found in library.search("kap")] == [kept.id]
    library.change_tags(["kap"], "horn")
    assert library.search("kap") == ()
    assert [found.id for found in library.search("horn")] == [kept.id]
    library.delete(article, kept.id)
    assert library.search("horn") == ()


def test_any_note_is_found_by_its_own_words(tmp_path, quick):
    library = Library(tmp_path / "library", tmp_path / "cache")
    notes = [
        "Tab\there",
        "Zeile\neins",
        "\ud800 halb",
        "雨 im Hafen",
        "a\x1eb\x1fc",
        'Zitat „so“ "so"',
        "\\n \\t",
    ]
    for number, note in enumerate(notes):
        library.save(make_article(f"{number}\n"), Annotation(f"a{number}", None, ("t",), note))
    again = Library(tmp_path / "library", tmp_path / "cache")
    for number, note in enumerate(notes):
        assert f"a{number}" in {found.id for found in again.search(note)}, note
