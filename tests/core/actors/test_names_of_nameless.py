"""What somebody without a name is called: by the phrase of the text that tells most."""

import pytest

from core.api import analyze


def nameless(text: str) -> list[str]:
    """The names of those who have none, in order."""
    actors = analyze(text, language="de").to_dict()["actors"]
    return [actor["name"] for actor in actors if actor["name"][:1].islower()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eine Lehrerin aus Offenburg sagte: „Ich zahle nicht.“ Sie lachte.", "eine Lehrerin aus Offenburg"),
        ("Ein Fahrer des Roten Kreuzes sagte, es sei dunkel gewesen.", "ein Fahrer des Roten Kreuzes"),
        ("Der Schaffner im Speisewagen sagte: „Es gibt Suppe.“", "der Schaffner im Speisewagen"),
    ],
)
def test_what_tells_them_apart_is_part_of_it(text: str, name: str):
    assert name in nameless(text)


def test_a_profession_comes_before_what_anybody_is():
    text = "Der Lokführer, ein 34 Jahre alter Mann, bremste. „Ich sah Rauch“, sagte der Lokführer."
    assert nameless(text) == ["der Lokführer"]


def test_the_whole_noun_of_a_body_comes_before_the_short_one():
    text = (
        "Das Umweltministerium prüft den Plan. Das Ministerium rechnet mit Klagen. Das Ministerium schweigt."
    )
    assert nameless(text) == ["das Umweltministerium"]


def test_words_of_another_phrase_are_left_out():
    text = "Nach Angaben der Werksleitung muss der Staat zahlen. Die Werksleitung schweigt."
    assert not any("Staat" in name for name in nameless(text))
