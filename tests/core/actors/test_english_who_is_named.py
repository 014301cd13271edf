"""Who is named in English: a seat in parliament beside its member, and a body's short name that is its owner's too."""

import pytest

from tests.core.actors.test_english_actors import analysed, speakers


@pytest.mark.parametrize(
    "text",
    [
        "Orley and Denby MP Ines Thackeray said the road was shut.",
        "Orley, Elm and Denby MP Ines Thackeray said the road was shut.",
        "The road is shut. Orley and Denby councillor Ines Thackeray said so, and said it would stay shut.",
    ],
)
def test_two_places_before_an_office_are_its_seat(text):
    assert set(speakers(analysed(text))) == {"Ines Thackeray"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom Orde and Mayor Ines Thackeray said the road was shut.", "Tom Orde"),
        ("Mayor Ines Thackeray of Orley and Denby said the road was shut.", "Ines Thackeray"),
    ],
)
def test_who_is_no_place_is_nobodys_seat(text, who):
    assert speakers(analysed(text)) == [who]


OWNED = (
    "Halden Foods rejected a bid on Monday. Halden has issued two warnings. Ada Quill, who runs it, said Halden was "
    "fine.\n\nIts representative on the board, Sir Clive Halden, declined to say how he would vote."
)


def named(text: str, words: str) -> list[str]:
    found = analysed(text)
    same = (each for each in found.mentions if text[each.start : each.end] == words)
    actors = (found.actor(each.actor) for each in same)
    return [actor.name for actor in actors if actor]


def test_a_short_name_before_its_owner_is_named_is_the_body():
    assert named(OWNED, "Halden") == ["Halden Foods", "Halden Foods"]
    assert speakers(analysed(OWNED))[-1] == "Clive Halden"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Clive Halden runs Halden Foods. Halden said he was tired.", ["Clive Halden"]),
        ("Clive Halden left. Halden said so. Halden Foods is his.", ["Clive Halden"]),
    ],
)
def test_a_surname_behind_somebody_named_in_full_is_theirs(text, who):
    assert named(text, "Halden") == who


@pytest.mark.parametrize(
    "text",
    [
        "Ron Hebb has banked there since 1958. The quarryman and his late wife, Edna, took out a loan.",
        "Ron Hebb said so. The baker and his sister, Ada Quill, said the oven was cold.",
    ],
)
def test_a_name_behind_two_people_is_that_of_the_second(text):
    found = analysed(text)
    first = text.index("The ")
    linked = {
        found.actor(each.actor).name for each in found.mentions if each.span == (first, text.index(" and "))
    }
    assert linked <= {"Ron Hebb"}
