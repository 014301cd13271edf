"""Clauses of a sentence, cut at commas, and the subject of a verb in them, found by word order alone."""

from dataclasses import dataclass, replace
from enum import StrEnum

from core.parsed_text.parsed_text import ParsedText, Unit
from core.parsed_text.phrases import Phrase, names_somebody, phrase_at, phrases

_NEVER_OBJECT = frozenset(("er", "man", "wir", "ich", "wer"))
_LONGEST_SUBJECT = 40
_SEPARATORS = frozenset((",", ";", ":", "–", "—"))


class ClauseKind(StrEnum):
    """What the first word and the place of the verb tell of a stretch between commas."""

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
"""Clauses that stand by themselves, whatever stands before their verb."""


_INSERTED = frozenset({ClauseKind.RELATIVE, ClauseKind.FRAGMENT})


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


def read_sentence(parsed: ParsedText, unit: Unit) -> Sentence:
    """Cut a unit into clauses. Commas inside marks, brackets and noun phrases do not separate."""
    end = parsed.last_word(unit)
    found = phrases(parsed, unit.first, end)
    closed = {i for phrase in found for i in range(phrase.start, phrase.end)}
    clauses: list[Clause] = []
    first, separator, depth = unit.first, "", 0
    for i in range(unit.first, end + 1):
        if i < end:
            word = parsed.words[i]
            depth = max(0, depth + (word in "([") - (word in ")]")) if word in "([)]" else depth
            if word not in _SEPARATORS or depth or i in closed or parsed.stretch_at(i) is not None:
                continue
        if i > first:
            clauses.append(_clause(parsed, first, i, separator))
        separator, first = (parsed.words[i] if i < end else ""), i + 1
    return Sentence(unit, end, tuple(clauses), tuple(found))


def subject_of(parsed: ParsedText, sentence: Sentence, verb: int) -> Phrase | None:
    """The phrase that by word order is the subject of the finite verb at token `verb`; None if none fits."""
    number = sentence.clause_of(verb)
    clause = sentence.clauses[number]
    inside = [
        p
        for p in sentence.phrases
        if clause.first <= p.start and p.end <= clause.end and not parsed.is_speech(p.start)
    ]
    before = [p for p in inside if p.end <= verb and agrees(parsed, p, verb)]
    after = [p for p in inside if p.start > verb and p.subject and agrees(parsed, p, verb)]
    if parsed.lexicon.language == "en":
        return _before_relative(parsed, sentence, number) or _english_subject(before, after, verb)
    if after and after[0].start == verb + 1 and after[0].pronoun and parsed.low[verb + 1] in _NEVER_OBJECT:
        return after[0]
    if verb > clause.first and parsed.lexicon.has(parsed.low[verb - 1], "conjunction"):
        shared = clause.finite
        if shared is not None and shared < verb - 1:
            return subject_of(parsed, sentence, shared)
    if clause.kind is ClauseKind.RELATIVE:
        if _relative_subject(parsed, clause):
            return antecedent(sentence, number)
        return _first(before) or _behind_relative(parsed, clause, before)
    if clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.CLAUSE):
        governed = next((p for p in before if p.preposition == clause.first), None)
        return _first(before) or governed or next((p for p in after if p.start == verb + 1), None)
    prefield = _prefield(parsed, clause, before, verb)
    if prefield is not None:
        behind = after[0] if after and after[0].start == verb + 1 else None
        fronted = (
            behind is not None and names_somebody(parsed, behind) and not names_somebody(parsed, prefield)
        )
        return behind if fronted else prefield
    if clause.first == verb and number and clause.separator == ",":
        resumed = _resumed(sentence, number)
        if resumed is not None and agrees(parsed, resumed, verb):
            return resumed
    return next((p for p in after if _near(parsed, verb, p, inside)), None) or _first(before)


