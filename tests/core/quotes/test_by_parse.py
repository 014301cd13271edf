"""Where English statements begin and end, and which clauses are none."""

import pytest

from tests.core.quotes.said import found, said


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Rosa Quill said after the hearing that the sluice was shut.",
            "that the sluice was shut",
            "Rosa Quill",
        ),
        (
            "Rosa Quill told a meeting on Friday that the sluice was shut.",
            "that the sluice was shut",
            "Rosa Quill",
        ),
        ("Pressed by reporters, Noel Hadley said he was tired.", "he was tired", "Noel Hadley"),
        (
            "The mayor said the fair would open, although rain fell.",
            "the fair would open, although rain fell",
            "The mayor",
        ),
        (
            "The baker said the ovens were too old and would be sold.",
            "the ovens were too old and would be sold",
            "The baker",
        ),
        ("He said in a letter the bridge was shut.", "the bridge was shut", "He"),
        ("He said on Monday the bridge was shut.", "the bridge was shut", "He"),
        ("The keeper explained why the bridge was shut.", "why the bridge was shut", "The keeper"),
        ("The keeper wondered who had shut the bridge.", "who had shut the bridge", "The keeper"),
        ("As the keeper put it, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("As the keeper said, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("The bridge was shut, an inquiry has found.", "The bridge was shut", "an inquiry"),
        ("She promised to sell the mill and moved to Denby.", "to sell the mill", "She"),
        (
            "She promised to sell the mill and to move to Denby.",
            "to sell the mill and to move to Denby",
            "She",
        ),
        ("She asked to see the mill.", "to see the mill", "She"),
        ("The keeper did not deny the bridge was shut.", "the bridge was shut", "The keeper"),
    ],
)
def test_statements(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


def test_two_who_speak_in_one_sentence():
    text = "The mayor said the fair would open in May, though traders said it was too late."
    assert found(text, "en") == [
        ("indirect", "the fair would open in May", "The mayor"),
        ("indirect", "it was too late", "traders"),
    ]


def test_what_somebody_adds():
    text = "The baker said the ovens were too old, adding that they leaked."
    assert said(text, "en") == [
        ("indirect", "the ovens were too old", "The baker", "said"),
        ("indirect", "that they leaked", "The baker", "adding"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the bridge was shut.",
        "Everyone says the bridge is shut.",
        "The keeper did not claim the bridge was shut.",
        "The keeper was asked whether the bridge was shut.",
        "She did not promise to sell the mill.",
    ],
)
def test_nothing_is_stated(text):
    assert found(text, "en") == []


def test_hearsay_ends_where_the_writer_goes_on():
    text = "The keeper is believed to be ill and his son has left."
    assert found(text, "en") == [("free-indirect", "The keeper is believed to be ill", "")]


@pytest.mark.parametrize(
    "text",
    [
        "The keeper was thought to have sold the bell, though his son denied it.",
        "He is said to own three mills, though neighbours doubt it.",
    ],
)
def test_hearsay_ends_where_somebody_doubts_it(text):
    assert found(text, "en")[0] == ("free-indirect", text.partition(",")[0], "")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Asked if he would stay, he said he was tired.", "he was tired", "he"),
        ("Going home, the keeper said, was a mistake.", "Going home … was a mistake", "the keeper"),
        (
            "The keeper told reporters the bridge was shut because of rain.",
            "the bridge was shut because of rain",
            "The keeper",
        ),
        (
            "The keeper said that the bridge was shut if it rained.",
            "that the bridge was shut if it rained",
            "The keeper",
        ),
        ("He believes in the bell, the keeper told the crew.", "He believes in the bell", "the keeper"),
        ("As the keeper told the crew on Monday, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("As the keeper promised, the bridge was shut.", "the bridge was shut", "the keeper"),
        ("As the keeper hoped to sell the mill, he shut the bridge.", "to sell the mill", "the keeper"),
        ("The bridge is shut – the keeper said.", "The bridge is shut", "the keeper"),
        (
            "The keeper questioned why inspectors had been allowed in.",
            "why inspectors had been allowed in",
            "The keeper",
        ),
        (
            "According to reports in Denby, the keeper sold the bell for ten pounds.",
            "the keeper sold the bell for ten pounds",
            "reports in Denby",
        ),
        (
            "According to Rosa Quill, a diver, the bell was glued.",
            "the bell was glued",
            "Rosa Quill, a diver",
        ),
        (
            "According to Rosa Quill, who dived for it, the bell was glued.",
            "the bell was glued",
            "Rosa Quill, who dived for it",
        ),
        ("According to Rosa Quill, a bell was glued.", "a bell was glued", "Rosa Quill"),
        (
            "According to Rosa Quill, a regular, the bell was glued.",
            "the bell was glued",
            "Rosa Quill, a regular",
        ),
        ("According to Rosa Quill, 41, the bell was glued.", "the bell was glued", "Rosa Quill, 41"),
        ("The mill, said Rosa Quill, is old.", "The mill … is old", "Rosa Quill"),
        (
            "The sluice, claimed Rosa Quill, had jammed twice.",
            "The sluice … had jammed twice",
            "Rosa Quill",
        ),
        (
            "According to papers seen by the Denby Post, the bell was glued.",
            "the bell was glued",
            "papers seen by the Denby Post",
        ),
    ],
)
def test_more_statements(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the keeper, it rained.",
        "He was asked to leave the hall.",
        "He was told by the keeper to leave the hall.",
        "He was reported missing to find the bell.",
        "The keeper wanted the crew to mend the bell.",
        "Half the crew paid up; the others ate the cheese.",
        "The bridge was shut the keeper said.",
        "The plan, praised Rosa Quill, was good.",
        "The mayor, accused by Rosa Quill, left the hall.",
    ],
)
def test_neither_stated_nor_asked_for(text):
    assert found(text, "en") == []


