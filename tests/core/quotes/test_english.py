"""Who said what in English reports, read by the bundled pipeline."""

import pytest

from tests.core.quotes.said import found

INDIRECT = [
    ("Rosa Quill said the sluice had jammed twice.", "the sluice had jammed twice", "Rosa Quill"),
    ("Rosa Quill said that the sluice had jammed twice.", "that the sluice had jammed twice", "Rosa Quill"),
    ("The baker admitted the ovens were too old.", "the ovens were too old", "The baker"),
    ("The sluice had jammed twice, said Rosa Quill.", "The sluice had jammed twice", "Rosa Quill"),
    ("The sluice had jammed twice, the keeper said.", "The sluice had jammed twice", "the keeper"),
    ("The sluice, she said, had jammed twice.", "The sluice … had jammed twice", "she"),
    ("The council told tenants the lift would be mended.", "the lift would be mended", "The council"),
    ("According to the council, the lift failed in May.", "the lift failed in May", "the council"),
    ("As one trader put it, nobody buys on a Monday.", "nobody buys on a Monday", "one trader"),
    ("Rosa Quill vowed to appeal against the fine.", "to appeal against the fine", "Rosa Quill"),
    ("The reporter asked whether the bridge was safe.", "whether the bridge was safe", "The reporter"),
    ("Two days after the fire, the bishop said the tower was sound.", "the tower was sound", "the bishop"),
    ("The pilot, whose licence was withdrawn, insisted he was sober.", "he was sober", "The pilot"),
    ("The report found that the pump failed twice.", "that the pump failed twice", "The report"),
    ("An usher said at the inquest that doors were locked.", "that doors were locked", "An usher"),
    ("A porter denied there had been any warning.", "there had been any warning", "A porter"),
    ("A porter added no one had rung the bell.", "no one had rung the bell", "A porter"),
    ("Rosa Quill conceded the chimney leaned.", "the chimney leaned", "Rosa Quill"),
    (
        "Rosa Quill has hinted she would sell, though friends said she loved the mill.",
        "she would sell",
        "Rosa Quill",
    ),
    (
        "She said that divers were still looking, but stressed they had not found the bell.",
        "they had not found the bell",
        "She",
    ),
    ("The teacher asked the council where pupils would eat.", "where pupils would eat", "The teacher"),
    ("The firm has said sales fell and vowed to cut its costs.", "to cut its costs", "The firm"),
    (
        "The council has had complaints from tenants that bells rang at night.",
        "that bells rang at night",
        "tenants",
    ),
    ("Rosa Quill vowed to raise the matter and praised the cook.", "to raise the matter", "Rosa Quill"),
    ("It is understood the bells will be sold.", "the bells will be sold", ""),
    ("Moles' tunnels, she points out, are dry.", "Moles' tunnels … are dry", "she"),
    (
        "Six boats have sunk since May, according to logs kept by the harbour.",
        "Six boats have sunk since May",
        "logs kept by the harbour",
    ),
    (
        "But baker and part-time diver Dr Rosa Quill claimed the bell was glued.",
        "the bell was glued",
        "baker and part-time diver Dr Rosa Quill",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), INDIRECT)
def test_indirect_speech(text, words, speaker):
    assert ("indirect", words, speaker) in found(text, "en")


