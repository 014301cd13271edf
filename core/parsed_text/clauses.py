"""Clauses of a sentence, cut at commas and classified by their first word and the place of the verb."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from core.parsed_text.insertions import commas_of_insertions
from core.parsed_text.parsed_text import ParsedText, Unit
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import phrase_at, phrases

_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_SEPARATORS = frozenset((",", ";", ":", "–", "—"))


class ClauseKind(StrEnum):
    """Kinds of stretches between commas, by their first word and the place of their verb."""

    MAIN = "main"
    """A finite verb in second place, or first after a fronted clause."""
    VERB_FIRST = "verb first"
    CLAUSE = "clause"
    """Opened by dass or ob."""
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    FRAGMENT = "fragment"
    QUOTED = "quoted"
    """Speech in marks, and nothing else."""


MAIN = frozenset((ClauseKind.MAIN, ClauseKind.VERB_FIRST))
"""Independent clauses, whatever comes before their verb."""
DEPENDENT = frozenset((ClauseKind.SUBORDINATE, ClauseKind.RELATIVE))
"""Clauses that depend on another, without those of dass and ob."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between separators: token range, end exclusive, without the separators."""

    first: int
    end: int
    kind: ClauseKind
    separator: str
    """The mark before it, "" at the start of the sentence."""
    finite: int | None
    """Its first finite verb outside marks."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit with its clauses and noun phrases."""

    unit: Unit
    end: int
    """Behind its last token, final stops left out."""
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]

    def clause_of(self, i: int) -> int:
        """Index of the clause that token `i` lies in, or of the last one before it."""
        found = 0
        for number, clause in enumerate(self.clauses):
            if clause.first <= i:
                found = number
        return found


@lru_cache(maxsize=16)  # sentences shortly before are asked for again
def read_sentence(parsed: ParsedText, unit: Unit) -> Sentence:
    """Cut a unit into clauses. Commas inside marks, brackets and noun phrases do not separate, nor those around an
    apposition in the midst of a clause."""
    end = parsed.last_word(unit)
    found = phrases(parsed, unit.first, end)
    closed = {i for phrase in found for i in range(phrase.start, phrase.end)}
    closed.update(commas_of_insertions(parsed, unit.first, end))
    clauses: list[Clause] = []
    first, separator, depth = unit.first, "", 0
    for i in range(unit.first, end + 1):
        if i < end:
            word = parsed.words[i]
            depth += _opened(parsed.text[parsed.starts[i] : parsed.ends[i]])
            depth = max(0, depth)
            if word not in _SEPARATORS or depth or i in closed or parsed.stretch_at(i) is not None:
                continue
        if i > first:
            clauses.append(_clause(parsed, first, i, separator))
        separator, first = (parsed.words[i] if i < end else ""), i + 1
    return Sentence(unit, end, tuple(clauses), tuple(found))


def _opened(token: str) -> int:
    """How many brackets a token opens, or closes where it is negative."""
    return (token[:1] in _OPENING) - (token[:1] in _CLOSING)


def _clause(parsed: ParsedText, first: int, end: int, separator: str) -> Clause:
    finite = next(
        (i for i in range(first, end) if parsed.stretch_at(i) is None and parsed.is_finite(i)), None
    )
    if finite is None or finite == end - 1:
        finite = _unknown_verb(parsed, first, end) or finite
    return Clause(first, end, _kind(parsed, first, end, finite, separator), separator, finite)


def _unknown_verb(parsed: ParsedText, first: int, end: int) -> int | None:
    """A verb that the tables do not know, recognised by its place right behind the phrase that opens the clause."""
    low = parsed.low[first]
    opens = parsed.lexicon.has(low, "preposition", "subordinator", "relative")
    if parsed.lexicon.language != "de" or (opens and not parsed.lexicon.has(low, "determiner")):
        return None
    pronoun = parsed.lexicon.has(parsed.low[first], "subject_pronoun") and not parsed.lexicon.has(
        parsed.low[first], "determiner"
    )
    stop = first + 1 if pronoun else phrase_at(parsed, first, end)
    if stop is None or stop >= end - 1:
        return None
    word = parsed.words[stop]
    if not (word.isalpha() and word.islower()) or parsed.is_function_word(word):
        return None
    behind_noun = parsed.words[stop + 1][:1].isupper() and word.endswith(("e", "en", "er", "es", "em"))
    verbal = word.endswith(("te", "ten", "t", "e")) and (
        not behind_noun or pronoun or word.endswith(("te", "ten"))
    )
    return stop if verbal else None


