"""Which words in quotation marks are speech, and which are names, titles or words kept at a distance."""

import re
from dataclasses import replace
from itertools import pairwise

from core.language.inflection import VerbForm
from core.language.lexicon import CueVerb
from core.language.quotes.cores import names_things
from core.language.quotes.marks import Marked
from core.language.quotes.texts import is_written, points_at
from core.language.quotes.view import Unit, View

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDS_SENTENCE = (".", "!", "?", "…")
_PASSIVE = frozenset("wird werden wurde wurden werde ist sind war waren".split())
_HAVING = frozenset("hat haben hatte hatten habe".split())
_TELLING = frozenset("qcz")
_SHOWS = frozenset(
    "zeigt zeigte zeigten zeigen gezeigt gibt gab gaben geben gegeben äußert äußerte äußerten geäußert sieht sah sahen "
    "sehen fühlt fühlte fühlen fühlten".split()
)
_BEHIND = 9
"""Tokens behind the marks among which the verb may stand that calls something so."""
SAID = frozenset(
    "gesagt sagte sage gerufen rief rufe geantwortet antwortete antworte gefragt fragte frage geschrieben schrieb "
    "schreibe erwidert erwiderte entgegnet entgegnete gemurmelt murmelte gebrüllt brüllte geschrien schrie genannt "
    "nannte nenne geflüstert flüsterte".split()
)
"""Verbs whose object can only be the words in marks before them."""
_UTTERED = frozenset(word for word in SAID if word.startswith("ge")) - {"genannt", "geschrieben"}
LONG = 9
"""Words from which a stretch in marks is nearly always speech (97% on the Wikinews corpus)."""
MIDDLE = 5
SHORT = 3
_SHORTEST_UNCLOSED = 8
_LONGEST_UNCLOSED = 80
_JOINTS = frozenset(
    ("und", "oder", "sowie", "aber", "noch", "und auch", "sondern", ", sondern", ", sondern auch", ", aber")
)
_LONGEST_JOINT = 20
_LONGEST_INSERTION = 120
"""Characters between two parts of one quotation."""


def judge(view: View) -> None:
    """Fill `view.speech` with the outermost stretches in marks that are speech."""
    last: Marked | None = None
    for marked in view.outer:
        if marked.closed and (
            is_speech(view, marked) or (last is not None and _continues(view, last, marked))
        ):
            view.speech.add(marked)
            last = marked
    for one, other in pairwise(marked for marked in view.outer if marked.closed):
        if (one in view.speech) != (other in view.speech) and coordinated(view, one, other):
            view.speech.update(marked for marked in (one, other) if not names_by_form(view, marked))


def coordinated(view: View, one: Marked, other: Marked) -> bool:
    """Whether nothing but "und", "oder" or the like stands between two stretches: „teuer“ und „überflüssig“."""
    between = view.text[one.end : other.start]
    return len(between) < _LONGEST_JOINT and " ".join(between.split()) in _JOINTS


def unclosed(view: View) -> list[Marked]:
    """Stretches whose closing mark is missing and that are speech by what stands around, cut where speech must end.

    That is before ", sagte X", else at the end of the paragraph behind a colon or where the next paragraph opens with
    the same mark; else nothing can be said.
    """
    found: list[Marked] = []
    for marked in view.outer:
        if marked.closed or marked.inner_end - marked.inner_start < _SHORTEST_UNCLOSED:
            continue
        first, end = view.token_at(marked.start), view.token_from(marked.end)
        cut = next(
            (i for i in range(first + 2, end - 1) if view.words[i] == "," and _introduces(view, i + 1)), None
        )
        if cut is not None and cut - first < _LONGEST_UNCLOSED:
            found.append(replace(marked, end=view.starts[cut], inner_end=view.starts[cut]))
        elif (_colon_before(view, first) or _opened_anew(view, marked)) and end - first < _LONGEST_UNCLOSED:
            found.append(marked)
    return found


def _opened_anew(view: View, marked: Marked) -> bool:
    """Whether a stretch reaches the end of its paragraph, and the next one begins with the same mark or goes on with
    what is closed only there."""
    gap = view.text[marked.end : marked.end + 8]
    behind = gap.lstrip()
    following = view.stretch_at(view.token_at(marked.end + len(gap) - len(behind)))
    goes_on = following is not None and following.start == following.inner_start
    return "\n" in gap and (behind[:1] == view.text[marked.start] or goes_on)


