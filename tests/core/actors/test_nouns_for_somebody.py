"""Nouns for somebody that are nobody’s name, and whom such nouns mean."""

import pytest

import core


def people(text):
    """The names of the people in a text."""
    return [
        actor.name for actor in core.analyze(text, language="de").analysis.actors if actor.kind == "person"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kämmerer warnt vor Schulden\n\nTiefenau. Jo Birk, Kämmerer der Stadt, warnte vor Schulden.",
            ["Jo Birk"],
        ),
        ("Bauer klagt über Wölfe\n\nTiefenau. Landwirt Jo Birk klagt über Wölfe.", ["Jo Birk"]),
        ("Bauer gewinnt Wahl\n\nTiefenau. Jo Bauer hat die Wahl gewonnen.", ["Jo Bauer"]),
        ("Richter geht\n\nTiefenau. Frau Richter gab ihr Amt auf.", ["Richter"]),
    ],
)
def test_an_office_is_no_name(text, names):
    assert people(text) == names


@pytest.mark.parametrize(
    ("headline", "says"),
    [
        ("Kämmerer warnt, Rat bleibt hart", False),
        ("Polizei warnt, Eltern sind besorgt", False),
        ("Kämmerer warnt, die Lage sei ernst", True),
        ("Experte sagt, Lage ist ernst", True),
    ],
)
def test_two_things_beside_each_other_are_no_statement(headline, says):
    quotes = core.analyze(f"{headline}\n\nTiefenau. Es regnet seit Tagen.", language="de").analysis.quotes
    assert any(quote.type == "indirect" for quote in quotes) is says


def test_a_headline_may_ask_before_it_tells():
    text = "Rente mit 69? Bäcker fragt: „Wer soll das schaffen?“\n\nDer Rat tagte. Bäcker Jo Birk ist 50."
    assert people(text) == ["Jo Birk"]


def test_this_one_may_be_a_body():
    text = "Ada Lind hat ein zweites Kind. Kritik kam vom Hebammenverband. Dieser warnte vor Eile."
    read = core.analyze(text, language="de")
    assert read.speaker(read.analysis.quotes[-1]).name == "Hebammenverband"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Am Flughafen Harnau steht alles still. Die Gewerkschaft fordert mehr Lohn.", "die Gewerkschaft"),
        ("Verdi ruft zum Streik auf. Die Gewerkschaft fordert mehr Lohn.", "Verdi"),
    ],
)
def test_a_union_says_in_its_name_what_it_is(text, speaker):
    read = core.analyze(text, language="de")
    assert read.speaker(read.analysis.quotes[-1]).name == speaker


def test_a_paper_in_capitals_is_nobody():
    assert people("„Kunst darf das“, sagte die Ministerin Ada Lind WELT nach der Feier.") == ["Ada Lind"]


def test_a_source_that_opens_a_sentence_is_no_body():
    actors = core.analyze("Ersten Erkenntnissen zufolge brach das Feuer in der Küche aus.", language="de")
    assert [(actor.name, actor.kind.value) for actor in actors.analysis.actors] == [
        ("erste Erkenntnisse", "unnamed")
    ]


def test_a_trader_is_no_prosecutor():
    text = "Staatsanwältin Ida Voss schwieg. „Wir prüfen das“, so Voss. Die 52-jährige Händlerin lebt."
    ages = {actor.name: actor.age for actor in core.analyze(text, language="de").analysis.actors}
    assert ages == {"Ida Voss": None, "die 52-jährige Händlerin": 52}
