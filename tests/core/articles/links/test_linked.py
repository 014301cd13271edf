"""Links stay on their words whatever becomes of white space and hyphens."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles.links.link import Link
from core.articles.links.linked import Linked, joined, linked


def told(*parts: str | tuple[str, str]) -> Linked:
    """Words, of which those in pairs are links."""
    return linked((part, None, "") if isinstance(part, str) else (part[0], part, part[1]) for part in parts)


def found(words: Linked) -> list[tuple[str, str]]:
    return [(words.words[link.start : link.end], link.address) for link in words.links]


PIER = told("Laut  ", (" dem Be-\nricht ", "x:1"), " sinkt die ", ("Ha\xadfen-", "x:2"), " und Kaigebühr.")


def test_a_link_begins_and_ends_with_its_words() -> None:
    assert found(PIER) == [("dem Be-\nricht", "x:1"), ("Ha\xadfen-", "x:2")]


@pytest.mark.parametrize(
    "words",
    [
        "Laut dem Bericht sinkt die Hafen- und Kaigebühr.",
        "– Laut dem Be-\nricht sinkt die Hafen- und Kaigebühr.",
        "dem Be- richt sinkt die Hafen-",
    ],
)
def test_it_is_on_the_same_words_after_they_were_rewritten(words: str) -> None:
    again = PIER.rewritten(words)
    assert again.words == words
    assert [each.replace("-", "").replace(" ", "").replace("\n", "") for each, _ in found(again)] == [
        "demBericht",
        "Hafen",
    ]


@pytest.mark.parametrize("words", ["Laut dem Gericht sinkt die Hafen- und Kaigebühr.", "sinkt die", ""])
def test_it_is_dropped_where_its_words_are_gone(words: str) -> None:
    assert PIER.rewritten(words).links == ()


def test_it_is_dropped_where_its_words_may_stand_in_two_places() -> None:
    words = told("Mehr: ", ("hier", "x:1"))
    assert words.rewritten("Mehr: hier. Mehr: hier.").links == ()


def test_words_of_one_link_are_one_and_those_of_two_beside_each_other_two() -> None:
    one, other = ("x", "https://a.example/"), ("y", "https://a.example/")
    pieces = [("Kai", one, one[1]), ("mauer", one, one[1]), ("fest", other, other[1])]
    assert found(linked(pieces)) == [("Kaimauer", one[1]), ("fest", one[1])]


def test_what_a_pattern_leaves_of_it_keeps_the_link() -> None:
    words = told("Der ==gelbe== ", ("==Kran==", "x:1"), " steht.").without(re.compile("==([^=]*)=="))
    assert words.words == "Der gelbe Kran steht."
    assert found(words) == [("Kran", "x:1")]


def test_several_keep_theirs_when_they_are_put_side_by_side() -> None:
    row = joined([told(("Kai", "x:1")), Linked("12"), told("am ", ("Tor", "x:2"))], " | ")
    assert row.words == "Kai | 12 | am Tor"
    assert found(row) == [("Kai", "x:1"), ("Tor", "x:2")]


letters = st.text("aäß-,. \n\t\xad„“🏊", max_size=12)


@given(st.lists(st.tuples(letters, st.booleans()), max_size=8), st.integers(0, 3), st.integers(0, 3))
def test_whatever_is_cut_off_a_link_holds_what_it_held(
    parts: list[tuple[str, bool]], before: int, behind: int
) -> None:
    whole = linked(
        (words, number, f"x:{number}" if is_link else "") for number, (words, is_link) in enumerate(parts)
    )
    kept = " ".join(whole.words.split())[before:]
    kept = kept[: len(kept) - behind]
    again = whole.rewritten(kept)
    assert again.words == kept
    squeezed = {link.address: _squeezed(whole.words[link.start : link.end]) for link in whole.links}
    for link in again.links:
        # A hyphen at its end may have been taken for one that parts a word.
        assert _squeezed(kept[link.start : link.end]).strip("-") == squeezed[link.address].strip("-")
        assert Link(link.start, link.end, link.address) in again.links
    if not before and not behind:
        assert len(again.links) == len([each for each in squeezed.values() if each])


def _squeezed(words: str) -> str:
    return "".join(words.replace("\xad", "").split())


def test_some_of_the_words_keep_what_they_have_of_each_link() -> None:
    words = told("Am ", ("alten Kai", "x:1"), " steht ", ("er", "x:2"), ".")
    assert found(words.between(0, 2)) == []
    assert found(words.between(4, 9)) == [("lten", "x:1")]
    assert found(words.between(9, 22)) == [("Kai", "x:1"), ("er", "x:2")]
