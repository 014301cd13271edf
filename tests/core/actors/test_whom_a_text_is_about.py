"""Whom a pronoun means that opens a paragraph of a text about one person."""

import pytest

from tests.core.actors.speakers_of import speakers

PORTRAIT = """Zum Tod des Geigers Konrad Vahl

Konrad Vahl ist tot. Das teilte seine Familie am Dienstag mit. Vahl wurde in Torlau geboren.

Als der Intendant Otto Krempl das Orchester auflösen wollte, lud Vahl ihn ein. Krempl kam tatsächlich.

{}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Er habe nie für Säle gespielt, sagte er einmal.",
        "Lampenfieber kannte er nicht. Er atme vorher tief ein, verriet er im Radio.",
        "„Ich übe für mich“, sagte er gern.",
    ],
)
def test_it_is_who_the_text_is_about(sentence: str):
    assert speakers(PORTRAIT.format(sentence))[-1] == "Konrad Vahl"


def test_it_is_who_was_named_last_where_the_text_is_about_several():
    text = PORTRAIT.replace("Zum Tod des Geigers Konrad Vahl", "Ein Orchester geht").format(
        "Er habe den Saal gleich geliebt, sagte er später."
    )
    assert speakers(text)[-1] == "Otto Krempl"
