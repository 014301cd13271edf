import pytest

from core.analysis.analysis import Actor, ActorKind
from core.analysis.identity import alias_key, identity


def of(name: str, kind: ActorKind = ActorKind.PERSON, *aliases: str, confirmed=None) -> str | None:
    return identity(Actor("a1", name, kind, aliases), confirmed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lind", "ADA LIND"),
        ("Nicolás Ordaz", "Nicolas Ordaz"),
        ("Ada Lind", "Ada M. Lind"),
        ("Hans-Peter Brüggemann", "Hans Peter Brueggemann"),
        ("Baschar al-Hadi", "Baschar Al-Hadi"),
    ],
)
def test_one_person_in_two_spellings(one, other):
    assert of(one) == of(other) is not None


@pytest.mark.parametrize(("one", "other"), [("Ada Lind", "Bo Lind"), ("Ada Lind", "Ada Berg")])
def test_two_people(one, other):
    assert of(one) != of(other)


def test_nobody_is_known_by_surname_or_initial_alone():
    assert of("Lind") is None
    assert of("A. Lind") is None


def test_groups_and_nameless_voices_have_no_identity():
    assert of("die Linds", ActorKind.GROUP) is None
    assert of("ein Anwohner", ActorKind.UNNAMED) is None


def test_bodies_and_places_by_their_words():
    assert of("Weißes Haus", ActorKind.ORGANISATION) == of("Weiße Haus", ActorKind.ORGANISATION)
    assert of("Peru", ActorKind.PLACE) != of("Peru", ActorKind.ORGANISATION)


def test_a_confirmed_alias_leads_where_the_reader_said():
    confirmed = {alias_key("Hafenkönigin"): "person:ada lind", alias_key("Lind"): "person:ada lind"}
    assert of("Lind", confirmed=confirmed) == "person:ada lind"
    assert of("A. L.", ActorKind.PERSON, "hafenkönigin", confirmed=confirmed) == "person:ada lind"
    assert of("Berg", confirmed=confirmed) is None


def test_an_alias_does_not_make_one_named_in_full_somebody_else():
    confirmed = {alias_key("Lind"): "person:ada lind"}
    assert of("Bo Lind", ActorKind.PERSON, "Lind", confirmed=confirmed) == "person:bo lind"
