"""The words around words in marks: a verb of saying, a colon, a preposition, a sentence in the Konjunktiv.

Each function asks one thing about the tokens before `first` and from `end` on, where the marks are `first` up to `end`.
"""

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import CueVerb
from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import may_speak, phrases
from core.quotes.cues.marks_in_headlines import is_headline, is_remark, says_or_acts
from core.text.marked_spans import Marked
from core.text.tables import listed

SAID = frozenset(listed("verb_of_words"))
"""Verbs whose object can only be the words in marks before them."""
LONG = 9
"""Words from which a stretch in marks is nearly always speech (97% on the Wikinews corpus)."""
MIDDLE = 5
SHORT = 3
TELLING = frozenset("qcz")
"""Frames of verbs of saying."""
VOICING = frozenset("o")
"""Frames of verbs whose object can only be words."""
IS = frozenset(listed("copula"))
"""Forms of verbs that say what something is."""
_SHOWS = frozenset(listed("verb_of_showing"))
_CLOSED = frozenset(")]")
_BEHIND = 9
"""Tokens behind the marks among which the verb is looked for that calls something so."""


def cue_follows(parsed: ParsedText, marked: Marked, end: int) -> bool:
    """Whether a verb of saying, "so X" or "wie X sagte" comes right behind the closing mark."""
    i, comma = end, False
    limit = parsed.units[parsed.unit_of[end - 1]].end if end > 0 and parsed.unit_of[end - 1] >= 0 else end
    while i < min(limit, end + 2) and parsed.words[i] in (",", "–", "—"):
        comma, i = True, i + 1
    comma = comma or parsed.text[marked.inner_end - 1 : marked.inner_end] in (",", "!", "?", "…", ".")
    if i >= limit or not comma:
        return False
    if parsed.low[i] in ("so", "wie") and i + 1 < limit and parsed.lexicon.language == "de":
        if parsed.low[i] == "wie" and _named_behind(parsed, i + 1, limit):
            return False
        after = parsed.words[i + 1]
        return after[:1].isupper() or parsed.lexicon.has(parsed.low[i + 1], "determiner", "person_pronoun")
    window = range(i, min(i + 1 if parsed.lexicon.language == "de" else i + 10, limit))
    return any(introduces(parsed, k) for k in window) or (
        parsed.low[i] in listed("auxiliary_before_participle")
        and any(introduces(parsed, k, participle=True) for k in range(i + 1, min(i + 14, limit)))
    )


def _named_behind(parsed: ParsedText, first: int, limit: int) -> bool:
    """Whether a clause ends in a verb of naming: "wie er auch genannt wird"."""
    end = next((k for k in range(first, limit) if parsed.words[k] in (",", ";", ".")), limit)
    return any(parsed.low[k] in listed("verb_of_naming") for k in range(first, end))


def introduces(parsed: ParsedText, i: int, participle: bool = False) -> bool:
    """Whether the form at token `i` may be a verb that goes with direct speech."""
    if not parsed.words[i][:1].islower():
        return False
    for cue in parsed.lexicon.cues.get(parsed.low[i], ()):
        finite = cue.kinds - {VerbForm.PARTICIPLE, VerbForm.TO_INFINITIVE}
        if (
            "q" in cue.verb.frames
            and (participle or finite)
            and (cue.joined or _has_particle(parsed, i, cue.verb))
        ):
            return True
    return False


def _has_particle(parsed: ParsedText, i: int, verb: CueVerb) -> bool:
    """Whether the particle of a verb, if it has one, comes before token `i` or behind it in the sentence."""
    if not verb.particle:
        return True
    number = parsed.unit_of[i]
    end = parsed.units[number].end if number >= 0 else i + 1
    return parsed.low[i - 1] == verb.particle or any(
        parsed.low[k] == verb.particle for k in range(i + 1, end)
    )


def opening_word(parsed: ParsedText, first: int) -> int:
    """The first word in the marks that token `first` opens; `first` where there is none."""
    return next((i for i in range(first, parsed.stretch_end(first)) if parsed.words[i][:1].isalpha()), first)


def begins_small(parsed: ParsedText, first: int) -> bool:
    """Whether the words in marks begin small, as German names and titles do not."""
    return parsed.lexicon.language == "de" and parsed.words[opening_word(parsed, first)][:1].islower()


