"""Fitting the weights of the speaker choice: a softmax over candidates, regularised, with plain NumPy.

The candidates of a quotation that are right (usually one actor) share the probability that is maximised. Each article
is left out once in as many folds as are asked for, so that the bands show how sure the choice is on articles that it
was not fitted on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.analyzer.analyze import Proposal
from core.lexicon.weights import Weights
from core.speaker_choice.candidates import NOBODY, WORDS, Known
from core.speaker_choice.choose import Question, is_told_of, question_for, remembered
from core.speaker_choice.features import Before, Features
from tests.benchmarks.statements.scoring import Scored

STRENGTH = 4.0
"""Weight of the penalty on squared weights."""
PRIOR = {"proposed": 2.5, "words": 2.5}
"""Weights that hold until articles say otherwise: what the rules propose is right more often than not."""
TO_GERMAN = 16.0
"""The same where the weights of German are what holds until articles say otherwise."""
KNOTS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 1.0)
"""Shares of the choice for which it is measured how often they are right."""
DOUBT = 2.5
"""Standard errors by which the confidence shown is below what was measured."""
WIDTH = 0.5
"""How far around a share, in log odds, choices count for it."""
HEARSAY = "hearsay (soll)"
STEPS = 400
RATE = 0.08


@dataclass(frozen=True, slots=True)
class Lesson:
    """A quotation with the facts about each of its candidates, and which of them are right."""

    article: str
    facts: tuple[Features, ...]
    right: tuple[bool, ...]
    options: tuple[str, ...]


def lessons(article: str, proposal: Proposal, scored: Scored) -> Iterable[Lesson]:
    """What one article teaches: each quotation that was found and is annotated, the speaker before it as annotated."""
    gold_of = {match.found.id: match.gold for match in scored.matched}
    actors = {actor.id: actor for actor in proposal.resolution.actors}
    said = sorted(span for asked in proposal.asked if asked.type == "direct" for span in asked.spans)
    known = Known(proposal.parsed, proposal.resolution.mentions, said, proposal.resolution.actors)
    before: Before | None = None
    for number, asked in enumerate(proposal.asked, 1):
        question = question_for(known, asked, actors, before)
        gold = gold_of.get(f"q{number}")
        speaker = asked.proposed
        if gold is not None:
            right = _right(scored, proposal, question, gold)
            yield Lesson(article, question.facts, right, question.options)
            named = [
                option
                for option, good in zip(question.options, right, strict=True)
                if good and option in actors
            ]
            speaker = named[0] if named else speaker
        if speaker is not None and not is_told_of(asked, before):
            before = remembered(known, question.seen, asked, speaker, 1.0)


def _right(scored: Scored, proposal: Proposal, question: Question, gold: object) -> tuple[bool, ...]:
    """Which options are right; of hearsay that nobody says it only where nobody else would be right as well."""
    right = [_is_right(scored, proposal, question, option, gold) for option in question.options]
    if question.asked.rule == HEARSAY and sum(right) > 1:
        right = [good and option != NOBODY for good, option in zip(right, question.options, strict=True)]
    return tuple(right)


def _is_right(scored: Scored, proposal: Proposal, question: Question, option: str, gold: object) -> bool:
    if option == NOBODY:
        return scored.is_right(gold, None)
    asked = question.asked
    words = " ".join(proposal.parsed.text[start:end] for start, end in asked.speaker)
    if option == WORDS:
        return scored.is_right(gold, None, words)
    return scored.is_right(gold, option, words if option == asked.proposed else "")


def fit(taught: Sequence[Lesson], prior: Weights = PRIOR, strength: float = STRENGTH) -> Weights:
    """The weights under which the right candidates are likeliest. Lessons without a right candidate teach nothing.

    `prior` are weights that hold until the lessons say otherwise; those of which they say nothing stay.
    """
    usable = [lesson for lesson in taught if any(lesson.right)]
    names = sorted({name for lesson in usable for facts in lesson.facts for name in facts})
    column = {name: k for k, name in enumerate(names)}
    rows = sum(len(lesson.facts) for lesson in usable)
    matrix = np.zeros((rows, len(names)))
    group, right = np.zeros(rows, np.int64), np.zeros(rows, bool)
    at = 0
    for number, lesson in enumerate(usable):
        for facts, good in zip(lesson.facts, lesson.right, strict=True):
            for name, value in facts.items():
                matrix[at, column[name]] = value
            group[at], right[at] = number, good
            at += 1
    before = np.array([prior.get(name, 0.0) for name in names])
    weights = before.copy()
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        share = _softmax(matrix @ weights, group, len(usable))
        of_right = np.where(right, share, 0.0)
        total = np.bincount(group, of_right, len(usable))
        slope = matrix.T @ (share - of_right / total[group]) + strength * (weights - before)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    fitted = {name: float(weight) for name, weight in zip(names, weights, strict=True)}
    return {**prior, **fitted}


def calibrate(chosen: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """How often choices of each of some shares are right, never falling, by choices that were not fitted on.

    What is given is somewhat below what was measured: rules are written on the articles fitted on, so that others are
    read a little worse. Zadrozny & Elkan (2002) fit such a curve; here the steps are smoothed.
    """
    odds = np.array([_log_odds(share) for share, _ in chosen])
    right = np.array([good for _, good in chosen], float)
    measured: list[tuple[float, float]] = []
    for knot in KNOTS:
        near = np.exp(-0.5 * ((odds - _log_odds(knot)) / WIDTH) ** 2)
        number = near.sum()
        rate = float((near @ right + 1.0) / (number + 1.0 / knot))
        error = float(np.sqrt(rate * (1 - rate) / max(1.0, number)))
        measured.append((max(0.0, rate - DOUBT * error), float(number)))
    return list(zip(KNOTS, _rising(measured), strict=True))


def _log_odds(share: float) -> float:
    share = min(max(share, 0.001), 0.9985)
    return float(np.log(share / (1 - share)))


def _rising(measured: Sequence[tuple[float, float]]) -> list[float]:
    """The values with their weights so pooled that none is below the one before."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in measured:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, a, n), (high, b, m) = pools.pop(-2), pools.pop()
            pools.append(((low * a + high * b) / (a + b), a + b, n + m))
    return [round(value, 3) for value, _, count in pools for _ in range(count)]


def _softmax(scores: np.ndarray, group: np.ndarray, groups: int) -> np.ndarray:
    highest = np.full(groups, -np.inf)
    np.maximum.at(highest, group, scores)
    powers = np.exp(scores - highest[group])
    return powers / np.bincount(group, powers, groups)[group]
