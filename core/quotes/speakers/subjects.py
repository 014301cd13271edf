"""Who is meant by a verb of saying: its subject, and in a passive or behind "heißt es" who or what else says it."""

from dataclasses import replace

from core.parsed_text.clauses import Clause, ClauseKind, Sentence
from core.parsed_text.dependencies import parsed_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak, names_somebody
from core.parsed_text.relations import OBJECTS
from core.parsed_text.word_order import agrees, antecedent, is_dative, subject_of
from core.quotes.cues.cue import Cue
from core.quotes.speakers.subjects_by_parse import speaker_by_parse
from core.quotes.speakers.texts import is_text
from core.text.tables import listed

_PARTS_OF_PLACE = frozenset(("ADP", "DET", "ADJ", "NOUN", "PROPN"))
_OBLIQUE = frozenset(("Dat", "Gen"))


def speaker_of(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """The subject of a cue; quoted stretches, "das" and impersonal "es" are none."""
    if parsed.by_parse:
        return speaker_by_parse(parsed, sentence, cue)
    quoting = cue.verb.lemma == "zitieren"
    named = _is_said_by_subject(parsed, sentence, cue)
    if (_is_impersonal(parsed, cue) and not named) or (cue.passive and not quoting):
        return source_of(parsed, sentence, cue)
    phrase = subject_of(parsed, sentence, cue.finite)
    if phrase is None or not (phrase.pronoun or names_somebody(parsed, phrase)):
        read = parsed_subject(parsed, sentence, cue.finite)
        if read is not None and (
            phrase is None or (names_somebody(parsed, read) and agrees(parsed, read, cue.finite))
        ):
            phrase = read
    if phrase is None:
        phrase = _shared_subject(parsed, sentence, cue)
    elif cue.verb.lemma in listed("verb_of_blaming"):
        phrase = _who_blames(parsed, sentence, cue, phrase) or phrase
    if quoting and not cue.passive:
        phrase = _quoted_pronoun(parsed, sentence, cue) or _quoted_person(sentence, cue, phrase) or phrase
    agent = _agent(parsed, phrase) if quoting and cue.passive and phrase is not None else None
    if phrase is not None and agent is not None:
        phrase = replace(phrase, end=agent)
    if phrase is not None and parsed.low[phrase.start] == "man":
        return house_of(parsed, sentence, cue)
    if phrase is None or (phrase.pronoun and parsed.low[phrase.start] in ("es", "it")):
        return None
    if (
        cue.verb.lemma == "sprechen"
        and phrase.head + 1 < phrase.end
        and parsed.low[phrase.head + 1] in ("von", "vom")
    ):
        return replace(phrase, end=phrase.head + 1)
    if parsed.words[phrase.end - 1] == "," and phrase.end - 1 > phrase.start:
        return replace(phrase, end=phrase.end - 1)
    last = sentence.clauses[behind_apposition(parsed, sentence, cue, cue.clause + 1) - 1]
    if phrase.end == sentence.clauses[cue.clause].end < last.end:
        return replace(phrase, end=last.end)
    return _up_to_verb(parsed, sentence, cue, phrase)


def behind_apposition(parsed: ParsedText, sentence: Sentence, cue: Cue, number: int) -> int:
    """The number of the clause behind clause `number`, if that only says who the one is whose name closes the clause of
    a cue before it: "sagte Lind, schwedischer Ingenieur und Leiter des Werks"; else `number`."""
    clauses = sentence.clauses
    if number != cue.clause + 1 or number >= len(clauses) or not number - 1:
        return number
    own, added = clauses[number - 1], clauses[number]
    if own.kind is not ClauseKind.VERB_FIRST or added.kind is not ClauseKind.FRAGMENT:
        return number
    if clauses[number - 2].finite == clauses[number - 2].end - 1 or parsed.entity[own.end - 1] != "PER":
        return number
    name = next((p for p in sentence.phrases if p.end == own.end and p.start > cue.finite), None)
    who = next((p for p in sentence.phrases if p.start == added.first), None)
    if (
        name is None
        or who is None
        or added.separator != ","
        or parsed.lexicon.role(parsed.words[who.head]) is None
    ):
        return number
    return (
        number + 1
        if parsed.dep[who.head] == "appos" and name.start <= parsed.head[who.head] < name.end
        else number
    )


def _up_to_verb(parsed: ParsedText, sentence: Sentence, cue: Cue, phrase: Phrase) -> Phrase:
    """A subject that opens a main clause with where it is, since nothing else has room before the verb: "Eine Ärztin
    in Ulm sagte"."""
    clause = sentence.clauses[cue.clause]
    alone = clause.kind is ClauseKind.MAIN and clause.first == phrase.start and not phrase.pronoun
    if not alone or not phrase.end < cue.finite or clause.finite != cue.finite:
        return phrase
    more = range(phrase.end, cue.finite)
    timed = any(parsed.lexicon.has(parsed.words[i], "weekday", "month", "duration") for i in more)
    place = not timed and parsed.lexicon.has(parsed.low[phrase.end], "preposition", "contracted")
    plain = all(parsed.pos[i] in _PARTS_OF_PLACE for i in more)
    return replace(phrase, end=cue.finite) if place and plain else phrase


def _who_blames(parsed: ParsedText, sentence: Sentence, cue: Cue, blamed: Phrase) -> Phrase | None:
    """What opens the clause of a verb of blaming or attesting, where a bare name behind the verb can only be whom it
    concerns: "Die Anklage wirft Lind vor, …", "Das Gutachten bescheinigt Lind, …"."""
    clause = sentence.clauses[cue.clause]
    inside = [p for p in sentence.phrases if clause.first <= p.start and p.end <= clause.end]
    objects = [p for p in inside if p.start > cue.finite and p.preposition is None]
    if objects != [blamed] or blamed.pronoun or parsed.lexicon.has(parsed.low[blamed.start], "determiner"):
        return None
    opening = next((p for p in inside if p.start == clause.first and p.subject), None)
    if (
        opening is None
        or is_dative(parsed, opening)
        or not parsed.lexicon.has(parsed.low[opening.start], "nominative")
    ):
        return None
    return opening if parsed.case[opening.head] not in _OBLIQUE and opening.end <= cue.finite else None


def house_of(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """The body in whose house "man" says something: "Im Rathaus geht man davon aus", "bei der Bahn hofft man"."""
    clause = sentence.clauses[cue.clause]
    return next(
        (
            p
            for p in sentence.phrases
            if clause.first <= p.start < clause.end
            and p.preposition is not None
            and parsed.lexicon.has(parsed.low[p.preposition], "at_house")
            and not parsed.lexicon.has(parsed.words[p.head], "weekday", "month", "duration")
            and (parsed.lexicon.is_body(parsed.words[p.head]) or may_speak(parsed, p))
        ),
        None,
    )


def _shared_subject(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who acts in the main clause before, where a verb opens its clause without a subject, or is joined to one that
    does: "X sagte: „…“, fügte aber hinzu", "X lebt in Ulm, hat einen Hund und meint, …"."""
    clause = sentence.clauses[cue.clause]
    joined = clause.finite == clause.first and parsed.lexicon.has(parsed.low[cue.finite - 1], "joining")
    if not (clause.first == cue.finite or joined) or clause.separator != ",":
        return None
    for earlier in reversed(sentence.clauses[: cue.clause]):
        if earlier.kind is ClauseKind.MAIN and earlier.finite is not None:
            subject = subject_of(parsed, sentence, earlier.finite)
            return subject if subject is not None and names_somebody(parsed, subject) else None
    return None


def _is_impersonal(parsed: ParsedText, cue: Cue) -> bool:
    """Whether a verb says where something is said, not who says it: "im Bericht heißt es", "aus ihm geht hervor",
    "tönt es aus dem Saal"."""
    forms = parsed.lexicon.cues.get(parsed.low[cue.finite], ())
    full = (cue.guessed and parsed.pos[cue.finite] != "AUX") or any(
        form.verb.lemma == cue.verb.lemma for form in forms
    )
    if full and not cue.passive and parsed.low[cue.finite + 1 : cue.finite + 2] == ["es"]:
        return parsed.dep[cue.finite + 1] not in OBJECTS
    if cue.verb.lemma == "hören":
        return "zu" in (parsed.low[i] for i in cue.tokens)
    if cue.verb.lemma == "verlauten":
        return not parsed.low[cue.finite].startswith(("lass", "läss", "ließ"))
    return cue.verb.lemma == "heißen" or (cue.verb.lemma, cue.verb.particle) == (
        "gehen",
        "hervor",
    )


def _is_said_by_subject(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether "es" behind a verb is what is said, and who says it comes behind that: "so berichtet es ein Team"."""
    return parsed.low[cue.finite + 1 : cue.finite + 2] == ["es"] and any(
        p.start == cue.finite + 2 and p.subject for p in sentence.phrases
    )


def _quoted_person(sentence: Sentence, cue: Cue, subject: Phrase | None) -> Phrase | None:
    """Whom somebody quotes: the first phrase behind the verb that is neither its subject nor behind a preposition."""
    clause = sentence.clauses[cue.clause]
    return next(
        (
            p
            for p in sentence.phrases
            if cue.finite < p.start
            and p.end <= clause.end
            and p.preposition is None
            and p != subject
            and not p.pronoun
        ),
        None,
    )


def _quoted_pronoun(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """The pronoun for whom somebody quotes: "„…“, zitierte ihn die Agentur"; one right behind the verb that may be the
    subject as well only where a body or a paper follows."""
    behind = range(cue.finite + 1, sentence.clauses[cue.clause].end)
    found = next((i for i in behind if parsed.lexicon.has(parsed.low[i], "accusative_pronoun")), None)
    if found is None:
        return None
    pronoun = Phrase(found, found + 1, found, None, False, True)
    if not parsed.lexicon.has(parsed.low[found], "subject_pronoun") or parsed.dep[found] in OBJECTS:
        return pronoun
    other = next((p for p in sentence.phrases if p.start == found + 1 and p.subject and not p.pronoun), None)
    if other is None or found != cue.finite + 1:
        return None
    words = range(other.start, other.head + 1)
    body = any(parsed.entity[i] == "ORG" or parsed.lexicon.is_body(parsed.words[i]) for i in words)
    return pronoun if body or is_text(parsed, other) else None


def source_of(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Where something is written ("in der Mitteilung heißt es") or who says it ("wurde von der Polizei bestätigt")."""
    clause = sentence.clauses[cue.clause]
    if (
        clause.kind is ClauseKind.RELATIVE
        and not cue.passive
        and parsed.lexicon.has(parsed.low[clause.first], "where")
    ):
        return antecedent(sentence, cue.clause)
    first = _opening_of_passive(sentence, cue) if cue.passive else clause.first
    opening = sentence.clauses[0] if _is_impersonal(parsed, cue) and clause.finite == clause.first else clause
    if opening.finite is not None:
        opening = clause  # A statement, in which "beim Anlegen" or "aus Ulm" names no source.
    for phrase in sentence.phrases:
        if parsed.is_speech(phrase.start) or _is_in_prefield(parsed, clause.first, phrase, cue):
            continue
        told = _is_told(parsed, sentence, cue, phrase)
        agent = _agent(parsed, phrase) if cue.passive and not told else None
        read = phrase.preposition is not None and parsed.lexicon.has(parsed.low[phrase.preposition], "where")
        if (
            agent is not None
            and first <= phrase.start < clause.end
            and not (read and is_text(parsed, phrase))
        ):
            return replace(phrase, start=agent + 1, preposition=agent)
        if phrase.preposition is None:
            continue
        if not (first <= phrase.start < clause.end or opening.first <= phrase.start < opening.end):
            continue
        preposition = parsed.low[phrase.preposition]
        written = (
            parsed.lexicon.has(preposition, "where")
            or (_is_impersonal(parsed, cue) and parsed.lexicon.has(preposition, "source_preposition"))
        ) and not parsed.lexicon.has(parsed.words[phrase.head], "weekday", "inquiry")
        if (cue.passive and parsed.lexicon.has(preposition, "agent_preposition")) or (
            written and (not cue.passive or is_text(parsed, phrase))
        ):
            return phrase
    return _there(parsed, clause) if _is_impersonal(parsed, cue) and not cue.passive else None


def _is_told(parsed: ParsedText, sentence: Sentence, cue: Cue, phrase: Phrase) -> bool:
    """Whether a phrase before a passive verb has its "von" for itself, since another follows that says who does it:
    "Angehörige von Fischern wurden von der Polizei aufgefordert"."""
    end = sentence.clauses[cue.clause].end
    return phrase.end <= cue.finite and any(
        p.preposition is not None
        and cue.finite < p.start < end
        and parsed.dep[p.head] == "obl:agent"
        and parsed.lexicon.has(parsed.low[p.preposition], "agent_preposition")
        for p in sentence.phrases
    )


def _opening_of_passive(sentence: Sentence, cue: Cue) -> int:
    """Where the clauses begin that a passive verb lies in, between which who does it stands: "wurde von X, seinem
    Sponsor, gewarnt", "Vom Verband, dem größten im Land, wurde mitgeteilt"."""
    number = sentence.clause_of(min(cue.tokens))
    clauses = sentence.clauses
    opens = clauses[number].kind is ClauseKind.VERB_FIRST
    while opens and number and clauses[number - 1].kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE):
        number -= 1
    return clauses[number].first


def _there(parsed: ParsedText, clause: Clause) -> Phrase | None:
    """The word for a place named before, where something "heißt es dort"."""
    at = next((i for i in range(clause.first, clause.end) if parsed.low[i] == "dort"), None)
    return None if at is None else Phrase(at, at + 1, at, None, False, True)


def _is_in_prefield(parsed: ParsedText, first: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase is part of what a preposition opens before a passive verb: "Im Fall von Lind wurde gerügt"."""
    opens = parsed.lexicon.has(parsed.low[first], "preposition", "contracted")
    return (
        cue.passive
        and opens
        and not parsed.lexicon.has(parsed.low[first], "agent_preposition")
        and first < phrase.start
        and phrase.end <= cue.finite
    )


def _agent(parsed: ParsedText, phrase: Phrase) -> int | None:
    """The "von" or "durch" in a phrase of a passive sentence, which introduces the agent and no part of the phrase."""
    return next(
        (
            k
            for k in range(phrase.head + 1, phrase.end - 1)
            if parsed.lexicon.has(parsed.low[k], "agent_preposition")
        ),
        None,
    )
