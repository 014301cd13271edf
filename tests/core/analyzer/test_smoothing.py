import pytest

from core.analysis import Actor, ActorKind, Analysis, Mention
from core.analysis.analysis import Label, Part, Quote, QuoteType, Speaker
from core.analyzer.smoothing import smoothed
from core.articles.texts import plain_article


def read(text):
    return smoothed(plain_article(text, "wrapped.txt"))


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Der Kutter lag am\nfrühen Morgen im Hafen.", "Der Kutter lag am frühen Morgen im Hafen."),
        ("Der Deich war ver-\nstärkt worden und hielt.", "Der Deich war verstärkt worden und hielt."),
        (
            "Die Fähre nach Mecklenburg-\nVorpommern fuhr nicht.",
            "Die Fähre nach Mecklenburg-Vorpommern fuhr nicht.",
        ),
        ("Am Vor-\nund Nachmittag war geschlossen.", "Am Vor- und Nachmittag war geschlossen."),
        ("Alle Lotsen:innen und Kapitän*innen kamen.", "Alle Lotseninnen und Kapitäninnen kamen."),
        ("Ein:e Bäcker:in hat jede_r Gast verdient.", "Eine Bäckerin hat jeder Gast verdient."),
        ("Die Lehrer/innen streiken.", "Die Lehrerinnen streiken."),
        ("Der Ha\u00adfen\u200bmeister sagt\u2060e nichts.", "Der Hafenmeister sagte nichts."),
        ("Der Deich war ver\u00ad\nstärkt worden.", "Der Deich war verstärkt worden."),
    ],
)
def test_what_only_the_layout_or_a_sign_put_into_words_is_left_out(written, heard):
    assert read(written).article.text == heard


@pytest.mark.parametrize(
    "text",
    [
        "Um 12:30 Uhr stand es 3:1 für Kiel.",
        "Die Frage war: in welchem Hafen liegt sie?",
        "Die Datei heißt hafen_plan, der Befehl a*b.",
        "Ein Satz.\n\nNoch einer.",
    ],
)
def test_other_texts_stay_as_they_are(text):
    found = read(text)
    assert found.article == found.original


def test_blocks_go_along():
    text = "Ein Hafen in Not\n\nDer Kutter lag am\nfrühen Morgen still.\n\nDann kam die Flut."
    found = read(text)
    said = [found.article.text[block.start : block.end] for block in found.article.blocks]
    assert said == ["Ein Hafen in Not", "Der Kutter lag am frühen Morgen still.", "Dann kam die Flut."]


def test_what_was_found_is_carried_back():
    text = "„Wir haben lange ge-\nwartet“, sagte die Lots:in Ida\nMorgen am Dienstag auf dem Deich."
    found = read(text)
    clean = found.article.text

    def at(words):
        start = clean.index(words)
        return start, start + len(words)

    analysis = Analysis(
        "de",
        (Mention(*at("Ida Morgen"), Label.PER, actor="a1"),),
        (Actor("a1", "Ida Morgen", ActorKind.PERSON, roles=("Lotsin",)),),
        (
            Quote(
                "q1",
                QuoteType.DIRECT,
                (at("„Wir haben lange gewartet“"),),
                "r",
                0.9,
                Speaker((at("die Lotsin Ida Morgen"),), "die Lotsin Ida Morgen", "a1"),
                Part((at("sagte"),)),
            ),
        ),
    )
    carried = found.carried_back(analysis)
    mention, quote = carried.mentions[0], carried.quotes[0]
    assert text[slice(*mention.span)] == "Ida\nMorgen"
    assert text[slice(*quote.spans[0])] == "„Wir haben lange ge-\nwartet“"
    assert text[slice(*quote.cue.spans[0])] == "sagte"
    assert quote.speaker.text == "die Lots:in Ida Morgen"
    assert carried.actors[0].roles == ("Lots:in",)
