"""What changed between two versions, sentence by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles import BlockKind
from core.articles.changes import Sort, differences
from core.articles.texts import plain_article

A, B, C, D = (
    "Am Morgen lagen die Kräne im Hafen still.",
    "Ada Lind sprach lange mit den Schauerleuten.",
    "„Ich gehe erst, wenn die Arbeit getan ist“, sagte sie.",
    "Am Abend brannte noch Licht im Kontor.",
)


def article(*sentences):
    return plain_article("Der Hafen schweigt\n\n" + " ".join(sentences), "hafen.txt")


def told(old, new):
    return [
        (each.sort, new.text[slice(*each.new)] if each.new else old.text[slice(*each.old)])
        for each in differences(old, new)
        if each.sort is not Sort.SAME
    ]


def test_the_same_text_has_no_change():
    assert told(article(A, B), article(A, B)) == []
    assert told(article(A, B), article(A, "\n", B)) == [], "white space is no change"


def test_sentences_come_and_go():
    assert told(article(A, B), article(A, C, B)) == [(Sort.INSERTED, C)]
    assert told(article(A, B, C), article(A, C)) == [(Sort.DELETED, B)]


def test_a_changed_sentence_says_which_words():
    changed = B.replace("lange", "zwei Stunden lang")
    old, new = article(A, B, C), article(A, changed, C)
    (one,) = [each for each in differences(old, new) if each.sort is not Sort.SAME]
    assert one.sort is Sort.CHANGED
    assert [(piece.sort, piece.words) for piece in one.pieces if piece.sort is not Sort.SAME] == [
        (Sort.DELETED, "lange"),
        (Sort.INSERTED, "zwei Stunden lang"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("42,5", "48,9"),
        ("1.500", "1.700"),
        ("27.11.2026", "28.11.2026"),
        ("14:30", "15:30"),
        ("2026-11-27", "2026-11-29"),
        ("7/8", "5/8"),
        ("20er", "30er"),
    ],
)
def test_a_number_changes_as_a_whole(before, after):
    sentence = "Der Umbau der Kräne kostet, so das Kontor, {} im Hafen."
    old, new = article(A, sentence.format(before)), article(A, sentence.format(after))
    (one,) = [each for each in differences(old, new) if each.sort is not Sort.SAME]
    changed = [piece.words for piece in one.pieces if piece.sort is not Sort.SAME]
    assert changed == [before, after]


def test_a_moved_sentence_is_told_once_where_it_came_to():
    old, new = article(A, B, C, D), article(B, C, D, A)
    assert told(old, new) == [(Sort.MOVED, A)]
    (moved,) = [each for each in differences(old, new) if each.sort is Sort.MOVED]
    assert moved.old is not None
    assert old.text[slice(*moved.old)] == A


@given(
    st.lists(st.sampled_from([A, B, C, D]), max_size=5), st.lists(st.sampled_from([A, B, C, D]), max_size=5)
)
def test_from_the_old_text_and_the_differences_the_new_one_can_be_told(old_sentences, new_sentences):
    """Every sentence of both texts is accounted for exactly once."""
    old, new = article(*old_sentences), article(*new_sentences)
    found = differences(old, new)
    for text, which in ((old, "old"), (new, "new")):
        parts = sorted(span for each in found if (span := getattr(each, which)))
        joined = " ".join(text.text[slice(*part)] for part in parts)
        assert joined.split() == text.text.split()


def test_credits_that_come_or_go_are_no_change_of_the_report():
    old, new = (plain_article(f"{A} {B}\n\n{end}{C}\n", "hafen.txt") for end in ("", "Foto: Ada Lind\n\n"))
    assert new.blocks[-2].kind is BlockKind.CREDIT
    assert told(old, new) == []
