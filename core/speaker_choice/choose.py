"""The choice itself, quotation by quotation in the order of the text, each knowing who was chosen before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.analysis.analysis import Actor, ActorKind, Candidate, Form, Mention
from core.lexicon.weights import Weights, probabilities
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import SUBJECTS
from core.parsed_text.titles import is_titled
from core.parsed_text.trees import is_passive
from core.quotes import rules
from core.speaker_choice.candidates import NOBODY, WORDS, Asked, Known, Window, candidates, window
from core.speaker_choice.features import Before, Features, features, is_said
from core.speaker_choice.ranker import (
    Points,
    calibrated,
    shipped_points,
    shipped_weights,
)
from core.speaker_choice.replies import answers_another, is_put_to_somebody, is_question, is_reply
from core.speaker_choice.said_again import gives_way, is_same, places_in_report
from core.speaker_choice.told_of import is_told_of_in_headline
from core.speaker_choice.told_plainly import is_ruled_out
from core.speaker_choice.who_fits import is_for_one
from core.text.spans import Span
from core.text.tables import either

_CLAUSE_END = re.compile(r"[,;:–](?=\s)|[.!?]\s")
TO_DIFFER = 0.6
"""How likely a speaker must be to be named in place of the one that the rules propose."""
TO_SUPPLY = 0.97
"""How likely a speaker must be to be named for a statement not in marks for which the rules propose nobody: it may well
be that nobody in particular said it."""
TO_NAME = 0.5
"""How likely a speaker must be to be named at all; below that it is left open who speaks."""
OF_A_TEXT = 0.6
"""How sure it is that hearsay comes from reports or the like that are named before it, which are no actor."""
_TURNS = (rules.TURN, rules.ANSWER)
"""Rules for turns of an interview, whose speakers the page tells."""
_POSSESSIVE = re.compile(rf"(?:{either('possessive')})\b", re.IGNORECASE)
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
    points: Points | None = None,
) -> list[Choice]:
    """Who says each quotation. Quotations are in text order, an outer one before those within it.

    `weights` and `points` are those of the language where they are not given.
    """
    known = Known(parsed, mentions, _direct(quotations), actors)
    weights = shipped_weights(parsed.lexicon.language) if weights is None else weights
    points = shipped_points(parsed.lexicon.language) if points is None else points
    by_id = {actor.id: actor for actor in actors}
    chosen: list[Choice] = []
    before: Before | None = None
    for asked in quotations:
        question = question_for(known, asked, by_id, before)
        likely = probabilities(question.facts, weights)
        choice = _after(before, asked, _choice(question, likely))
        if parsed.by_parse and _shown(choice, points).actor is None:
            question = _of_those_left(question, known, by_id)
            likely = probabilities(question.facts, weights)
            choice = _after(before, asked, _choice(question, likely))
        if asked.inner and parsed.by_parse:
            choice = _of_inner(
                asked, choice, chosen[asked.within] if asked.within is not None else None, parsed
            )
        chosen.append(_shown(choice, points))
        speaker = choice.actor or (choice.candidates[0].actor if choice.candidates else None)
        speaker = who_was_asked(known, asked) or speaker
        if speaker is not None and not asked.inner and not is_told_of(asked, before):
            before = remembered(known, question.seen, asked, speaker, choice.confidence)
            if choice.actor is not None and is_put_to_somebody(parsed, asked):
                before = replace(before, put_by=choice.actor, put_to=_addressed(known, asked))
    return _as_in_report(parsed, quotations, chosen, by_id)


def _of_those_left(question: Question, known: Known, actors: Mapping[str, Actor]) -> Question:
    """A question without those whom the words for who speaks rule out, for where it would be left open."""
    left = [
        (option, facts)
        for option, facts in zip(question.options, question.facts, strict=True)
        if not is_ruled_out(known, question.asked, option, actors)
    ]
    return replace(
        question, options=tuple(option for option, _ in left), facts=tuple(facts for _, facts in left)
    )


def _of_inner(asked: Asked, choice: Choice, outer: Choice | None, parsed: ParsedText) -> Choice:
    """A choice for what somebody else is quoted with in marks, left open where a pronoun there leads to nobody, or to
    who speaks, who would say "I" of himself."""
    pronoun = any(parsed.lexicon.has(parsed.text[a:b].lower(), "person_pronoun") for a, b in asked.speaker)
    own = outer is not None and choice.actor is not None and choice.actor == outer.actor
    return Choice() if pronoun and (own or choice.actor is None) else choice


def _as_in_report(
    parsed: ParsedText, quotations: Sequence[Asked], chosen: list[Choice], actors: Mapping[str, Actor]
) -> list[Choice]:
    """The choices, with the report's speaker for words in marks that a headline has without one."""
    result = list(chosen)
    for place, others in places_in_report(parsed, quotations).items():
        told = {chosen[other].actor for other in others}
        surest = max((chosen[other] for other in others), key=lambda choice: choice.confidence)
        if len(told) > 1 or surest.actor is None or surest.actor == chosen[place].actor:
            continue
        nameless = chosen[place].actor
        if parsed.by_parse and is_same(actors.get(nameless or ""), actors.get(surest.actor)):
            for k, choice in enumerate(chosen[: place + 1]):
                if choice.actor == nameless and parsed.block_at(quotations[k].spans[0][0]) == parsed.block_at(
                    quotations[place].spans[0][0]
                ):
                    result[k] = replace(surest, words=choice.words)
        elif gives_way(quotations[place], actors.get(nameless or "")):
            result[place] = surest
        outer = quotations[place].within
        if parsed.by_parse and outer is not None and not (result[outer].actor or quotations[outer].speaker):
            result[outer] = surest  # "Mill ‘will not reopen’, tenants told"
    return result


