"""A subject right before the name of somebody else: "warf die Wirtin Minister Lind vor"."""

import pytest

from core.api import analyze
from tests.core.actors.speakers_of import speakers

BOTH = "Bürgermeister Heiko Tramm ist erleichtert. Olaf Benk ist es nicht. "


@pytest.mark.parametrize("verb", ["vorgeworfen", "angekreidet"])
def test_an_age_is_not_that_of_the_surname_behind_it(verb: str) -> None:
    text = BOTH + f"Schon im Mai hatte der 66-Jährige Tramm {verb}, Gutachten zurückzuhalten."
    ages = {actor.name: actor.age for actor in analyze(text, language="de").analysis.actors}
    assert (ages["Heiko Tramm"], ages["Olaf Benk"]) == (None, 66)
    assert "Heiko Tramm" not in speakers(text)


def test_before_a_full_name_it_is_a_slip() -> None:
    text = BOTH + "Am Montag sagte die 44-Jährige Rita Sell, sie gehe."
    ages = {actor.name: actor.age for actor in analyze(text, language="de").analysis.actors}
    assert ages["Rita Sell"] == 44


@pytest.mark.parametrize("who", ["die 44-Jährige", "die Abgeordnete"])
def test_a_woman_is_no_minister_who_is_a_man(who: str) -> None:
    text = f"Die Abgeordnete Ada Sell wirkte müde. Am Montag warf {who} Minister Jon Brakel vor, zu lügen."
    actors = {actor.name: actor for actor in analyze(text, language="de").analysis.actors}
    assert speakers(text) == ["Ada Sell"]
    assert (actors["Jon Brakel"].age, actors["Jon Brakel"].roles) == (None, ("Minister",))


def test_what_a_woman_is_is_no_role_of_a_man_with_that_surname() -> None:
    text = "Minister Jon Brakel kam spät. Einen Feigling nannte die Sängerin Brakel am Abend."
    actors = {actor.name: actor for actor in analyze(text, language="de").analysis.actors}
    assert actors["Jon Brakel"].roles == ("Minister",)
