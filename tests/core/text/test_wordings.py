"""The same statement in several wordings."""

from core.text.wordings import differences, grouped

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
