"""Descriptions and nameless actors in whole texts, read with the bundled model."""

import pytest

from core.analysis.analysis import Form
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def described(text: str) -> list[tuple[str, str]]:
    """Each description with the name of the actor it refers to, in text order."""
    article = plain_article(f"Bericht vom Tage\n\n{text}\n", "-")
    found = analyze(article)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (article.text[m.start : m.end], names[m.actor or ""])
        for m in found.mentions
        if m.form is Form.NOMINAL
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Der Konzern Nordlicht Energie baut aus.", [("Der Konzern", "Nordlicht Energie")]),
        (
            "Das Werk gehört der Reederei „Sundlinie“ seit Mai.",
            [("der Reederei", "Sundlinie")],
        ),
        ("Kritik kam vom Fahrgastverband Pro Netz Hessen.", [("Fahrgastverband", "Pro Netz Hessen")]),
        ("Dort wartete seine Frau Elke Rinn.", [("seine Frau", "Elke Rinn")]),
        ("Ihre Kollegin Imke Dorn nickte.", [("Ihre Kollegin", "Imke Dorn")]),
        (
            "Chef Bo Rasch ging. Die Leiterin des Museums, Dr. Elke Rinn, blieb.",
            [("Die Leiterin", "Elke Rinn")],
        ),
        (
            "Chef Bo Rasch ging. Der Befehlshaber der Flotte, Admiral Jan Sand, blieb.",
            [("Der Befehlshaber", "Jan Sand")],
        ),
        ("Chef Bo Rasch ging. Der Richter am Amtsgericht Paul Sand blieb.", []),
        ("Herr Rinn und Frau Dorn nickten.", []),
        ("Die Ministerin Elke Rinn nickte.", []),
    ],
)
def test_nouns_beside_a_name_belong_to_it(text, meant):
    assert described(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # the office is spoken of before the name
        (
            "Der Bademeister sperrt ab. Jan Rohde, Bademeister in Kiel, geht in Rente.",
            [("Der Bademeister", "Jan Rohde")],
        ),
        ("Der Gemeinderat tagt heute. Gemeinderat Jan Rohde kam.", [("Der Gemeinderat", "der Gemeinderat")]),
        (
            "Der Deichverband Oste wählt neu. Jens Rohde (CDU) führt ihn. Nun wächst die Organisation.",
            [("die Organisation", "Deichverband Oste")],
        ),
        ("Das Kabinett tagt am Montag.", [("Das Kabinett", "das Kabinett")]),
        (
            "Ein Kellner brachte Brot. Dem Kellner war kalt.",
            [("Ein Kellner", "ein Kellner"), ("Dem Kellner", "ein Kellner")],
        ),
        # a paper is no party, and what has a legal form is a company
        ("Der „Nordbote“ druckt das. Die Partei schweigt dazu.", [("Die Partei", "die Partei")]),
        ("Die Sund Holding wächst. Dem Konzern fehlt Platz.", [("Dem Konzern", "Sund Holding")]),
        # a body that may be one with a name is none of its own
        ("Nordlicht Strom baut aus. Das Werk Sund läuft. Dem Konzern fehlt Geld.", []),
    ],
)
def test_nameless_actors_act_or_are_described_again(text, meant):
    assert described(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # the article may be part of a preposition
        (
            "Das Innenministerium wartet ab. Im Ministerium wird gerechnet.",
            [("Das Innenministerium", "das Innenministerium"), ("Ministerium", "das Innenministerium")],
        ),
        ("Elke Rinn ist seit Mai im Amt.", []),
        # guests and hosts may be either side
        ("Der SC Oste lag vorn. Die Gäste glichen aus.", []),
        # a shipyard is only who is called one, a maker of toys whoever the paragraph is about
        ("Die Sund Holding baut um. Die Werft ruht.", []),
        ("Ikea wächst. Der Möbel-Riese will mehr.", [("Der Möbel-Riese", "Ikea")]),
    ],
)
def test_bodies_by_what_they_are_called(text, meant):
    assert described(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In Warnemünde und auf Usedom regnet es. Auf der Insel blieb es mild.", [("der Insel", "Usedom")]),
        ("Auf Usedom und auf Poel regnet es. Auf der Insel blieb es mild.", []),
        ("Rinn fuhr über Zittau nach Riga. Die Hauptstadt schlief.", [("Die Hauptstadt", "Riga")]),
        ("Rinn kam aus Zittau. In der Stadt lag Schnee.", [("der Stadt", "Zittau")]),
        # who runs the town, not the town
        ("Rinn kam aus Zittau. Die Stadt will sparen.", [("Die Stadt", "die Stadt")]),
    ],
)
def test_places_by_what_they_are_called(text, meant):
    assert described(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Wegen Betrugs steht Ivo Krenz vor Gericht. Das Opfer Jan Tolle schwieg.", "Ivo Krenz"),
        ("Timo Zander muss sich vor dem Amtsgericht verantworten. Richter Uwe Lenz kam.", "Timo Zander"),
        (
            "Die Staatsanwaltschaft hat Hannes Vogt wegen Betrugs angeklagt. Sein Nachbar Uwe Lenz staunte.",
            "Hannes Vogt",
        ),
        ("Gegen den Trainer Marco Falk wird ermittelt. Vereinschef Uwe Lenz staunte.", "Marco Falk"),
        ("Gegen Erik Saller wurde Anklage erhoben. Sein Chef Uwe Lenz schwieg.", "Erik Saller"),
        ("Der Prozess gegen Erik Saller beginnt. Sein Chef Uwe Lenz schwieg.", "Erik Saller"),
        ("Dem Piloten Erik Saller werden drei Taten vorgeworfen. Sein Chef Uwe Lenz schwieg.", "Erik Saller"),
        # of two of one sex neither is meant, nor is anybody else
        ("Tim Sand und Max Bohl stehen vor Gericht. Zeuge Uwe Lenz kam.", "der Angeklagte"),
        ("Uta Sand und Max Bohl stehen vor Gericht. Zeuge Uwe Lenz kam.", "Max Bohl"),
        # whoever condemns something is not accused, nor is one of whom it is denied
        ("Max Bohl wurde verhaftet. Minister Uwe Lenz verurteilte die Tat.", "Max Bohl"),
        ("Max Bohl wurde verhaftet. Uwe Lenz ist nicht angeklagt.", "Max Bohl"),
    ],
)
def test_the_accused_is_who_the_text_says_is_accused(text: str, meant: str) -> None:
    assert described(f"{text} „Ich war es nicht“, sagte der Angeklagte.")[-1] == ("der Angeklagte", meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chefarzt Max Bohl schweigt. Seine Anwältin Uta Sand nicht:", "Max Bohl"),
        (
            "Dem Piloten Max Bohl wird Betrug vorgeworfen. Gärtner Jan Moll staunt. Anwalt Uwe Lenz:",
            "Max Bohl",
        ),
        # a judge and a witness are nobody's clients, and of two people neither is meant
        ("Richter Jan Moll hörte zu. Der Zeuge Max Bohl auch. Anwalt Uwe Lenz:", "mein Mandant"),
        ("Der Wirt Jan Moll und der Händler Max Bohl streiten. Anwalt Uwe Lenz:", "mein Mandant"),
    ],
)
def test_a_client_is_whoever_has_no_part_of_their_own_in_court(text: str, meant: str) -> None:
    assert ("Mein Mandant", meant) in described(f"{text} „Mein Mandant ist müde.“ Mein Mandant kam.")


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        (
            "Landwirt Bernd Lind schweigt. Dessen Anwältin sagte, er komme. Die Anwältin",
            "Dessen Anwältin",
            True,
        ),
        ("Ministerin Clara Wendt kam. Deren Sprecher sagte, es eile. Der Sprecher", "Deren Sprecher", True),
        # nobody who is named has the office of somebody else's lawyer
        (
            "Landwirt Bernd Lind traf Anwalt Jan Roth. Dessen Anwalt sagte, er komme. Er",
            "Dessen Anwalt",
            False,
        ),
    ],
)
def test_whose_is_told_by_dessen_and_deren_is_somebody_else(text: str, first: str, again: bool) -> None:
    found = described(f"{text} lachte.")
    assert (first, first) in found
    assert (found[-1][1] == first and len(found) > 1) is again


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Das Umweltamt warnt vor Hochwasser.", "das Umweltamt"),
        ("Das Umweltministerium warnt vor Hochwasser.", "das Umweltministerium"),
        # of two, neither is meant
        ("Das Umweltamt und das Bauamt warnen vor Hochwasser.", "die Behörde"),
    ],
)
def test_an_authority_without_a_name_may_be_called_so(text: str, meant: str) -> None:
    assert described(f"{text} Die Behörde teilte mit, die Pegel stiegen weiter.")[-1] == (
        "Die Behörde",
        meant,
    )


