"""To whom something is said."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Die Wirtin sagte dem Radio Elbe, sie schließe.", "dem Radio Elbe"),
        ("Der Trainer rief den Fans zu: „Kommt wieder!“", "den Fans"),
        ("Die Polizei warnte Autofahrer, die Brücke zu befahren.", "Autofahrer"),
        ("Dem Förster wird vorgeworfen, er habe Wölfe gefüttert.", "Dem Förster"),
        ("Die Anwohner wurden gebeten, ihr Haus nicht zu verlassen.", "Die Anwohner"),
        ("Die Chefin appellierte an die Mieter, Wasser zu sparen.", "die Mieter"),
        ("Er habe nichts gesehen, so Kurt Amsel gegenüber unserer Zeitung.", "unserer Zeitung"),
        ("Die Stadt sei pleite, sagte Kurt Amsel im Gespräch mit der Harzer Post.", "der Harzer Post"),
        ("„Es reicht“, schrieb Olga Brandt in einer Mail an die Belegschaft.", "die Belegschaft"),
        ("Kurt Amsel drohte dem Verein mit Klage.", "dem Verein"),
        ("Kritiker werfen Amsel vor, er habe gelogen.", "Amsel"),
        ("Ihm wird vorgeworfen, das Geld genommen zu haben.", "Ihm"),
        ("Kritiker hatten ihm vorgeworfen, er habe gelogen.", "ihm"),
        ("Dem Orden wird nachgesagt, reichen Familien nahezustehen.", "Dem Orden"),
        ("Der Verein forderte die Öffentlichkeit jedoch auf, ruhig zu bleiben.", "die Öffentlichkeit"),
        ("Die Königin bat Kanzler Amsel, noch einmal zu kommen.", "Kanzler Amsel"),
        ("Brandt bat General Orlow, den Befehl zu geben.", "General Orlow"),
        ("Zudem wurde die Regierung vom Verband aufgefordert, den Zaun abzubauen.", "die Regierung"),
        ("Der Fahrer sagte vor Journalisten, dass er müde gewesen sei.", "Journalisten"),
        ("„Wir kommen wieder“, sagte Olga Brandt zur Harzer Post.", "Harzer Post"),
        ("Amsel warf den Grünen mangelnde Härte gegenüber der Miliz vor.", "den Grünen"),
        (
            "„Wir wussten es“, sagte Anna Brandt, Sprecherin der Fähre, gegenüber einem Reporter.",
            "einem Reporter",
        ),
    ],
)
def test_who_is_addressed(text, addressee):
    (quote,) = analyze(plain_article(text, "x")).quotes
    assert quote.addressee is not None
    assert [text[start:end] for start, end in quote.addressee.spans] == [addressee]


@pytest.mark.parametrize(
    "text",
    [
        "Kurt Amsel gab Einzelheiten zur Fähre bekannt und sagte, sie sei sicher.",
        "Zwei Wochen später sagte Kurt Amsel, die Fähre sei sicher.",
        "Der Verein widersprach der Ansicht, dass die Fähre sicher sei.",
        "Zeugen berichten von rund 25 verletzten Personen.",
        "Andere Medien berichten von 13 Passagieren und zwei Helfern.",
        "Die Gegner schrieben Parolen wie „Haut ab“ an die Wand.",
        "Deren Haltung gegenüber der Miliz nannte Amsel „feige“.",
        "Bei der Aussprache sagte die Kanzlerin einigen Teilnehmern zufolge: „So geht es nicht.“",
        "Amsel sagte zum Brand der Fähre, er sei gelegt worden.",
        "Als ihm der Haftbefehl eröffnet wurde, sagte er: „Ich war es nicht.“",
    ],
)
def test_a_thing_a_time_or_what_is_said_is_not_addressed(text):
    assert all(quote.addressee is None for quote in analyze(plain_article(text, "x")).quotes)


def speakers(text):
    """The names of who says each quotation."""
    analysis = analyze(plain_article(text, "x"))
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names[quote.speaker.actor] for quote in analysis.quotes]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Die Richterin fragte Heiko Senn, ob er getrunken habe.", "„Zwei Bier.“"),
        ("Der Anwalt fragte den Zeugen Heiko Senn, was er gesehen habe.", "Er habe Rauch gesehen."),
        ("Eine Reporterin fragte Ausbilder Heiko Senn, wo das Boot liegt.", "„Im Kanal.“"),
    ],
)
def test_whoever_was_asked_goes_on(question, answer):
    asking, answering = speakers(f"{question} {answer}")
    assert asking != "Heiko Senn"
    assert answering == "Heiko Senn"


@pytest.mark.parametrize(
    "text",
    [
        "Lind fragte die Gäste, wie lange das noch gehe. „Es reicht.“",
        "Lind bat Kurt Amsel, den Zaun zu prüfen. Er sei morsch.",
    ],
)
def test_nobody_who_is_only_addressed_goes_on(text):
    assert set(speakers(text)) == {"Lind"}
