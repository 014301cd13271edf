"""What stands around words in marks: a verb of saying, a colon, a preposition, a sentence in the Konjunktiv.

Each function asks one thing about the tokens before `first` and from `end` on, where the marks are `first` up to `end`.
"""

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import CueVerb
from core.parsed_text.noun_phrase import names_things
from core.parsed_text.parsed_text import View
from core.parsed_text.phrases import may_speak, phrases
from core.text.quotation_marks import Marked

SAID = frozenset(
    "gesagt sagte sage gerufen rief rufe geantwortet antwortete antworte gefragt fragte frage geschrieben schrieb "
    "schreibe erwidert erwiderte entgegnet entgegnete gemurmelt murmelte gebrüllt brüllte geschrien schrie genannt "
    "nannte nenne geflüstert flüsterte".split()
)
"""Verbs whose object can only be the words in marks before them."""
LONG = 9
"""Words from which a stretch in marks is nearly always speech (97% on the Wikinews corpus)."""
MIDDLE = 5
SHORT = 3
TELLING = frozenset("qcz")
"""Frames of verbs that tell what is said."""
VOICING = frozenset("o")
"""Frames of verbs whose object can only be words."""
IS = frozenset(
    "ist war sei sind waren seien wäre wären bleibt blieb steht stand gilt galt heißt hieß bedeutet bedeutete".split()
)
"""Forms of verbs that say what something is."""
_SHOWS = frozenset(
    "zeigt zeigte zeigten zeigen gezeigt gibt gab gaben geben gegeben äußert äußerte äußerten geäußert sieht sah sahen "
    "sehen fühlt fühlte fühlen fühlten".split()
)
_BEHIND = 9
"""Tokens behind the marks among which the verb may stand that calls something so."""


def cue_follows(view: View, marked: Marked, end: int) -> bool:
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
    return any(introduces(view, k) for k in window) or (
        view.low[i] in ("hat", "hatte", "habe", "haben", "hatten", "wird", "lässt", "ließ")
        and any(introduces(view, k, participle=True) for k in range(i + 1, min(i + 14, limit)))
    )


def _named_behind(view: View, first: int, limit: int) -> bool:
    """Whether a clause ends in a verb of naming: "wie er auch genannt wird"."""
    end = next((k for k in range(first, limit) if view.words[k] in (",", ";", ".")), limit)
    return any(view.low[k] in ("genannt", "nennt", "nannte", "nennen", "nannten") for k in range(first, end))


def introduces(view: View, i: int, participle: bool = False) -> bool:
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


def opening_word(view: View, first: int) -> int:
    """The first word in the marks that token `first` opens; `first` where there is none."""
    return next((i for i in range(first, view.stretch_end(first)) if view.words[i][:1].isalpha()), first)


def _begins_small(view: View, first: int) -> bool:
    """Whether the words in marks begin small, as German names and titles do not."""
    return view.lexicon.language == "de" and view.words[opening_word(view, first)][:1].islower()


def colon_before(view: View, first: int) -> bool:
    """Whether a colon stands before the marks, blanks aside."""
    k = first - 1
    while k >= 0 and view.space[k] and "\n" not in view.words[k]:
        k -= 1
    return k >= 0 and view.words[k] == ":"


def translates(view: View, first: int) -> bool:
    """Whether the colon only says what a name means, within brackets: "(auf Deutsch: „…“)"."""
    k = first - 1
    while k >= 0 and k > first - 6 and view.words[k] not in ("(", "["):
        k -= 1
    return k >= 0 and view.words[k] in ("(", "[") and not any(introduces(view, i) for i in range(k, first))


def whole_unit(view: View, first: int) -> bool:
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


def opens_inverted(view: View, first: int, end: int, count: int) -> bool:
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
    return named or (count >= SHORT and has_finite(view, first, end))


def fills_a_place(view: View, first: int) -> bool:
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


def governed(view: View, first: int) -> bool:
    """Whether a preposition without an article stands before the marks: "hofft auf „Besucher, die wiederkommen“"."""
    same = first > 0 and view.unit_of[first] == view.unit_of[first - 1]
    low = view.low[first - 1] if same else ""
    return view.lexicon.has(low, "preposition") and not view.lexicon.has(low, "contracted")


def opens_with_article(view: View, marked: Marked) -> bool:
    """Whether the words in marks begin with "ein" or "kein" in a small letter, as those of a sentence do and names do
    not."""
    inner = view.token_from(marked.inner_start)
    if view.lexicon.language != "de" or inner >= len(view.words) or not view.words[inner][:1].islower():
        return False
    return view.low[inner].startswith(("ein", "kein")) and view.lexicon.has(view.low[inner], "determiner")


def uttered(view: View, first: int, end: int) -> bool:
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
    return answer or (view.low[article - 1] == "mit" and has_finite(view, first, end))


