"""Who speaks where an office stands before a comma and the name of who holds it."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers

BEFORE = "Tilda Marsh has left the harbour. "


@pytest.mark.parametrize("words", ["“We had no choice,”", "“Nobody warned us,”", "“Please hurry up,”"])
@pytest.mark.parametrize(
    "holder",
    [
        "the harbourmaster, Colin Reeve",
        "the former minister, Colin Reeve",
        "the guild’s deputy leader, Colin Reeve",
        "the head teacher, Mr Colin Reeve",
        "the guild’s founder and director, Colin Reeve",
        "one of the organisers, Colin Reeve",
        "counsel to the inquiry, Colin Reeve",
    ],
)
def test_whom_a_name_behind_a_comma_names_speaks(words: str, holder: str):
    assert speakers(analysed(f"{BEFORE}{words} said {holder}.")) == ["Colin Reeve"]


@pytest.mark.parametrize("words", ["“Nobody warned us,”", "“Please hurry up,”"])
def test_who_stands_between_the_marks_and_the_verb_speaks(words: str):
    text = f"{BEFORE}{words} the harbourmaster, Colin Reeve, told reporters."
    assert speakers(analysed(text)) == ["Colin Reeve"]


def test_who_is_addressed_within_the_marks_does_not_speak():
    assert speakers(analysed("“We had no choice, Colin,” said Tilda Marsh.")) == ["Tilda Marsh"]
    assert speakers(analysed("“Give it to the mayor, Colin Reeve,” said Tilda Marsh.")) == ["Tilda Marsh"]


def test_a_name_behind_a_body_is_the_person_s_not_the_body_s():
    found = analysed("Counsel assisting the inquiry, Tilda Marsh, said that the wall was weak.")
    assert speakers(found) == ["Tilda Marsh"]
    assert actor(found, "Tilda Marsh").roles == ("Counsel",)


@pytest.mark.parametrize("noun", ["registrar", "postmaster", "nutritionist", "bouncer", "paralegal"])
def test_what_somebody_is(noun: str):
    found = analysed(f"Tilda Marsh, a {noun} from Denby, said that the wall was weak.")
    assert actor(found, "Tilda Marsh").roles == (noun,)


@pytest.mark.parametrize(
    "holder", ["former president Colin Reeve", "neighbour Colin Reeve", "actor Colin Reeve"]
)
def test_who_stands_behind_what_opens_a_sentence_speaks(holder: str):
    assert speakers(analysed(f"{BEFORE}In a post on X, {holder} said that the wall was weak.")) == [
        "Colin Reeve"
    ]


@pytest.mark.parametrize(
    "body", ["Ofwat", "World Athletics", "South Western Railway", "Police Scotland", "Age UK"]
)
def test_a_body_whose_name_the_parser_does_not_know_speaks(body: str):
    found = analysed(f"{BEFORE}{body} apologised for the long delay. {body} said that the wall was weak.")
    assert speakers(found) == [body, body]


@pytest.mark.parametrize("who", ["the regulator", "Denby Foods", "the union", "one resident"])
def test_a_source_between_it_was_and_what_it_was(who: str):
    found = analysed(f"{BEFORE}It was, {who} said, far too late for that.")
    assert speakers(found) == [who]