REPORTED = [
    ("The minister condemned the raid.", "condemned the raid", "The minister"),
    ("Tenants rejected the plan as an insult.", "rejected the plan as an insult", "Tenants"),
    ("She declined to comment.", "declined to comment", "She"),
    ("He has denied any wrongdoing.", "has denied any wrongdoing", "He"),
    ("The union called for an inquiry.", "called for an inquiry", "The union"),
    ("The mayor thanked the volunteers.", "thanked the volunteers", "The mayor"),
    ("Farmers welcomed the delay.", "welcomed the delay", "Farmers"),
    ("Analysts had predicted a fall.", "had predicted a fall", "Analysts"),
    ("She stopped short of blaming him.", "stopped short of blaming him", "She"),
    ("The fair was closed after tenants had condemned the noise.", "had condemned the noise", "tenants"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED)
def test_reported_acts(text, words, speaker):
    assert found(text, "en") == [("reported", words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "The new line would cut journey times by an hour and would be ready by 2030.",
        "Shareholders did not get all they wanted. The loan would be spent on the lift.",
        "The answers to the exam were printed in the report.",
        "The keeper did not say whether the sluice was safe.",
        "I think the sluice is safe.",
        "It was a day when people say nothing bad can happen.",
        "The firm repaired the sluice, which had jammed twice.",
        "Rosa Quill admitted, which pleased the court.",
        "The treasurer confirmed, which pleased her friends.",
        "The court kept witnesses from mentioning the bell.",
        "Did Rosa Quill believe the mill would turn again? She shook her head.",
        "If the mayor invites neighbours to complain, the fair will close.",
    ],
)
def test_nothing_said(text):
    assert found(text, "en") == []


def test_two_statements_of_one_subject():
    text = "The outgoing governor thanked her staff and said she had no regrets."
    who = "The outgoing governor"
    assert found(text, "en") == [
        ("reported", "thanked her staff", who),
        ("indirect", "she had no regrets", who),
    ]


def test_part_quotes():
    text = "The head teacher wrote that the roof “could not wait”."
    assert found(text, "en") == [
        ("indirect", "that the roof “could not wait”", "The head teacher"),
        ("direct", "“could not wait”", "The head teacher"),
    ]


def test_hearsay():
    kind, words, _ = found("The Bureau is reported to have closed the file.", "en")[0]
    assert (kind, words) == ("free-indirect", "The Bureau is reported to have closed the file")


def test_a_question_leads_up_to_an_answer():
    text = 'Asked if he would stand again, Noel Hadley quipped: "Ask my wife."'
    assert ("direct", '"Ask my wife."', "Noel Hadley") in found(text, "en")
    assert not any(kind == "indirect" for kind, *_ in found(text, "en"))


def test_apostrophes_are_no_marks():
    text = "‘I don’t know the Joneses’ dog,’ said Rosa Quill. ‘It isn’t ours.’"
    words = [words for kind, words, _ in found(text, "en") if kind == "direct"]
    assert words == ["‘I don’t know the Joneses’ dog,’", "‘It isn’t ours.’"]


def test_a_witness_is_cross_examined():
    text = "Cross-examined by her lawyer, Joan Pell admitted that she was fond of him."
    assert ("indirect", "that she was fond of him", "Joan Pell") in found(text, "en")


def test_it_may_act_with_words_as_only_bodies_do():
    text = "The Tidewater Guild shut the pier. It declined to say when it would open."
    assert ("reported", "declined to say when it would open", "It") in found(text, "en")
    assert not found("The pump was old. It denied them a night of sleep.", "en")


def test_a_rank_is_no_preposition():
    text = "Det Con Joan Pell, of Elm Police, urged anyone with elderly relatives to check the locks."
    ((kind, words, who),) = found(text, "en")
    assert (kind, words) == ("reported", "urged anyone with elderly relatives to check the locks")
    assert "Joan Pell" in who


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "She said the van was late and thanked Ada Lind for waiting.",
            "thanked Ada Lind for waiting",
            "She",
        ),
        ("He said the gate could be mended and praised the crew.", "praised the crew", "He"),
        (
            "She claimed that nobody had paid, and accused the town of sloth.",
            "accused the town of sloth",
            "She",
        ),
    ],
)
def test_an_act_joined_to_what_was_said(text, words, speaker):
    assert found(text, "en")[-1] == ("reported", words, speaker)


def test_which_says_is_said_of_the_body_before_the_comma():
    text = "Ada Lind was sent a bill for £40 by Denby Council, which says it needs the cash."
    assert ("indirect", "it needs the cash", "Denby Council") in found(text, "en")


def test_what_is_said_is_not_its_own_speaker():
    assert ("direct", '"£11.40,"', "she") in found('Ada Lind wants a refund. "£11.40," she fumed.', "en")


def test_a_stir_in_a_headline_says_nothing():
    said = found("'Not a penny more': Fury as council raises rents\n\nRents rose on Friday.", "en")
    assert [speaker for *_, speaker in said] in ([], [None], [""])
