"""Hearsay with "soll", and from whom it comes; what somebody says of himself with "will"."""

from itertools import takewhile

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence, read_sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.statement_behind import is_the_writers
from core.quotes.rules import HEARSAY, NESTED, RULES, SOURCED
from core.text.spans import strip
from core.text.tables import listed

_CLAIMS = frozenset(("will", "wollen"))
_SHORTEST_CLAIM = 4
"""Words."""
_NEAR = 400
"""Characters over which hearsay is still taken to come from who spoke before in the paragraph."""


def hearsay(parsed: ParsedText, sentence: Sentence, before: Finding | None) -> Finding | None:
    """ "X soll … getan haben": passed on without a source, or as what the one said who spoke just `before`."""
    for number, clause in enumerate(sentence.clauses):
        if clause.kind not in MAIN or clause.finite is None:
            continue
        modal = next(
            (i for i in range(clause.first, clause.end) if parsed.low[i] in ("soll", "sollen")), None
        )
        if modal is None or clause.end - modal < 2:
            continue
        shared = _with_shared_verb(parsed, sentence, number)
        past = any(_is_past_infinitive(parsed, each.end) for each in shared)
        if past or _is_state(parsed, clause, modal):
            first, end = _hearsay_in(parsed, sentence, number)
            span = strip(parsed.span(_joined(parsed, clause, modal) or first, end), parsed.text)
            rule = HEARSAY
            speaker = _passed_on_from(parsed, sentence, clause.finite, before)
            return Finding(
                QuoteType.FREE_INDIRECT, (span,), rule, RULES[rule].confidence, speaker, carried=bool(speaker)
            )
    return None


def _hearsay_in(parsed: ParsedText, sentence: Sentence, number: int) -> tuple[int, int]:
    """The tokens of what the clause `number` passes on: not beyond a semicolon behind which the writer speaks."""
    first, end = sentence.unit.first, sentence.unit.end
    for k, clause in enumerate(sentence.clauses):
        if clause.separator == ";" and k <= number:
            first = clause.first
        elif k > number and is_the_writers(parsed, clause):
            return first, clause.first - 1
    return first, end


def _joined(parsed: ParsedText, clause: Clause, modal: int) -> int | None:
    """The token behind a conjunction that joins "soll" to what the writer says of the same one: "Er ist frei und soll
    in Ulm leben"."""
    shared = clause.finite is not None and clause.finite < modal and not parsed.is_subjunctive(clause.finite)
    return modal if shared and parsed.low[modal - 1] == "und" else None


def _passed_on_from(parsed: ParsedText, sentence: Sentence, verb: int, before: Finding | None) -> Spans:
    """Who spoke just before, where hearsay is taken to come from there: not behind words in marks, which the paper
    leaves for what it has heard itself, and not from a person who is no source for it but spoke of something else. Else
    from who investigates, if the sentence before says so."""
    if before is None:
        return _investigators(parsed, sentence)
    own_words = before.type is QuoteType.DIRECT and not _is_in_sourced(parsed, before)
    if own_words or _is_told_by_person(parsed, before) or _is_denied(parsed, before):
        return ()
    if _is_refused_between(parsed, sentence, before):
        return ()
    near = parsed.starts[sentence.unit.first] - before.end <= _NEAR
    return before.speaker if near and not _is_of_speaker(parsed, sentence, verb, before) else ()


def _is_in_sourced(parsed: ParsedText, before: Finding) -> bool:
    """Whether words in marks are a part of what has a source: "Nach Angaben des Amts sind es „fünf bis sechs“"."""
    cues = [parsed.text[start:end].lower() for start, end in before.cue]
    return RULES[before.rule].family == NESTED and any(cue in parsed.lexicon.sources for cue in cues)


def _is_denied(parsed: ParsedText, before: Finding) -> bool:
    """Whether what was done in words before is a denial, or that nothing is said: no source says so of what it passes
    on."""
    if before.type is not QuoteType.REPORTED:
        return False
    tokens = [i for start, end in before.spans for i in range(parsed.token_at(start), parsed.token_from(end))]
    return any(parsed.lexicon.has(parsed.low[i], "refusal", "disputing") for i in tokens)


