import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.annotations.tags import hierarchy, is_within, normalise, normalise_tags, parse, retagged, same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hafen", "hafen"),
        ("  #Hafen ", "Hafen"),
        ("Frist prüfen", "Frist-prüfen"),
        ("Frist \t prüfen", "Frist-prüfen"),
        ("Frist\tprüfen", "Frist-prüfen"),
        ("👩\u200d🚒", "👩\u200d🚒"),
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


@pytest.mark.parametrize(
    ("tag", "parent", "within"),
    [
        ("hafen", "hafen", True),
        ("Hafen/Kran", "hafen", True),
        ("hafenamt", "hafen", False),
        ("alt/hafen", "hafen", False),
        ("hafen", "hafen/kran", False),
    ],
)
def test_a_tag_lies_within_those_above_it(tag, parent, within):
    assert is_within(tag, parent) is within


@pytest.mark.parametrize(
    ("tags", "old", "new", "after"),
    [
        (("hafen", "kap"), ("hafen",), "kai", ("kai", "kap")),
        (("Hafen/Kran/rot",), ("hafen/kran",), "kran", ("kran/rot",)),
        (("hafen", "kap"), ("hafen", "kap"), "küste", ("küste",)),
        (("hafen", "kap"), ("kap",), "Hafen", ("hafen",)),
        (("hafen/kran", "kap"), ("hafen",), "", ("kap",)),
        (("hafenamt",), ("hafen",), "kai", ("hafenamt",)),
        (("a",), ("a",), "a/b", ("a/b",)),
    ],
)
def test_tags_are_changed_with_what_is_below_them(tags, old, new, after):
    assert retagged(tags, old, new) == after


def test_the_hierarchy_counts_an_annotation_once_at_every_level():
    tree = hierarchy([("hafen/kran", "Hafen/Kai"), ("hafen",), ("Hafen/kran/rot",), ("amt",), ("hafen",)])
    assert [(node.tag, node.level, node.own, node.total) for node in tree] == [
        ("amt", 0, 1, 1),
        ("hafen", 0, 2, 4),
        ("Hafen/Kai", 1, 1, 1),
        ("hafen/kran", 1, 1, 2),
        ("Hafen/kran/rot", 2, 1, 1),
    ]


@given(st.lists(st.lists(st.sampled_from(["a", "a/b", "A/c", "d", "d/e/f"]), max_size=4, unique=True)))
def test_no_level_counts_more_annotations_than_there_are_nor_fewer_than_one_below_it(annotations):
    tree = {same(node.tag): node for node in hierarchy(annotations)}
    for name, node in tree.items():
        assert node.own <= node.total <= len(annotations)
        above = name.rpartition("/")[0]
        assert not above or tree[above].total >= node.total
        assert node.total == sum(any(is_within(tag, name) for tag in tags) for tags in annotations)


def test_what_is_no_tag_from_a_file_edited_by_hand_stands_for_itself():
    assert [(node.tag, node.own) for node in hierarchy([("#", "Hafen"), ("hafen",)])] == [
        ("#", 1),
        ("Hafen", 2),
    ]
