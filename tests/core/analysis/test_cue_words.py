"""What introduces a statement is said beside it wherever the article itself is not in sight."""

import pytest

from core.analysis import Actor, ActorKind, Analysis, Part, Quote, QuoteType, Speaker
from core.analysis.cue_words import cue_beside, with_cue
from core.articles.texts import plain_article
from core.exchange.plain import linear, render

TEXT = "Rat ringt um Bäder\n\nOle Brandis bestritt, dass das Bad schließt. „Es bleibt“, log er.\n"


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def quote(type: QuoteType, words: str, cue: str) -> Quote:
    speaker = Speaker((place("Ole Brandis"),), "Ole Brandis", "a1")
    return Quote("q1", type, (place(words),), "r", 0.9, speaker, Part((place(cue),)))


DENIED = quote(QuoteType.INDIRECT, "dass das Bad schließt", "bestritt")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (DENIED, "bestritt: dass das Bad schließt"),
        (quote(QuoteType.DIRECT, "„Es bleibt“", "log"), "„Es bleibt“"),
        (quote(QuoteType.REPORTED, "bestritt", "bestritt"), "bestritt"),
    ],
)
def test_somebody_else_s_words_stand_behind_what_introduces_them(said: Quote, shown: str) -> None:
    words = TEXT[slice(*said.spans[0])]
    assert with_cue(cue_beside(said, TEXT), words) == shown


def test_what_is_denied_is_not_said_in_plain_text() -> None:
    actor = Actor("a1", "Ole Brandis", ActorKind.PERSON)
    analysis = Analysis("test", (), (actor,), (DENIED,))
    article = plain_article(TEXT, "-")
    aloud = linear(article, analysis)
    assert "Ole Brandis bestritt, [Ole Brandis, indirect: dass das Bad schließt]" in aloud
    for shown in (aloud, render(article, analysis)):
        assert "1. Ole Brandis, indirect, “bestritt”: dass das Bad schließt" in shown
