"""Whom a headline is about, and whose words it puts in marks."""

import pytest

from core.analyzer.analyze import analyze
from core.articles import Article
from core.articles.texts import plain_article
from core.language.pipeline import GERMAN
from core.speaker_choice.candidates import Asked, Window
from core.speaker_choice.choose import Question, _choice

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def speaker(headline: str) -> str | None:
    """The name of who says what is in marks in a headline."""
    analysis = analyze(plain_article(f"{headline}\n\nAm Montag war es so weit.\n", "x"))
    names = {actor.id: actor.name for actor in analysis.actors}
    (said,) = [quote for quote in analysis.quotes if quote.type.value == "direct"]
    return names[said.speaker.actor or ""] if said.speaker is not None else None


@pytest.mark.parametrize(
    "headline",
    [
        "Prozess gegen Karl Obermoser: „Er hat mich bedroht“",
        "Kritik an Ministerin Kellinger: „Sie hat versagt“",
        "Nach Rauswurf von Trainer Steinbichler: „Wir sind fassungslos“",
        "Trennung bei Karl Obermoser: „Wir bleiben Freunde“",
        "Feuerwehr rettet Kuh: „Sie war ganz ruhig“",
        "Feuerwehr holt Karl Obermoser vom Dach: „Er war ganz ruhig“",
    ],
)
def test_whom_a_headline_is_about_does_not_say_what_is_in_its_marks(headline):
    assert speaker(headline) is None


@pytest.mark.parametrize(
    "headline",
    [
        "Karl Obermoser vor Gericht: „Ich war es nicht“",
        "Karl Obermoser tritt zurück: „Ich kann nicht mehr“",
        "Trainer Karl Obermoser: „Wir handeln“",
    ],
)
def test_whoever_opens_a_headline_says_what_is_in_its_marks(headline):
    assert speaker(headline) == "Karl Obermoser"


def test_nobody_is_named_where_whom_the_rules_propose_is_out_of_question():
    asked = Asked(((0, 9),), "direct", "direct, colon", 0.9, speaker=((10, 14),), proposed="a1")
    question = Question(asked, Window(0, 0, ()), ("a2", ""), ())
    assert _choice(question, (0.5, 0.5)).actor is None


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Otto Brann ‘has no plans to quit’", None),
        ("Gym boss ‘has no licence for pool’", None),
        ("Gym boss ‘devastated by loss of dog’", "Gym boss"),
    ],
)
def test_an_english_headline_in_which_others_say_what_somebody_did(headline: str, told: str | None) -> None:
    article = plain_article(f"{headline}\n\nThe van was old. It stood in Denby.\n", "x")
    analysis = analyze(Article("", article.text, article.blocks, "en", ""))
    names = {actor.id: actor.name for actor in analysis.actors}
    (said,) = [quote for quote in analysis.quotes if quote.type.value == "direct"]
    assert (names[said.speaker.actor or ""] if said.speaker is not None else None) == told


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Perkas trifft doppelt – Trainer Udo Stell: „Der Junge hat keine Angst“", "Udo Stell"),
        ("Rente mit 69? Bäcker Udo Stell: „Wer soll das schaffen?“", "Udo Stell"),
        ("Union kündigt Antrag an - Opposition: „Theater für das Publikum“", "Opposition"),
    ],
)
def test_who_stands_alone_before_the_colon_says_it(headline, who):
    assert speaker(headline) == who