def test_what_is_in_marks_whole_is_direct():
    assert found("According to the keeper, “the bridge is shut”.", "en") == [
        ("direct", "“the bridge is shut”", "the keeper")
    ]


@pytest.mark.parametrize(
    ("text", "marked", "who"),
    [
        (
            "The report says that staff raised concerns but were told to “open a window and get on with it”.",
            "“open a window and get on with it”",
            "The report",
        ),
        (
            'She said ambulances would be given priority and "nobody will wait".',
            '"nobody will wait"',
            "She",
        ),
        ('Her client, she said, was "thoroughly ashamed".', '"thoroughly ashamed"', "she"),
    ],
)
def test_part_quotes_have_the_speaker_of_what_they_are_a_part_of(text, marked, who):
    (kind, _, speaker), part = found(text, "en")
    assert (kind, speaker) == ("indirect", who)
    assert part == ("direct", marked, who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The keeper, thought to have sold it, fled.", "thought to have sold it"),
        ("The mill, reported to be safe, burnt down.", "reported to be safe"),
        ("The mill, said to be safe by the council, burnt down.", "said to be safe by the council"),
    ],
)
def test_of_whom_something_is_said_between_commas_has_not_said_it(text, words):
    assert found(text, "en") == [("free-indirect", words, "")]


def test_what_somebody_was_asked_ahead_of_the_verb_is_not_said():
    text = "Asked by the judge whether there was any hope, the keeper replied: “Very little.”"
    assert found(text, "en") == [("direct", "“Very little.”", "the keeper")]


def test_who_is_told_has_not_told_it():
    text = (
        "“Your firm lied to us,” Senator Rosa Quill, D-Minn., told the manager, Noel Hadley. “How dare you?”"
    )
    assert found(text, "en")[0][2].startswith("Senator Rosa Quill")


def test_the_day_is_no_part_of_who_speaks():
    text = "A spokesman for the mill on Friday said the sluice was shut."
    assert found(text, "en") == [("indirect", "the sluice was shut", "A spokesman for the mill")]


def test_one_word_with_a_comma_in_the_marks_is_speech():
    assert found("“Rubbish,” said the keeper.", "en") == [("direct", "“Rubbish,”", "the keeper")]
