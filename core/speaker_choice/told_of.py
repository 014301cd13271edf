"""People whom a headline only tells of: the words that it puts in marks are not theirs."""

from collections.abc import Iterator, Mapping

from core.analysis.analysis import Actor, ActorKind
from core.parsed_text.parsed_text import ParsedText
from core.speaker_choice.candidates import Asked, Known, Window
from core.text.tables import listed

_ONE_WORD = 3
"""Tokens of one word and its marks."""
_DASHES = ("–", "—", "-", "|", "?", "!")


def is_told_of_in_headline(
    known: Known, seen: Window, asked: Asked, option: str, actors: Mapping[str, Actor]
) -> bool:
    """Whether somebody comes before the marks of a headline only as whom it is about: "Prozess gegen Lind: „Er hat
    gelogen“"; or is a body that does something there but speaks: "Stadtrat streitet – „Es fehlt an allem“"."""
    parsed = known.parsed
    if not parsed.has_parse or asked.type != "direct" or (asked.cue and not parsed.by_parse):
        return False
    marks = asked.spans[0][0]
    block = parsed.block_at(marks)
    if block is None or parsed.kinds[block] != "headline":
        return False
    before = sorted(_before(parsed, seen, asked, option, marks, block))
    if parsed.by_parse:
        return bool(before) and _tells_what_subject_did(parsed, before[-1], marks)
    if not before:
        return False
    if _is_set_off(parsed, asked, marks):
        return option != asked.proposed
    opening = parsed.token_at(parsed.sentences[parsed.sentence_at(before[0])][0])
    if all(_is_behind_preposition(parsed, opening, start) for start in before):
        return True
    acts, actor = _acts(parsed, opening, marks), actors.get(option)
    if acts and before[0] > parsed.ends[opening]:
        # "Feuerwehr rettet Kuh: „…“"
        return all(any(map(parsed.is_finite, range(opening, parsed.token_from(start)))) for start in before)
    return acts and actor is not None and actor.kind is ActorKind.ORGANISATION


def _is_set_off(parsed: ParsedText, asked: Asked, marks: int) -> bool:
    """Whether the words for who speaks stand alone between a dash and the colon: "Lind trifft – Orr: „Stark!“"."""
    if not asked.speaker:
        return False
    start, end = asked.speaker[-1]
    return parsed.text[end:marks].strip() == ":" and parsed.text[:start].rstrip().endswith(_DASHES)


def _before(
    parsed: ParsedText, seen: Window, asked: Asked, option: str, marks: int, block: int
) -> Iterator[int]:
    """Where somebody is mentioned in a headline before the words in marks."""
    starts = [mention.start for mention, _ in seen.mentions if mention.actor == option]
    starts += [start for start, _ in asked.speaker if option == asked.proposed]
    return (start for start in starts if start < marks and parsed.block_at(start) == block)


def _is_behind_preposition(parsed: ParsedText, opening: int, start: int) -> bool:
    """Whether a preposition with which something is told of somebody comes before a mention and its titles, or opens
    the words up to there: "Nach dem Sieg von Lind"."""
    if parsed.low[opening] in listed("told_of_behind") and not any(
        map(parsed.is_finite, range(opening, parsed.token_from(start)))
    ):
        return True
    at = parsed.token_from(start) - 1
    while at >= opening and parsed.pos[at] in ("NOUN", "PROPN", "ADJ", "DET"):
        if parsed.pos[at] == "NOUN" and parsed.lexicon.role(parsed.words[at]) is None:
            return False
        at -= 1
    return at >= opening and parsed.low[at] in listed("told_of_behind")


def _acts(parsed: ParsedText, opening: int, marks: int) -> bool:
    """Whether the words before the marks have a verb that is none of saying."""
    words = range(opening, parsed.token_at(marks))
    verbs = [parsed.low[k] for k in words if parsed.is_finite(k)]
    return bool(verbs) and not any(verb in parsed.lexicon.cues for verb in verbs)


def _tells_what_subject_did(parsed: ParsedText, start: int, marks: int) -> bool:
    """Whether the words in marks of an English headline are a verb and more whose subject stands before them, so that
    somebody else says so of it: "Teacher ‘stole £400 from school’"."""
    first, end = parsed.token_at(marks), parsed.stretch_end(parsed.token_at(marks))
    verb = first + 1
    subject = range(parsed.token_from(start), first)
    if end - first <= _ONE_WORD or any(parsed.pos[k] not in ("NOUN", "PROPN", "ADJ") for k in subject):
        return False
    acts = parsed.pos[verb] in ("VERB", "AUX") and not parsed.low[verb].endswith("ing")
    return acts and parsed.low[verb + 1] != "by"
