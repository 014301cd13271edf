"""What somebody calls something: nannte es „…“, sprach von „…“, bezeichnete ihn als „…“."""

from core.lexicon.inflection import VerbForm
from core.parsed_text.parsed_text import Unit, View
from core.quotes.cues.around_marks import opening_word

_PASSIVE = frozenset("wird werden wurde wurden werde ist sind war waren".split())
_HAVING = frozenset("hat haben hatte hatten habe".split())
_BEHIND = 9
"""Tokens behind the marks among which the verb may stand that calls something so."""


def characterises(view: View, first: int, end: int) -> bool:
    """Whether the words are what somebody calls something: "nannte es „…“", "sprach von „…“", "als „…“ bezeichnet"."""
    unit = view.units[view.unit_of[first]] if view.unit_of[first] >= 0 else None
    if unit is None:
        return False
    last = first - 1
    while last > max(unit.first, first - 4) and not view.words[last][:1].isupper():
        last -= 1
    before = [view.low[i] for i in range(max(last, first - 3), first)]
    for i in [
        *range(first - 1, max(unit.first, first - 25) - 1, -1),
        *range(end, min(unit.end, end + _BEHIND)),
    ]:
        if view.words[i] in (":", ";", ",") or view.stretch_at(i) is not None:
            if i < first:
                continue
            break
        if not view.words[i][:1].islower():
            continue
        for cue in view.lexicon.cues.get(view.low[i], ()):
            word = view.lexicon.calling.get(cue.verb.lemma)
            if word is None or not cue.kinds - {VerbForm.TO_INFINITIVE}:
                continue
            wanted = word.split(",")
            governed = bool(before) and view.lexicon.has(before[-1], "preposition", "contracted")
            free = not governed and ("*" in wanted or ("-" in wanted and _calls(view, first, before)))
            if any(each in before for each in wanted) or free:
                return not _nobody_calls(view, unit, i, noun=_opens_with_capital(view, first))
    return False


def _opens_with_capital(view: View, first: int) -> bool:
    return view.words[opening_word(view, first)][:1].isupper()


def _nobody_calls(view: View, unit: Unit, verb: int, noun: bool) -> bool:
    """Whether a thing is only called by its name: "nennt man", "nennt sich"; "wird als „…“ bezeichnet" with a noun."""
    first, end = verb, verb + 1
    while first > unit.first and not (
        (view.words[first - 1] in (",", ";", ":", "(") or (first == verb and view.low[first - 1] == "und"))
        and view.stretch_at(first - 1) is None
    ):
        first -= 1
    while end < unit.end and not (view.words[end] in (",", ";", ":", ")") and view.stretch_at(end) is None):
        end += 1
    words = {view.low[k] for k in range(first, end) if view.stretch_at(k) is None}
    if words & {"man", "sich"}:
        return True
    passive = noun and bool(words & _PASSIVE) and not words & _HAVING
    return passive and words.isdisjoint(("von", "vom", "durch", "in", "im", "bei"))


def _calls(view: View, first: int, before: list[str]) -> bool:
    """For "nennen": whether the words judge and do not name, as "einen „Skandal“" or „unerhört“."""
    article = (
        bool(before) and view.lexicon.has(before[-1], "determiner") and before[-1].startswith(("ein", "kein"))
    )
    inner = opening_word(view, first)
    opens = view.unit_of[first] >= 0 and first == view.units[view.unit_of[first]].first
    judging = view.words[inner].islower() or (
        opens and (view.doc[inner].pos_ in ("ADJ", "ADV") or view.lexicon.has(view.low[inner], "judging"))
    )
    return article or (judging and not view.lexicon.has(view.low[inner], "determiner"))