def _is_refused_between(parsed: ParsedText, sentence: Sentence, before: Finding) -> bool:
    """Whether behind what the source said a sentence tells that somebody says no more: "Der Sprecher wollte sich nicht
    äußern"."""
    number = parsed.unit_of[sentence.unit.first]
    earlier = parsed.units[number - 1] if number else None
    if earlier is None or before.end > parsed.starts[earlier.first]:
        return False
    words = range(earlier.first, earlier.end)
    refused = any(parsed.lexicon.has(parsed.low[i], "refusal") for i in words)
    return refused and any(parsed.lemma[i] in listed("verb_refused") for i in words)


def _investigators(parsed: ParsedText, sentence: Sentence) -> Spans:
    """The body that investigates by the sentence before: "Gegen den Wirt ermittelt die Polizei. Er soll …"."""
    number = parsed.unit_of[sentence.unit.first]
    earlier = parsed.units[number - 1] if number else None
    if earlier is None or earlier.paragraph != sentence.unit.paragraph:
        return ()
    read = read_sentence(parsed, earlier)
    for clause in read.clauses:
        verb = clause.finite
        if clause.kind not in MAIN or verb is None:
            continue
        charged = "Anklage" in parsed.words[clause.first : clause.end]
        last = parsed.low[clause.end - 1]
        if charged or any(parsed.lexicon.has(low, "investigating") for low in (parsed.low[verb], last)):
            who = _agent(parsed, read, clause) or subject_of(parsed, read, verb)
            if who is not None and any(
                parsed.lexicon.is_body(word) for word in parsed.words[who.start : who.end]
            ):
                return (parsed.span(who.start, who.end),)
    return ()


def _agent(parsed: ParsedText, sentence: Sentence, clause: Clause) -> Phrase | None:
    """Who does something in a passive: "wird von der Polizei ermittelt"."""
    return next(
        (
            p
            for p in sentence.phrases
            if clause.first <= p.start < clause.end
            and p.preposition is not None
            and parsed.dep[p.head] == "obl:agent"
        ),
        None,
    )


def _is_told_by_person(parsed: ParsedText, before: Finding) -> bool:
    """Whether somebody by name or by a pronoun said what was found before, where no source was given for it."""
    if before.rule in RULES and RULES[before.rule].family in SOURCED:
        return False
    tokens = [
        i for start, end in before.speaker for i in range(parsed.token_at(start), parsed.token_from(end))
    ]
    return any(
        parsed.entity[i] == "PER" or parsed.lexicon.has(parsed.low[i], "person_pronoun") for i in tokens
    )


def _with_shared_verb(parsed: ParsedText, sentence: Sentence, number: int) -> tuple[Clause, ...]:
    """A clause with those behind it that may share its verb: "soll den Hund getreten, die Katze verjagt haben". Behind
    a participle they do, whatever they look like by themselves."""
    clause = sentence.clauses[number]
    is_open = parsed.tag[clause.end - 1] == "VVPP"
    later = takewhile(
        lambda c: c.separator == "," and (is_open or c.kind is ClauseKind.FRAGMENT),
        sentence.clauses[number + 1 :],
    )
    return (clause, *later)


def _is_past_infinitive(parsed: ParsedText, end: int) -> bool:
    """Whether the tokens before `end` are the verb of what is said to have been done: "getan haben"."""
    return parsed.low[end - 1] in ("haben", "sein", "worden") and _participle(parsed.low[end - 2])


def _is_state(parsed: ParsedText, clause: Clause, modal: int) -> bool:
    """Whether a clause with "soll" ends in a verb for how things are, which nobody plans: "soll es sich um Öl handeln",
    "soll schwer krank sein"."""
    words = parsed.low[clause.first : clause.end]
    verb, before = words[-1], clause.end - 2
    if verb == "haben" and any(parsed.lexicon.has(word, "by_now") for word in words):
        return True
    if not parsed.lexicon.has(verb, "state") or _plans(parsed, clause):
        return False
    if verb == "handeln":
        return "sich" in words and "um" in words
    return verb != "sein" or (before > modal and parsed.tag[before] == "ADJD")