def is_speech(view: View, marked: Marked) -> bool:
    """Whether a stretch in marks is something said: by its length, its verb, its end, and what stands around it."""
    inner = view.text[marked.inner_start : marked.inner_end].strip()
    words = _WORD.findall(inner)
    if not words:
        return False
    first, end = view.token_at(marked.start), view.token_from(marked.end)
    ends = inner.endswith(_ENDS_SENTENCE)
    count = len(words)
    if _cue_follows(view, marked, end):
        return count > 1 or ends or view.words[end : end + 1] == [","]
    if _colon_before(view, first):
        if _translates(view, first):
            return False
        told = _has_finite(view, first, end) or count >= MIDDLE
        return ends or (count >= SHORT and told) or _cue_in_unit(view, first, end)
    if _whole_unit(view, first):
        return count >= MIDDLE or (ends and count >= 2) or (count >= SHORT and _has_finite(view, first, end))
    if _opens_inverted(view, first, end, count):
        return True
    if _uttered(view, first, end) or in_brackets(view, first, end):
        return True
    uttered = end < len(view.words) and view.low[end] in _UTTERED
    if uttered and (ends or (count > 1 and _has_finite(view, first, end))):
        return True
    if _shown(view, first, end):
        return True
    if points_at(view, first, end):
        return True
    told = ends or count >= MIDDLE or (count > 1 and _has_finite(view, first, end))
    if told and is_written(view, first, end):
        return True
    if called_from(view, end) is not None:
        return True
    if characterises(view, first, end) or _slogan(view, first, count):
        return True
    has_verb = _has_finite(view, first, end)
    capital = inner[:1].isupper()
    if count >= SHORT and inner[:1].islower() and _fills_a_place(view, first):
        return True
    if count >= SHORT and _opens_with_article(view, marked):
        return True
    if count >= MIDDLE and has_verb and _governed(view, first) and _cue_in_unit(view, first, end):
        return True
    if _named_by_what_precedes(view, first) and (count < LONG or not (has_verb or ends)):
        return False
    if count >= LONG:
        return True
    if count >= SHORT and capital and _is_object(view, first):
        return True
    if count >= MIDDLE:
        return has_verb or ends or not capital or _cue_in_unit(view, first, end)
    if count == SHORT - 1:
        return not capital and _reports(view, first, end)
    if count >= SHORT:
        if not capital and has_verb:
            return True
        if not capital and (_cue_in_unit(view, first, end) or _reports(view, first, end)):
            return view.low[view.token_from(marked.inner_start)] != "wie"
        return has_verb and capital and ends and _cue_in_unit(view, first, end)
    return False


def behind_speech(view: View, verb: int) -> bool:
    """Whether a token stands right behind speech in marks, a comma or dash aside: "„…“, habe der Anrufer gesagt"."""
    i = verb - 1
    while i > 0 and view.words[i] in (",", "–", "—"):
        i -= 1
    return i >= 0 and view.is_speech(i)


def called_from(view: View, end: int) -> int | None:
    """The verb with "es" and a place that follows speech in marks whatever it means: "„…“, gellt es aus dem Saal"."""
    number = view.unit_of[end - 1] if end else -1
    stop = view.units[number].end if number >= 0 else end
    verb = end + 1
    if verb + 2 >= stop or view.words[end] not in (",", "–", "—") or view.low[verb + 1] != "es":
        return None
    if view.lexicon.language != "de" or not view.is_finite(verb):
        return None
    clause = [view.low[i] for i in range(verb + 2, min(stop, verb + _BEHIND))]
    clause = clause[: clause.index(",")] if "," in clause else clause
    return verb if {"aus", "von", "vom"} & set(clause) else None


def names_by_form(view: View, marked: Marked) -> bool:
    """Whether the words before the marks say that they enclose a name or a term: "Film", "Operation", "sogenannte"."""
    first = view.token_at(marked.start)
    if first == 0 or view.unit_of[first] != view.unit_of[first - 1]:
        return False
    low, word = view.low[first - 1], view.words[first - 1]
    if low.startswith(("sogenannt", "genannt")):
        return True
    return word[:1].isupper() and (view.entity[first] or names_things(view, low))


