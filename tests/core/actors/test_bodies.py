import pytest

from core.analysis.analysis import ActorKind
from tests.core.actors.staged import stage


def test_a_body_by_the_first_word_of_its_name():
    staged = stage(
        "Die [ORG Kapwerft Lind AG] wächst. Die [LOC Kapwerft] baut um. [PER Kapwerfts] Chef schweigt."
    )
    assert staged.names() == ["Kapwerft Lind AG"]
    assert len(staged.mentioned("Kapwerft Lind AG")) == 3


def test_a_city_is_not_the_club_that_plays_there():
    staged = stage("[ORG Möwe Kiel] gewann. Sie fuhren nach [LOC Kiel]. [PER Kiel] jubelte über das Tor.")
    assert staged.names() == ["Möwe Kiel", "Kiel"]
    assert staged.mentioned("Kiel") == ["Kiel"]


def test_a_place_is_not_the_university_that_sits_there():
    staged = stage("Die [ORG Universität Husum] wächst. [LOC Husum] freut sich.")
    assert staged.names() == ["Universität Husum", "Husum"]


def test_two_bodies_with_one_word_in_common_stay_two():
    staged = stage(
        "Die [ORG Nordbank Kiel] und die [ORG Nordbank Husum] streiten. Die [ORG Nordbank] schweigt."
    )
    assert staged.names() == ["Nordbank Kiel", "Nordbank Husum", "Nordbank"]


@pytest.mark.parametrize(
    "text",
    [
        "Die [ORG Gewerkschaft der Lotsen] ([ORG GdL]) ruft. Die [ORG GdL] streikt.",
        "Der [ORG Hafengerichtshof] ([ORG HGH]) tagt. Der [ORG HGH] urteilt.",
        "Die [ORG Freie Union der Häfen] tagt. Die [ORG FUH] schweigt.",
        "Die [ORG Lotsengewerkschaft Nord] ([ORG LG Nord]) ruft. Die [ORG LG Nord] streikt.",
    ],
)
def test_acronyms(text):
    assert len(stage(text).names()) == 1


def test_a_short_name_of_another_is_no_acronym():
    assert (
        len(stage("Die [ORG Freie Hafenunion] ([ORG Zentrum]) tagt. Das [ORG Zentrum] schweigt.").names())
        == 2
    )


def test_a_court_takes_its_place_into_its_name():
    staged = stage("Vor dem Amtsgericht [LOC Husum] steht ein Mann. In [LOC Husum] regnet es.")
    assert staged.names() == ["Amtsgericht Husum", "Husum"]
    assert staged.actor("Amtsgericht Husum").kind is ActorKind.ORGANISATION


def test_a_city_does_not_take_the_word_into_its_name():
    assert stage("Die Stadt [LOC Husum] zahlt.").names() == ["Husum"]


def test_houses_that_act_are_organisations():
    staged = stage("Im [LOC Kreml] brannte Licht. Der [LOC Kreml] schweigt. Das [LOC Weiße Haus] auch.")
    assert [(a.name, a.kind) for a in staged.resolution.actors] == [
        ("Kreml", ActorKind.ORGANISATION),
        ("Weißes Haus", ActorKind.ORGANISATION),
    ]


def test_a_common_noun_behind_an_article_is_no_name():
    assert stage("Das sagte sie dem [ORG Rundfunk].").names() == []


def test_compounds_and_adjectives_of_names_belong_to_them():
    staged = stage("[LOC Husum] feiert. Die Husumer Bucht und das Husum-Fest gefallen der [ORG Kapwerft].")
    assert staged.mentioned("Husum") == ["Husum", "Husumer", "Husum"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Dach des [ORG Hafenamtes] brennt.", "Hafenamt"),
        ("Das Dach des [ORG Kapvereins] brennt.", "Kapverein"),
        ("Das Dach der [ORG Hafenpress] brennt.", "Hafenpress"),
        ("Die Vereinten Nationen tagen.", "Vereinte Nationen"),
        ("Der Kreml schweigt.", "Kreml"),
        ("Der Präsident des [ORG Bundestages] kam.", "Bundestag"),
        ("Die Rede im [ORG Deutschen Bundestag] war kurz.", "Bundestag"),
    ],
)
def test_names_in_the_nominative(text, name):
    assert stage(text).names() == [name]


def test_a_house_named_after_somebody_is_a_body():
    staged = stage("Die Bäckerei [PER Ostermann] schließt. [PER Jan Ostermann] geht.")
    assert staged.names() == ["Bäckerei Ostermann", "Jan Ostermann"]


def test_a_firm_named_before_is_no_union():
    said = stage(
        "[ORG Medalon] schließt ein Haus. Das teilte [ORG Medalon] mit. [ORG Medalon] schweigt.\n\n"
        "Empört reagierte die Hafenunion. Die Gewerkschaft verlangte, die Schließung auszusetzen."
    )
    assert "Medalon" not in said.speakers()
