"""Words in marks in a headline, before or behind a colon beside which somebody is named."""

from collections.abc import Sequence

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText, Unit
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.quotes.cues.speech_acts import load_acts
from core.text.tables import listed

_SUBJECTS = frozenset(listed("subject_of_remark"))
"""Words that open a remark with its verb behind them: "das geht so nicht"."""
_ONE_WORD = 3
"""Tokens of one word and its marks."""
_DASHES = ("–", "—", "-", "|", "?", "!")
_NEAR_VERB = 4
"""Tokens behind the colon among which the verb of a headline is looked for."""


def is_headline(parsed: ParsedText, unit: Unit) -> bool:
    """Whether a sentence is one of the headline."""
    return 0 <= unit.paragraph < len(parsed.kinds) and parsed.kinds[unit.paragraph] == "headline"


def says_or_acts(parsed: ParsedText, first: int, behind: int) -> bool:
    """Whether behind a colon somebody is named who says something or acts in words, and more than one word is in the
    marks at token `first`: "„Schön war es“: Ministerin lobt den Hafen"."""
    unit = parsed.units[parsed.unit_of[first]]
    several = parsed.stretch_end(first) - first > _ONE_WORD
    if not (several and behind < unit.end and is_headline(parsed, unit) and _is_somebody(parsed, behind)):
        return False
    forms = load_acts(parsed.lexicon.language).forms
    near = range(behind + 1, min(behind + _NEAR_VERB, unit.end))
    verb = next((parsed.low[k] for k in near if parsed.is_finite(k)), "")
    return verb in forms or verb in parsed.lexicon.cues


def is_remark(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words in marks that open a headline have a verb and speak of whoever speaks, deny, exclaim, or are
    about "das" or "es": "„Das war kein Unfall“: Witwe hofft". Not every clause is one, since broadcasts are called by
    some: "„Bauer sucht Frau“: …"."""
    unit = parsed.units[parsed.unit_of[first]]
    inside = range(first, end)
    if not (first == unit.first and is_headline(parsed, unit) and any(map(parsed.is_finite, inside))):
        return False
    words = [parsed.low[i] for i in inside]
    said = any(parsed.lexicon.has(word, "first_person", "negation") for word in words)
    return said or words[1] in _SUBJECTS or "!" in words


def speaker_behind(parsed: ParsedText, phrases: Sequence[Phrase], first: int, colon: int) -> Phrase | None:
    """Who is named right behind the colon, if that may be whose words in marks come before it."""
    who = next((phrase for phrase in phrases if phrase.start == colon + 1), None)
    if who is None or not who.subject or not may_speak(parsed, who):
        return None
    return None if _is_only_told_of(parsed, first, colon, who) else who


def set_off_before_colon(parsed: ParsedText, phrases: Sequence[Phrase], first: int) -> Phrase | None:
    """Who stands alone between a dash and the colon before the marks at token `first`: "… – Orr: „Stark!“"."""
    who = next((phrase for phrase in phrases if phrase.end == first - 1), None)
    if who is None or who.start == 0 or parsed.words[first - 1] != ":" or not may_speak(parsed, who):
        return None
    return who if parsed.words[who.start - 1] in _DASHES else None


def _is_only_told_of(parsed: ParsedText, first: int, colon: int, who: Phrase) -> bool:
    """Whether a headline with one pair of marks before its colon only tells of a single person without a name what they
    do, and so need not be of whom the marks are: "„…“: Mann raubt Bank aus"."""
    unit = parsed.units[parsed.unit_of[first]]
    if parsed.by_parse or (unit.first, parsed.stretch_end(first)) != (first, colon):
        return False
    single = not parsed.entity[who.head] and parsed.number[who.head] == "Sing"
    return single and not says_or_acts(parsed, first, colon + 1)


def is_headed_by_somebody(parsed: ParsedText, first: int) -> bool:
    """Whether words in marks are in a headline that begins with somebody: "Ministerin zum Etat: „Alles geprüft“"; not
    behind what bears a name: "Ministerin dreht Film: „Der letzte Zug“"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None or not is_headline(parsed, unit) or not _is_somebody(parsed, unit.first):
        return False
    return not names_things(parsed, parsed.low[first - 2])


def _is_somebody(parsed: ParsedText, i: int) -> bool:
    role = parsed.lexicon.role(parsed.words[i])
    person = role is not None and role.kind in ("role", "group")
    return person or parsed.entity[i] == "PER" or parsed.lexicon.is_body(parsed.words[i])
