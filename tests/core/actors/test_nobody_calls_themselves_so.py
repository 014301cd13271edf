"""Whom "der Mann" means in what somebody tells: not who tells it."""

import pytest

from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Der Mann habe noch gefragt, ob die Kühe versorgt seien.", "Florian Wind"),
        ("Da habe der Mann gerufen, er ertrinke.", "Florian Wind"),
    ],
)
def test_who_tells_it_is_somebody_else(told: str, name: str):
    text = f"{name} war auf dem Heimweg. „Ich sah die Lichter“, sagte der Lehrling. Er sei gerannt. {told}"
    assert speakers(text)[-1] != name