def test_nouns_in_or_are_named_by_their_plural() -> None:
    assert ("den Autoren", "Autoren") in described("„Die Zeit drängt“, heißt es bei den Autoren.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Die Betreiberin, die Nordbahn AG, hatte den Zaun gebaut.",
            [("Die Betreiberin", "Nordbahn AG")],
        ),
        (
            "Chef Bo Rasch ging. Seine Autorin, die britische Zoologin Elke Rinn, blieb.",
            [("Seine Autorin", "Elke Rinn")],
        ),
        (
            "Bo Rasch ging. Seine Nachfolgerin im Rat, Elke Rinn, blieb.",
            [("Seine Nachfolgerin", "Elke Rinn")],
        ),
        # others in a row are others
        ("Er traf die Richterin, die Ärztin Elke Rinn und Bo Rasch.", []),
    ],
)
def test_a_phrase_with_a_name_behind_a_comma_says_who_is_meant(
    text: str, meant: list[tuple[str, str]]
) -> None:
    assert described(text) == meant


@pytest.mark.parametrize(
    ("text", "phrase", "meant"),
    [
        # another noun for the office, with the body: only if one person alone has such an office
        ("Trainer Bo Rasch tobte. Das sei Glück, sagte der Coach der Eulen.", "der Coach", "Bo Rasch"),
        (
            "Trainer Bo Rasch tobte. Trainer Jan Sand schwieg. Das sei Glück, sagte der Coach der Eulen.",
            "der Coach",
            None,
        ),
        # in what somebody says, others may be meant
        ("Ministerin Elke Rinn kam. „Die Senatorin weiß alles“, sagte sie.", "Die Senatorin", None),
        # several are not one
        ("Minister Bo Rasch kam. Ein Treffen der Minister fiel aus.", "der Minister", None),
        # nobody is the robber for being spoken of
        ("Bo Rasch stand am Tresen. Der Räuber lief davon.", "Der Räuber", None),
        # nor the cook who was last named in another part of the report
        (
            "Bo Rasch kam. Es war kalt. Es schneite. Der Zug war leer. Das Licht ging aus. Der Koch lachte.",
            "Der Koch",
            None,
        ),
    ],
)
def test_a_noun_that_the_text_has_not_given_somebody(text: str, phrase: str, meant: str | None) -> None:
    named = {words: name for words, name in described(text) if name in ("Bo Rasch", "Jan Sand", "Elke Rinn")}
    assert named.get(phrase) == meant


