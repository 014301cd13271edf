"""English: who is meant where two hold such an office, where a pronoun tells the sex, and who is nobody at all."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed, speakers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Denby manager, Otto Brann, was angry. Tilda Moe, the Wexby manager, smiled. “It was late,” the Denby "
            "manager said. “It was lucky,” the Wexby manager said.",
            ["Otto Brann", "Tilda Moe"],
        ),
        (
            "Otto Brann left early after his Denby side lost to the substitute Finn Ruhl’s goal.\n\n“It was late,” the "
            "Denby manager said.\n\nTilda Moe, Wexby’s head coach, smiled.",
            ["Otto Brann"],
        ),
        (
            "Union leader Tilda Moe left.\n\nOtto Brann stayed. The 61-year-old leader said it was late.",
            ["Otto Brann"],
        ),
        (
            "Tilda Moe, the council leader, left on Friday.\n\nThe 61-year-old leader said it was late.",
            ["Tilda Moe"],
        ),
    ],
)
def test_two_who_hold_such_an_office(text, said):
    assert speakers(analysed(text)) == said


def test_a_pronoun_tells_the_sex_of_a_name_nobody_knows():
    text = (
        "Tilda Moe has spoken of her first song. The singer, 27, wrote it in a shed.\n\n"
        "Producer Quen Abel praised Moe’s voice. “She’d sing all day,” he recalled.\n\n"
        "Asked if she was tired, the former soap star would only say: “No.”"
    )
    assert speakers(analysed(text))[-2:] == ["Quen Abel", "Tilda Moe"]


def test_who_is_named_in_what_somebody_says_is_another():
    text = (
        "Tilda Moe made jars the height of a child. The critic Otto Brann wrote that they were odd.\n\n"
        "“Otto,” she told friends, “has never made a jar.”"
    )
    found = analysed(text)
    assert speakers(found)[-1] == "Tilda Moe"
    assert "a child" not in [each.name for each in found.actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Her husband, the cellist Otto Brann, survives her. In a statement the family said it was late.",
            "the family",
        ),
        ("Denby Athletic lost. The referees’ association said it was late.", "the referees’ association"),
        (
            "We heard of it from Facebook.\n\nWexby Ferries said it was late, and the firm urged people to wait.",
            "Wexby Ferries",
        ),
    ],
)
def test_groups_and_bodies(text, who):
    assert speakers(analysed(text))[-1] == who


def test_an_age_told_with_an_office_is_not_that_of_the_one_who_holds_it_elsewhere():
    found = analysed(
        "Union leader Tilda Moe left.\n\nOtto Brann stayed. The 61-year-old leader said it was late."
    )
    assert (actor(found, "Otto Brann").age, actor(found, "Tilda Moe").age) == (61, None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to an affidavit, Otto Brann had sold the van to Tilda Moe.", "an affidavit"),
        ("Otto Brann was warned by his doctor that he would go blind.", "his doctor"),
        ("Tilda Moe taught for years. Her advice was printed on a card: “Wash your hands.”", "Tilda Moe"),
        ("Otto Brann met Tilda Moe. His answer was short: “Never again, love.”", "Otto Brann"),
    ],
)
def test_who_is_beside_whoever_speaks(text: str, who: str) -> None:
    assert speakers(analysed(text))[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Otto Brann is silent, though a pal of the star insisted he was ill.\n\n“He was asleep,” the friend said.",
            1,
        ),
        ("A source close to Tilda Moe said she was ill. “She was asleep,” the insider said.", 1),
        ("Her boyfriend said she was ill. A friend said she was well.", 2),
        (
            "A source told the Denby Post the pact was dead. The source said it was late. Otto Brann denied it.",
            2,
        ),
    ],
)
def test_friends_and_sources_are_taken_up_by_other_words(text: str, who: int) -> None:
    assert len(set(speakers(analysed(text)))) == who


def test_one_of_several_texts_is_nobody() -> None:
    found = analysed("Otto Brann sent her two texts. One read: “Enjoy your tan.”")
    assert "One" not in speakers(found)


def test_a_relative_with_an_office_and_the_same_surname_is_one_person() -> None:
    text = (
        "Actor Otto Delacourt left. Delacourt's sister, the designer Tilda Delacourt, took a swipe at him, writing: "
        "“Some people cook.” She later deleted it. “It was dumb,” she wrote."
    )
    assert set(speakers(analysed(text))) == {"Tilda Delacourt"}


def test_reports_speak_and_are_their_authors() -> None:
    text = (
        "A row began after a report by the Denby Audit Office, tabled on Monday, found that wells were dry. The report "
        "also noted that pumps were gone. It added that nobody had checked."
    )
    assert speakers(analysed(text)) == ["Denby Audit Office", "the report", "the report"]
    assert len(analysed(text).actors) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "“He is special,” said manager Otto Brann.\n\nFinn Ruhl, who came in May, said he was proud. “The boss "
            "believed in me,” the Czech added.\n\nBrann left. “We deserved it,” the boss insisted.",
            "Otto Brann",
        ),
        ("Helvar Motors will recall 40,000 vans.\n\nThe carmaker said it was sorry.", "Helvar Motors"),
        (
            "A judge has jailed a nurse who stole pills.\n\nTilda Moe, 44, of Denby, admitted theft. She said "
            "she was sorry.\n\nThe judge said it was a grave matter.",
            "a judge",
        ),
    ],
)
def test_whom_a_description_further_on_means(text: str, who: str) -> None:
    assert speakers(analysed(text))[-1].lower() == who.lower()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Denby Bank held rates, its governor said.\n\n“It is too early,” Governor Otto Brann told reporters.",
            ["Otto Brann", "Otto Brann"],
        ),
        (
            "The prime minister has ruled out cuts, as pressure grows on his chancellor.\n\nHis chancellor, Tilda Moe, "
            "said it was late.",
            ["the prime minister", "Tilda Moe"],
        ),
        ("Denby Council met on Friday. Its report concluded that the roof was weak.", ["Denby Council"]),
    ],
)
def test_offices_and_texts_of_bodies(text: str, said: list[str]) -> None:
    assert speakers(analysed(text)) == said


def test_a_verb_is_no_country() -> None:
    assert [each.name for each in analysed("Tilda Moe said: “You cannot polish that.”").actors] == [
        "Tilda Moe"
    ]
