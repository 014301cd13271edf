"""What speaks for and against a candidate: plain facts with names, to each of which the ranker gives a weight."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from core.analysis.analysis import Actor, ActorKind, Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.relations import PLAIN_SUBJECTS
from core.quotes import rules
from core.speaker_choice.candidates import NOBODY, WORDS, Asked, Known, Window
from core.speaker_choice.who_fits import gender_of_phrase, is_for_one
from core.text.spans import Span

Features = Mapping[str, float]
_PEOPLE = (ActorKind.PERSON, ActorKind.UNNAMED)
_NAMELESS = (ActorKind.UNNAMED, ActorKind.ORGANISATION)
_SEVERAL, _MANY = 4, 8
"""Mentions of an actor, and where they are many; below that each number counts by itself."""
_PARTS = ("flat", "flat:name", "appos", "compound")


@dataclass(frozen=True, slots=True)
class Before:
    """What was decided for the quotation before, as far as it bears on this one."""

    speaker: str | None
    sentence: int
    """The last sentence of that quotation."""
    block: int | None
    confidence: float
    end: int = 0
    """Where that quotation ends."""
    rule: str = ""
    """The rule that found it."""
    asks: bool = False
    """Whether it is a question in marks that was put to somebody."""
    put_by: str | None = None
    """Who asked somebody something there, who does not reply to that; and below whom."""
    put_to: str | None = None


def features(
    known: Known,
    seen: Window,
    asked: Asked,
    candidate: str,
    actors: Mapping[str, Actor],
    before: Before | None,
) -> Features:
    """The facts about one candidate. Facts that are not there count as zero."""
    facts: dict[str, float] = {}
    cue = "cue" if asked.cue else "no cue"
    if candidate == NOBODY:
        facts["nobody"] = 1.0
        facts[f"nobody, rule {asked.rule}"] = 1.0
        facts[
            f"nobody, {'proposed' if asked.proposed else 'words' if asked.speaker else 'none proposed'}"
        ] = 1.0
        facts[f"nobody, {cue}"] = 1.0
        if asked.rule == rules.HEARSAY and asked.speaker:
            facts[f"nobody, hearsay behind {_kind_of_saying(before)}"] = 1.0
        return facts
    if candidate == WORDS:
        facts["words"] = 1.0
        facts[f"words, rule {asked.rule}"] = 1.0
        facts[f"words, {_shape(known.parsed, asked.speaker[0])}"] = 1.0
        facts["words, carried"] = float(asked.carried)
        facts["words, own cue"] = float(bool(asked.cue) and not asked.carried)
        if asked.rule == rules.HEARSAY:
            facts[f"words, hearsay behind {_kind_of_saying(before)}"] = 1.0
        return facts
    actor = actors[candidate]
    facts[f"kind {actor.kind.value}"] = 1.0
    mine = [(mention, distance) for mention, distance in seen.mentions if mention.actor == candidate]
    _of_proposal(facts, known, seen, asked, candidate, actors)
    if asked.rule == rules.HEARSAY and candidate == asked.proposed:
        facts[f"hearsay from {'a person' if actor.kind is ActorKind.PERSON else 'others'}"] = 1.0
        facts[f"hearsay behind {_kind_of_saying(before)}"] = 1.0
    _of_description(facts, known, seen, asked, candidate, actors)
    _of_places(facts, known, asked, mine)
    _of_what_was_said(facts, known, seen, asked, candidate, before)
    if before is not None and before.speaker == candidate:
        _of_others_since(facts, known, seen, asked, before, actors)
    _of_the_text(facts, known, asked, candidate, mine)
    return {name: value for name, value in facts.items() if value}


def _of_the_text(
    facts: dict[str, float], known: Known, asked: Asked, candidate: str, mine: list[tuple[Mention, int]]
) -> None:
    """How often the text speaks of the candidate, and whether the quotation does."""
    number = known.counts.get(candidate, 0)
    facts[f"mentions {number if number < _SEVERAL else '4 to 7' if number < _MANY else '8 and more'}"] = 1.0
    for mention, _ in mine:
        if any(start <= mention.start < end for start, end in asked.spans):
            form = "pronoun" if mention.form is Form.PRONOUN else "named"
            facts[f"{form} in the quote"] = 1.0


def _of_description(
    facts: dict[str, float],
    known: Known,
    seen: Window,
    asked: Asked,
    candidate: str,
    actors: Mapping[str, Actor],
) -> None:
    """Whether a named candidate may be meant by the words for a speaker who has no name."""
    if asked.proposed in (None, candidate) or not asked.speaker:
        return
    if actors[candidate].kind is not ActorKind.PERSON or actors[asked.proposed].kind not in _NAMELESS:
        return
    words = asked.speaker[0]
    if not is_for_one(known.parsed, words):
        return
    theirs, mine = gender_of_phrase(known.parsed, words), known.genders.get(candidate)
    fits = "unknown" if not mine or not theirs else "fits" if mine == theirs else "other"
    if _tells_other_age(known, seen, asked, candidate, actors):
        fits = "other"
    pronoun = _shape(known.parsed, words) == "pronoun"
    how = "pronoun" if pronoun else f"described {_article(known.parsed, words)}"
    facts[f"{how}, sex {fits}"] = 1.0
    if fits != "fits":
        return
    rivals = {
        mention.actor
        for mention, _ in seen.mentions
        if mention.actor is not None and actors[mention.actor].kind is ActorKind.PERSON
    } - {candidate}
    facts[f"{how}, only one that fits"] = float(
        not any(known.genders.get(each, mine) == mine for each in rivals)
    )
    noun = known.parsed.text[slice(*words)].split()[-1].lower()
    roles = actors[candidate].roles
    facts[f"{how}, shares role"] = float(any(role.lower().endswith(noun) for role in roles))
    facts[f"{how}, no role known"] = float(not roles)


def _tells_other_age(
    known: Known, seen: Window, asked: Asked, candidate: str, actors: Mapping[str, Actor]
) -> bool:
    """Whether the words tell the age of somebody without a name who was spoken of before, and not the candidate's."""
    start, end = asked.speaker[0]
    age = actors[asked.proposed or ""].age
    before = any(m.actor == asked.proposed and m.end <= start for m, _ in seen.mentions)
    told = age is not None and str(age) in known.parsed.text[start:end]
    return told and before and actors[candidate].age != age