def word_count(view: View, marked: Marked) -> int:
    """The words between the marks."""
    return len(_WORD.findall(view.text[marked.inner_start : marked.inner_end]))


def _continues(view: View, last: Marked, marked: Marked) -> bool:
    """Whether a stretch is the second part of a quotation: "…“, sagte X, „…"."""
    between = view.text[last.end : marked.start]
    if len(between) > _LONGEST_INSERTION or "\n" in between or not between.rstrip().endswith((",", ":")):
        return False
    first = view.token_at(last.start)
    return (
        _cue_follows(view, last, view.token_from(last.end))
        and view.unit_of[first] == view.unit_of[view.token_at(marked.start)]
    )


def _cue_follows(view: View, marked: Marked, end: int) -> bool:
    """Whether a verb of saying, "so X" or "wie X sagte" comes right behind the closing mark."""
    i, comma = end, False
    limit = view.units[view.unit_of[end - 1]].end if end > 0 and view.unit_of[end - 1] >= 0 else end
    while i < min(limit, end + 2) and view.words[i] in (",", "–", "—"):
        comma, i = True, i + 1
    comma = comma or view.text[marked.inner_end - 1 : marked.inner_end] in (",", "!", "?", "…", ".")
    if i >= limit or not comma:
        return False
    if view.low[i] in ("so", "wie") and i + 1 < limit and view.lexicon.language == "de":
        if view.low[i] == "wie" and _named_behind(view, i + 1, limit):
            return False
        after = view.words[i + 1]
        return after[:1].isupper() or view.lexicon.has(view.low[i + 1], "determiner", "person_pronoun")
    window = range(i, min(i + 1 if view.lexicon.language == "de" else i + 10, limit))
    return any(_introduces(view, k) for k in window) or (
        view.low[i] in ("hat", "hatte", "habe", "haben", "hatten", "wird", "lässt", "ließ")
        and any(_introduces(view, k, participle=True) for k in range(i + 1, min(i + 14, limit)))
    )


def _named_behind(view: View, first: int, limit: int) -> bool:
    """Whether a clause ends in a verb of naming: "wie er auch genannt wird"."""
    end = next((k for k in range(first, limit) if view.words[k] in (",", ";", ".")), limit)
    return any(view.low[k] in ("genannt", "nennt", "nannte", "nennen", "nannten") for k in range(first, end))


def _introduces(view: View, i: int, participle: bool = False) -> bool:
    """Whether the form at token `i` may be a verb that goes with direct speech."""
    if not view.words[i][:1].islower():
        return False
    for cue in view.lexicon.cues.get(view.low[i], ()):
        finite = cue.kinds - {VerbForm.PARTICIPLE, VerbForm.TO_INFINITIVE}
        if (
            "q" in cue.verb.frames
            and (participle or finite)
            and (cue.joined or _has_particle(view, i, cue.verb))
        ):
            return True
    return False


def _has_particle(view: View, i: int, verb: CueVerb) -> bool:
    """Whether the particle of a verb, if it has one, stands before token `i` or behind it in the sentence."""
    if not verb.particle:
        return True
    number = view.unit_of[i]
    end = view.units[number].end if number >= 0 else i + 1
    return view.low[i - 1] == verb.particle or any(view.low[k] == verb.particle for k in range(i + 1, end))


def _colon_before(view: View, first: int) -> bool:
    k = first - 1
    while k >= 0 and view.space[k] and "\n" not in view.words[k]:
        k -= 1
    return k >= 0 and view.words[k] == ":"


def _translates(view: View, first: int) -> bool:
    """Whether the colon only says what a name means, within brackets: "(auf Deutsch: „…“)"."""
    k = first - 1
    while k >= 0 and k > first - 6 and view.words[k] not in ("(", "["):
        k -= 1
    return k >= 0 and view.words[k] in ("(", "[") and not any(_introduces(view, i) for i in range(k, first))


