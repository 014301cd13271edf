"""A reading as plain text."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.articles import Publication
from core.articles.texts import plain_article
from core.exchange.plain import linear, render

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


def test_why_no_names_are_read_is_said() -> None:
    article = plain_article(TEXT, "-")
    unknown = render(article, Analysis("test", language="und", names_read=False))
    assert unknown.endswith(
        "\nNo names are looked for, since the language of the article was not recognised.\n"
    )
    assert "No pipeline for “fr”" in render(article, Analysis("test", language="fr", names_read=False))


def test_for_the_ear_blocks_names_and_speakers_are_named_in_order() -> None:
    assert linear(plain_article(TEXT, "-"), ANALYSIS).splitlines() == [
        "Headline: Rat ringt um Bäder",
        "Caption: [Jette Claasen says: „Wir bleiben“], sagte [Jette Claasen, person] (51). [Stand: heute]",
        "Credit: Foto: dpa",
        "Actors: 1.",
        "Jette Claasen, person, 51 years, Bürgermeisterin, 1 mention.",
        "Quotes: 1.",
        "1. Jette Claasen, direct: „Wir bleiben“",
    ]


def test_for_the_ear_the_longer_opens_first_and_a_second_part_goes_on() -> None:
    start, end = place("„Wir bleiben“")
    quote = Quote("q1", QuoteType.DIRECT, ((start, end), place("[Stand: heute]")), "x", 0.9)
    name = Mention(start, end - 3, Label.ORG)
    line = linear(plain_article(TEXT, "-"), Analysis("test", (name,), (), (quote,))).splitlines()[1]
    assert line.startswith("Caption: [nobody named is quoted: [„Wir bleib, organisation]en“], sagte")
    assert line.endswith("[nobody named goes on: [Stand: heute]]")


def test_for_the_ear_nothing_is_drawn() -> None:
    assert not {"=", "-" * 3, "│", "●"} & set(linear(plain_article(TEXT, "-"), ANALYSIS).split())


def test_of_a_part_both_forms_say_so_where_it_ends() -> None:
    part = replace(plain_article(TEXT, "-"), publication=Publication(partial=True))
    for shown in (render(part, ANALYSIS), linear(part, ANALYSIS)):
        assert (
            shown.index("Foto: dpa")
            < shown.index("This is only a part of the article")
            < shown.index("Claasen · person" if "· person" in shown else "Actors: 1")
        )
    assert "only a part" not in render(plain_article(TEXT, "-"), ANALYSIS)


@pytest.mark.parametrize("words", ["Von Jette Claasen", "Interview: Jette Claasen"])
def test_who_wrote_it_is_no_picture_credit(words: str) -> None:
    article = plain_article(
        f"Rat ringt um Bäder\n\n{words}\n\nDer Rat tagte am Montag bis in die Nacht.\n", "-"
    )
    assert f"(byline) {words}" in render(article, Analysis("test"))
    assert f"Byline: {words}" in linear(article, Analysis("test"))
