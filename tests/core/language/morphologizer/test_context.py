import pytest

from core.language.morphologizer.context import Reading, settled_moods

PRESENT = {"Mood": "Ind", "Tense": "Pres", "Person": "3", "VerbForm": "Fin"}
PAST = {"Mood": "Ind", "Tense": "Past", "Person": "3", "VerbForm": "Fin"}
PAST_SUB = {**PAST, "Mood": "Sub"}


def moods(sentence: str, **verbs: dict[str, str]) -> dict[str, str]:
    """The moods that are settled by form; `verbs` are the words taken for verbs, with their features."""
    words = sentence.split()
    readings = [Reading(word, "VERB" if word in verbs else "X", verbs.get(word, {})) for word in words]
    return {words[i]: mood for i, mood in settled_moods(readings).items()}


def test_a_form_that_is_indicative_with_ich_alone():
    assert moods("Er sagt , die Uhr gehe falsch .", gehe=PRESENT)["gehe"] == "Sub"
    assert moods("Er sagt , dass ich oft gehe .", gehe=PRESENT)["gehe"] == "Ind"


def test_a_verb_that_no_table_has_is_a_konjunktiv_in_e_but_for_te():
    assert moods("Im Moor schnurgele der Kolben .", schnurgele=PRESENT)["schnurgele"] == "Sub"
    assert moods("Im Moor schnurgele ich .", schnurgele=PRESENT)["schnurgele"] == "Ind"
    assert "schnurgelte" not in moods("Im Moor schnurgelte der Kolben .", schnurgelte=PAST)


def test_a_verb_that_was_taken_for_an_adjective_at_the_end_of_its_clause():
    assert moods("Ob die Bahn heute fahre , blieb offen .", blieb=PAST)["fahre"] == "Sub"


def test_a_past_that_may_be_both_needs_company_to_be_a_konjunktiv():
    assert moods("Das Eis knirschte , sagt er .", knirschte=PAST_SUB)["knirschte"] == "Ind"
    assert "knirschte" not in moods("Das Eis knirschte , wäre es kalt .", knirschte=PAST_SUB, wäre=PAST)


def test_in_a_condition_beside_a_plain_konjunktiv():
    settled = moods("Wenn die Stadt mehr zahlte , fänden sich Fahrer .", zahlte=PAST, fänden=PAST)
    assert settled == {"zahlte": "Sub", "fänden": "Sub"}


def test_sollte_in_the_first_place_is_a_condition_unless_one_asks():
    assert moods("Sollte es regnen , bleibt sie .")["Sollte"] == "Sub"
    assert "Sollte" not in moods("Sollte er bleiben ?", Sollte=PAST)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Nehmt den Bus .", "Nehmt"),
        ("„ Hör auf damit “ , sagt er .", "Hör"),
        ("Warte , ich komme .", "Warte"),
        ("Setzt euch bitte .", "Setzt"),
        ("Sei still .", "Sei"),
        ("Lasst uns gehen .", "Lasst"),
    ],
)
def test_imperatives(sentence, verb):
    assert moods(sentence, **{verb: PRESENT})[verb] == "Imp"


def test_a_second_command_behind_und():
    assert moods("Lies das und vergiss es .", Lies=PRESENT, vergiss=PRESENT) == {
        "Lies": "Imp",
        "vergiss": "Imp",
    }


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Kommt der Zug zu spät , fährt sie Rad .", "Kommt"),
        ("Seht ihr das ?", "Seht"),
        ("Gehe er nun oder nicht , sie bleibt .", "Gehe"),
        ("Möge er ruhen .", "Möge"),
    ],
)
def test_what_only_begins_like_an_imperative(sentence, verb):
    assert moods(sentence, **{verb: PRESENT}).get(verb) != "Imp"


def test_an_empty_clause_does_no_harm():
    assert moods("!") == {}
