"""Whom a text is about, if that is one person: a portrait, an obituary."""

from collections import Counter
from collections.abc import Collection, Sequence

from core.analysis.analysis import Form, Mention
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependents

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


def who_is_mourned(parsed: ParsedText, mentions: Sequence[Mention], persons: Collection[str]) -> str | None:
    """English: whom an obituary is of, the one person that its headline names and of whom the text begins to tell that
    they have died: "Ada Lind, who has died aged 96, …", and not of whose accident or murder others speak."""
    names = [each for each in mentions if each.form is Form.NAME and each.actor in persons]
    above = {each.actor for each in names if not parsed.is_running_text(each.start)}
    first = next((each for each in names if parsed.is_running_text(each.start)), None)
    if not parsed.by_parse or first is None or above != {first.actor}:
        return None
    head = parsed.head_of(first.start, first.end)
    if head is None:
        return None
    main = [k for k in (parsed.head[head],) if parsed.low[k + 1 : k + 2] in (["aged"], ["at"])]
    died = [k for k in (*main, *dependents(parsed, head, "acl:relcl")) if parsed.low[k] == "died"]
    return (
        first.actor if any(parsed.low[k] == "has" for verb in died for k in parsed.children(verb)) else None
    )
