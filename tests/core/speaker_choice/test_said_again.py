"""Words in a headline that the report gives again have the report's speaker."""

import pytest

import core


def first_speaker(text):
    """Who says the words in the headline."""
    read = core.analyze(text, language="de")
    speaker = read.speaker(read.analysis.quotes[0])
    return speaker and speaker.name


@pytest.mark.parametrize(
    "headline",
    [
        "Harnau kämpft um sein Bad: „Am Ende zahlen die Kinder“",
        "„Am Ende zahlen die Kinder“: Harnau verliert sein Bad",
        "Harnau sagt Ja zur Schließung – „Am Ende zahlen die Kinder“",
        "„Am Ende zahlen die Kinder“",
    ],
)
def test_the_report_tells_who_says_it(headline):
    report = "Harnau. Das Bad wird geschlossen. „Am Ende zahlen die Kinder dafür“, sagte Sprecherin Ida Kern."
    assert first_speaker(f"{headline}\n\n{report}") == "Ida Kern"


def test_it_stays_open_where_two_say_it():
    report = (
        "Viele kamen. „Wir gehen nicht weg“, rief Tjark Asen. „Wir gehen nicht weg“, rief auch Ulla Bron."
    )
    assert first_speaker(f"„Wir gehen nicht weg“\n\n{report}") is None


def test_who_is_named_in_the_headline_keeps_the_words():
    report = "Der Minister war wütend. „Es reicht jetzt“, sagte Ida Kern. Auch Udo Lamm war da."
    assert first_speaker(f"Minister Udo Lamm: „Es reicht jetzt“\n\n{report}") == "Udo Lamm"


def test_other_words_are_no_repetition():
    report = "Harnau. „Die Kinder zahlen gern“, sagte Sprecherin Ida Kern."
    assert first_speaker(f"„Am Ende zahlen die Kinder“\n\n{report}") is None