def is_object(view: View, first: int, frames: frozenset[str]) -> bool:
    """Whether words in marks without an article are the object of a verb with one of the frames: "Die Ministerin
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
        if _introduces_any(view, i, frames):
            return True
        i -= 1
    return False


def _introduces_any(view: View, i: int, frames: frozenset[str]) -> bool:
    return view.words[i][:1].islower() and any(
        cue.kinds - {VerbForm.PARTICIPLE, VerbForm.TO_INFINITIVE}
        and cue.verb.frames & frames
        and "s" not in cue.verb.frames
        and (cue.joined or _has_particle(view, i, cue.verb))
        for cue in view.lexicon.cues.get(view.low[i], ())
    )


def in_brackets(view: View, first: int, end: int) -> bool:
    """Whether words in marks that speak of the speaker fill a bracket: "Kapitän Ode („Wir waren besser“) lobte sein
    Team". Titles stand so as well, but seldom say "ich" or "wir"."""
    if first == 0 or end >= len(view.words) or (view.words[first - 1], view.words[end]) != ("(", ")"):
        return False
    return any(view.lexicon.has(view.low[i], "first_person") for i in range(first, end)) and has_finite(
        view, first, end
    )


def shown(view: View, first: int, end: int) -> bool:
    """Whether the words are how somebody shows to feel: "äußerte sich „besorgt“", "gab sich „sehr zuversichtlich“"."""
    number = view.unit_of[first]
    if number < 0 or not _begins_small(view, first):
        return False
    unit = view.units[number]
    if end < unit.end and (view.words[end][:1].isupper() or view.low[end].endswith(("es", "em"))):
        return False
    near = [view.low[i] for i in range(max(unit.first, first - _BEHIND), min(unit.end, end + 3))]
    return "sich" in near and not _SHOWS.isdisjoint(near)


def held_true(view: View, first: int, end: int) -> bool:
    """Whether the words are what something is for somebody: "Für den Trainer war das Spiel „ein Witz“". With a capital
    behind the opening mark it may be a name."""
    number = view.unit_of[first]
    if number < 0 or not _begins_small(view, first):
        return False
    unit = view.units[number]
    if end < unit.end and not view.is_stop(end) and view.words[end] not in (",", "–", ";"):
        return False
    left = first
    while left > unit.first and view.words[left - 1] not in (",", ";", ":"):
        left -= 1
    if IS.isdisjoint(view.low[left:first]) or "für" not in view.low[left:first]:
        return False
    return any(
        p.preposition is not None and view.low[p.preposition] == "für" and may_speak(view, p)
        for p in phrases(view, left, first)
    )


def talked_of(view: View, first: int, end: int) -> bool:
    """Whether the words are what there is talk of, and begin small: "ist von „erheblichen Mängeln“ die Rede"."""
    number = view.unit_of[first]
    if number < 0 or not _begins_small(view, first):
        return False
    unit = view.units[number]
    governed = any(view.low[i] in ("von", "vom") for i in range(max(unit.first, first - 2), first))
    return governed and any(
        view.low[i] == "die" and view.words[i + 1] == "Rede"
        for i in range(max(unit.first, first - _BEHIND), min(unit.end - 1, end + _BEHIND))
    )


def passive(view: View, participle: int) -> bool:
    """Whether the sentence makes a passive of the participle: "wird „der Lange“ gerufen"."""
    unit = view.units[view.unit_of[participle]]
    return any(
        view.low[i].startswith(("wird", "wurde", "werde", "worden")) for i in range(unit.first, unit.end)
    )


def named_by_what_precedes(view: View, first: int) -> bool:
    """Whether an article, a preposition or a word like "Film" before the marks shows that they enclose a name."""
    if first == 0 or view.unit_of[first] != view.unit_of[first - 1]:
        return False
    low, word = view.low[first - 1], view.words[first - 1]
    if view.lexicon.has(low, "determiner", "preposition", "contracted"):
        inner = opening_word(view, first)
        small = view.words[inner][:1].islower()
        return not (small and view.lexicon.has(view.low[inner], "preposition", "subordinator", "definite"))
    return word[:1].isupper() and names_things(view, low)


def slogan(view: View, first: int, count: int) -> bool:
    """Whether a word for a slogan or for words stands before the marks: "Parolen wie „…“", "mit den Worten „…“"."""
    i = first - 1
    while i >= 0 and view.low[i] in ("wie", "oder", "und", ",", "etwa", "zum", "beispiel") and i > first - 5:
        i -= 1
    return count > 1 and i >= 0 and "w" in view.lexicon.cue_nouns.get(view.words[i], "")


def has_finite(view: View, first: int, end: int) -> bool:
    """Whether there is a finite verb among the tokens from `first` up to `end`."""
    return any(view.is_finite(i) for i in range(first, min(end, len(view.words))))


def reports(view: View, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a Konjunktiv outside of them."""
    number = view.unit_of[first]
    if number < 0:
        return False
    unit = view.units[number]
    around = range(max(unit.first, first - 60), min(unit.end, end + 60))
    return any(not first <= i < end and view.is_subjunctive(i) for i in around)


def cue_in_unit(view: View, first: int, end: int) -> bool:
    """Whether the sentence around the marks holds a verb of saying outside of them."""
    number = view.unit_of[first]
    if number < 0:
        return False
    unit = view.units[number]
    return any(
        not first <= i < end and introduces(view, i, participle=True)
        for i in range(max(unit.first, first - 60), min(unit.end, end + 60))
    )


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


def behind_speech(view: View, verb: int) -> bool:
    """Whether a token stands right behind speech in marks, a comma or dash aside: "„…“, habe der Anrufer gesagt"."""
    i = verb - 1
    while i > 0 and view.words[i] in (",", "–", "—"):
        i -= 1
    return i >= 0 and view.is_speech(i)