def test_clubs_are_known_by_their_short_forms_wherever_they_were_named() -> None:
    text = "Der HC Oste verlor.\n\nDas Spiel war kurz.\n\nBo Rasch, der den Klub führt, schwieg."
    assert ("den Klub", "HC Oste") in described(text)


@pytest.mark.parametrize(
    "text",
    [
        "„Wir warten“, sagt Lena Hart, Hauptautorin der Studie. Jahrelang hat die Biologin Fallen ausgelegt.",
        "Schriftstellerin Lena Hart wohnt auf dem Land. Dort hilft die Winzerin auch im Stall.",
        "Sängerin Lena Hart lebt in Kiel. Im Sommer fährt die Lehrerin zur See.",
    ],
)
def test_who_is_the_only_one_there_may_have_two_professions(text):
    assert [actor for _, actor in described(text)] == ["Lena Hart"]


def test_an_office_is_not_held_beside_another_by_the_only_one_there():
    text = "Richterin Lena Hart schwieg. Da erhob sich die Staatsanwältin."
    assert ("die Staatsanwältin", "Lena Hart") not in described(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Laut Bauamt fehlt Geld. Die Behörde sucht Geldgeber.", "Bauamt"),
        ("Nach Angaben des Seeamts fehlt Geld. Die Behörde will sparen, wie sie mitteilte.", "Seeamt"),
        (
            "Nach Angaben des Fischereiverbands fehlt Geld. Die Organisation fordert Hilfe.",
            "Fischereiverband",
        ),
        (
            "Laut Bauamt fehlt Geld. Nach Angaben des Gesundheitsamts sind viele krank. Die Behörde riet zur Ruhe.",
            "Gesundheitsamt",
        ),
    ],
)
def test_a_body_that_only_what_it_says_introduces_is_taken_up(text, body):
    assert described(text)[-1][1] == body


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Laut Bauamt fehlt Geld. Der Konzern kündigte an, zu zahlen.", "der Konzern"),
        ("Laut Finanzamt fehlt Geld. Das Ministerium widersprach.", "das Ministerium"),
    ],
)
def test_a_body_is_taken_up_by_no_noun_for_another(text, other):
    assert described(text)[-1][1] == other
