"""Marks whose words say themselves that somebody speaks: "ich" in them, a name or a verdict right beside them."""

import re

from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import may_speak, phrases
from core.quotes.cues.around_marks import IS, begins_small, has_finite, introduces
from core.text.spans import Span

NAMED_BEHIND = re.compile(
    r"\s*[–—-]\s+(?P<dash>[^.!?„“»«\"]{3,90})$|\s*\((?P<brackets>[^()„“»«\"]{3,90})\)\.?$"
)
"""What may follow words in marks up to the end of a line: who says them, behind a dash or in brackets."""
_PEOPLE = ("PER", "PERSON")
_PAUSES = (",", ";", ".", ":")
_NOUN = 5
"""Tokens behind the marks within which the noun stands that says what kind of words they are."""


def is_common_usage(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether people in general put it so: "„Blech“, wie es umgangssprachlich heißt", "im Volksmund „…“"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None:
        return False
    if first > unit.first and parsed.lexicon.has(parsed.low[first - 1], "usage"):
        return True
    at = end + 1 if parsed.words[end : end + 1] == [","] else end
    if parsed.low[at : at + 1] != ["wie"]:
        return False
    stop = next((k for k in range(at, unit.end) if parsed.words[k] in _PAUSES), unit.end)
    return any(parsed.lexicon.has(parsed.low[k], "usage") for k in range(at, stop))


def is_told_of(parsed: ParsedText, first: int, end: int) -> bool:
    """English: whether the words tell what somebody does, and are not theirs: "the vet who ‘put profit first’"."""
    if not parsed.by_parse or first == 0 or first + 1 >= end:
        return False
    return parsed.low[first - 1] == "who" and parsed.words[first + 1][:1].islower()


def is_explained(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the sentence goes on with what kind of words they are, and nobody's: "„Maul auf!“ ist ein Wortspiel"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None or end + 2 >= unit.end or parsed.low[end] not in IS:
        return False
    if not parsed.lexicon.has(parsed.low[end + 1], "article"):
        return False
    noun = next((k for k in range(end + 2, unit.end) if parsed.words[k][:1].isupper()), None)
    return noun is not None and noun <= end + _NOUN and parsed.lexicon.ends_in(parsed.low[noun], "word_play")


def named_at_end(parsed: ParsedText, first: int, end: int) -> Span | None:
    """The person who alone is named behind marks that open a paragraph, where what he is may follow: "„Wir gehen.“ –
    Ada Lind, Wirtin".

    `first` is the token with the opening mark, `end` where the closing mark ends, in characters.
    """
    if parsed.unit_of[first] < 0:
        return None
    opens, closes = parsed.paragraphs[parsed.units[parsed.unit_of[first]].paragraph]
    match = NAMED_BEHIND.match(parsed.text, end, closes)
    if match is None or parsed.text[opens : parsed.starts[first]].strip():
        return None
    start, stop = match.span(match.lastgroup or 0)
    name = re.split(r"\s*[,(]", parsed.text[start:stop], maxsplit=1)[0].rstrip()
    tokens = range(parsed.token_at(start), parsed.token_from(start + len(name)))
    capital = all(parsed.entity[i] in _PEOPLE or parsed.words[i][:1].isupper() for i in tokens)
    return (start, start + len(name)) if capital and name and parsed.entity[tokens[-1]] in _PEOPLE else None


def named_in_brackets(parsed: ParsedText, end: int) -> Span | None:
    """The person who alone fills a bracket right behind the marks: "„eine Sternstunde“ (Lind)"."""
    if parsed.words[end : end + 1] != ["("] or parsed.entity[end + 1 : end + 2] not in (["PER"], ["PERSON"]):
        return None
    close = end + 2
    while close < len(parsed.words) and parsed.continues_entity[close]:
        close += 1
    return parsed.span(end + 1, close) if parsed.words[close : close + 1] == [")"] else None


def speaks_of_itself(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether words that begin small say "ich" or "mein", as no name does: "am Strand, „gegen meinen Bruder“"."""
    return begins_small(parsed, first) and any(
        parsed.lexicon.has(parsed.low[i], "first_person") for i in range(first, end)
    )


def is_verdict(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether marks behind an opening "ein" come before a verb of saying and who says so: "Ein „Fest“ urteilte X"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None or first != unit.first + 1 or end >= unit.end or not introduces(parsed, end):
        return False
    if parsed.low[first - 1] not in ("ein", "eine", "einen"):
        return False
    behind = next(iter(phrases(parsed, end + 1, unit.end)), None)
    return behind is not None and behind.start == end + 1 and behind.subject and may_speak(parsed, behind)


def is_in_brackets(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether words in marks that speak of the speaker fill a bracket: "Kapitän Ode („Wir waren besser“) lobte sein
    Team". Titles are written so as well, but seldom say "ich" or "wir"."""
    if first == 0 or end >= len(parsed.words) or (parsed.words[first - 1], parsed.words[end]) != ("(", ")"):
        return False
    return any(parsed.lexicon.has(parsed.low[i], "first_person") for i in range(first, end)) and has_finite(
        parsed, first, end
    )