def _plans(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause is of what is to come: "bis Mai", "künftig", "im nächsten Jahr", "2031"."""
    return any(
        parsed.lexicon.has(parsed.low[i], "to_come")
        or (parsed.words[i].isdigit() and len(parsed.words[i]) == 4)
        for i in range(clause.first, clause.end)
    )


def _is_of_speaker(parsed: ParsedText, sentence: Sentence, verb: int, before: Finding | None) -> bool:
    """Whether hearsay may be of the one who spoke before, by a pronoun or by name: nobody says so of himself."""
    subject = subject_of(parsed, sentence, verb)
    if subject is None or before is None:
        return False
    if subject.pronoun:
        personal = parsed.lexicon.has(parsed.low[subject.start], "person_pronoun")
        another = _differs(parsed, subject, verb, before) or _takes_up_another(
            parsed, sentence, subject, before
        )
        return personal and not another
    said_by = {word for start, end in before.speaker for word in parsed.text[start:end].split()}
    return any(parsed.entity[i] and parsed.words[i] in said_by for i in range(subject.start, subject.end))


def _differs(parsed: ParsedText, pronoun: Phrase, verb: int, before: Finding) -> bool:
    """Whether a pronoun cannot stand for anybody in the words for who spoke before, by gender or number: "er", the
    public prosecutor's office, "sie sollen", the agency, "er", reports of the press."""
    nouns = [
        i
        for start, end in before.speaker
        for i in range(parsed.token_at(start), parsed.token_from(end))
        if parsed.entity[i] or parsed.pos[i] == "NOUN"
    ]
    number = parsed.number[verb]
    return bool(nouns) and all(
        {number, parsed.number[i]} == {"Sing", "Plur"}
        or (not parsed.entity[i] and {parsed.gender[pronoun.head], parsed.gender[i]} == {"Masc", "Fem"})
        for i in nouns
    )


def _takes_up_another(parsed: ParsedText, sentence: Sentence, pronoun: Phrase, before: Finding) -> bool:
    """Whether a pronoun fits the subject of the sentence before, which only names its source beside it: "Laut Lind
    wurde der Fahrer gefasst. Er soll …"."""
    number = parsed.unit_of[sentence.unit.first]
    if not number or before.rule not in RULES or RULES[before.rule].family not in SOURCED:
        return False
    earlier = read_sentence(parsed, parsed.units[number - 1])
    main = next((c for c in earlier.clauses if c.kind in MAIN and c.finite is not None), None)
    who = None if main is None or main.finite is None else subject_of(parsed, earlier, main.finite)
    if who is None or who.pronoun or not may_speak(parsed, who):
        return False
    said_by = any(start <= parsed.starts[who.head] < end for start, end in before.speaker)
    return not said_by and parsed.gender[who.head] == parsed.gender[pronoun.head] != ""


def claimed(parsed: ParsedText, sentence: Sentence) -> Finding | None:
    """ "X will … gesehen haben": what somebody says of himself, and the writer leaves open."""
    for clause in sentence.clauses:
        if clause.kind not in MAIN or clause.finite is None:
            continue
        words = parsed.low[clause.first : clause.end]
        if parsed.low[clause.finite] not in _CLAIMS or len(words) < _SHORTEST_CLAIM or "bis" in words:
            continue
        past = words[-1] == "haben" and _participle(words[-2])
        if not past and words[-2:] not in (["gewesen", "sein"], ["worden", "sein"]):
            continue
        who = subject_of(parsed, sentence, clause.finite)
        if who is None or not may_speak(parsed, who):
            return None
        span = strip(parsed.span(sentence.unit.first, sentence.unit.end), parsed.text)
        speaker = (parsed.span(who.start, who.end),)
        rule = "claims to have (will)"
        return Finding(QuoteType.FREE_INDIRECT, (span,), rule, RULES[rule].confidence, speaker)
    return None


def _participle(low: str) -> bool:
    return low.endswith(("t", "en", "worden"))
