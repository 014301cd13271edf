from functools import cache

import pytest

from core.analysis.analysis import Actor, ActorKind, Label, Mention
from core.language.document import make_doc
from core.lexicon.lexicon import load_lexicon
from core.lexicon.weights import probabilities
from core.parsed_text.from_doc import parsed_text
from core.speaker_choice import Asked, choose_speakers
from core.speaker_choice.ranker import AS_IT_IS, calibrated, shipped_points, shipped_weights
from tests.benchmarks.statements.fit import calibrate
from tests.core.language.bracketed import paragraph_blocks, rules_pipeline

TEXT = "Ida Morgen kam in den Hafen. Nils Otter blieb daheim. „Das Wasser steigt.“ Dann wurde es still."
PEOPLE = (Actor("a1", "Ida Morgen", ActorKind.PERSON), Actor("a2", "Nils Otter", ActorKind.PERSON))


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


@cache
def parsed():
    nlp = rules_pipeline("de")
    doc = make_doc(nlp, TEXT, paragraph_blocks(TEXT))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return parsed_text(doc, load_lexicon("de"))


MENTIONS = (
    Mention(*at("Ida Morgen"), Label.PER, actor="a1"),
    Mention(*at("Nils Otter"), Label.PER, actor="a2"),
)


def asked(proposed=None, type="direct", words=()):
    said = (at("„Das Wasser steigt.“"),)
    return Asked(said, type, "direct, alone", 0.9, words, carried=bool(words), proposed=proposed)


def chosen(question, weights):
    return choose_speakers(parsed(), MENTIONS, PEOPLE, (question,), weights)[0]


def test_the_proposal_stands_unless_another_is_clearly_likelier():
    slightly = {"one before": 0.3}
    clearly = {"one before": 4.0}
    assert chosen(asked("a1", words=(at("Ida Morgen"),)), {"proposed": 1.0} | slightly).actor == "a1"
    other = chosen(asked("a1", words=(at("Ida Morgen"),)), clearly)
    assert (other.actor, TEXT[slice(*other.words[0])]) == ("a2", "Nils Otter")


def test_the_confidence_is_the_share_of_the_choice():
    choice = chosen(asked("a1", words=(at("Ida Morgen"),)), {"proposed": 3.0})
    assert 0.8 < choice.confidence < 1.0
    assert choice.candidates == ()


def test_direct_speech_of_nobody_clear_has_candidates_in_order():
    choice = chosen(asked(), {"one before": 0.4, "two before": 0.1, "nobody": -1.0})
    assert choice.actor is None
    assert [candidate.actor for candidate in choice.candidates] == ["a2", "a1"]
    assert choice.candidates[0].confidence > choice.candidates[1].confidence


@pytest.mark.parametrize(("weight", "actor"), [(2.0, None), (6.0, "a2")])
def test_a_statement_of_nobody_is_given_to_somebody_only_where_that_is_nearly_sure(weight, actor):
    choice = chosen(asked(type="indirect"), {"one before": weight})
    assert choice.actor == actor
    assert choice.candidates == ()


def test_words_without_an_actor_may_speak():
    choice = chosen(asked(words=(at("Hafen"),)), {"words": 5.0})
    assert (choice.actor, choice.words) == (None, (at("Hafen"),))


def test_probabilities_add_up_and_follow_the_weights():
    shares = probabilities([{"a": 1.0}, {"b": 1.0}, {}], {"a": 1.0, "b": 2.0})
    assert sum(shares) == pytest.approx(1.0)
    assert shares[1] > shares[0] > shares[2]


def test_the_shipped_weights_trust_what_the_rules_propose():
    weights = shipped_weights("de")
    assert weights["proposed"] > 0
    assert weights["inside the quote"] < 0


def test_who_goes_on_is_no_surer_than_the_one_before():
    first = asked("a1", words=(at("Ida Morgen"),))
    weights = {"proposed": 1.0, "same paragraph": 0.2}
    one, other = choose_speakers(parsed(), MENTIONS, PEOPLE, (first, first), weights)
    assert other.actor in (None, "a1")
    assert other.confidence < one.confidence


def test_the_confidence_shown_is_how_often_such_a_share_is_right():
    first = (asked("a1", words=(at("Ida Morgen"),)),)
    weights = {"proposed": 3.0}
    share = choose_speakers(parsed(), MENTIONS, PEOPLE, first, weights)[0].confidence
    (lower,) = choose_speakers(parsed(), MENTIONS, PEOPLE, first, weights, ((0.0, 0.0), (1.0, 0.8)))
    assert lower.confidence == pytest.approx(0.8 * share)
    (left_open,) = choose_speakers(parsed(), MENTIONS, PEOPLE, first, weights, ((0.0, 0.0), (1.0, 0.4)))
    assert left_open.actor is None
    assert [candidate.actor for candidate in left_open.candidates] == ["a1"]


def test_shares_are_read_between_points():
    points = ((0.5, 0.2), (0.9, 0.8), (1.0, 1.0))
    assert [calibrated(share, points) for share in (0.1, 0.5, 0.7, 0.95, 1.0)] == pytest.approx(
        [0.2, 0.2, 0.5, 0.9, 1.0]
    )
    assert shipped_points("de") == AS_IT_IS
    english = shipped_points("en")
    assert list(english) == sorted(english)
    assert [right for _, right in english] == sorted(right for _, right in english)


def test_calibration_never_falls_and_is_no_higher_than_what_was_measured():
    often = [(0.97, True)] * 90 + [(0.97, False)] * 10 + [(0.6, True)] * 10 + [(0.6, False)] * 10
    points = calibrate(often)
    assert [right for _, right in points] == sorted(right for _, right in points)
    assert calibrated(0.97, points) < 0.9
    assert calibrated(0.6, points) < 0.5
