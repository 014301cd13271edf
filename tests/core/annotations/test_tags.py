import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotations.tags import normalise, normalise_tags, parse, same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hafen", "hafen"),
        ("  #Hafen ", "Hafen"),
        ("Frist prüfen", "Frist-prüfen"),
        ("Frist \t prüfen", "Frist-prüfen"),
        ("politik / wahl", "politik/wahl"),
        ("/politik//wahl/", "politik/wahl"),
        ("#politik/#wahl", "politik/wahl"),
        ("a\x1b[31mb", "a[31mb"),
        ("ge\u202eheim", "geheim"),
        ("So\u00adnett", "Sonett"),
        ("u\u0308ber", "über"),
        ("a,b;c", "a-b-c"),
        ("C++", "C++"),
        ("[Kap]", "[Kap]"),
    ],
)
def test_a_tag_is_kept_in_one_form(typed, kept):
    assert normalise(typed) == kept


@pytest.mark.parametrize("typed", ["", " ", "#", "##/#", "\x00", "\u200b", " - ", ",;"])
def test_a_tag_of_nothing_is_refused_in_a_sentence(typed):
    with pytest.raises(ValueError, match=r"^A tag needs .*\.$"):
        normalise(typed)


def test_capital_letters_make_no_second_tag_and_the_first_spelling_stays():
    assert normalise_tags(["Hafen", "#hafen", "Kap", "HAFEN"]) == ("Hafen", "Kap")
    assert normalise_tags(["Straße", "STRASSE"]) == ("Straße",)


def test_a_typed_line_is_parted_by_commas_and_signs():
    assert parse("#hafen, Frist prüfen #politik/wahl; hafen") == ("hafen", "Frist-prüfen", "politik/wahl")
    assert parse(" , # ,; ") == ()


def _normal(text: str) -> str | None:
    try:
        return normalise(text)
    except ValueError:
        return None


@given(st.text(st.characters()))
def test_normalising_twice_is_normalising_once_and_nothing_unseen_is_left(text):
    kept = _normal(text)
    if kept is not None:
        assert normalise(kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert not any(char.isspace() or unicodedata.category(char) in ("Cc", "Cs") for char in kept)
        assert not kept.startswith("#")
        assert parse(kept) == (kept,)


@given(st.lists(st.text(max_size=8)))
def test_typed_tags_come_back_from_their_own_list(texts):
    tags = normalise_tags(tag for tag in texts if _normal(tag) is not None)
    assert parse(", ".join(tags)) == tags
    assert len({same(tag) for tag in tags}) == len(tags)
