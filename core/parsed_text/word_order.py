"""The subject of a verb, found by word order alone."""

from dataclasses import replace

from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak, names_somebody
from core.parsed_text.trees import subject_token
from core.text.tables import listed, paired

_GENDER = dict(paired("gender_of_relative"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_OBLIQUE = frozenset(("Dat", "Gen"))
_PLURAL = frozenset(listed("plural_relative"))
_OBJECTS = ("obj", "iobj", "obl:arg")
_LONGEST_SUBJECT = 40
_INSERTED = frozenset({ClauseKind.RELATIVE, ClauseKind.FRAGMENT})


def subject_of(parsed: ParsedText, sentence: Sentence, verb: int) -> Phrase | None:
    """The phrase that by word order is the subject of the finite verb at token `verb`; None if none fits.

    Where a language is read by the parse, it is the one that the parse gives.
    """
    if parsed.by_parse:
        return _subject_by_parse(parsed, sentence, verb)
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
    if (
        after
        and after[0].start == verb + 1
        and after[0].pronoun
        and parsed.lexicon.has(parsed.low[verb + 1], "never_object")
    ):
        return after[0]
    if verb > clause.first and parsed.lexicon.has(parsed.low[verb - 1], "conjunction"):
        shared = _verb_joined_to(parsed, sentence, number, verb)
        if shared is not None:
            return subject_of(parsed, sentence, shared)
    if clause.kind is ClauseKind.RELATIVE:
        if _relative_subject(parsed, clause):
            return _meant_by_relative(parsed, clause, antecedent(sentence, number))
        return _first(parsed, before) or _behind_relative(parsed, clause, before)
    if clause.kind in (ClauseKind.SUBORDINATE, ClauseKind.CLAUSE):
        governed = next((p for p in before if p.preposition == clause.first), None)
        return _first(parsed, before) or governed or next((p for p in after if p.start == verb + 1), None)
    prefield = _prefield(parsed, clause, before, verb)
    if prefield is not None:
        behind = after[0] if after and after[0].start == verb + 1 else None
        return behind if behind is not None and _is_fronted(parsed, prefield, behind) else prefield
    if clause.first == verb and number and clause.separator == ",":
        resumed = _resumed(sentence, number)
        if resumed is not None and agrees(parsed, resumed, verb):
            return resumed
    near = [p for p in after if _near(parsed, verb, p, inside)]
    if len(near) > 1 and parsed.low[near[0].start] == "es":
        both = parsed.dep[near[0].head] == parsed.dep[near[1].head] == "nsubj"
        if both or may_speak(parsed, near[1]):
            return near[1]
    return near[0] if near else _first(parsed, before)


def _verb_joined_to(parsed: ParsedText, sentence: Sentence, number: int, verb: int) -> int | None:
    """The verb that another behind "und" is joined to: the first of its clause, but for an indicative behind what
    somebody said in the Konjunktiv the verb that says so: "Lind erklärte, er sei müde und ging"."""
    first = sentence.clauses[number].finite
    if first is None or first >= verb - 1:
        return None
    if not parsed.is_subjunctive(first) or parsed.is_subjunctive(verb) or not number:
        return first
    says = sentence.clauses[number - 1]
    if says.kind not in MAIN or says.finite is None or parsed.is_subjunctive(says.finite):
        return first
    return says.finite if parsed.low[says.finite] in parsed.lexicon.cues else first


def _subject_by_parse(parsed: ParsedText, sentence: Sentence, verb: int) -> Phrase | None:
    token = subject_token(parsed, verb)
    if token is None:
        return None
    return next((p for p in sentence.phrases if p.start <= token < p.end), None)


def agrees(parsed: ParsedText, phrase: Phrase, verb: int) -> bool:
    """Whether a phrase may be the subject of a finite verb by number, as far as the pipeline reads it.

    A plural name may go with a singular verb (a paper called „Nachrichten“), a noun for a body in the singular may be
    read as a plural, and the postmodifiers of a singular noun may make it plural ("die Union sowie die FDP").
    """
    if phrase.pronoun or not parsed.mood[verb]:
        return True
    wanted = parsed.number[verb]
    number = parsed.number[phrase.head]
    if (wanted, number) == ("Sing", "Plur"):
        head = phrase.head
        one = bool(parsed.entity[head]) or parsed.lexicon.is_body(parsed.words[head])
        return one or parsed.low[phrase.start] in listed("article_of_subject")
    if (wanted, number) == ("Plur", "Sing"):
        return phrase.end > phrase.head + 1
    return True


def _prefield(parsed: ParsedText, clause: Clause, before: list[Phrase], verb: int) -> Phrase | None:
    """The phrase in front of a verb in second place, if it opens the clause and can be a subject.

    Only one constituent fits there, so what follows with a preposition belongs to it, dates excepted.
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
        follows = other.preposition is not None and other.start == end + 1 and other.preposition == end
        if (
            other.start > phrase.start
            and follows
            and not parsed.lexicon.has(parsed.words[other.end - 1], "weekday")
        ):
            end = other.end
    return phrase if end == phrase.end else replace(phrase, end=end)


def _is_fronted(parsed: ParsedText, prefield: Phrase, behind: Phrase) -> bool:
    """Whether the phrase before a verb is its object, and the one behind it who acts: "Geld hat die Ministerin"."""
    if is_dative(parsed, prefield) or _is_bare_object(parsed, prefield, behind):
        return True
    if prefield.pronoun and parsed.lexicon.has(parsed.low[prefield.start], "never_object"):
        return False
    if not prefield.pronoun and parsed.opens_stretch(behind.start):
        return False
    nominative = parsed.low[behind.start] == "der" and parsed.gender[behind.head] == "Masc"
    if parsed.case[behind.start] in _OBLIQUE and parsed.pos[behind.start] == "DET" and not nominative:
        return False
    read_so = parsed.dep[prefield.head] == "nsubj" and parsed.dep[behind.head] in _OBJECTS
    return not read_so and may_speak(parsed, behind) and not names_somebody(parsed, prefield)


def _is_bare_object(parsed: ParsedText, prefield: Phrase, behind: Phrase) -> bool:
    """Whether a noun for people without an article, before a verb in the singular, is its object in the plural: "Kunden
    bittet die Bahn um Geduld". Nobody in the singular goes without an article but in a headline."""
    head, verb = prefield.head, prefield.end
    if head != prefield.start or verb >= len(parsed.words) or behind.start != verb + 1:
        return False
    if parsed.pos[head] != "NOUN" or parsed.entity[head] or parsed.lexicon.is_body(parsed.words[head]):
        return False
    people = parsed.low[head].endswith(("en", "er", "innen", "ern", "te"))
    subject = parsed.low[behind.start] in listed("article_of_subject") or parsed.low[behind.start] in (
        "die",
        "das",
    )
    return (
        people and subject and not parsed.in_headline(parsed.starts[head]) and parsed.number[verb] == "Sing"
    )


def is_dative(parsed: ParsedText, phrase: Phrase) -> bool:
    """Whether "der" opens a phrase that is no subject, by its noun or by an adjective: "der Zeitung", "der Deutschen
    Bahn"; what is read behind "der" as a name may be anything."""
    if parsed.low[phrase.start] != "der" or parsed.entity[phrase.head] == "PER":
        return False
    feminine = parsed.pos[phrase.head] == "NOUN" and parsed.gender[phrase.head] == "Fem"
    singular = parsed.number[phrase.head] == "Sing" and not parsed.entity[phrase.head]
    oblique = any(parsed.low[i].endswith("en") for i in range(phrase.start + 1, phrase.head))
    return oblique or (feminine and singular)


def _relative_subject(parsed: ParsedText, clause: Clause) -> bool:
    return parsed.low[clause.first] in listed("relative_subject")


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


def _meant_by_relative(parsed: ParsedText, clause: Clause, before: Phrase | None) -> Phrase | None:
    """Who of a phrase a relative pronoun takes up: the one that its head belongs to, where that alone fits by gender or
    number: "die Aussage eines Jungen, der sagte"."""
    if before is None or not parsed.has_parse or parsed.entity[before.head]:
        return before
    if _fits(parsed, before.head, clause):
        return before
    inner = range(before.head + 1, before.end)
    owner = next((k for k in inner if parsed.pos[k] in _NOUNS and _fits(parsed, k, clause)), None)
    if owner is None or not parsed.lexicon.has(parsed.low[before.head + 1], "genitive"):
        return before
    return replace(before, start=before.head + 1, head=owner, preposition=None)


def _fits(parsed: ParsedText, noun: int, clause: Clause) -> bool:
    """Whether a noun may be what the relative pronoun that is the subject of a clause takes up, if that is read."""
    pronoun, number = parsed.low[clause.first], parsed.number[noun]
    verb = parsed.number[clause.finite] if clause.finite is not None else ""
    if number and verb and number != verb:
        return False
    if number == "Plur":
        return pronoun in _PLURAL
    return not number or parsed.gender[noun][:1].lower() in ("", _GENDER.get(pronoun))


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
    """Whether only adverbs, reflexives, particles and whole other phrases come between a verb and its subject."""
    covered = {i for other in inside if other.end <= phrase.start for i in range(other.start, other.end)}
    for i in range(verb + 1, phrase.start):
        known = i in covered or parsed.is_function_word(parsed.low[i])
        if not known and not parsed.low[i].endswith(("lich", "weise", "ig", "isch", "t", "n", "er", "e")):
            return False
    return True


def _first(parsed: ParsedText, found: list[Phrase]) -> Phrase | None:
    """The first that can be a subject; "es" only where no other can: "wie es die Werft behauptet"."""
    able = [p for p in found if p.subject]
    return next(
        (p for p in able if not (p.pronoun and parsed.low[p.start] == "es")), able[0] if able else None
    )


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
