"""Whom an office without an article means, in headlines and before a first name with an age."""

import pytest

from tests.core.actors.speakers_of import speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Imkerin rügt Rathaus\n\nEin Bericht, den die Imkerin am Dienstag vorlegte, sagt nichts.\n\n"
            "Barbara Inder hat gerechnet. „Es reicht“, sagte die Imkerin.",
            "Barbara Inder",
        ),
        (
            "„Ich war müde“ – Pfleger gesteht vor Gericht\n\nSven K. (44) schweigt. "
            "Laut Anklage spritzte der Pfleger ein Mittel.",
            "Sven K.",
        ),
        (
            "Trainer kritisiert Schiedsrichter\n\nBo Lenz war wütend. „Nie“, sagte der Trainer. "
            "Auch Gästetrainer Udo Kern schimpfte. Der Trainer der Gäste ging.",
            "Bo Lenz",
        ),
        (
            "Experte warnt vor Hitze\n\nEs wird heiß. „Trinken Sie“, sagte ein Experte. Arzt Bo Lenz nickte.",
            "Experte",
        ),
    ],
)
def test_an_office_in_a_headline_is_of_whom_the_report_calls_so(text: str, speaker: str):
    assert speakers(text)[0] == speaker


def test_an_office_and_an_age_make_a_first_name_somebody():
    text = "Es ist still. Wirtin Gerti (71), die einst mitkegelte, schlägt vor, die Sache zu klären."
    assert speakers(text) == ["Gerti"]


def test_a_man_of_something_is_nobody_just_called_a_man():
    text = "Ein maskierter Mann kam. Murat Yild wehrte sich. „Frechheit“, sagte der Kiosk-Mann."
    assert speakers(text)[-1] == "Murat Yild"


@pytest.mark.parametrize(
    ("office", "lesser"),
    [
        ("Bürgermeister", "Altbürgermeister"),
        ("Minister", "Ex-Minister"),
        ("Kanzler", "Alt-Kanzler"),
        ("Parteichef", "Vizechef"),
        ("Landrat", "Vize-Landrat"),
    ],
)
def test_who_held_an_office_or_stands_in_is_another(office: str, lesser: str):
    text = (
        f"{lesser} widerspricht\n\nDie Pläne von {office} Ralf Kestler sind umstritten. „Es geht“, sagte Kestler.\n\n"
        f"Otto Vahl ist anderer Meinung. „Nein, so geht es nicht“, sagte der {lesser}."
    )
    said = speakers(text)
    assert said[1] == "Ralf Kestler"
    assert "Ralf Kestler" not in (said[0], said[2])


@pytest.mark.parametrize(
    ("report", "speaker"),
    [
        ("Skeptisch zeigte sich die Gewerkschaft Metallbund. Das Werk schweigt.", "Metallbund"),
        ("Die Gewerkschaft Metallbund klagt. Die Gewerkschaft Hafenbund schweigt.", "Gewerkschaft"),
        ("Die Belegschaft ist müde.", "Gewerkschaft"),
    ],
)
def test_a_body_in_a_headline_is_the_one_that_the_report_calls_so(report: str, speaker: str):
    assert speakers(f"Gewerkschaft pocht auf Garantien\n\n{report}")[0] == speaker