def agrees(parsed: ParsedText, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase may be the subject of a finite verb by number, as far as the pipeline reads it.

    A plural name may go with a singular verb (a paper called „Nachrichten“), and what hangs on a singular noun
    may make it plural ("die Union sowie die FDP").
    """
    if phrase.pronoun or not parsed.mood[verb]:
        return True
    wanted = parsed.number[verb]
    number = parsed.number[phrase.head]
    if (wanted, number) == ("Sing", "Plur"):
        return bool(parsed.entity[phrase.head]) or parsed.low[phrase.start] in (
            "ein",
            "eine",
            "jeder",
            "jede",
        )
    if (wanted, number) == ("Plur", "Sing"):
        return phrase.end > phrase.head + 1
    return True


def _clause(parsed: ParsedText, first: int, end: int, separator: str) -> Clause:
    finite = next(
        (i for i in range(first, end) if parsed.stretch_at(i) is None and parsed.is_finite(i)), None
    )
    if finite is None or finite == end - 1:
        finite = _unknown_verb(parsed, first, end) or finite
    return Clause(first, end, _kind(parsed, first, end, finite, separator), separator, finite)


def _unknown_verb(parsed: ParsedText, first: int, end: int) -> int | None:
    """A verb that the tables do not know, told by its place right behind the phrase that opens the clause."""
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
    opening = first
    while opening < end - 1 and (lexicon.has(low[opening], "conjunction") or parsed.space[opening]):
        opening += 1
    if lexicon.has(low[opening], "clause_opener"):
        return ClauseKind.CLAUSE
    second_place = finite is not None and _is_second(parsed, opening, finite)
    if finite == end - 2 and lexicon.has(low[opening], "relative") and parsed.is_finite(end - 1):
        second_place = False
    governed = separator and lexicon.has(low[opening], "preposition") and finite == end - 1
    if governed and lexicon.has(low[opening + 1], "relative"):
        second_place = False
    if separator == "," and low[opening] in ("dessen", "deren") and finite == end - 1:
        second_place = False
    last_finite = end > opening + 1 and (parsed.is_finite(end - 1) or parsed.is_subjunctive(end - 1))
    if _is_infinitive(parsed, opening, end, finite):
        return ClauseKind.INFINITIVE
    if finite == opening:
        return ClauseKind.VERB_FIRST
    relative = opening
    if lexicon.has(low[relative], "preposition") and relative + 1 < end:
        relative += 1
    if lexicon.has(low[relative], "relative") and separator and last_finite and not second_place:
        return ClauseKind.RELATIVE
    if lexicon.has(low[opening], "subordinator") and (last_finite or not second_place) and finite is not None:
        return ClauseKind.SUBORDINATE
    return ClauseKind.FRAGMENT if finite is None else ClauseKind.MAIN


def _is_infinitive(parsed: ParsedText, first: int, end: int, finite: int | None) -> bool:
    """Whether the only verb is one with "zu": "nichts zu sagen", "das Feuer einzustellen", "gelogen zu haben"."""
    for i in range(max(first, end - 4), end):
        low = parsed.low[i]
        if (
            low == "zu"
            and i + 1 < end
            and parsed.low[i + 1].endswith("n")
            and parsed.words[i + 1][:1].islower()
        ):
            return finite is None or finite >= i
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


def _prefield(parsed: ParsedText, clause: Clause, before: list[Phrase], verb: int) -> Phrase | None:
    """The phrase in front of a verb in second place, if it opens the clause and can be a subject.

    As only one constituent can stand there, what follows with a preposition belongs to it, dates excepted.
    """
    opening = clause.first
    while opening < verb and (
        parsed.lexicon.has(parsed.low[opening], "conjunction", "adverb", "negation") or parsed.space[opening]
    ):
        opening += 1
    phrase = next((p for p in before if p.start == opening), None)
    if phrase is None or not phrase.subject:
        return None
    between = range(phrase.end, verb)
    if any(parsed.is_finite(i) for i in between):
        return None
    end = phrase.end
    for other in before:
        hangs = other.preposition is not None and other.start == end + 1 and other.preposition == end
        if (
            other.start > phrase.start
            and hangs
            and not parsed.lexicon.has(parsed.words[other.end - 1], "weekday")
        ):
            end = other.end
    return phrase if end == phrase.end else replace(phrase, end=end)


def _relative_subject(parsed: ParsedText, clause: Clause) -> bool:
    return parsed.low[clause.first] in ("der", "die", "das", "welcher", "welche", "welches")


def _behind_relative(parsed: ParsedText, clause: Clause, before: list[Phrase]) -> Phrase | None:
    """The name right behind a relative pronoun that by form could be its article: "von der Lind gesagt hatte"."""
    governed = parsed.lexicon.has(parsed.low[clause.first], "preposition")
    pronoun = clause.first + 1 if governed else clause.first
    phrase = next((p for p in before if p.start == pronoun and p.head > pronoun), None)
    if phrase is None or parsed.low[pronoun] in ("deren", "dessen"):
        return None
    return replace(phrase, start=pronoun + 1, preposition=None, subject=True)


def antecedent(sentence: Sentence, number: int) -> Phrase | None:
    """The last phrase before a relative clause."""
    first = sentence.clauses[number].first
    return next((p for p in reversed(sentence.phrases) if p.end <= first - 1), None)


def _resumed(sentence: Sentence, number: int) -> Phrase | None:
    """The subject before relative clauses and appositions that the verb follows: "X, der …, sagte"."""
    at = number - 1
    while at >= 0 and number - at < 5:
        outer = sentence.clauses[at]
        inserted = outer.kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
        if not inserted or (outer.finite is not None and outer.kind is not ClauseKind.RELATIVE):
            return None
        if outer.kind is ClauseKind.FRAGMENT and (at == 0 or sentence.clauses[at - 1].kind not in _INSERTED):
            break
        at -= 1
    if at < 0 or at == number - 1:
        return None
    opening = sentence.clauses[at]
    subject = next((p for p in sentence.phrases if opening.first <= p.start < opening.end), None)
    if subject is None or not subject.subject or subject.start > opening.first + 2:
        return None
    named = sentence.clauses[at + 1]
    in_apposition = named.kind is ClauseKind.FRAGMENT and any(
        p.start == named.first for p in sentence.phrases
    )
    end = named.end if in_apposition else max(opening.end, subject.end)
    return replace(subject, end=end) if end - subject.start < _LONGEST_SUBJECT else subject


def _near(parsed: ParsedText, verb: int, phrase: Phrase, inside: list[Phrase]) -> bool:
    """Whether only adverbs, reflexives, particles and whole other phrases stand between a verb and its subject."""
    covered = {i for other in inside if other.end <= phrase.start for i in range(other.start, other.end)}
    for i in range(verb + 1, phrase.start):
        known = i in covered or parsed.is_function_word(parsed.low[i])
        if not known and not parsed.low[i].endswith(("lich", "weise", "ig", "isch", "t", "n", "er", "e")):
            return False
    return True


def _first(found: list[Phrase]) -> Phrase | None:
    return next((p for p in found if p.subject), None)


def _english_subject(before: list[Phrase], after: list[Phrase], verb: int) -> Phrase | None:
    adjacent = [p for p in before if p.subject]
    if adjacent:
        return adjacent[-1] if adjacent[-1].end >= verb - 3 else adjacent[0]
    return next((p for p in after if p.start <= verb + 2), None)


def _before_relative(parsed: ParsedText, sentence: Sentence, number: int) -> Phrase | None:
    """The subject of a verb that follows an inserted relative clause: "Anna Reed, who came late, described …"."""
    clause = sentence.clauses[number]
    if number < 2 or clause.finite != clause.first:
        return None
    relative, opening = sentence.clauses[number - 1], sentence.clauses[number - 2]
    if not parsed.lexicon.has(parsed.low[relative.first], "relative"):
        return None
    return next((p for p in sentence.phrases if p.start >= opening.first and p.end == opening.end), None)