def _of_proposal(
    facts: dict[str, float],
    known: Known,
    seen: Window,
    asked: Asked,
    candidate: str,
    actors: Mapping[str, Actor],
) -> None:
    """How the rules came to propose the candidate, if they did."""
    actor = actors[candidate]
    if candidate != asked.proposed:
        facts["not proposed"] = 1.0
        facts[f"not proposed, rule {asked.rule}"] = 1.0
        return
    facts["proposed"] = 1.0
    facts[f"proposed, rule {asked.rule}"] = 1.0
    facts[f"proposed, {actor.kind.value}"] = 1.0
    facts["proposed, carried"] = float(asked.carried)
    if asked.speaker:
        reference = _reference(known, asked.speaker, candidate)
        form = reference.form.value if reference else "unlinked"
        facts[f"proposed by {form}"] = 1.0
        if reference is not None and reference.confidence < 1:
            facts["proposed, link unsure"] = 1.0
            facts["proposed, doubt of link"] = 1.0 - reference.confidence
        if actor.kind is ActorKind.UNNAMED:
            facts[f"proposed, unnamed, {_article(known.parsed, asked.speaker[0])}"] = 1.0
        if form == "pronoun":
            facts[f"proposed by pronoun, rivals {_rivals(seen, candidate, actors)}"] = 1.0
    facts["proposed, doubt of quote"] = 1.0 - asked.confidence


def _of_places(facts: dict[str, float], known: Known, asked: Asked, mine: list[tuple[Mention, int]]) -> None:
    """Where the candidate is mentioned around the quotation, and as what part of its sentence."""
    block = known.parsed.block_at(asked.spans[0][0])
    for mention, distance in mine:
        inside = any(start <= mention.start < end for start, end in asked.spans)
        if inside:
            facts["inside the quote"] = 1.0
            continue
        place = {0: "same sentence", 1: "one before", 2: "two before"}.get(distance, "one after")
        if is_said(known, mention.start):
            facts[f"in other speech, {place}"] = 1.0
            continue
        role = _role(known.parsed, mention, asked.cue)
        facts[f"{place}"] = 1.0
        facts[f"{role}, {place}"] = 1.0
        if known.parsed.block_at(mention.start) == block:
            facts["same paragraph"] = 1.0
        if mention.form is Form.PRONOUN:
            facts[f"pronoun, {place}"] = 1.0
        if any(start <= mention.start < end for start, end in asked.addressee):
            facts["addressed"] = 1.0
    if not mine:
        facts["not near"] = 1.0


