"""English statements of what somebody is or is without, and pronouns as those who ask."""

import pytest

from core.api import analyze
from tests.core.quotes.said import found


@pytest.mark.parametrize(
    "statement",
    [
        "Forty homes were without power",
        "More than 4,000 homes were without electricity Sunday because the pump had failed",
        "Three men were in hospital",
    ],
)
@pytest.mark.parametrize("who", ["police said", "said Ada Moss, the mayor", "officials told reporters"])
def test_the_whole_of_it_is_said(statement: str, who: str) -> None:
    assert statement in [words for _, words, _ in found(f"{statement}, {who}.", "en")]


def test_a_pronoun_is_no_name_of_anybody() -> None:
    text = "The leader resigned after an email appeared to show him asking for a fine to be cancelled."
    assert "him" not in [actor.name for actor in analyze(text, language="en").analysis.actors]
