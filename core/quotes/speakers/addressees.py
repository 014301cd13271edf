"""To whom something is said: the object of the verb of saying, or whom "gegenüber" or "im Gespräch mit" names."""

from collections.abc import Iterator, Mapping
from functools import cache

from core.lexicon.lexicon import table_rows
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue
from core.quotes.finding import Spans

_DATIVE, _ACCUSATIVE, _TO = "dat", "akk", "an"
_SHALL_ACT = "a"
"""Frame of verbs whose addressee shall do something."""
_CASES = {_DATIVE: "Dat", _ACCUSATIVE: "Acc"}
_TURNED_TO = "gegenüber"


@cache
def _objects(language: str) -> Mapping[tuple[str, str], str]:
    """By infinitive and particle, what the table says of the object that names the addressee."""
    rows = table_rows(language, "addressees")
    return {(lemma, "" if particle == "-" else particle): object for lemma, particle, object in rows}


def addressee(parsed: ParsedText, sentence: Sentence, cue: Cue, speaker: Phrase | None) -> Spans:
    """The spans of whom the words are said to; empty where the clause of the cue does not say."""
    clause = sentence.clauses[cue.clause]
    inside = [
        p for p in sentence.phrases if clause.first <= p.start and p.end <= _opening(parsed, cue, clause.end)
    ]
    turned = turned_to(parsed, inside)
    if turned:
        return turned
    object = _objects(parsed.lexicon.language).get((cue.verb.lemma, cue.verb.particle))
    object = object or (_ACCUSATIVE if cue.may(_SHALL_ACT) else None)
    if object is None:
        return ()
    if object == _TO:
        found = next((p for p in inside if _behind(parsed, p, "an")), None)
    elif cue.passive and object == _ACCUSATIVE:
        found = subject_of(parsed, sentence, cue.finite)
    else:
        found = next(_with_case(parsed, inside, cue, object, speaker), None)
    if found is None or parsed.is_speech(found.start):
        return ()
    return (parsed.span(found.start, found.end),)


def turned_to(parsed: ParsedText, inside: list[Phrase]) -> Spans:
    """Who follows "gegenüber", or a word for a talk or a letter: "im Gespräch mit X", "in einem Brief an X"."""
    for phrase in inside:
        if parsed.stretch_at(phrase.start) is None and (
            _behind(parsed, phrase, _TURNED_TO) or _is_of_talk(parsed, phrase)
        ):
            return (parsed.span(phrase.start, phrase.end),)
    return ()


def _behind(parsed: ParsedText, phrase: Phrase, preposition: str) -> bool:
    return phrase.preposition is not None and parsed.low[phrase.preposition] == preposition


def _is_of_talk(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase says with whom a talk is, or whom a letter or an appeal is to."""
    at = phrase.preposition
    if at is None or at < 1 or parsed.low[at] not in ("mit", "an"):
        return False
    group = "talk" if parsed.low[at] == "mit" else "letter"
    return parsed.lexicon.has(parsed.words[at - 1], group)


def _with_case(
    parsed: ParsedText, inside: list[Phrase], cue: Cue, object: str, speaker: Phrase | None
) -> Iterator[Phrase]:
    """The phrases in the clause of a cue that by their case are the object it addresses, the surest first."""
    wanted = _CASES[object]
    free = [
        p
        for p in inside
        if p.preposition is None
        and not p.pronoun
        and not (speaker is not None and p.start < speaker.end and speaker.start < p.end)
        and not _is_time_or_saying(parsed, p)
        and not any(p.start <= token < p.end for token in cue.tokens)
    ]
    yield from (p for p in free if parsed.case[p.head] == wanted and _is_addressed(parsed, p))
    yield from (p for p in free if _is_marked(parsed, p, object) and _is_addressed(parsed, p))
    if object == _DATIVE and cue.passive:
        yield from (p for p in free if p.end <= cue.finite and parsed.entity[p.head])


def _is_marked(parsed: ParsedText, phrase: Phrase, object: str) -> bool:
    """Whether the article of a phrase may be of the case of an object, whatever the tagger makes of it."""
    low = parsed.low[phrase.start]
    if object == _ACCUSATIVE:
        if parsed.entity[phrase.head] == "PER" and not parsed.lexicon.has(low, "determiner"):
            return True
        named = parsed.entity[phrase.head] == "PER"
        clear = low in ("den", "einen") and named and parsed.number[phrase.head] == "Sing"
        return clear or (low in ("den", "einen", "die", "das") and parsed.case[phrase.head] != "Nom")
    return low == "der" or (parsed.lexicon.has(low, "oblique") and not low.endswith("es"))


def _is_addressed(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase may be somebody: no thing in the singular ("gab Details zur Pipeline bekannt")."""
    return not parsed.has_parse or may_speak(parsed, phrase) or parsed.number[phrase.head] == "Plur"


def _is_time_or_saying(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase is for a time ("zwei Wochen zuvor") or for what is said ("widersprach der Ansicht, dass …")."""
    last = parsed.words[phrase.end - 1]
    if parsed.lexicon.has(last, "weekday", "duration"):
        return True
    return "c" in parsed.lexicon.cue_nouns.get(parsed.words[phrase.head], "")


def _opening(parsed: ParsedText, cue: Cue, end: int) -> int:
    """Where a that-clause opens behind the verb, which English sets apart by no comma; `end` where none does."""
    return next(
        (i for i in range(cue.finite + 1, end) if parsed.lexicon.has(parsed.low[i], "clause_opener")), end
    )
