"""The same statement in several wordings."""

import pytest

from core.text.wordings import differences, grouped, repeated

FIRST = "„Wir lassen die Kräne stehen, bis der Vertrag unterschrieben ist“"
SHORTER = "Wir lassen die Kräne stehen, bis der Vertrag unterschrieben sei"


def test_nearly_the_same_words_are_one_statement():
    others = ["Das Wasser steigt schneller als im letzten Jahr", "Ja.", "Ja."]
    assert grouped([others[0], FIRST, others[1], SHORTER, others[2], FIRST]) == [[1, 3, 5]]


def test_what_is_said_once_is_in_no_group():
    assert grouped([FIRST, "Das Wasser steigt schneller als im letzten Jahr"]) == []
    assert grouped([]) == []


def test_a_phrase_of_a_crowd_is_no_statement():
    crowd = [f"am frühen Morgen {each}a {each}b {each}c {each}d {each}e" for each in range(500)]
    assert grouped(crowd) == []


def test_words_that_differ_are_marked_and_quotation_marks_do_not_count():
    assert differences(FIRST, SHORTER) == [
        ("Wir lassen die Kräne stehen, bis der Vertrag unterschrieben", False),
        ("sei", True),
    ]
    assert differences(FIRST, FIRST.strip("„“")) == [(FIRST.strip("„“"), False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bei dem Brand im Lager gab es 20 Verletzte", "Bei dem Brand im Lager gab es 200 Verletzte"),
        ("Bei dem Brand im Lager gab es zwei Verletzte", "Bei dem Brand im Lager gab es drei Verletzte"),
        ("Der Umbau kostet im Jahr 1,5 Millionen Euro", "Der Umbau kostet im Jahr 1,5 Milliarden Euro"),
        ("Die Miete steigt von 20 auf 30 Taler im Monat", "Die Miete steigt von 30 auf 20 Taler im Monat"),
        ("Die Ausfahrt der A7 bei Holm wird gesperrt", "Die Ausfahrt der A8 bei Holm wird gesperrt"),
        ("Das alte Werk am Fluss wird verkauft", "Das alte Werk am Fluss wird nicht verkauft"),
        ("The old mill by the river will be sold", "The old mill by the river won't be sold"),
    ],
)
def test_what_differs_in_a_figure_or_says_no_is_another_statement(one, other):
    assert grouped([one, other, one, other]) == [[0, 2], [1, 3]]


def test_a_figure_is_the_same_however_it_is_written():
    assert grouped(
        ["Der Turm hat 12.000 Stufen und eine Glocke", "Der Turm hat 12 000 Stufen und eine Glocke"]
    )


def test_statements_too_short_to_compare_are_the_same_where_one_says_the_very_same_words():
    said = [
        ("Lind", "Das bleibt so, sicher."),
        ("Öz", "Das bleibt so, sicher."),
        ("Lind", "Nein."),
        ("Lind", "Nein."),
    ]
    assert repeated([*said, ("Lind", "das bleibt so sicher")]) == [[0, 4]]