def colon_before(parsed: ParsedText, first: int) -> bool:
    """Whether a colon comes before the marks, blanks aside."""
    k = first - 1
    while k >= 0 and parsed.space[k] and "\n" not in parsed.words[k]:
        k -= 1
    return k >= 0 and parsed.words[k] == ":"


def colon_behind_list(parsed: ParsedText, first: int) -> int | None:
    """The colon behind several pairs of marks that open a sentence, the one at token `first` among them: "„Skandal“,
    „Frechheit“: Anwohner sind wütend", or behind one in a headline. They judge, unless one is a name."""
    number = parsed.unit_of[first]
    if number >= 0 and parsed.lexicon.reads_by_parse:
        return _colon_behind_first(parsed, first)
    if number < 0 or parsed.lexicon.language != "de":
        return None
    unit = parsed.units[number]
    i, pairs = unit.first, 0
    while i < unit.end and (parsed.stretch_at(i) is not None or parsed.words[i] in (",", "und")):
        pairs += parsed.opens_stretch(i)
        word = parsed.words[i][:1].isalpha() and parsed.stretch_at(i) is not None
        if parsed.entity[i] or (word and parsed.pos[i] == "PROPN"):
            return None
        i += 1
    behind = first < i < unit.end - 1 and parsed.words[i] == ":"
    judged = pairs > 1 or says_or_acts(parsed, first, i + 1) or is_remark(parsed, first, i)
    return i if behind and judged else None


def _colon_behind_first(parsed: ParsedText, first: int) -> int | None:
    """The colon right behind marks that open a headline: "‘Not a penny more’: Hale rules out a rise"."""
    unit, end = parsed.units[parsed.unit_of[first]], parsed.stretch_end(first)
    opens = is_headline(parsed, unit) and first == unit.first and end + 1 < unit.end
    return end if opens and parsed.words[end] == ":" else None


def is_translated(parsed: ParsedText, first: int) -> bool:
    """Whether the colon only says what a name means, within brackets: "(auf Deutsch: „…“)"."""
    k = first - 1
    while k >= 0 and k > first - 6 and parsed.words[k] not in ("(", "["):
        if parsed.text[parsed.starts[k]] in _CLOSED:
            return False
        k -= 1
    return (
        k >= 0 and parsed.words[k] in ("(", "[") and not any(introduces(parsed, i) for i in range(k, first))
    )


def is_whole_unit(parsed: ParsedText, first: int) -> bool:
    """Whether the stretch is a sentence of its own."""
    number = parsed.unit_of[first]
    if number < 0:
        return False
    unit = parsed.units[number]
    return all(
        parsed.stretch_at(i) is not None
        or parsed.is_stop(i)
        or parsed.space[i]
        or parsed.words[i] in ("–", "-", "—", "•")
        for i in range(unit.first, unit.end)
    ) and (first - unit.first <= 1 or parsed.stretch_at(unit.first) is not None)


def opens_inverted(parsed: ParsedText, first: int, end: int, count: int) -> bool:
    """Whether words in marks open the sentence, and a comma and the sentence's verb or "mit diesen Worten" follow:
    "„Wo ist das Boot?“, wollen sie wissen", "„Gute Nacht“, wünscht der Lotse"."""
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None or first != unit.first or end + 1 >= unit.end or parsed.words[end] != ",":
        return False
    if count >= SHORT and parsed.low[end + 1 : end + 4] == ["mit", "diesen", "worten"]:
        return True
    if not parsed.is_finite(end + 1):
        return False
    named = end + 2 < unit.end and (
        parsed.words[end + 2][:1].isupper()
        or parsed.lexicon.has(parsed.low[end + 2], "determiner", "person_pronoun")
    )
    return named or (count >= SHORT and has_finite(parsed, first, end))


def fills_a_place(parsed: ParsedText, first: int) -> bool:
    """Whether a preposition or "ein" comes before the marks. With a small letter behind them, no name follows."""
    if first == 0 or parsed.unit_of[first] != parsed.unit_of[first - 1]:
        return False
    low = parsed.low[first - 1]
    if parsed.lexicon.language != "de" or parsed.lexicon.has(low, "definite"):
        return False
    article = low.startswith(listed("article_of_one")) and parsed.lexicon.has(low, "determiner")
    return article or parsed.lexicon.has(low, "preposition")


