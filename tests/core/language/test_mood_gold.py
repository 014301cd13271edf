from collections import Counter

import pytest
import spacy

from tests.benchmarks.mood import HALVES, MOODS, parse, read_gold, score

SENTENCES = read_gold()
BLIND = read_gold(HALVES["blind"])
BLANK = spacy.blank("de")


def test_marks_become_offsets_into_the_plain_sentence():
    sentence = parse("reported\tEr [sei|Sub] da, [sagte|Ind] er; sie [wollten|Sub?] nicht.")
    assert sentence.text == "Er sei da, sagte er; sie wollten nicht."
    assert [(sentence.text[verb.start : verb.end], verb.mood, verb.sure) for verb in sentence.verbs] == [
        ("sei", "Sub", True),
        ("sagte", "Ind", True),
        ("wollten", "Sub", False),
    ]


def test_there_are_200_different_sentences_half_of_them_reported_speech():
    assert len({sentence.text for sentence in SENTENCES}) == 200
    groups = Counter(sentence.group for sentence in SENTENCES)
    assert groups["reported"] == 100
    assert set(groups) == {"reported", "irreal", "modal", "imperative", "plain"}


def test_100_more_are_kept_apart():
    assert len({sentence.text for sentence in BLIND} - {sentence.text for sentence in SENTENCES}) == 100


@pytest.mark.parametrize("sentence", SENTENCES + BLIND, ids=lambda sentence: sentence.text[:40])
def test_every_mark_is_well_formed_and_names_one_token(sentence):
    assert sentence.verbs
    assert not set("[]|\t") & set(sentence.text)
    doc = BLANK(sentence.text)
    spans = [(token.idx, token.idx + len(token)) for token in doc]
    for verb in sentence.verbs:
        assert verb.mood in MOODS
        assert (verb.start, verb.end) in spans
        assert sentence.text[verb.start : verb.end].isalpha()
    starts = [verb.start for verb in sentence.verbs]
    assert starts == sorted(set(starts))


def test_plain_sentences_hold_no_subjunctive_and_the_moods_are_all_there():
    assert {verb.mood for s in SENTENCES if s.group == "plain" for verb in s.verbs} == {"Ind"}
    moods = Counter(verb.mood for s in SENTENCES for verb in s.verbs if verb.sure)
    assert moods["Sub"] >= 150
    assert moods["Ind"] >= 150
    assert moods["Imp"] >= 10


def test_open_verbs_are_not_scored_and_wrong_moods_are():
    sentence = parse("reported\tEr [sei|Sub] da, sie [wollten|Sub?] nicht, [sagte|Ind] er.")
    sei, wollten, sagte = [(verb.start, verb.end) for verb in sentence.verbs]
    right = score([(sentence, {(*sei, "Sub"), (*wollten, "Ind"), (*sagte, "Ind")})])
    assert right["Sub"].f1 == right["Ind"].f1 == 1.0
    wrong = score([(sentence, {(*sei, "Ind"), (*sagte, "Sub")})])
    assert wrong["micro"].right == 0
