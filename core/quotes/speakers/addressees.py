"""To whom something is said: the object of the verb of saying, or whom "gegenüber" or "im Gespräch mit" names."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from core.lexicon.lexicon import table_rows
from core.parsed_text.clauses import ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue
from core.quotes.finding import Spans

_DATIVE, _ACCUSATIVE = "dat", "akk"
_SHALL_ACT = "a"
"""Frame of verbs whose addressee shall do something."""
_CASES = {_DATIVE: "Dat", _ACCUSATIVE: "Acc"}
_TURNED_TO = "gegenüber"
_SUBJECT = "nsubj"
"""How the parse calls subjects, those of the passive by a longer name."""
_DATIVES = ("obl:arg", "iobj")
"""How it calls datives that the verb asks for."""
_FURTHER = "conj"
"""How the parse calls what "und" adds, which is no phrase of its own."""


@cache
def _objects(language: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By infinitive and particle, what the table says of the objects that may name the addressee."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for lemma, particle, object in table_rows(language, "addressees"):
        key = (lemma, "" if particle == "-" else particle)
        found[key] = (*found.get(key, ()), object)
    return found


def addressee(parsed: ParsedText, sentence: Sentence, cue: Cue, speaker: Phrase | None) -> Spans:
    """The spans of whom the words are said to; empty where the clause of the cue does not say."""
    clause = sentence.clauses[cue.clause]
    end = _opening(parsed, cue, clause.end)
    last = max(end, _end_with_fragments(sentence, cue.clause)) if end == clause.end else end
    inside = [p for p in sentence.phrases if clause.first <= p.start and p.end <= last]
    turned = turned_to(parsed, inside, speaker)
    if turned:
        return turned
    inside = [*(p for p in inside if p.end <= end), *_pronouns(parsed, clause.first, end)]
    objects = _objects(parsed.lexicon.language).get((cue.verb.lemma, cue.verb.particle))
    for object in objects or ((_ACCUSATIVE,) if cue.may(_SHALL_ACT) else ()):
        found = _object(parsed, sentence, cue, object, inside, speaker)
        if found is not None and not parsed.is_speech(found.start):
            end = found.end - (parsed.words[found.end - 1] == ",")
            return (parsed.span(found.start, end),)
    return ()


def _end_with_fragments(sentence: Sentence, number: int) -> int:
    """The end of a clause with what commas cut off from it: "sagte die Wirtin, Ina Lind, gegenüber dem Sender"."""
    later = takewhile(lambda clause: clause.kind is ClauseKind.FRAGMENT, sentence.clauses[number + 1 :])
    return max((clause.end for clause in later), default=sentence.clauses[number].end)


def _object(
    parsed: ParsedText,
    sentence: Sentence,
    cue: Cue,
    object: str,
    inside: list[Phrase],
    speaker: Phrase | None,
) -> Phrase | None:
    """The phrase that an entry of the table means: by its case, or behind the preposition that the entry is."""
    if object not in _CASES:
        return next(
            (p for p in inside if _behind(parsed, p, object) and _is_reached(parsed, p, object, cue)), None
        )
    if cue.passive and object == _ACCUSATIVE:
        return subject_of(parsed, sentence, cue.finite)
    return next(_with_case(parsed, inside, cue, object, speaker), None)


def turned_to(parsed: ParsedText, inside: list[Phrase], speaker: Phrase | None = None) -> Spans:
    """Who follows "gegenüber", or a word for a talk or a letter: "im Gespräch mit X", "in einem Brief an X"."""
    for phrase in inside:
        turned = _behind(parsed, phrase, _TURNED_TO) and not _is_of_stance(parsed, phrase, speaker)
        if not parsed.is_speech(phrase.start) and (turned or _is_of_talk(parsed, phrase)):
            return (parsed.span(phrase.start, phrase.end),)
    return ()


def _behind(parsed: ParsedText, phrase: Phrase, preposition: str) -> bool:
    if phrase.preposition is None:
        return False
    low = parsed.low[phrase.preposition]
    return low == preposition or (preposition == "zu" and low in ("zum", "zur"))


def _is_of_stance(parsed: ParsedText, phrase: Phrase, speaker: Phrase | None) -> bool:
    """Whether "gegenüber" belongs to a noun for what one thinks of somebody: "die Härte gegenüber der Partei"."""
    at = phrase.preposition
    if at is None or at < 1 or not parsed.has_parse or parsed.head[phrase.head] != at - 1:
        return False
    noun = parsed.words[at - 1]
    if parsed.pos[at - 1] != "NOUN" or (speaker is not None and speaker.start < at <= speaker.end):
        return False
    somebody = parsed.lexicon.role(noun) is not None or parsed.lexicon.is_body(noun)
    return not somebody and noun not in parsed.lexicon.cue_nouns


def _is_reached(parsed: ParsedText, phrase: Phrase, preposition: str, cue: Cue) -> bool:
    """Whether whoever stands behind a preposition can be spoken to, and is not what is spoken of: "sagte zum Fall"."""
    if preposition == "vor":
        return any(parsed.lexicon.has(parsed.words[i], "audience") for i in range(phrase.start, phrase.end))
    if preposition == "zu":
        word = parsed.words[phrase.head]
        medium = word.lower().endswith(tuple(parsed.lexicon.words["paper_ending"]))
        named = medium or parsed.entity[phrase.head] in ("ORG", "PER")
        return cue.finite < phrase.start and (named or parsed.lexicon.has(word, "audience"))
    return may_speak(parsed, phrase)


def _is_of_talk(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether a phrase says with whom a talk is, or whom a letter or an appeal is to."""
    at = phrase.preposition
    if at is None or at < 1 or parsed.low[at] not in ("mit", "an"):
        return False
    group = "talk" if parsed.low[at] == "mit" else "letter"
    return parsed.lexicon.has(parsed.words[at - 1], group)