def _whole_unit(view: View, first: int) -> bool:
    """Whether the stretch is a sentence of its own."""
    number = view.unit_of[first]
    if number < 0:
        return False
    unit = view.units[number]
    return all(
        view.stretch_at(i) is not None
        or view.is_stop(i)
        or view.space[i]
        or view.words[i] in ("–", "-", "—", "•")
        for i in range(unit.first, unit.end)
    ) and (first - unit.first <= 1 or view.stretch_at(unit.first) is not None)


def _opens_inverted(view: View, first: int, end: int, count: int) -> bool:
    """Whether words in marks open the sentence, and a comma and the sentence's verb or "mit diesen Worten" follow:
    "„Wo ist das Boot?“, wollen sie wissen", "„Gute Nacht“, wünscht der Lotse"."""
    unit = view.units[view.unit_of[first]] if view.unit_of[first] >= 0 else None
    if unit is None or first != unit.first or end + 1 >= unit.end or view.words[end] != ",":
        return False
    if count >= SHORT and view.low[end + 1 : end + 4] == ["mit", "diesen", "worten"]:
        return True
    if not view.is_finite(end + 1):
        return False
    named = end + 2 < unit.end and (
        view.words[end + 2][:1].isupper()
        or view.lexicon.has(view.low[end + 2], "determiner", "person_pronoun")
    )
    return named or (count >= SHORT and _has_finite(view, first, end))


def _fills_a_place(view: View, first: int) -> bool:
    """Whether a preposition or "ein" stands before the marks. With a small letter behind them, no name follows."""
    if first == 0 or view.unit_of[first] != view.unit_of[first - 1]:
        return False
    low = view.low[first - 1]
    if view.lexicon.language != "de" or view.lexicon.has(low, "definite"):
        return False
    article = low.startswith(("ein", "kein", "sein", "ihr", "unser", "mein")) and view.lexicon.has(
        low, "determiner"
    )
    return article or view.lexicon.has(low, "preposition")


def _governed(view: View, first: int) -> bool:
    """Whether a preposition without an article stands before the marks: "hofft auf „Besucher, die wiederkommen“"."""
    same = first > 0 and view.unit_of[first] == view.unit_of[first - 1]
    low = view.low[first - 1] if same else ""
    return view.lexicon.has(low, "preposition") and not view.lexicon.has(low, "contracted")


def _opens_with_article(view: View, marked: Marked) -> bool:
    """Whether the words in marks begin with "ein" or "kein" in a small letter, as those of a sentence do and names do
    not."""
    inner = view.token_from(marked.inner_start)
    if view.lexicon.language != "de" or inner >= len(view.words) or not view.words[inner][:1].islower():
        return False
    return view.low[inner].startswith(("ein", "kein")) and view.lexicon.has(view.low[inner], "determiner")


def _uttered(view: View, first: int, end: int) -> bool:
    """Whether the words are an utterance made into a noun, with no noun behind them: "mit einem knappen „Ja“"."""
    number = view.unit_of[first]
    if number < 0 or view.lexicon.language != "de":
        return False
    unit = view.units[number]
    article = first - 1
    while article > unit.first and article > first - 4 and view.low[article].endswith(("en", "em")):
        if view.lexicon.has(view.low[article], "determiner"):
            break
        article -= 1
    answer = any(view.lexicon.has(view.low[i], "answer") for i in range(first, end))
    if first <= unit.first or (end < unit.end and view.words[end][:1].isupper()):
        return False
    if answer and view.low[first - 1] == "mit":
        return True
    if view.low[article] not in ("einem", "ein", "einen") or article <= unit.first:
        return False
    return answer or (view.low[article - 1] == "mit" and _has_finite(view, first, end))


def _is_object(view: View, first: int) -> bool:
    """Whether words in marks without an article are what somebody promises, demands or reports: "Die Ministerin
    verspricht „Gespräche auf Augenhöhe“"."""
    number = view.unit_of[first]
    if number < 0 or view.lexicon.language != "de" or first <= view.units[number].first:
        return False
    unit, before = view.units[number], first - 1
    word = view.words[before]
    named = view.doc[before].ent_type_ == "PER" or view.lexicon.role(word) is not None
    if not named and (not word[:1].islower() or view.doc[before].pos_ == "ADJ"):
        return False
    i = before
    while i > unit.first and view.words[i] not in (",", ";", ":"):
        if _introduces_any(view, i):
            return True
        i -= 1
    return False


