"""Ages told as what somebody is, and those told in a headline beside a noun."""

import pytest

from core.api import analyze


def ages(text: str) -> dict[str, int | None]:
    actors = analyze(text, language="de").to_dict()["actors"]
    return {actor["name"]: actor["age"] for actor in actors if actor["kind"] == "person"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mara Kuhn ist 81 und lacht.", {"Mara Kuhn": 81}),
        ("Udo Kern lacht. Er ist 81.", {"Udo Kern": 81}),
        ("Am Tisch sitzt einer. Er heißt Udo Kern, ist 61 und hat gelehrt.", {"Udo Kern": 61}),
        ("Udo Kern, der am Samstag 60 wurde, bremste.", {"Udo Kern": 60}),
        ("Mara Kuhn, die am 5. Mai 70 geworden ist, lachte.", {"Mara Kuhn": 70}),
        ("Udo Kern, der mit 20 Stimmen Sprecher wurde, lachte.", {"Udo Kern": None}),
        ("Die Mutter von Mara Kuhn, die gestern 80 wurde, ging.", {"Mara Kuhn": None}),
        ("Udo Kern lacht laut. Der frühere Schrankenwärter ist 74 und trägt Hut.", {"Udo Kern": 74}),
        ("Paul Kern ist neun und malt.", {"Paul Kern": 9}),
        ("Udo Kern, mit 34 Jahren der Älteste auf dem Eis, lobte ihn.", {"Udo Kern": 34}),
        ("Anna Lind, mit ihren 22 Jahren die Jüngste, schwieg.", {"Anna Lind": 22}),
        (
            "Am Montag ist der Maler Udo Kern, wie seine Familie mitteilte, im Alter von 87 Jahren gestorben.",
            {"Udo Kern": 87},
        ),
        (
            "Der Maler Udo Kern ist tot. Am Montag ist der Maler im Alter von 87 Jahren gestorben.",
            {"Udo Kern": 87},
        ),
        # a length, a place in a race, another's
        ("Udo Kern ist 2 Meter groß.", {"Udo Kern": None}),
        ("Udo Kern ist 12. der Weltrangliste.", {"Udo Kern": None}),
        ("Der Hund von Udo Kern ist 12.", {"Udo Kern": None}),
    ],
)
def test_an_age_that_somebody_is_said_to_have(text: str, told: dict[str, int | None]):
    assert ages(text) == told


def test_an_age_beside_a_noun_in_a_headline_is_of_whom_the_report_calls_so():
    text = (
        "Kajak kentert: Lehrling (19) rettet Rentner\n\nBo Windeck war auf dem Heimweg. „Ich hab nur die Mütze "
        "gesehen“, schildert der Tischlerlehrling.\n\nSein Trainer Udo Kern freut sich. Er sei schon immer so "
        "gewesen. Am Samstag soll der 19-Jährige geehrt werden."
    )
    assert ages(text) == {"Bo Windeck": 19, "Udo Kern": None}
