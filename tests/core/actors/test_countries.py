import pytest

from core.analysis.analysis import ActorKind, Form
from core.lexicon.world import load_tables
from tests.core.actors.staged import stage


def test_a_state_is_one_under_all_its_names_adjectives_and_compounds():
    staged = stage(
        "Der US-Senat tagte. Die [LOC USA] und die Vereinigten Staaten zögern. Das amerikanische Heer wartet."
    )
    assert staged.names() == ["USA"]
    assert staged.mentioned("USA") == ["US", "USA", "Vereinigten Staaten", "amerikanische"]
    assert staged.mentioned("USA", Form.PART) == ["US"]
    assert staged.mentioned("USA", Form.DERIVED) == ["amerikanische"]
    assert staged.actor("USA").kind is ActorKind.PLACE


def test_a_state_known_from_an_adjective_alone_is_an_actor():
    assert stage("Ein norwegischer Kutter sank. Die Norweger trauern.").names() == ["Norwegen"]


def test_a_name_that_holds_an_adjective_stays_whole():
    staged = stage("Die [ORG Deutsche Hafenbank] zahlt.")
    assert staged.names() == ["Deutsche Hafenbank"]
    assert len(staged.resolution.mentions) == 1


def test_a_thing_in_marks_that_is_called_like_a_state_is_none():
    staged = stage("Das Schiff „[MISC Norwegen]“ sank. [MISC Irland] zahlt.")
    assert staged.names() == ["Irland"]


@pytest.mark.parametrize(
    "text", ["Sie sprach deutsch.", "Sie liest in der Zeitung.", "Der Pol ist kalt.", "inder"]
)
def test_words_that_are_no_states(text):
    assert stage(text).names() == []


def test_a_surname_that_is_a_state_stays_a_person():
    assert stage("[PER Ada Holland] kam. [PER Holland] ging.").names() == ["Ada Holland"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Türkei", "Türkei"),
        ("Perus", "Peru"),
        ("Niederlanden", "Niederlande"),
        ("Vereinigten Arabischen Emirate", "Vereinigte Arabische Emirate"),
        ("Kap", None),
    ],
)
def test_names_of_states_in_every_case(name, state):
    assert load_tables("de").country(name) == state


def test_english_adjectives_are_no_states_in_another_case():
    english = load_tables("en")
    assert english.country("Russia") == "Russia"
    assert [english.country(word) for word in ("Russian", "American", "Indians", "Libyan")] == [None] * 4


def test_every_state_has_its_own_words():
    """No adjective and no people of the table belongs to two states, and no name neither."""
    from core.lexicon.lexicon import table_rows

    seen: dict[str, str] = {}
    for name, others, adjectives, people in table_rows("de", "countries"):
        for word in (name, *others.split(","), *adjectives.split(","), *people.split(",")):
            if word != "-":
                assert seen.setdefault(word, name) == name