def _introduces_any(view: View, i: int) -> bool:
    return view.words[i][:1].islower() and any(
        cue.kinds - {VerbForm.PARTICIPLE, VerbForm.TO_INFINITIVE}
        and cue.verb.frames & _TELLING
        and "s" not in cue.verb.frames
        and (cue.joined or _has_particle(view, i, cue.verb))
        for cue in view.lexicon.cues.get(view.low[i], ())
    )


def in_brackets(view: View, first: int, end: int) -> bool:
    """Whether words in marks that speak of the speaker fill a bracket: "Kapitän Ode („Wir waren besser“) lobte sein
    Team". Titles stand so as well, but seldom say "ich" or "wir"."""
    if first == 0 or end >= len(view.words) or (view.words[first - 1], view.words[end]) != ("(", ")"):
        return False
    return any(view.lexicon.has(view.low[i], "first_person") for i in range(first, end)) and _has_finite(
        view, first, end
    )


def _shown(view: View, first: int, end: int) -> bool:
    """Whether the words are how somebody shows to feel: "äußerte sich „besorgt“", "gab sich „sehr zuversichtlich“"."""
    number = view.unit_of[first]
    inner = next((i for i in range(first, end) if view.words[i][:1].isalpha()), first)
    if number < 0 or view.lexicon.language != "de" or not view.words[inner][:1].islower():
        return False
    unit = view.units[number]
    if end < unit.end and (view.words[end][:1].isupper() or view.low[end].endswith(("es", "em"))):
        return False
    near = [view.low[i] for i in range(max(unit.first, first - _BEHIND), min(unit.end, end + 3))]
    return "sich" in near and not _SHOWS.isdisjoint(near)


def _named_by_what_precedes(view: View, first: int) -> bool:
    """Whether an article, a preposition or a word like "Film" before the marks shows that they enclose a name."""
    if first == 0 or view.unit_of[first] != view.unit_of[first - 1]:
        return False
    low, word = view.low[first - 1], view.words[first - 1]
    if view.lexicon.has(low, "determiner", "preposition", "contracted"):
        inner = next((i for i in range(first, len(view.words)) if view.words[i][:1].isalpha()), first)
        small = view.words[inner][:1].islower()
        return not (small and view.lexicon.has(view.low[inner], "preposition", "subordinator", "definite"))
    return word[:1].isupper() and names_things(view, low)


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
    inner = next((i for i in range(first, len(view.words)) if view.words[i][:1].isalpha()), first)
    return view.words[inner][:1].isupper()


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
    inner = next(
        (i for i in range(first, min(first + 3, len(view.words))) if view.words[i][:1].isalpha()), first
    )
    opens = view.unit_of[first] >= 0 and first == view.units[view.unit_of[first]].first
    judging = view.words[inner].islower() or (opens and view.doc[inner].pos_ in ("ADJ", "ADV"))
    return article or (judging and not view.lexicon.has(view.low[inner], "determiner"))


def _slogan(view: View, first: int, count: int) -> bool:
    """Whether a word for a slogan or for words stands before the marks: "Parolen wie „…“", "mit den Worten „…“"."""
    i = first - 1
    while i >= 0 and view.low[i] in ("wie", "oder", "und", ",", "etwa", "zum", "beispiel") and i > first - 5:
        i -= 1
    return count > 1 and i >= 0 and "w" in view.lexicon.cue_nouns.get(view.words[i], "")


def _has_finite(view: View, first: int, end: int) -> bool:
    return any(view.is_finite(i) for i in range(first, min(end, len(view.words))))


def _reports(view: View, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a Konjunktiv outside of them."""
    number = view.unit_of[first]
    if number < 0:
        return False
    unit = view.units[number]
    around = range(max(unit.first, first - 60), min(unit.end, end + 60))
    return any(not first <= i < end and view.is_subjunctive(i) for i in around)


def _cue_in_unit(view: View, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a verb of saying outside of them."""
    number = view.unit_of[first]
    if number < 0:
        return False
    unit = view.units[number]
    return any(
        not first <= i < end and _introduces(view, i, participle=True)
        for i in range(max(unit.first, first - 60), min(unit.end, end + 60))
    )