def _of_what_was_said(
    facts: dict[str, float],
    known: Known,
    seen: Window,
    asked: Asked,
    candidate: str,
    before: Before | None,
) -> None:
    """Whether the candidate spoke just before."""
    if before is None or before.speaker is None:
        return
    near = "same paragraph" if before.block == known.parsed.block_at(asked.spans[0][0]) else "other paragraph"
    gap = min(3, max(0, seen.first - before.sentence))
    cue = _own_words(asked)
    if before.speaker == candidate:
        facts["spoke before"] = 1.0
        facts[f"spoke before, {near}, {cue}"] = 1.0
        facts[f"spoke before, {gap} sentences ago, {cue}"] = 1.0
        facts["spoke before, doubt"] = 1.0 - before.confidence


def _of_others_since(
    facts: dict[str, float],
    known: Known,
    seen: Window,
    asked: Asked,
    before: Before,
    actors: Mapping[str, Actor],
) -> None:
    """How many people were named since the candidate spoke."""
    others = {
        mention.actor
        for mention, _ in seen.mentions
        if before.end <= mention.start < asked.spans[0][0] and not is_said(known, mention.start)
    } - {before.speaker}
    people = sum(actors[other].kind in _PEOPLE for other in others if other is not None)
    words = _own_words(asked)
    facts[f"spoke before, {min(2, people)} others since, {words}"] = 1.0


def _kind_of_saying(before: Before | None) -> str:
    """Whether a source was named for the quotation before, or somebody said it."""
    if before is None or before.rule not in rules.RULES:
        return "nothing"
    return "a source" if rules.RULES[before.rule].family in rules.SOURCED else "what was said"


def _own_words(asked: Asked) -> str:
    return "own words" if asked.speaker and not asked.carried else "no words"


def is_said(known: Known, offset: int) -> bool:
    """Whether a character is in direct speech."""
    at = bisect_right(known.said, (offset, float("inf"))) - 1
    return at >= 0 and known.said[at][0] <= offset < known.said[at][1]


def _reference(known: Known, speaker: tuple[Span, ...], candidate: str) -> Mention | None:
    """The mention in the words of the speaker that refers to the candidate, a name before the rest."""
    start, end = speaker[0]
    inside = [
        mention
        for mention in known.by_sentence.get(known.parsed.sentence_at(start), ())
        if mention.actor == candidate and mention.start < end and mention.end > start
    ]
    return min(inside, key=lambda mention: mention.form is not Form.NAME, default=None)


def _role(parsed: ParsedText, mention: Mention, cue: tuple[Span, ...]) -> str:
    """What part of its sentence a mention is: "speaks" as the subject of the cue, "subject", "modifier", "other"."""
    head = parsed.head_of(mention.start, mention.end)
    while head is not None and parsed.dep[head] in _PARTS:
        head = parsed.governor(head)
    if head is None:
        return "unread"
    relation = parsed.dep[head]
    if relation in PLAIN_SUBJECTS:
        return "speaks" if _governs(parsed, head, cue) else "subject"
    if relation.startswith("nmod") or parsed.case[head] == "Gen":
        return "modifier"
    if relation in ("obj", "iobj"):
        return "object"
    return "oblique" if relation.startswith("obl") else "other"


def _governs(parsed: ParsedText, subject: int, cue: tuple[Span, ...]) -> bool:
    """Whether the verb that a subject belongs to is part of the cue."""
    verb = parsed.governor(subject)
    return verb is not None and any(start <= parsed.starts[verb] < end for start, end in cue)


def _rivals(seen: Window, candidate: str, actors: Mapping[str, Actor]) -> int:
    """How many other people are named before or beside the quotation, two at most."""
    others = {
        mention.actor
        for mention, distance in seen.mentions
        if distance >= 0 and mention.actor is not None and mention.actor != candidate
    }
    return min(2, sum(actors[other].kind in _PEOPLE for other in others))


def _article(parsed: ParsedText, span: Span) -> str:
    """Whether the words for somebody without a name begin as those for somebody known do, or for somebody new."""
    first = parsed.text[slice(*span)].split()[0].lower()
    if parsed.lexicon.has(first, "definite") or first in ("dessen", "deren"):
        return "definite"
    return "new" if parsed.lexicon.has(first, "indefinite") or first.startswith(("ein", "kein")) else "bare"


def _shape(parsed: ParsedText, span: Span) -> str:
    """What kind of words say who speaks where no actor is known for them: "pronoun", "noun phrase"."""
    words = parsed.text[slice(*span)].split()
    if len(words) == 1 and parsed.lexicon.has(words[0].lower(), "person_pronoun"):
        return "pronoun"
    return "phrase"
