"""Words in marks in a headline, before or behind a colon beside which somebody is named."""

from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText, Unit
from core.quotes.cues.speech_acts import load_acts

_ONE_WORD = 3
"""Tokens of one word and its marks."""
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
    return any(parsed.low[k] in forms or parsed.low[k] in parsed.lexicon.cues for k in near)


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
