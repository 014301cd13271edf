"""Nouns that somebody is only called, which are nobody who could speak."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.pipeline import GERMAN

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def speakers(text: str) -> list[str | None]:
    """The names of the actors who speak, quote by quote."""
    analysis = analyze(plain_article(text, "test"))
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names.get(quote.speaker.actor or "") if quote.speaker else None for quote in analysis.quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ada Lind gewann. Ein Kritiker hatte sie eine Träumerin genannt. Sie sagte, das stimme.",
            "Ada Lind",
        ),
        (
            "Ada Lind gewann. Der Trainer nannte sie eine Heldin. Sie sagte, das freue sie.",
            "Ada Lind",
        ),
        ("Damals war es laut. Ein Kritiker hatte sie eine Träumerin genannt. Sie sagte, das stimme.", None),
    ],
)
def test_what_somebody_is_only_called_does_not_speak(text, said):
    assert speakers(text)[-1] == said


def test_the_head_of_a_government_is_nobody_who_heads_something_else():
    text = (
        "Kommissionschef Paulo Teixeira sprach von einem Fehler.\n\nDer Bundeskanzler zeigte sich zufrieden."
    )
    assert speakers(text) == ["Paulo Teixeira", "der Bundeskanzler"]


def test_the_age_of_the_accused_is_not_of_somebody_named_before_the_judge():
    text = (
        "Bürgermeister Frank Dudersen war erschüttert. Die Tat sei schlimm, sagte er.\n\n"
        "Am Samstag erließ ein Richter Haftbefehl. Dem 38-Jährigen droht Haft."
    )
    assert [
        each.age for each in analyze(plain_article(text, "test")).actors if each.name == "Frank Dudersen"
    ] == [None]
