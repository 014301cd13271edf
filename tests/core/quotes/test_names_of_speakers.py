"""Who speaks may be called after a body in marks, have a surname like an article, or be a witness from a town."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.actors.speakers_of import speakers
from tests.core.quotes.said import direct

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize("body", ["Bürgerinitiative", "Gruppe", "Partei", "Kampagne", "Kneipe"])
def test_the_name_of_a_body_between_its_speaker_and_what_they_say_is_no_speech(body):
    text = f"Ada Lind, Sprecherin der {body} „Lasst den Deich stehen“, kündigte Widerstand an: „Wir klagen.“"
    assert [words for words, _ in direct(text)] == ["„Wir klagen.“"]
    assert speakers(text) == ["Ada Lind"]


def test_what_somebody_says_behind_another_noun_is_speech():
    assert direct("Zur Lage: „Lasst den Deich stehen“, sagte Ada Lind.") == [
        ("„Lasst den Deich stehen“", "Ada Lind")
    ]


@pytest.mark.parametrize("name", ["Hinrich Meinen", "Jorid Seiner"])
def test_a_surname_may_look_like_an_article(name):
    assert speakers(f"Ortsvorsteher {name} sagte, dafür sei es zu spät.") == [name]


@pytest.mark.parametrize("who", ["ein Zeuge aus Husum", "eine Zeugin aus Husum", "ein Augenzeuge aus Husum"])
def test_a_witness_speaks_and_not_the_town(who):
    assert speakers(f"„Es hat geknallt“, sagte {who}.") == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Auf Anfrage teilte Ada Lind, 54, Wirtin aus Husum, mit, dafür sei es zu spät.",
        "Auf Anfrage teilte Ada Lind, die Vorsitzende des Vereins, mit, dafür sei es zu spät.",
        "Wie Ada Lind, 54, Wirtin aus Husum, sagte, ist es dafür zu spät.",
        "Dafür sei es zu spät, hatte Ada Lind, die Vorsitzende des Vereins, noch im Mai gewarnt.",
    ],
)
def test_what_somebody_is_may_part_the_verb_of_saying(text):
    assert speakers(text) == ["Ada Lind"]


def test_a_clause_beside_a_name_is_no_insertion():
    assert direct("Auf dem Deich stand Ada Lind, die am Montag sagte: „Wir bleiben.“") == [
        ("„Wir bleiben.“", "Ada Lind")
    ]


@pytest.mark.parametrize(
    ("body", "kin"),
    [
        ("Ein Bündnis aus Ärztinnen, Eltern und Kirchen", "fordert"),
        ("Ein Verbund von Städten, Kreisen und Gemeinden", "verlangt"),
    ],
)
def test_a_body_has_all_its_members(body, kin):
    assert speakers(f"{body} {kin} mehr Geld für Deiche.") == [body[:1].lower() + body[1:]]


def test_a_noun_for_what_somebody_is_before_a_surname_is_nobody_else():
    assert speakers("Wirt Petersen sagte, er bleibe.") == ["Petersen"]
