"""What an alias that was confirmed in one article tells of another."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention
from core.annotations.corrections.aliases import Alias, confirmed, recognise
from tests.core.annotations.corrections.invented import ANALYSIS, TEXT

MILLER = Alias("die Müllerin", "Ida Morgen")


def words_of(analysis: Analysis, name: str, text: str = TEXT) -> list[str]:
    actor = next(actor for actor in analysis.actors if actor.name == name)
    return [text[mention.start : mention.end] for mention in analysis.mentions_of(actor.id)]


def test_without_aliases_the_analysis_is_the_very_same():
    assert recognise((), ANALYSIS, TEXT) is ANALYSIS
    assert recognise([Alias("Hafenkönigin", "Ada Lind")], ANALYSIS, TEXT) is ANALYSIS


def test_the_words_of_an_alias_are_mentions_of_who_is_in_the_article():
    analysis = recognise([Alias("Müllerin", "ida  MORGEN")], ANALYSIS, TEXT)
    assert words_of(analysis, "Ida Morgen") == ["Ida Morgen", "Müllerin", "Morgen"]


def test_who_is_known_by_the_alias_alone_is_the_same():
    unknown = replace(ANALYSIS, actors=(*ANALYSIS.actors, Actor("a9", "Müllerin", ActorKind.UNNAMED)))
    analysis = recognise([MILLER], unknown, TEXT)
    assert [actor.name for actor in analysis.actors if "Müllerin" in actor.aliases] == ["Ida Morgen"]
    assert "Müllerin" not in [actor.name for actor in analysis.actors]


def test_where_only_the_alias_stands_its_bearer_gets_the_name():
    text = "Die Müllerin schweigt."
    found = Analysis(
        "x", (Mention(4, 12, Label.ORG, actor="a1"),), (Actor("a1", "Müllerin", ActorKind.ORGANISATION),)
    )
    (actor,) = recognise([MILLER], found, text).actors
    assert (actor.name, actor.kind, actor.aliases) == ("Ida Morgen", ActorKind.PERSON, ("Müllerin",))


def test_all_who_are_known_by_the_alias_alone_become_one_with_its_bearers_name():
    text = "Die Müllerin schweigt. Der Müllerin fehlt das Wort. Müllerin bleibt Müllerin."
    places = [at for at in range(len(text)) if text.startswith("Müllerin", at)][:3]
    names = "Müllerin", "die Müllerin", "MÜLLERIN"
    found = Analysis(
        "x",
        tuple(Mention(at, at + 8, Label.PER, actor=f"a{number}") for number, at in enumerate(places)),
        tuple(Actor(f"a{number}", name, ActorKind.PERSON) for number, name in enumerate(names)),
    )
    (actor,) = recognise([MILLER], found, text).actors
    assert (actor.id, actor.name) == ("a0", "Ida Morgen")
    assert words_of(recognise([MILLER], found, text), "Ida Morgen", text)[:3] == ["Müllerin"] * 3


def test_an_alias_makes_nobody_out_of_a_bare_word():
    assert recognise([Alias("Streit", "Ulla Hain")], ANALYSIS, TEXT) is ANALYSIS


def test_an_alias_of_two_is_theirs_who_is_there_alone():
    aliases = [MILLER, Alias("Müllerin", "Ulla Hain")]
    assert "die Müllerin" in recognise(aliases, ANALYSIS, TEXT).actors[1].aliases
    both = [MILLER, Alias("Müllerin", "Nils Otter")]
    assert recognise(both, ANALYSIS, TEXT) is ANALYSIS


def test_a_surname_is_nobody_in_another_article():
    found = replace(ANALYSIS, actors=(replace(ANALYSIS.actors[4], name="Otter"), *ANALYSIS.actors[:4]))
    assert recognise([Alias("Anwalt", "Otter")], found, TEXT) is found


def test_recognising_twice_is_the_same_as_once():
    aliases = [
        MILLER,
        Alias("Anwalt", "Nils Otter"),
        Alias("Mühle Kranich", "Kranich", ActorKind.ORGANISATION),
    ]
    once = recognise(aliases, ANALYSIS, TEXT)
    assert recognise(aliases, once, TEXT) is once


@pytest.mark.parametrize("other", ["Die Müllerin", "muellerin", "Müllerin"])
def test_case_accents_and_article_make_no_other_alias(other: str):
    assert Alias(other, "Ida Morgen").key == MILLER.key


def test_an_alias_of_several_stands_for_nobody():
    aliases = [Alias("Rabe", "Ida Morgen"), Alias("Rabe", "Nils Otter"), Alias("Eule", "Ida Morgen")]
    assert confirmed(aliases) == {"eule": "person:ida morgen"}
