"""English statements with who says so put between their parts, and what stands behind."""

import pytest

import core
from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Nobody hurt, he insisted, would be left alone.", "Nobody hurt … would be left alone", "he"),
        ("Everybody still inside, she added, would wait.", "Everybody still inside … would wait", "she"),
        ("It was, she told him, a good mill.", "It was … a good mill", "she"),
        ("Three had, Orme replied, and one was waiting.", "Three had … and one was waiting", "Orme"),
        ("They would, he added.", "They would", "he"),
        (
            "One was, the porter replied: his dog had eaten it.",
            "One was … his dog had eaten it",
            "the porter",
        ),
        ("The fault, conceded Bell, was his.", "The fault … was his", "Bell"),
        ("The bridge, conceded the mayor, was never safe.", "The bridge … was never safe", "the mayor"),
        (
            "No house would be sold, he promised tenants, and anyone who moved would be paid.",
            "No house would be sold … and anyone who moved would be paid",
            "he",
        ),
        (
            "Every ship had been searched, she told reporters, but nothing was found.",
            "Every ship had been searched … but nothing was found",
            "she",
        ),
        (
            "The gate should have been shut, the keeper said, and his dogs had been locked in.",
            "The gate should have been shut … and his dogs had been locked in",
            "the keeper",
        ),
        (
            "Nobody had rung at the door, she said afterwards; the first she’d heard of it was at school.",
            "Nobody had rung at the door … the first she’d heard of it was at school",
            "she",
        ),
        (
            "Nobody had rung, he said; what they got was a bill.",
            "Nobody had rung … what they got was a bill",
            "he",
        ),
        (
            "The contract, the two-time champion pointed out, had been signed.",
            "The contract … had been signed",
            "the two-time champion",
        ),
    ],
)
def test_what_stands_on_both_sides_is_one_statement(text, words, who):
    assert ("indirect", words, who) in found(text, "en")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Snow fell, and Orme said the road was shut.", "the road was shut", "Orme"),
        ("In May, she said, the shop would close.", "the shop would close", "she"),
        ("When he left, she said, it rained.", "it rained", "she"),
    ],
)
def test_what_only_leads_up_to_it_is_left_out(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The dog, seen by Orme, was fed.",
        "The cup, claimed in May, was hers.",
        "The tower, which fell, was old.",
    ],
)
def test_a_participle_between_commas_says_nothing(text):
    assert found(text, "en") == []


def test_a_source_is_not_told_by_what_is_said_of_it():
    text = "According to two people who attended the dinner, Bell told friends that she would quit."
    assert ("indirect", "Bell told friends that she would quit", "two people") in found(text, "en")


def test_who_wants_no_name_in_the_paper_says_nothing():
    assert found("A porter asked not to be identified.", "en") == []
    text = "According to a porter who asked not to be named, the safe was empty."
    assert found(text, "en") == [("indirect", "the safe was empty", "a porter")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Bell called on Orme to “open the books or close the shop”.",
            "to “open the books or close the shop”",
        ),
        ("The clerk said that his brother was old but that “money is money.”", "“money is money.”"),
    ],
)
def test_a_statement_holds_the_mark_that_closes_in_it(text, words):
    assert any(each[1].endswith(words) for each in found(text, "en"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Engineer Tara Bell opined that the props were rotten.", "Engineer Tara Bell"),
        ("His counsel, Rita Pell, submitted that her client was blamed.", "His counsel, Rita Pell"),
    ],
)
def test_less_common_verbs(text, who):
    assert [each[2] for each in found(text, "en")] == [who]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("She left after being told by the firm that she lacked nerve.", "that she lacked nerve", "the firm"),
        ("He quit after being told by his boss that he was slow.", "that he was slow", "his boss"),
        ("Orme reckons a third of his guests never sleep.", "a third of his guests never sleep", "Orme"),
        (
            "The baker reckons most people always eat too fast.",
            "most people always eat too fast",
            "The baker",
        ),
    ],
)
def test_what_is_said_hangs_on_the_verb_of_saying(text, words, who):
    assert found(text, "en") == [("indirect", words, who)]


def test_what_somebody_hears_is_not_said():
    assert found("Bell heard a man shout.", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The porter asked not to be named",
        "It was, she pointed out, old",
        "“We go,” said Bell, adding that it was",
    ],
)
def test_a_text_may_break_off_behind_any_word(text):
    words = text.split()
    for end in range(1, len(words) + 1):
        core.analyze(f"Town news\n\n{' '.join(words[:end])}", language="en")
