"""Statements in English that hang on a noun, an adjective or "it is …", and what is said in a headline."""

import pytest

from core.articles.article import Block, BlockKind
from core.language.document import make_doc
from tests.core.quotes.said import pipeline, said


@pytest.mark.parametrize(
    ("text", "words", "who", "cue"),
    [
        (
            "The keeper is confident that the sluice will hold.",
            "that the sluice will hold",
            "The keeper",
            "is confident",
        ),
        ("She was adamant the mill would turn again.", "the mill would turn again", "She", "was adamant"),
        ("It is understood the bells will be sold.", "the bells will be sold", "", "is understood"),
        (
            "It was alleged that the bells had been sold.",
            "that the bells had been sold",
            "",
            "alleged",
        ),
        (
            "Her claim that the bells were glued surprised the court.",
            "that the bells were glued",
            "Her",
            "claim",
        ),
        ("The keeper made a promise to mend the sluice.", "to mend the sluice", "The keeper", "promise"),
        (
            "The keeper heard a warning that the sluice would fail.",
            "that the sluice would fail",
            "",
            "warning",
        ),
        ("Reports that the bells were glued were wrong.", "that the bells were glued", "", "Reports"),
        (
            "The claim of two divers that the bells were glued was wrong.",
            "that the bells were glued",
            "two divers",
            "claim",
        ),
        (
            "Warnings from the harbour that boats might sink were ignored.",
            "that boats might sink",
            "the harbour",
            "Warnings",
        ),
        (
            "There was a claim at the inquest that the bells were glued.",
            "that the bells were glued",
            "",
            "claim",
        ),
    ],
)
def test_statements_that_hang_on_no_verb(text, words, who, cue):
    assert said(text, "en") == [("indirect", words, who, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "We are confident that the mill is safe.",
        "It was confident that the sluice would hold.",
        "The confident keeper left the hall.",
        "The keeper was confident.",
        "The alleged thief hid the bells.",
        "That the bells were sold is understood.",
        "The fact that the bells were glued was kept quiet.",
        "The idea from the harbour that boats might sink was ignored.",
    ],
)
def test_nothing_is_said(text):
    assert said(text, "en") == []


def test_each_adjective_has_its_holder():
    text = "The board is sure the mill will turn, and the keeper is confident that the sluice will hold."
    assert said(text, "en") == [
        ("indirect", "the mill will turn", "The board", "is sure"),
        ("indirect", "that the sluice will hold", "the keeper", "is confident"),
    ]


def test_adjectives_in_marks_are_a_part_of_what_is_said():
    text = '"I am confident that the sluice will hold," the keeper said.'
    assert [kind for kind, *_ in said(text, "en")] == ["direct"]


def test_an_owner_is_named_without_what_makes_it_one():
    text = "The town rejected Rosa Quill's claim that the bells were glued."
    assert said(text, "en")[-1] == ("indirect", "that the bells were glued", "Rosa Quill", "claim")


def headline(text: str, body: str = "Rents rose on Friday.") -> list[tuple[str, str]]:
    """What is said in a headline, and by whom."""
    whole = f"{text}\n\n{body}"
    nlp = pipeline("en")
    start = len(text) + 2
    blocks = (
        Block(BlockKind.HEADLINE, 0, len(text)),
        Block(BlockKind.PARAGRAPH, start, len(whole)),
    )
    doc = make_doc(nlp, whole, blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [
        (whole[slice(*f.spans[0])], " ".join(whole[slice(*span)] for span in f.speaker))
        for f in doc._.findings
        if f.start < start
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rosa Quill: I will not sell the mill", [("I will not sell the mill", "Rosa Quill")]),
        ("Denby Council: Rents will rise in May", [("Rents will rise in May", "Denby Council")]),
        ("Rosa Quill: Why the mill must go", [("Why the mill must go", "Rosa Quill")]),
        ("Tenants: We will not pay", [("We will not pay", "Tenants")]),
        ("Rosa Quill: “I will not sell”", [("“I will not sell”", "Rosa Quill")]),
        ("Rosa Quill: Mill sold", []),
        ("Rents: What you will pay", []),
        ("Trains: Why the line is shut again", []),
        ("In Denby, Rosa Quill: I will not sell the mill", []),
        ("Clerk told the court she stole forty pounds", [("she stole forty pounds", "Clerk")]),
        ("Mill will turn again, says Rosa Quill", [("Mill will turn again", "Rosa Quill")]),
    ],
)
def test_headlines(text, said):
    assert headline(text) == said


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("'Not a penny more': Fury as council raises rents", "'Not a penny more'", ""),
        ("'Not a penny more': Tenants defy council", "'Not a penny more'", "Tenants"),
        ("Tears and fury: 'We cannot pay rents'", "'We cannot pay rents'", ""),
        ("Rosa Quill: 'Rents too high for most'", "'Rents too high for most'", "Rosa Quill"),
    ],
)
def test_a_stir_says_nothing(text, words, speaker):
    assert headline(text) == [(words, speaker)]


def test_whoever_is_told_says_nothing():
    assert headline("Clerk stole forty pounds, court told") == []
    assert headline("Court told clerk stole forty pounds") == []


def test_whoever_is_not_sure_says_nothing():
    assert said("He is not sure that the mill is safe.", "en") == []


def test_what_kind_of_text_it_is_says_nothing():
    assert headline("Review: The lead is out of breath") == []


def test_a_result_before_a_colon_says_nothing():
    assert headline("Elm Town 0-3 Corby County: Lund has Tarn dreaming of Rome") == []


def test_what_somebody_told_of_does_is_not_their_speech():
    assert headline("Vet who 'put profit before pets' struck off") == []
    text = "Rosa Quill praised a man who “never hurt a fly”."
    assert said(text, "en")[-1] == ("direct", "“never hurt a fly”", "Rosa Quill", "praised")
