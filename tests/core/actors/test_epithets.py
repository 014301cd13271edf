import pytest

from core.actors import resolve
from core.analysis.analysis import Form, Label, Mention
from tests.core.actors.staged import Staged, parsed_of, stage


def epithets(text: str) -> dict[str, str]:
    """The descriptions in a bracketed text, with the names of whom they mean."""
    staged: Staged = stage(text)
    names = {actor.id: actor.name for actor in staged.resolution.actors}
    return {
        staged.text[m.start : m.end]: names[m.actor or ""]
        for m in staged.resolution.mentions
        if m.form is Form.NOMINAL and m.confidence < 1
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # by age
        (
            "[PER Ada Lind] (58) traf [PER Ute Berg] (44). Die 44-Jährige lachte.",
            {"Die 44-Jährige": "Ute Berg"},
        ),
        ("[PER Ada Lind] kam mit [PER Bo Berg]. Die 58-Jährige lachte.", {"Die 58-Jährige": "Ada Lind"}),
        # by nation
        ("Der dänische Kapitän [PER Bo Berg] traf [PER Uwe Lenz]. Der Däne siegte.", {"Der Däne": "Bo Berg"}),
        ("[PER Ada Lind] aus [LOC Norwegen] kam. Die Norwegerin siegte.", {"Die Norwegerin": "Ada Lind"}),
        # by role and by what goes with it
        (
            "Ministerin [PER Ada Lind] traf Richterin [PER Ute Berg]. Die Ministerin rief.",
            {"Die Ministerin": "Ada Lind"},
        ),
        ("Hafenminister [PER Bo Berg] kam. Später ging der Minister.", {"der Minister": "Bo Berg"}),
        (
            "Premier [PER Bo Berg] traf Trainer [PER Uwe Lenz]. Der Regierungschef sprach.",
            {"Der Regierungschef": "Bo Berg"},
        ),
        ("Staatsanwältin [PER Ada Lind] kam. Die Anklägerin sprach.", {"Die Anklägerin": "Ada Lind"}),
        (
            "Staatsrechtler [PER Bo Berg] traf Trainer [PER Uwe Lenz]. Der Rechtsprofessor sprach.",
            {"Der Rechtsprofessor": "Bo Berg"},
        ),
        (
            "Der verletzte [PER Bo Berg] und Fahrer [PER Uwe Lenz], ein Angeklagter, kamen. Der Angeklagte ging.",
            {"Der Angeklagte": "Uwe Lenz"},
        ),
        (
            "Briefträger [PER Bo Berg] traf Landwirt [PER Uwe Lenz]. Der Postbote rief. Der Bauer ging.",
            {"Der Postbote": "Bo Berg", "Der Bauer": "Uwe Lenz"},
        ),
        (
            "Hafenminister [PER Bo Berg] kam. [PER Uwe Lenz] auch. Der Minister für Häfen und Fischerei sprach.",
            {"Der Minister": "Bo Berg"},
        ),
        (
            "Ministerpräsident [PER Bo Berg] kam.\nIn Kiel sprach der Präsident des Fischereiverbands.",
            {},
        ),
        ("Bürgermeister [PER Bo Berg] kam. Dann sprach der Minister.", {}),
        ("[PER Ada Lind] kam. Laut rief der Kapitän.", {}),
        ("Behördenchef [PER Bo Berg], der Chef, kam.\nIn Rom sprach der Regierungschef.", {}),
        ("Ein Sprecher von [ORG Kapwerft] nannte die Pläne des Konzerns falsch.", {}),
        # by what a body makes or where it plays
        ("[ORG Kapwerft] zahlt nicht. Der Schiffbauer schweigt.", {"Der Schiffbauer": "Kapwerft"}),
        # by whom the paragraph is about
        ("[PER Bo Berg] schwieg. Der Hausherr lächelte.", {"Der Hausherr": "Bo Berg"}),
        ("[PER Bo Berg] wankt. Der Tropen-Despot schweigt.", {"Der Tropen-Despot": "Bo Berg"}),
        # by tie
        (
            "[PER Ada Lind] kam. Ihr Vater [PER Bo Lind] pfiff.\n[PER Ada Lind] sah ihren Vater.",
            {"ihren Vater": "Bo Lind"},
        ),
        # bodies
        ("Der Energiekonzern [ORG Norlicht] wächst. Das Unternehmen baut.", {"Das Unternehmen": "Norlicht"}),
        (
            "Die [ORG Hafenbehörde Kiel] warnt. Der [ORG SV Kap] spielt. Die Behörde schweigt.",
            {"Die Behörde": "Hafenbehörde Kiel"},
        ),
    ],
)
def test_who_is_meant(text, meant):
    assert epithets(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "[PER Ada Lind] kam. Der Anwalt sprach.",
        "Ministerin [PER Ada Lind] kam. Die Richterin sprach.",
        "[PER Ada Lind], die Chefin der Werft, kam.",
        "Die Chefin der Werft, [PER Ada Lind], kam.",
        "Die Ministerin [PER Ada Lind] kam.",
        "[PER Bo Berg] kam. Den Ministern war es recht.",
        "[PER Bo Berg] (44) kam. Der 63-Jährige lachte.",
        "Der dänische Kapitän [PER Bo Berg] kam. Der Norweger siegte.",
        "[PER Bo Berg] kam. Er sprach als der Chef.",
        "Premier [PER Bo Berg] sprach mit dem Präsidenten.",
        "[PER Bo Berg] kam. Der Kollege ging.",
        "Das [ORG Landgericht Kiel] tagt. Das Truppengericht auch.",
        "[PER Ada Lind] kam. „Der Chef ist weg“, rief jemand.",
    ],
)
def test_nobody_is_meant_where_nothing_tells(text):
    assert epithets(text) == {}


def test_somebody_without_a_name_is_described_again():
    assert epithets("Ein Richter kam. Der Richter sprach.") == {"Der Richter": "ein Richter"}


def test_a_description_gives_an_age():
    assert stage("[PER Ada Lind] kam. Die 58-Jährige lachte.").actor("Ada Lind").age == 58


def test_what_is_learnt_from_one_description_serves_the_next():
    text = "[PER Bo Berg] wankt. Der Machthaber schweigt.\nMinister [PER Uwe Lenz] ging. Später sprach der Machthaber."
    staged = stage(text)
    assert staged.mentioned("Bo Berg", Form.NOMINAL) == ["Der Machthaber", "der Machthaber"]


def test_sure_links_are_surer_than_guesses():
    staged = stage("Ministerin [PER Ada Lind] kam. Die Ministerin sprach. Die Eiserne Lady, die Diva, ging.")
    sure = [m.confidence for m in staged.resolution.mentions if m.form is Form.NOMINAL]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < each < 1 for each in sure)


def test_affiliations():
    staged = stage(
        "Der dänische Admiral [PER Bo Berg] ([ORG Hafenpartei]) kam. [PER Ada Lind] von der „[ORG Akademie Kap]“ ging."
    )
    assert staged.actor("Bo Berg").affiliations == ("Dänemark", "Hafenpartei")
    assert staged.actor("Ada Lind").affiliations == ("Akademie Kap",)
    assert stage("Der Däne [PER Bo Berg] kam.").actor("Bo Berg").affiliations == ("Dänemark",)


def test_without_tables_of_the_language_nobody_is_described():
    text = "The minister Ada Lind came. The minister spoke."
    resolution = resolve(parsed_of(text, "en"), [Mention(13, 21, Label.PER)], [], [])
    assert [m.form for m in resolution.mentions] == [Form.NAME]