def _shown(choice: Choice, points: Points) -> Choice:
    """A choice with the confidence that is true; where that is too little it is left open who speaks."""
    if choice.actor is None and not choice.words:
        return choice
    confidence = calibrated(choice.confidence, points)
    if confidence < TO_NAME:
        return Choice(candidates=(Candidate(choice.actor, confidence),) if choice.actor else ())
    return replace(choice, confidence=confidence)


def _after(before: Before | None, asked: Asked, choice: Choice) -> Choice:
    """A choice that rests on the one before, no surer than that: who speaks goes on, if it is who spoke. Behind a
    question put to somebody either may go on, and it is left open."""
    own_words = asked.speaker and not asked.carried
    if before is None or choice.actor is None or own_words or choice.actor != before.speaker:
        return choice
    if asked.rule in _TURNS:
        return choice
    if before.asks and asked.type == "direct":
        return Choice(candidates=(Candidate(choice.actor, TO_NAME * choice.confidence),))
    confidence = choice.confidence * max(before.confidence, TO_NAME)
    if confidence >= TO_NAME:
        return replace(choice, confidence=confidence)
    return Choice(candidates=(Candidate(choice.actor, confidence),))


def question_for(known: Known, asked: Asked, actors: Mapping[str, Actor], before: Before | None) -> Question:
    """A quotation with its candidates and the facts about each."""
    seen = window(known, asked)
    replies = before is not None and answers_another(known.parsed, asked, before)
    if before is not None and replies and before.put_to is not None and asked.proposed == before.put_by:
        asked = replace(asked, proposed=before.put_to)
    proposed = actors.get(asked.proposed or "")
    nameless = proposed is not None and proposed.kind is ActorKind.UNNAMED and not asked.carried
    nameless = nameless and not known.parsed.by_parse
    options = [
        option
        for option in candidates(seen, asked, before.speaker if before else None)
        if not is_told_of_in_headline(known, seen, asked, option, actors)
        and (
            asked.rule not in _TURNS
            or option in (NOBODY, *((asked.proposed, WORDS) if asked.speaker else ()))
        )
        and (
            option == asked.proposed
            or not (
                (nameless and _is_named_beside(known, seen, asked, option))
                or _is_shouted_at(known, seen, asked, option)
                or _is_addressed(known, seen, asked, option)
                or _takes_up(known, seen, asked, option)
                or (before is not None and option == before.speaker and is_reply(known.parsed, asked, before))
            )
        )
        and not (replies and before is not None and option == before.put_by)
    ]
    facts = tuple(features(known, seen, asked, option, actors, before) for option in options)
    return Question(asked, seen, tuple(options), facts)


def _is_shouted_at(known: Known, seen: Window, asked: Asked, option: str) -> bool:
    """Whether somebody is the subject of the passive that introduces words in marks: "Lind wurde beschimpft: „…“"."""
    parsed = known.parsed
    if not parsed.has_parse or not asked.cue or (parsed.by_parse and not asked.speaker):
        return False
    for mention, distance in seen.mentions:
        head = (
            parsed.head_of(mention.start, mention.end) if mention.actor == option and not distance else None
        )
        while head is not None and parsed.dep[head] in ("appos", "flat"):
            head = parsed.governor(head)
        verb = None if head is None or parsed.dep[head] not in SUBJECTS else parsed.governor(head)
        if verb is None or not is_passive(parsed, verb):
            continue
        if any(start <= parsed.starts[verb] < end for start, end in asked.cue):
            return True
    return False


def _is_addressed(known: Known, seen: Window, asked: Asked, option: str) -> bool:
    """Whether words in marks have somebody's name behind a title, as nobody says of themselves: "Herr Lind, bitte"."""
    return asked.type == "direct" and any(
        mention.actor == option
        and mention.form is Form.NAME
        and any(start <= mention.start < end for start, end in asked.spans)
        and is_titled(known.parsed, mention.start)
        for mention, _ in seen.mentions
    )


def _is_named_beside(known: Known, seen: Window, asked: Asked, option: str) -> bool:
    """Whether somebody is named in the same clause as the words for who speaks, which then mean somebody else."""
    if not asked.speaker:
        return False
    start, end = asked.speaker[0]
    return any(
        distance == 0
        and mention.actor == option
        and mention.form is Form.NAME
        and not start <= mention.start < end
        and not is_said(known, mention.start)
        and not _CLAUSE_END.search(known.parsed.text, min(end, mention.end), max(start, mention.start))
        for mention, distance in seen.mentions
    )


