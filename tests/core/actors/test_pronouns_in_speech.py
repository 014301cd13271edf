"""Whom a pronoun means in what somebody says in an interview: never whoever says it."""

import pytest

from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    "answer",
    [
        "Fragen Sie den Chef der Bahn, Udo Kern. Er hat mir gesagt, Ruhe finde er selbstverständlich.",
        "Udo Kern war neulich hier. Er behauptete, die Züge seien leise.",
        "Mit Udo Kern streite ich gern. Gestern hat er versprochen, leiser zu bauen.",
    ],
)
@pytest.mark.parametrize("label", ["Lind", "Lind (lacht)"])
def test_somebody_else_is_told_of_in_an_answer(answer: str, label: str):
    text = (
        "Der Psychologe Bo Lind über Lärm\n\nSeit Jahren erforscht Bo Lind den Lärm.\n\n"
        f"Kurier: Herr Lind, was stört Sie?\n\n{label}: {answer}\n\nKurier: Und sonst?\n\nLind: Nichts."
    )
    assert speakers(text)[1:3] == ["Bo Lind", "Udo Kern"]
