"""Whom the words for who speaks leave no room for in English."""

import pytest

from tests.core.actors.test_english_actors import analysed

SPEAKS = {
    "The gate of Penn Valley Power was put in in 1961, according to [state records].": "state records",
    "According to [two people close to the board], the search for a successor of Ada Lind has begun.": (
        "two people close to the board"
    ),
    "Bo Quill has left Penn Bakes. The sausage chain thanked him.\n\nAda Lind, the finance director, takes over until "
    "a successor is found. [The company] warned that profits would be low.": "Penn Bakes",
    # A pronoun rules nobody out by its kind
    "Penn Bakes hired Bo Quill. [It] said that the ovens were old.": "Penn Bakes",
}


@pytest.mark.parametrize("marked", SPEAKS)
def test_who_speaks_by_the_kind_of_the_words(marked: str):
    found = analysed(marked.replace("[", "").replace("]", ""))
    quote = [each for each in found.quotes if each.type == "indirect"][-1]
    assert quote.speaker is not None
    assert next(each.name for each in found.actors if each.id == quote.speaker.actor) == SPEAKS[marked]


def test_a_source_without_an_actor_is_named_all_the_same():
    found = analysed(
        "According to an arrest report, the suspect told officers that it was late. Ada Lind wept."
    )
    assert found.quotes[0].speaker is not None


def test_a_headline_that_ends_in_who_was_told_has_the_speaker_of_its_marks():
    found = analysed(
        "Mill “will not reopen this year”, tenants told\n\n"
        "The director, Vera Moss, told a meeting that the mill “will not reopen this year”."
    )
    names = [found.actor(each.speaker.actor or "") if each.speaker else None for each in found.quotes]
    assert [each.name if each else "" for each in names] == ["Vera Moss"] * len(names)
