import pytest

from tests.core.language.names.marked import names, run

SCORE = "Am Ende hieß es 3:1."


def test_a_place_is_its_club_where_the_club_is_named_in_full():
    doc = run(
        "lesart_clubs",
        f"Der [ORG SV Husum] siegte. {SCORE} [LOC Husum] jubelt, [LOC Husums] Trainer, in [LOC Husum] regnet es.",
    )
    assert [label for _, label in names(doc)] == ["ORG", "ORG", "ORG", "LOC"]


def test_a_club_taken_for_a_place():
    assert names(run("lesart_clubs", f"{SCORE} Die [LOC TSG Husum] feiert.")) == [("TSG Husum", "ORG")]


@pytest.mark.parametrize("word", ["gegen", "über", "bei"])
def test_a_place_behind_a_result(word):
    assert names(run("lesart_clubs", f"Das 3:1 (2:0) {word} [LOC Husum] war hart.")) == [("Husum", "ORG")]


@pytest.mark.parametrize("time", ["um 20:15", "20:15 Uhr", "20:15 MEZ"])
def test_a_time_is_no_result(time):
    assert names(run("lesart_clubs", f"Es brannte {time} bei [LOC Husum].")) == [("Husum", "LOC")]


def test_a_state_has_a_team_and_is_none():
    doc = run("lesart_clubs", "Das 3:1 gegen [LOC Frankreich] war hart.")
    assert names(doc) == [("Frankreich", "LOC")]


def test_without_a_result_nothing_changes():
    doc = run("lesart_clubs", "Der [ORG SV Husum] baut. [LOC Husum] zahlt.")
    assert names(doc) == [("SV Husum", "ORG"), ("Husum", "LOC")]