def _pronouns(parsed: ParsedText, first: int, end: int) -> Iterator[Phrase]:
    """The personal pronouns that are objects, as phrases."""
    if not parsed.has_parse:
        return
    for i in range(first, end):
        objective = parsed.tag[i] == "PPER" and not parsed.dep[i].startswith(_SUBJECT)
        if objective and parsed.low[i] != "es" and not _has_preposition(parsed, i):
            yield Phrase(i, i + 1, i, None, False, True)


def _with_case(
    parsed: ParsedText, inside: list[Phrase], cue: Cue, object: str, speaker: Phrase | None
) -> Iterator[Phrase]:
    """The phrases in the clause of a cue that by their case are the object it addresses, the surest first."""
    wanted = _CASES[object]
    free = [
        p
        for p in inside
        if p.preposition is None
        and not p.subject & p.pronoun
        and not (speaker is not None and p.start < speaker.end and speaker.start < p.end)
        and not _is_time_or_saying(parsed, p)
        and not _has_preposition(parsed, p.head)
        and _hangs_on(parsed, p, cue)
        and not any(p.start <= token < p.end for token in cue.tokens)
    ]
    yield from (p for p in free if parsed.case[p.head] == wanted and _is_addressed(parsed, p, cue, object))
    yield from (
        p
        for p in free
        if not p.pronoun and _is_marked(parsed, p, object, speaker) and _is_addressed(parsed, p, cue, object)
    )
    if object == _DATIVE and cue.passive:
        yield from (p for p in free if p.end <= cue.finite and parsed.entity[p.head])


def _hangs_on(parsed: ParsedText, phrase: Phrase, cue: Cue) -> bool:
    """Whether in the parse a phrase is a part of the clause of a cue, or hangs on one as a name may: "wirft Lind Betrug
    vor"."""
    if not parsed.has_parse:
        return True
    top = next(
        (i for i in range(phrase.start, phrase.end) if not phrase.start <= parsed.head[i] < phrase.end), None
    )
    if top is None or parsed.dep[top] == "appos":
        return False
    above = parsed.head[top]
    return above in cue.tokens or (parsed.entity[top] != "" and parsed.head[above] in cue.tokens)


def _has_preposition(parsed: ParsedText, head: int) -> bool:
    """Whether in the parse a noun is behind a preposition ("von rund 25 Personen") or only added to another."""
    if not parsed.has_parse:
        return False
    if parsed.dep[head] == _FURTHER:
        return True
    near = range(max(0, head - 8), min(len(parsed.words), head + 3))
    return any(parsed.dep[i] == "case" and parsed.head[i] == head for i in near)


def _is_marked(parsed: ParsedText, phrase: Phrase, object: str, speaker: Phrase | None) -> bool:
    """Whether the article of a phrase may be of the case of an object, whatever the tagger makes of it, or whether it
    is a bare name and no subject."""
    low = parsed.low[phrase.start]
    bare = not parsed.lexicon.has(low, "determiner") and any(parsed.entity[phrase.start : phrase.end])
    if bare and parsed.has_parse and parsed.case[phrase.head] != "Gen":
        return speaker is not None or not any(
            parsed.dep[i].startswith(_SUBJECT) for i in range(phrase.start, phrase.end)
        )
    if object == _ACCUSATIVE:
        if parsed.entity[phrase.head] == "PER" and not parsed.lexicon.has(low, "determiner"):
            return True
        named = parsed.entity[phrase.head] == "PER"
        clear = low in ("den", "einen") and named and parsed.number[phrase.head] == "Sing"
        return clear or (low in ("den", "einen", "die", "das") and parsed.case[phrase.head] != "Nom")
    return low == "der" or (parsed.lexicon.has(low, "oblique") and not low.endswith("es"))


def _is_addressed(parsed: ParsedText, phrase: Phrase, cue: Cue, object: str) -> bool:
    """Whether a phrase may be somebody: no thing in the singular ("gab Details zur Pipeline bekannt"). Whoever shall
    act is somebody, whatever the noun."""
    if not parsed.has_parse or phrase.pronoun or may_speak(parsed, phrase):
        return True
    if object == _ACCUSATIVE and cue.may(_SHALL_ACT) and "obj" in parsed.dep[phrase.start : phrase.end]:
        return True
    if object == _DATIVE and parsed.dep[phrase.head] in _DATIVES:
        return True
    return parsed.number[phrase.head] == "Plur"


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
