"""Whom a text is about, if that is one person: a portrait, an obituary."""

from collections import Counter
from collections.abc import Collection, Sequence

from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText

_OFTEN = 4
"""Names of somebody from which on a text may be about them."""
_CLEARLY = 2
"""How many times as often they are named as the next."""


def whom_it_is_about(parsed: ParsedText, mentions: Sequence[Mention], persons: Collection[str]) -> str | None:
    """The person whom the headline or what stands above the text names, and the text much more often than any other."""
    names = [each for each in mentions if each.form is Form.NAME and each.actor in persons]
    ranked = Counter(each.actor for each in names).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    above = any(each.actor == ranked[0][0] and not parsed.is_running_text(each.start) for each in names)
    return ranked[0][0] if above else None