def _kind(parsed: ParsedText, first: int, end: int, finite: int | None, separator: str) -> ClauseKind:
    lexicon, low = parsed.lexicon, parsed.low
    if all(parsed.is_speech(i) or parsed.space[i] for i in range(first, end)):
        return ClauseKind.QUOTED
    end = _without_bracket(parsed, first, end)
    opening = first
    while opening < end - 1 and (lexicon.has(low[opening], "conjunction") or parsed.space[opening]):
        opening += 1
    if lexicon.has(low[opening], "clause_opener"):
        return ClauseKind.CLAUSE
    second_place = finite is not None and _is_second(parsed, opening, finite)
    if finite == end - 2 and lexicon.has(low[opening], "relative") and parsed.is_finite(end - 1):
        second_place = False
    governed = separator and parsed.is_preposition(opening) and finite == end - 1
    if governed and lexicon.has(low[opening + 1], "relative"):
        second_place = False
    if separator == "," and low[opening] in ("dessen", "deren") and finite == end - 1:
        second_place = False
    if separator == "," and opening < (finite or 0) == end - 1 and parsed.tag[opening] == "PRELS":
        second_place = False
    last_finite = end > opening + 1 and (parsed.is_finite(end - 1) or parsed.is_subjunctive(end - 1))
    if _is_infinitive(parsed, opening, end, finite):
        return ClauseKind.INFINITIVE
    if finite == opening:
        return ClauseKind.VERB_FIRST
    relative = opening
    if parsed.is_preposition(relative) and relative + 1 < end:
        relative += 1
    if lexicon.has(low[relative], "relative") and separator and last_finite and not second_place:
        return ClauseKind.RELATIVE
    if lexicon.has(low[opening], "subordinator") and (last_finite or not second_place) and finite is not None:
        return ClauseKind.SUBORDINATE
    return ClauseKind.FRAGMENT if finite is None else ClauseKind.MAIN


def _without_bracket(parsed: ParsedText, first: int, end: int) -> int:
    """Where a clause ends before what is added in brackets: "der per Kopf traf (49.)"."""
    if parsed.words[end - 1] != ")":
        return end
    return next((i for i in range(end - 2, first, -1) if parsed.words[i] == "("), end)


def _is_infinitive(parsed: ParsedText, first: int, end: int, finite: int | None) -> bool:
    """Whether the only verb is one with "zu": "nichts zu sagen", "das Feuer einzustellen", "gelogen zu haben"."""
    low_end = parsed.low[end - 1]
    for i in range(max(first, end - 4), end):
        low = parsed.low[i]
        if (
            low == "zu"
            and i + 1 < end
            and parsed.low[i + 1].endswith("n")
            and parsed.words[i + 1][:1].islower()
            and not parsed.lexicon.has(parsed.low[i + 1], "oblique")
        ):
            # Behind "zu" they make the word before it a participle: "geschönt zu haben".
            perfect = parsed.lexicon.has(low_end, "perfect_infinitive") and finite == i - 1
            return finite is None or finite >= i or perfect
        if len(low) > 7 and low.endswith("n") and "zu" in low[2:-3] and parsed.words[i][:1].islower():
            prefix = low[: low.index("zu", 2)]
            if parsed.lexicon.has(prefix, "separable") or parsed.tag[i] == "VVIZU":
                return finite is None or finite >= i
    return False


def _is_second(parsed: ParsedText, first: int, finite: int) -> bool:
    """Whether a finite verb follows directly on the phrase or the word that opens the clause."""
    at = first
    if at + 1 < finite and (
        parsed.lexicon.has(parsed.low[at], "preposition") or parsed.low[at] in ("als", "wie")
    ):
        at += 1
    stop = phrase_at(parsed, at, finite)
    pronoun = stop is None and parsed.lexicon.has(parsed.low[at], "relative")
    if stop is None:
        stop = at + 1
    while stop < finite:
        if parsed.lexicon.has(parsed.low[stop], "adverb") or parsed.words[stop] == ",":
            stop += 1
        elif parsed.lexicon.has(parsed.low[stop], "preposition") and stop + 1 < finite and not pronoun:
            stop = phrase_at(parsed, stop + 1, finite) or finite + 1
        else:
            break
    return stop == finite
