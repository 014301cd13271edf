"""Members of parties and holders of offices told of by another noun: "der Grüne", "die FDP-Regierungsrätin"."""

import pytest

from core.api import analyze
from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    "office", ["Gesundheitsdirektorin", "Stadtpräsidentin", "Generalsekretärin", "Landrätin"]
)
@pytest.mark.parametrize(
    "other",
    ["SP-Politikerin", "FDP-Regierungsrätin", "Juristin", "Parteilose", "Grüne", "Liberale", "Grünliberale"],
)
def test_somebody_with_an_office_is_told_of_by_party_or_profession(office: str, other: str) -> None:
    text = f"{office} Rita Moll lud am Montag ein. „Das ist teuer“, sagte die {other}. Der Saal war voll."
    assert speakers(text) == ["Rita Moll"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("CDU-Stadtrat Beat Moll", "Grünen-Stadtrat Ole Sell"),
        ("Stadtrat Beat Moll (CDU)", "Stadtrat Ole Sell (Grüne)"),
    ],
)
def test_nobody_is_of_a_party_that_is_not_theirs(first: str, second: str) -> None:
    text = f"{first} stritt mit {second}. „Das ist teuer“, sagte der Grüne. „Nein“, rief der Christdemokrat."
    assert speakers(text) == ["Ole Sell", "Beat Moll"]
    text = f"{first} lud am Montag ein. „Das ist teuer“, sagte der Grüne. Der Saal war voll."
    assert speakers(text) != ["Beat Moll"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Linke sagte, das sei teuer.", "Linke"),
        ("Die Grünen sagten, das sei teuer.", "Grüne"),
    ],
)
def test_a_party_is_no_member(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_a_council_by_its_adjective_is_one_of_its_members() -> None:
    text = "Stadtrat Beat Moll lud am Montag ein. „Gut so“, sagte der parteilose Stadtrat. Der Saal war voll."
    assert speakers(text) == ["Beat Moll"]


def test_the_name_of_a_party_in_the_singular_may_begin_another_name() -> None:
    actors = analyze("Der Grüne Punkt ist alt. Der Grüne Rudi Sell kam.", language="de").analysis.actors
    assert "Rudi Sell" in [actor.name for actor in actors]


def test_an_alternative_is_nobody() -> None:
    text = "Stadträtin Rita Sell lud am Montag ein. Die Alternative ist teuer."
    read = analyze(text, language="de")
    assert "Die Alternative" not in [text[each.start : each.end] for each in read.analysis.mentions]
