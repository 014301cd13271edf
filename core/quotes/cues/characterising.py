"""What somebody calls something: nannte es „…“, sprach von „…“, bezeichnete ihn als „…“."""

from core.lexicon.inflection import VerbForm
from core.parsed_text.parsed_text import ParsedText, Unit
from core.quotes.cues.around_marks import opening_word
from core.quotes.cues.cue import Cue
from core.text.tables import listed

_PASSIVE = frozenset(listed("passive_auxiliary"))
_HAVING = frozenset(listed("perfect_auxiliary"))
_NOW = frozenset({VerbForm.PRESENT, VerbForm.PLURAL})
_BEHIND = 9
"""Tokens behind the marks among which the verb is looked for that calls something so."""


def characterises(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are what somebody calls something: "nannte es „…“", "sprach von „…“", "als „…“ bezeichnet"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None:
        return False
    last = first - 1
    while last > max(unit.first, first - 4) and not parsed.words[last][:1].isupper():
        last -= 1
    before = [parsed.low[i] for i in range(max(last, first - 3), first)]
    for i in [
        *range(first - 1, max(unit.first, first - 25) - 1, -1),
        *range(end, min(unit.end, end + _BEHIND)),
    ]:
        if parsed.words[i] in (":", ";", ",") or parsed.stretch_at(i) is not None:
            if i < first:
                continue
            break
        if not parsed.words[i][:1].islower():
            continue
        for cue in parsed.lexicon.cues.get(parsed.low[i], ()):
            word = parsed.lexicon.calling.get(cue.verb.lemma)
            if word is None or not cue.kinds - {VerbForm.TO_INFINITIVE}:
                continue
            wanted = word.split(",")
            governed = bool(before) and parsed.lexicon.has(before[-1], "preposition", "contracted", "as")
            free = not governed and ("*" in wanted or ("-" in wanted and _calls(parsed, first, before)))
            if any(each in before for each in wanted) or free:
                return not _nobody_calls(parsed, unit, i, noun=_opens_with_capital(parsed, first))
    return False


def names_term(parsed: ParsedText, first: int, end: int, cue: Cue) -> bool:
    """Whether a trade gives something its name, in marks between two tokens: "Experten nennen das „stehende Welle“"."""
    marked = any(parsed.stretch_at(i) is not None for i in range(first, end))
    return marked and cue.verb.lemma in parsed.lexicon.calling and _is_usage(parsed, first, cue.finite)


def offers_as(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are what something is advertised or sold as, or what it is called: "wirbt als „Perle“", "das
    Fest „Sternentag“ nennt"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None or first <= unit.first:
        return False
    behind = parsed.low[end] if end < unit.end else ""
    if parsed.low[first - 1] == "als":
        near = [*parsed.low[max(unit.first, first - _BEHIND) : first - 1], behind]
        return any(parsed.lexicon.has(word, "offering") for word in near)
    named = parsed.pos[first - 1] == "NOUN" and _opens_with_capital(parsed, first)
    return named and any(cue.verb.lemma == "nennen" for cue in parsed.lexicon.cues.get(behind, ()))


def _opens_with_capital(parsed: ParsedText, first: int) -> bool:
    return parsed.words[opening_word(parsed, first)][:1].isupper()


def _nobody_calls(parsed: ParsedText, unit: Unit, verb: int, noun: bool) -> bool:
    """Whether a thing is only called by its name: "nennt man", "nennt sich"; "wird als „…“ bezeichnet" with a noun."""
    first, end = verb, verb + 1
    while first > unit.first and not (
        (
            parsed.words[first - 1] in (",", ";", ":", "(")
            or (first == verb and parsed.low[first - 1] == "und")
        )
        and parsed.stretch_at(first - 1) is None
    ):
        first -= 1
    while end < unit.end and not (
        parsed.words[end] in (",", ";", ":", ")") and parsed.stretch_at(end) is None
    ):
        end += 1
    words = {parsed.low[k] for k in range(first, end) if parsed.stretch_at(k) is None}
    if words & {"man", "sich"} or _is_usage(parsed, first, verb):
        return True
    passive = noun and bool(words & _PASSIVE) and not words & _HAVING
    return passive and words.isdisjoint(("von", "vom", "durch", "in", "im", "bei"))


def _is_usage(parsed: ParsedText, first: int, verb: int) -> bool:
    """Whether it is what all of a profession call it, which makes a term of it: "was Biologen „soziale Geduld“ nennen".
    With an article they are some of them, who said so once."""
    named = range(first, verb)
    at = next((k for k in named if parsed.words[k][:1].isupper() and _is_specialist(parsed, k)), None)
    return (
        at is not None
        and not _NOW.isdisjoint(parsed.lexicon.verb_forms(parsed.low[verb]))
        and not parsed.lexicon.has(parsed.low[at - 1], "determiner")
        and parsed.tag[at - 1] != "ADJA"
    )


def _is_specialist(parsed: ParsedText, k: int) -> bool:
    last = parsed.low[k].rpartition("-")[2]
    return parsed.lexicon.has(last, "specialist") or last.endswith("logen")


def _calls(parsed: ParsedText, first: int, before: list[str]) -> bool:
    """For "nennen": whether the words judge and do not name, as "einen „Skandal“", „unerhört“, "den Streik „Gift“"."""
    article = (
        bool(before)
        and parsed.lexicon.has(before[-1], "determiner")
        and before[-1].startswith(("ein", "kein"))
    )
    inner = opening_word(parsed, first)
    opens = parsed.unit_of[first] >= 0 and first == parsed.units[parsed.unit_of[first]].first
    judging = parsed.words[inner].islower() or (
        opens and (parsed.pos[inner] in ("ADJ", "ADV") or parsed.lexicon.has(parsed.low[inner], "judging"))
    )
    if article or (judging and not parsed.lexicon.has(parsed.low[inner], "determiner")):
        return True
    if parsed.words[inner].islower():
        return parsed.low[inner].startswith(("ein", "kein"))  # „einen Witz“ goes on with the sentence
    noun = parsed.pos[inner] == "NOUN" or (
        parsed.pos[inner] == "PROPN" and inner + 1 < len(parsed.words) and parsed.words[inner + 1].islower()
    )
    return noun and _is_deed(parsed, first - 1)


def _is_deed(parsed: ParsedText, i: int) -> bool:
    """Whether what is called something is nothing that is given a name: "das", "die Entscheidung", "ihr Vorgehen"."""
    if i < 0 or parsed.sentence_start[i + 1]:
        return False
    noun = parsed.words[i]
    if noun in ("das", "dies"):
        return True
    if not noun[:1].isupper() or not parsed.lexicon.has(parsed.low[i - 1], "determiner"):
        return False
    known = noun in parsed.lexicon.cue_nouns or parsed.lexicon.has(noun, "abstract")
    return known or noun.lower().endswith(listed("end_of_deed"))
