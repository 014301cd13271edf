"""The turns of an interview in a text."""

from core.articles import Turn
from core.articles.texts import plain_article

ASKED = ("Wann kommt das Schiff?", "Wer zahlt dafür?", "Und was sagt die Stadt dazu?")


def turns(text: str) -> list[Turn | None]:
    return [block.turn for block in plain_article(text, "a.txt").blocks]


def test_the_label_that_asks_and_the_one_that_answers() -> None:
    text = "Am Kai\n\n" + "\n\n".join(
        f"Seebote: {ask}\n\nLind: Das weiß ich noch nicht so genau." for ask in ASKED
    )
    assert turns(text) == [None] + [Turn.QUESTION, Turn.ANSWER] * 3


def test_a_paragraph_without_a_label_goes_on_with_the_turn_above_it() -> None:
    text = "Am Kai\n\n" + "\n\n".join(
        f"Seebote: {ask}\n\nLind: Das weiß ich noch nicht.\n\nNiemand weiß es." for ask in ASKED
    )
    assert turns(text) == [None] + [Turn.QUESTION, Turn.ANSWER, Turn.ANSWER] * 3


def test_a_report_with_colons_is_no_interview() -> None:
    text = "\n\n".join(f"Lind: Satz {number} steht hier und endet mit einem Punkt." for number in range(6))
    assert turns(text) == [None] * 6
