"""Whom a report of a court means by "der Angeklagte" where it never gives a name."""

import pytest

from core.api import analyze
from tests.core.actors.speakers_of import speakers


def one_person(text: str) -> bool:
    """Whether all people without a name in a text are one."""
    actors = analyze(text, language="de").to_dict()["actors"]
    return sum(actor["kind"] == "unnamed" for actor in actors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ein 45-jähriger Glaser muss sich vor dem Amtsgericht verantworten. „Es reicht“, sagte der Angeklagte.",
        "Wegen Raubes ist ein Glaser angeklagt. „Es war dunkel“, so der Angeklagte.",
        "Vor Gericht begann der Prozess gegen einen Glaser. „Es war dunkel“, so der Angeklagte.",
        "Gegen einen 27-Jährigen hat das Land Anklage erhoben. „Es reicht“, sagte der Angeklagte.",
        "Gegen eine 27-Jährige wird ermittelt. „Es reicht“, sagte die Verdächtige.",
        "Das Gericht verurteilte einen 58-Jährigen zu Haft. „Es reicht“, sagte der Angeklagte.",
        "Das Gericht wirft einem 38-Jährigen Raub vor. „Es reicht“, sagte der Beschuldigte.",
        "Das Land nahm einen 38-Jährigen fest. „Es reicht“, sagte der Beschuldigte.",
        "Ein Glaser wurde freigesprochen. „Es reicht“, sagte der Angeklagte.",
    ],
)
def test_whoever_is_accused_without_a_name_is_meant(text: str):
    assert one_person(text)
    assert speakers(text)[-1] is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gegen einen Wirt und gegen einen Koch wird ermittelt. „Es reicht“, sagte der Beschuldigte.",
        "Gegen einen Koch wird nicht ermittelt. „Es reicht“, sagte der Beschuldigte.",
        "Ein Koch traf einen Wirt. „Es reicht“, sagte der Beschuldigte.",
    ],
)
def test_of_several_or_of_nobody_accused_none_is_meant(text: str):
    assert speakers(text)[-1] == "der Beschuldigte"


def test_the_client_of_a_lawyer_is_whoever_is_accused():
    text = "Ein Glaser muss sich vor Gericht verantworten. Anwalt Bo Kolb sagte, sein Mandant sei krank."
    assert one_person(text)


def test_a_noun_made_from_an_adjective_is_a_woman_behind_her_article():
    assert speakers("Eine Köchin wird verdächtigt. Die Angeklagte sagte, sie sei krank.") == ["eine Köchin"]
    assert one_person("Festgenommen wurde ein 17-Jähriger. Der Jugendliche sagte, er sei krank.")
