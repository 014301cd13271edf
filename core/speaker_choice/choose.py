"""The choice itself, quotation by quotation in the order of the text, each knowing who was chosen before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.analysis.analysis import Actor, Candidate, Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import NOBODY, WORDS, Asked, Known, Window, candidates, window
from core.speaker_choice.features import Before, Features, features
from core.speaker_choice.ranker import Weights, probabilities, shipped_weights
from core.text.spans import Span

ENOUGH = 0.5
"""How likely a speaker must be to be named; below that it is openly unclear."""
WORTH_NAMING = 0.1
"""How likely a candidate must be to be listed where it is unclear who speaks."""
MOST = 3
"""Candidates that are listed at most."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who says a quotation: an actor or the bare words, with a confidence; or nobody, perhaps with candidates."""

    actor: str | None = None
    words: tuple[Span, ...] = ()
    """Where the text says who speaks."""
    confidence: float = 0.0
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One quotation with all that may answer who says it."""

    asked: Asked
    seen: Window
    options: tuple[str, ...]
    facts: tuple[Features, ...]


def choose_speakers(
    parsed: ParsedText,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    quotations: Sequence[Asked],
    weights: Weights | None = None,
) -> list[Choice]:
    """Who says each quotation. Quotations are in text order, an outer one before those within it."""
    known = Known(parsed, mentions, _direct(quotations))
    by_id = {actor.id: actor for actor in actors}
    chosen: list[Choice] = []
    before: Before | None = None
    for asked in quotations:
        question = question_for(known, asked, by_id, before)
        likely = probabilities(question.facts, shipped_weights() if weights is None else weights)
        choice = _choice(question, likely)
        chosen.append(choice)
        speaker = choice.actor or (choice.candidates[0].actor if choice.candidates else None)
        if speaker is not None:
            before = remembered(known, question.seen, asked, speaker, choice.confidence)
    return chosen


def question_for(known: Known, asked: Asked, actors: Mapping[str, Actor], before: Before | None) -> Question:
    """A quotation with its candidates and the facts about each."""
    seen = window(known, asked)
    options = candidates(seen, asked, before.speaker if before else None)
    facts = tuple(features(known, seen, asked, option, actors, before) for option in options)
    return Question(asked, seen, tuple(options), facts)


def remembered(known: Known, seen: Window, asked: Asked, speaker: str, confidence: float) -> Before:
    """What the next quotation knows of this one."""
    return Before(speaker, seen.last, known.parsed.block_at(asked.spans[-1][0]), confidence)


def _direct(quotations: Sequence[Asked]) -> list[Span]:
    return sorted(span for asked in quotations if asked.type == "direct" for span in asked.spans)


def _choice(question: Question, likely: Sequence[float]) -> Choice:
    asked = question.asked
    ranked = sorted(zip(likely, question.options, strict=True), key=lambda item: -item[0])
    confidence, best = ranked[0]
    listed = tuple(
        Candidate(option, share)
        for share, option in ranked
        if option not in (NOBODY, WORDS) and share >= WORTH_NAMING
    )
    if best == NOBODY and confidence >= ENOUGH:
        return Choice()
    if confidence < ENOUGH or best == NOBODY:
        return Choice(candidates=listed[:MOST])
    if best == WORDS:
        return Choice(None, asked.speaker, confidence)
    words = asked.speaker if best == asked.proposed else _words_for(question, best)
    return Choice(best, words, confidence)


def _words_for(question: Question, actor: str) -> tuple[Span, ...]:
    """The mention that says who speaks: the nearest outside of the quotation, a pronoun only where no other is."""
    places = [
        (abs(distance), mention.form is Form.PRONOUN, mention.start, mention)
        for mention, distance in question.seen.mentions
        if mention.actor == actor
        and not any(start <= mention.start < end for start, end in question.asked.spans)
    ]
    return (min(places)[3].span,) if places else ()
