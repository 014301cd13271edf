"""What introduces a statement is said beside it wherever the article itself is not in sight."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Part, Quote, QuoteType, Speaker
from core.analysis.cue_words import according_to, cue_beside, introduction, is_refusal, with_cue
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


REFUSED = (
    "Lena Wirth hat ein Angebot des Reeders Tamm abgelehnt, das Dock zu überdachen. Am Montag warb sie.\n"
)


def test_the_object_of_what_introduces_a_statement_stands_with_it() -> None:
    start = {words: REFUSED.index(words) for words in ("hat", "abgelehnt", "das Dock")}
    end = REFUSED.index(". Am")
    cue = Part(((start["hat"], start["hat"] + 3), (start["abgelehnt"], start["das Dock"] - 2)))
    said = Quote(
        "q1",
        QuoteType.INDIRECT,
        ((start["das Dock"], end),),
        "r",
        0.9,
        Speaker(((0, 10),), "Lena Wirth", "a1"),
        cue,
        Part(((0, start["das Dock"] - 1),)),
    )
    assert cue_beside(said, REFUSED) == "hat ein Angebot des Reeders Tamm abgelehnt"
    plain = replace(said, frame=Part(((0, 14), (start["abgelehnt"], start["das Dock"] - 2))))
    assert cue_beside(plain, REFUSED) == "hat … abgelehnt"


@pytest.mark.parametrize(
    ("frame", "cue", "shown"),
    [
        ("Lena Wirth versprach am Montag in der Werft,", "versprach", "versprach"),
        ("Lena Wirth wies den Vorwurf zurück,", "wies den Vorwurf zurück", "wies den Vorwurf zurück"),
        ("Lena Wirth rejected the claim that", "rejected", "rejected the claim that"),
        ("Lena Wirth said in the morning that", "said", "said"),
    ],
)
def test_days_and_places_are_no_objects(frame: str, cue: str, shown: str) -> None:
    text = f"{frame} alles bleibe."
    span, at = (len(frame) + 1, len(text) - 1), text.index(cue)
    speaker, frames = Speaker(((0, 10),), "Lena Wirth", "a1"), Part(((0, len(frame)),))
    said = Quote("q1", QuoteType.INDIRECT, (span,), "r", 0.9, speaker, Part(((at, at + len(cue)),)), frames)
    assert cue_beside(said, text) == shown


def test_by_whose_account_something_was_said() -> None:
    text = "Sie habe zugesagt, das Dock bleibe offen, sagte Tamm."
    tamm, wirth = Actor("a1", "Ove Tamm", ActorKind.PERSON), Actor("a2", "Lena Wirth", ActorKind.PERSON)
    outer = Quote("q1", QuoteType.INDIRECT, ((0, 40),), "r", 0.9, Speaker((), "Tamm", "a1"))
    inner = Quote("q2", QuoteType.INDIRECT, ((19, 40),), "r", 0.9, Speaker((), "Sie", "a2"))
    analysis = Analysis("test", (), (tamm, wirth), (outer, inner))
    assert text[19:40] == "das Dock bleibe offen"
    assert [according_to(each, analysis) for each in (outer, inner)] == ["", "Ove Tamm"]
    own = replace(inner, speaker=outer.speaker)
    assert according_to(own, replace(analysis, quotes=(outer, own))) == ""
    assert introduction("habe zugesagt", "Ove Tamm") == "habe zugesagt, according to Ove Tamm"


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("wollte den Vorgang nicht kommentieren", True),
        ("äußerte sich bis Redaktionsschluss nicht", True),
        ("äußerte sich nicht zu den Vorwürfen", True),
        ("lehnte eine Stellungnahme ab", True),
        ("did not respond to a request", True),
        ("declined to comment", True),
        ("äußerte sich nicht sonderlich besorgt", False),
        ("lehnte den Antrag ab", False),
        ("declined the offer", False),
        ("refused the ferry a berth", False),
    ],
)
def test_who_would_not_speak_makes_no_statement(words: str, refused: bool) -> None:
    said = Quote("q1", QuoteType.REPORTED, ((0, len(words)),), "r", 0.9, Speaker((), "Tamm", "a1"))
    assert is_refusal(said, words) is refused
