"""A reading as plain text."""

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.articles.sources import plain_article
from core.exchange.plain import render

TEXT = "Rat ringt um Bäder\n\n„Wir bleiben“, sagte Jette Claasen (51). [Stand: heute]\n\nFoto: dpa"


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


ANALYSIS = Analysis(
    pipeline="test",
    mentions=(Mention(*place("Jette Claasen"), Label.PER, actor="a1"),),
    actors=(Actor("a1", "Jette Claasen", ActorKind.PERSON, age=51, roles=("Bürgermeisterin",)),),
    quotes=(
        Quote(
            "q1",
            QuoteType.DIRECT,
            (place("„Wir bleiben“"),),
            "cue after",
            0.9,
            speaker=Speaker((place("Jette Claasen"),), "Jette Claasen", "a1"),
        ),
    ),
)


def test_names_quotes_and_lists() -> None:
    shown = render(plain_article(TEXT, "-"), ANALYSIS)
    assert "„Wir bleiben“{1}, sagte [Jette Claasen|PER] (51). [Stand: heute]" in shown
    assert "Jette Claasen · person · 51 · Bürgermeisterin · 1 mention\n" in shown
    assert "1. Jette Claasen, direct: „Wir bleiben“" in shown
    assert "Rat ringt um Bäder\n==================" in shown
    assert "(credit) Foto: dpa" in shown


def test_an_article_without_finds_says_so() -> None:
    shown = render(plain_article(TEXT, "-"), Analysis("test"))
    assert "nobody found" in shown
    assert "none found" in shown
