"""Descriptions that mean somebody else than whoever is named beside them, and words for things that are no names."""

import pytest

from core.analysis.analysis import ActorKind
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def mentioned(text):
    """The words for each named person of a text, by name."""
    found = analyze(plain_article(text, "-"))
    people = {actor.id: actor.name for actor in found.actors if actor.kind is ActorKind.PERSON}
    words = {name: [] for name in people.values()}
    for mention in found.mentions:
        if mention.actor in people:
            words[people[mention.actor]].append(text[mention.start : mention.end])
    return words


@pytest.mark.parametrize(
    "text",
    [
        "Lind redete sich in Rage. Der Vermieter sei verschwunden.",
        "Laut Ärztin Ute Lind geht es dem Kind gut. Die Patientin werde am Montag entlassen.",
        "Anwalt Bernd Lind sagte, sein Mandant sei krank. Der Rentner liege im Bett.",
        "Lehrer Tom Lind sah den Jungen.",
        "Kai Lind sah den Mann.",
        "Nach Darstellung von Staatsanwalt Enno Lind schwieg der Mann.",
    ],
)
def test_whoever_speaks_or_acts_is_not_described_in_the_same_breath(text):
    (words,) = mentioned(text).values()
    assert all(word.endswith("Lind") for word in words)


def test_a_description_in_a_sentence_of_its_own_still_means_the_one_named():
    assert mentioned("Staatsanwalt Enno Lind sprach. Der Mann schwieg.") == {
        "Enno Lind": ["Enno Lind", "Der Mann"]
    }


@pytest.mark.parametrize(
    "text", ["Auf der Alm blüht Enzian.", "Am Kai stapelt sich Schrott.", "Im Watt liegt Schlick."]
)
def test_matter_that_lies_or_grows_somewhere_is_nobody(text):
    assert mentioned(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paris Lohmann ist zwölf. „Ich schwimme“, erzählt Paris.", ["Paris Lohmann", "Paris"]),
        ("Paris Lohmann ist zwölf. Sie fährt nach Paris.", ["Paris Lohmann"]),
    ],
)
def test_a_first_name_that_is_a_town_may_stand_alone(text, words):
    assert [w for w in mentioned(text)["Paris Lohmann"] if w[0].isupper() and w != "Sie"] == words


def test_a_bare_thing_does_not_tell_what_is_said_before_it():
    found = analyze(plain_article("Das Rote Kreuz braucht Blut. Das meldet Bedarf an Spendern.", "-"))
    assert found.quotes == ()


def test_somebody_introduced_in_the_dative_is_not_named_next():
    text = "Der Hund biss einer Nachbarin ins Bein. Ada Lind leitet das Amt."
    assert mentioned(text) == {"Ada Lind": ["Ada Lind"]}
