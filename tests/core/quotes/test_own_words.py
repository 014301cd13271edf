"""Whose words "eigenen Angaben" are, and who is quoted behind them, with the bundled pipeline."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.article import Article
from core.articles.blocks import segment
from core.language.pipeline import GERMAN

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def voices(text: str) -> list[tuple[str, str | None]]:
    """Every quotation's speaker, as told and as the actor it stands for."""
    analysis = analyze(Article("-", text, segment(text), "de", ""))
    names = {actor.id: actor.name for actor in analysis.actors}
    return [
        (quote.speaker.text, names.get(quote.speaker.actor or ""))
        for quote in analysis.quotes
        if quote.speaker
    ]


@pytest.mark.parametrize(
    ("text", "told", "actor"),
    [
        ("Die Wirtin Käthe Ohm war nach eigenen Angaben verreist.", "eigenen Angaben", "Käthe Ohm"),
        ("Nach eigenen Angaben war die Wirtin Käthe Ohm verreist.", "eigenen Angaben", "Käthe Ohm"),
        ("Laut eigener Aussage wusste Moritz Dorn nichts davon.", "eigener Aussage", "Moritz Dorn"),
        ("Eigenem Bekunden zufolge hat Moritz Dorn geschlafen.", "Eigenem Bekunden", "Moritz Dorn"),
        ("Dem Wirt Moritz Dorn war das nach eigener Aussage neu.", "eigener Aussage", "Moritz Dorn"),
    ],
)
def test_ones_own_words_are_those_of_the_subject(text, told, actor):
    assert voices(text) == [(told, actor)]


def test_who_told_of_himself_speaks_on():
    text = (
        "Moritz Dorn war nach eigenem Bekunden lange krank. „Jetzt geht es wieder.“ Er habe viel geschlafen."
    )
    assert voices(text) == [
        ("eigenem Bekunden", "Moritz Dorn"),
        ("Moritz Dorn", "Moritz Dorn"),
        ("Moritz Dorn", "Moritz Dorn"),
    ]


@pytest.mark.parametrize(
    ("text", "told", "actor"),
    [
        (
            "Der Molkereiverband wies die Kritik zurück. Die Preise seien stabil, heißt es in einer Stellungnahme.",
            "einer Stellungnahme",
            "der Molkereiverband",
        ),
        ("Im Rathaus kennt man den Fall. Man prüfe ihn, hieß es dort am Montag.", "dort", "Rathaus"),
        ("In Riga wächst der Unmut. Man habe lange gewartet, heißt es dort.", "dort", "Riga"),
        ("Man habe lange gewartet, heißt es dort.", "dort", None),
        (
            "Die Kammer tagte. Die Klage sei verfristet, heißt es in der Begründung der Richterin Ute Kamp.",
            "der Begründung der Richterin Ute Kamp",
            "Ute Kamp",
        ),
    ],
)
def test_what_is_said_in_a_text_or_at_a_place_is_said_by_whom_was_named_before(text, told, actor):
    assert voices(text)[-1] == (told, actor)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("An das Boot kann sich Moritz Dorn nach eigenem Bekunden nicht erinnern.", "Moritz Dorn"),
        ("Moritz Dorn, nach eigenen Angaben der Älteste, geht jeden Tag zum Hafen.", "Moritz Dorn"),
    ],
)
def test_whose_own_words_they_are(text, actor):
    assert [who for _, who in voices(text)] == [actor]