def is_governed(parsed: ParsedText, first: int) -> bool:
    """Whether a preposition without an article comes before the marks: "hofft auf „Besucher, die wiederkommen“"."""
    same = first > 0 and parsed.unit_of[first] == parsed.unit_of[first - 1]
    low = parsed.low[first - 1] if same else ""
    return parsed.lexicon.has(low, "preposition") and not parsed.lexicon.has(low, "contracted")


def opens_with_article(parsed: ParsedText, marked: Marked) -> bool:
    """Whether the words in marks begin with "ein" or "kein" in a small letter, as those of a sentence do and names do
    not."""
    inner = parsed.token_from(marked.inner_start)
    if parsed.lexicon.language != "de" or inner >= len(parsed.words) or not parsed.words[inner][:1].islower():
        return False
    return parsed.low[inner].startswith(("ein", "kein")) and parsed.lexicon.has(
        parsed.low[inner], "determiner"
    )


def is_uttered(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are an utterance made into a noun, with no noun behind them: "mit einem knappen „Ja“"."""
    number = parsed.unit_of[first]
    if number < 0 or parsed.lexicon.language != "de":
        return False
    unit = parsed.units[number]
    article = first - 1
    while article > unit.first and article > first - 4 and parsed.low[article].endswith(("en", "em")):
        if parsed.lexicon.has(parsed.low[article], "determiner"):
            break
        article -= 1
    answer = any(parsed.lexicon.has(parsed.low[i], "answer") for i in range(first, end))
    if first <= unit.first or (end < unit.end and parsed.words[end][:1].isupper()):
        return False
    if answer and parsed.low[first - 1] == "mit":
        return True
    if parsed.low[article] not in ("einem", "ein", "einen") or article <= unit.first:
        return False
    return answer or (parsed.low[article - 1] == "mit" and has_finite(parsed, first, end))


def is_object(parsed: ParsedText, first: int, frames: frozenset[str]) -> bool:
    """Whether words in marks without an article are the object of a verb with one of the frames: "Die Ministerin
    verspricht „Gespräche auf Augenhöhe“"."""
    number = parsed.unit_of[first]
    if number < 0 or parsed.lexicon.language != "de" or first <= parsed.units[number].first:
        return False
    unit, before = parsed.units[number], first - 1
    word = parsed.words[before]
    named = parsed.entity[before] == "PER" or parsed.lexicon.role(word) is not None
    if not named and (not word[:1].islower() or parsed.pos[before] == "ADJ"):
        return False
    i = before
    while i > unit.first and parsed.words[i] not in (",", ";", ":"):
        if _introduces_any(parsed, i, frames):
            return True
        i -= 1
    return False


def _introduces_any(parsed: ParsedText, i: int, frames: frozenset[str]) -> bool:
    return parsed.words[i][:1].islower() and any(
        cue.kinds - {VerbForm.PARTICIPLE, VerbForm.TO_INFINITIVE}
        and cue.verb.frames & frames
        and "s" not in cue.verb.frames
        and (cue.joined or _has_particle(parsed, i, cue.verb))
        for cue in parsed.lexicon.cues.get(parsed.low[i], ())
    )


def is_attitude(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are how somebody shows to feel: "äußerte sich „besorgt“", "gab sich „sehr zuversichtlich“"."""
    number = parsed.unit_of[first]
    if number < 0 or not begins_small(parsed, first):
        return False
    unit = parsed.units[number]
    if end < unit.end and (parsed.words[end][:1].isupper() or parsed.low[end].endswith(("es", "em"))):
        return False
    near = [parsed.low[i] for i in range(max(unit.first, first - _BEHIND), min(unit.end, end + 3))]
    return "sich" in near and not _SHOWS.isdisjoint(near)


def is_opinion(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are what something is for somebody: "Für den Trainer war das Spiel „ein Witz“". With a capital
    behind the opening mark it may be a name."""
    number = parsed.unit_of[first]
    if number < 0 or not begins_small(parsed, first):
        return False
    unit = parsed.units[number]
    if end < unit.end and not parsed.is_stop(end) and parsed.words[end] not in (",", "–", ";"):
        return False
    left = first
    while left > unit.first and parsed.words[left - 1] not in (",", ";", ":"):
        left -= 1
    if IS.isdisjoint(parsed.low[left:first]) or "für" not in parsed.low[left:first]:
        return False
    return any(
        p.preposition is not None and parsed.low[p.preposition] == "für" and may_speak(parsed, p)
        for p in phrases(parsed, left, first)
    )


def is_talked_of(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the words are what there is talk of, and begin small: "ist von „erheblichen Mängeln“ die Rede"."""
    number = parsed.unit_of[first]
    if number < 0 or not begins_small(parsed, first):
        return False
    unit = parsed.units[number]
    governed = any(parsed.low[i] in ("von", "vom") for i in range(max(unit.first, first - 2), first))
    return governed and any(
        parsed.low[i] == "die" and parsed.words[i + 1] == "Rede"
        for i in range(max(unit.first, first - _BEHIND), min(unit.end - 1, end + _BEHIND))
    )


def is_passive(parsed: ParsedText, participle: int) -> bool:
    """Whether the sentence makes a passive of the participle: "wird „der Lange“ gerufen"."""
    unit = parsed.units[parsed.unit_of[participle]]
    return any(parsed.low[i].startswith(listed("begins_passive")) for i in range(unit.first, unit.end))


def named_by_what_precedes(parsed: ParsedText, first: int) -> bool:
    """Whether an article, a preposition or a word like "Film" before the marks shows that they enclose a name."""
    if first == 0 or parsed.unit_of[first] != parsed.unit_of[first - 1]:
        return False
    low, word = parsed.low[first - 1], parsed.words[first - 1]
    if parsed.lexicon.has(low, "determiner", "preposition", "contracted"):
        inner = opening_word(parsed, first)
        small = parsed.words[inner][:1].islower()
        return not (
            small and parsed.lexicon.has(parsed.low[inner], "preposition", "subordinator", "definite")
        )
    return word[:1].isupper() and names_things(parsed, low)


def is_slogan(parsed: ParsedText, first: int, count: int) -> bool:
    """Whether a word for a slogan or for words comes before the marks: "Parolen wie „…“", "mit den Worten „…“"."""
    i = first - 1
    while i >= 0 and parsed.low[i] in listed("before_example") and i > first - 5:
        i -= 1
    return count > 1 and i >= 0 and "w" in parsed.lexicon.cue_nouns.get(parsed.words[i], "")


def has_finite(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether there is a finite verb among the tokens from `first` up to `end`."""
    return any(parsed.is_finite(i) for i in range(first, min(end, len(parsed.words))))


def reports(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a Konjunktiv outside of them."""
    number = parsed.unit_of[first]
    if number < 0:
        return False
    unit = parsed.units[number]
    around = range(max(unit.first, first - 60), min(unit.end, end + 60))
    return any(not first <= i < end and parsed.is_subjunctive(i) for i in around)


def cue_in_unit(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a verb of saying outside of them."""
    number = parsed.unit_of[first]
    if number < 0:
        return False
    unit = parsed.units[number]
    return any(
        not first <= i < end and introduces(parsed, i, participle=True)
        for i in range(max(unit.first, first - 60), min(unit.end, end + 60))
    )


def called_from(parsed: ParsedText, end: int) -> int | None:
    """The verb with "es" and a place that follows speech in marks whatever it means: "„…“, gellt es aus dem Saal"."""
    number = parsed.unit_of[end - 1] if end else -1
    stop = parsed.units[number].end if number >= 0 else end
    verb = end + 1
    if verb + 2 >= stop or parsed.words[end] not in (",", "–", "—") or parsed.low[verb + 1] != "es":
        return None
    if parsed.lexicon.language != "de" or not parsed.is_finite(verb):
        return None
    clause = [parsed.low[i] for i in range(verb + 2, min(stop, verb + _BEHIND))]
    clause = clause[: clause.index(",")] if "," in clause else clause
    return verb if {"aus", "von", "vom"} & set(clause) else None


def behind_speech(parsed: ParsedText, verb: int) -> bool:
    """Whether a token comes right behind speech in marks, a comma or dash aside: "„…“, habe der Anrufer gesagt"."""
    i = verb - 1
    while i > 0 and parsed.words[i] in (",", "–", "—"):
        i -= 1
    return i >= 0 and parsed.is_speech(i)
