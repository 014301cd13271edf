"""Whom a pronoun means that names a source: "ihm zufolge"."""

import pytest

from core.api import analyze
from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Alois Zgrimm bekämpft den Bau. Ihm zufolge hätte eine Sanierung genügt.", "Alois Zgrimm"),
        ("Maren Dohl warnt. Ihr zufolge sind vor allem Ältere gefährdet.", "Maren Dohl"),
        ("Der Verband lehnt ab. Ihm zufolge fehlen 300 Stellen.", "der Verband"),
        ("Alois Zgrimm kam. Ihnen zufolge sind die Preise zu hoch.", None),
    ],
)
def test_a_pronoun_that_is_a_source_means_somebody(text: str, speaker: str | None):
    assert speakers(text)[-1] == speaker


def test_a_pronoun_is_no_actor():
    actors = analyze("Viele sind wütend. Ihnen zufolge wurde niemand gefragt.", language="de").to_dict()[
        "actors"
    ]
    assert actors == []