def _takes_up(known: Known, seen: Window, asked: Asked, option: str) -> bool:
    """Whether somebody named before the noun on which a statement hangs only answers it: "Lind dementierte Gerüchte,
    wonach sie gehe"."""
    if asked.rule != rules.POINTS_BACK or asked.speaker in ((), asked.cue):
        return False
    start = asked.speaker[0][0]
    own = _POSSESSIVE.match(known.parsed.text, start) is not None
    return not own and any(
        mention.actor == option and not distance and mention.start < start
        for mention, distance in seen.mentions
    )


def who_was_asked(known: Known, asked: Asked) -> str | None:
    """Whom a question was put to, who goes on behind it: "Die Richterin fragte Lind, ob er trank. „Zwei Bier.“"."""
    parsed, lexicon = known.parsed, known.parsed.lexicon
    if asked.type != "indirect" or not asked.addressee:
        return None
    opening = parsed.low[parsed.token_at(asked.spans[0][0])]
    cue = [word for start, end in asked.cue for word in parsed.text[start:end].split()]
    asks = lexicon.has(opening, "question", "clause_opener") and any(lexicon.has(w, "asking") for w in cue)
    return _addressed(known, asked) if asks else None


def _addressed(known: Known, asked: Asked) -> str | None:
    """The one person to whom somebody speaks."""
    if not asked.addressee:
        return None
    start, end = asked.addressee[0]
    mentions = known.by_sentence.get(known.parsed.sentence_at(start), ())
    inside = [mention for mention in mentions if start <= mention.start and mention.end <= end]
    one = is_for_one(known.parsed, (start, end)) or any(mention.label == "PER" for mention in inside)
    return inside[0].actor if one and inside else None


def is_told_of(asked: Asked, before: Before | None) -> bool:
    """Whether a statement is a part of the one before, by whom that tells of: who goes on is who tells it."""
    return before is not None and asked.type == "indirect" and asked.spans[-1][1] <= before.end


def remembered(known: Known, seen: Window, asked: Asked, speaker: str, confidence: float) -> Before:
    """What the next quotation knows of this one."""
    start, end = asked.spans[-1]
    asks = bool(asked.addressee) and is_question(known.parsed, asked)
    return Before(speaker, seen.last, known.parsed.block_at(start), confidence, end, asked.rule, asks)


def _direct(quotations: Sequence[Asked]) -> list[Span]:
    return sorted(span for asked in quotations if asked.type == "direct" for span in asked.spans)


def _choice(question: Question, likely: Sequence[float]) -> Choice:
    asked = question.asked
    by_option = dict(zip(question.options, likely, strict=True))
    best = max(by_option, key=by_option.__getitem__)
    proposed = asked.proposed or (WORDS if asked.speaker else NOBODY)
    if proposed not in by_option:
        proposed = NOBODY  # Whom the rules propose is only told of.
    is_said = proposed != NOBODY or asked.type == "direct"
    chosen = best if by_option[best] >= (TO_DIFFER if is_said else TO_SUPPLY) else proposed
    if asked.inner:
        return Choice(asked.proposed, asked.speaker, asked.confidence)
    confidence = by_option[chosen]
    if _is_from_text(asked) and confidence < TO_NAME:
        return Choice(None, asked.speaker, OF_A_TEXT)
    if chosen == NOBODY or confidence < TO_NAME:
        is_open = is_said and by_option[NOBODY] < TO_DIFFER
        return Choice(candidates=_listed(by_option) if is_open else ())
    if chosen == WORDS:
        return Choice(None, asked.speaker, confidence)
    words = asked.speaker if chosen == asked.proposed else _words_for(question, chosen)
    return Choice(chosen, words, confidence)


def _is_from_text(asked: Asked) -> bool:
    """Whether hearsay goes on from a source that is nobody's in particular: "Berichten zufolge …. Er soll …"."""
    return asked.rule == rules.HEARSAY and asked.carried and bool(asked.speaker) and asked.proposed is None


def _listed(likely: Mapping[str, float]) -> tuple[Candidate, ...]:
    """Who may have spoken, the likeliest first."""
    named = [(option, share) for option, share in likely.items() if option not in (NOBODY, WORDS)]
    ranked = sorted(named, key=lambda item: -item[1])[:MOST]
    return tuple(Candidate(option, share) for option, share in ranked if share >= WORTH_NAMING)


def _words_for(question: Question, actor: str) -> tuple[Span, ...]:
    """The mention that says who speaks: the nearest outside of the quotation, a pronoun only where no other is."""
    places = [
        (abs(distance), mention.form is Form.PRONOUN, mention.start, mention)
        for mention, distance in question.seen.mentions
        if mention.actor == actor
        and not any(start <= mention.start < end for start, end in question.asked.spans)
    ]
    return (min(places)[3].span,) if places else ()
