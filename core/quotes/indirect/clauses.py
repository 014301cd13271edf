"""Indirect speech: what is said is a clause, and a verb, a noun or a source says so. See `frames.py` for which."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import DEPENDENT, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.quotes import rules
from core.quotes.cues.cue import Cue
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.by_parse import statements_by_parse
from core.quotes.indirect.frames import (
    belongs_to_noun,
    goes_on,
    holds_subjunctive,
    is_all_of_clause,
    is_ambiguous,
    is_aside,
    is_framed,
    is_inserted,
    is_own_voice,
    is_said_by_nobody,
    is_short_answer,
    last_conjunct,
    points_back,
    resumes,
    states,
)
from core.quotes.indirect.nouns import is_disputed_claim
from core.quotes.indirect.speech_by_source import FEWEST, speech_by_source, tells_beside
from core.quotes.indirect.statement_behind import compares, message_end, statement_behind
from core.quotes.speakers.addressees import addressee
from core.quotes.speakers.sources import Source
from core.quotes.speakers.subjects import behind_apposition, speaker_of
from core.text.spans import Span, contains, strip

_INFINITIVES = frozenset(("VVINF", "VAINF", "VMINF"))
"""Tags of what comes behind "zu"."""
_STATEMENT = frozenset({ClauseKind.MAIN, ClauseKind.VERB_FIRST, ClauseKind.CLAUSE, ClauseKind.SUBORDINATE})


def indirect_findings(
    parsed: ParsedText, sentence: Sentence, found: list[Cue], sources: list[Source]
) -> list[Finding]:
    """The indirect quotations of one sentence."""
    if parsed.by_parse:
        return statements_by_parse(parsed, sentence, found, sources)
    results = speech_by_source(parsed, sentence, sources)
    for cue in found:
        joined = any(other.clause == cue.clause and _joins(parsed, cue, other) for other in found)
        finding = _from_cue(parsed, sentence, cue, joined=joined)
        for each in (_before_colon(parsed, sentence, cue, finding), finding):
            if each is not None and not any(_same(each, other) for other in results):
                results.append(each)
    return results


def introduced_by(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Finding | None:
    """The clause behind a verb that it introduces as said."""
    following = statement_behind(parsed, sentence, cue)
    if following is None or is_own_voice(parsed, sentence, cue, following[0]):
        return None
    if is_disputed_claim(parsed, sentence, following[0]):
        return None
    return _clause_message(parsed, sentence, cue, *following)


def _same(one: Finding, other: Finding) -> bool:
    return one.spans == other.spans


def _joins(parsed: ParsedText, cue: Cue, other: Cue) -> bool:
    """Whether a second verb is joined to the one before it: "…, rechnete X vor und erinnerte daran, dass …"."""
    first = min(other.tokens)
    return cue.finite < max(cue.tokens) < first and parsed.lexicon.has(parsed.low[first - 1], "joining")


def _from_cue(parsed: ParsedText, sentence: Sentence, cue: Cue, joined: bool) -> Finding | None:
    """What a verb says is said; what comes behind one that another verb is `joined` to belongs to that other."""
    if parsed.lexicon.reads_by_parse:
        return _without_parse(parsed, sentence, cue)
    number = cue.clause
    clause = sentence.clauses[number]
    usage = any(parsed.lexicon.has(parsed.low[i], "usage") for i in range(clause.first, clause.end))
    if usage or is_said_by_nobody(parsed, sentence, cue):
        return None
    opening = _opens_as_said(parsed, sentence, number)
    whole = range(sentence.clauses[opening].first, clause.end) if opening is not None else range(0)
    quotes = any(parsed.is_speech(i) for i in whole)
    if opening is not None and clause.finite is not None and _as_said(parsed, clause, cue) and not quotes:
        return _around(parsed, sentence, cue, opening, number + 1, rules.AS_SAID)
    if is_inserted(parsed, sentence, cue) or is_aside(parsed, sentence, cue):
        return _around(parsed, sentence, cue, number, number + 1, rules.SAID_BETWEEN)
    if joined and cue.clause and sentence.clauses[cue.clause].first == cue.finite:
        return _said_before(parsed, sentence, cue, alone=True)
    if statement_behind(parsed, sentence, cue) is not None:
        return introduced_by(parsed, sentence, cue)
    unparted = _without_comma(parsed, sentence, cue)
    if unparted is not None:
        return unparted
    return _said_before(parsed, sentence, cue)


def _without_comma(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Finding | None:
    """What somebody will do, behind a verb that is complete, where the comma is left out: "hat angekündigt im Mai zu
    gehen"."""
    clause = sentence.clauses[cue.clause]
    first, end = max(cue.tokens) + 1, clause.end
    parted = max(cue.tokens) != cue.finite and parsed.pos[first - 1] != "AUX"
    if not parted or not (cue.may("z") or cue.may("a")) or first >= end - 1 or parsed.low[first] == "zu":
        return None
    joined = next((i for i in range(first, end) if parsed.lexicon.has(parsed.low[i], "joining")), end)
    last = parsed.tag[joined - 1] == "VVIZU" or (
        parsed.low[joined - 2] == "zu" and parsed.tag[joined - 1] in _INFINITIVES
    )
    if not last or any(parsed.is_speech(i) or parsed.is_finite(i) for i in range(first, joined - 1)):
        return None
    message = strip(parsed.span(first, joined), parsed.text)
    return _finding(parsed, sentence, cue, (message,), _frame(parsed, clause.first, first), rules.PROMISED_TO)


def _before_colon(
    parsed: ParsedText, sentence: Sentence, cue: Cue, finding: Finding | None
) -> Finding | None:
    """What is said before a verb that introduces more behind a colon: "Man spare, betonte X: Alles sei teuer"."""
    later = sentence.clauses[cue.clause + 1 : cue.clause + 2]
    if finding is None or not later or later[0].separator != ":" or finding.rule != rules.CLAUSE_FOLLOWS:
        return None
    said = _said_before(parsed, sentence, cue)
    if said is None or len(said.spans) < 2:
        return None
    rule = rules.RULES[rules.THEN_SAID]
    return replace(said, spans=said.spans[:1], rule=rule.name, confidence=rule.confidence)


def _said_before(parsed: ParsedText, sentence: Sentence, cue: Cue, alone: bool = False) -> Finding | None:
    """A statement right behind which a verb says who makes it: "Der Hafen sei sicher, sagte X". `alone` leaves out what
    comes behind that."""
    number = cue.clause
    clause = sentence.clauses[number]
    if parsed.is_subjunctive(cue.finite):
        return None
    opens = clause.first == min(cue.tokens) or (
        parsed.low[clause.first] == "so" and clause.first + 1 == min(cue.tokens)
    )
    if points_back(parsed, sentence, cue):
        return _around(parsed, sentence, cue, number, number + 1, rules.THEN_SAID)
    alone_said = is_all_of_clause(parsed, sentence, cue) and any(
        holds_subjunctive(parsed, c) for c in sentence.clauses[:number]
    )
    speaks = (cue.may("c") or cue.may("q")) and (not cue.passive or alone_said)
    if not (number and opens and clause.separator in (",", "–", "—") and speaks):
        return None
    if belongs_to_noun(parsed, sentence, number):
        return None
    later = sentence.clauses[number + 1 : number + 2]
    resumed = bool(later) and later[0].kind is ClauseKind.VERB_FIRST
    fronted = (
        (resumed and holds_subjunctive(parsed, later[0]))
        or states(parsed, sentence.clauses[:number], resumed)
        or is_short_answer(parsed, sentence, cue)
    )
    said = fronted and not resumes(sentence, number) and not goes_on(parsed, sentence, cue)
    if said and not _only_frame(parsed, sentence, number) and not _opens_anew(parsed, sentence, clause):
        after = len(sentence.clauses) if alone else number + 1
        return _around(parsed, sentence, cue, number, after, rules.THEN_SAID)
    return None


def _opens_as_said(parsed: ParsedText, sentence: Sentence, number: int) -> int | None:
    """Index of the clause with the "wie" of "wie X, Sprecherin der Werft, mitteilte"; appositions may lie between."""
    for k in range(number, max(-1, number - 3), -1):
        clause = sentence.clauses[k]
        if k < number and clause.finite == clause.end - 1:
            return None
        conjunction = (
            parsed.lexicon.has(parsed.low[clause.first], "conjunction") and clause.first + 1 < clause.end
        )
        if parsed.low[clause.first + conjunction] == "wie":
            return k
        if k < number and clause.finite is not None:
            return None
    return None


def _as_said(parsed: ParsedText, clause: Clause, cue: Cue) -> bool:
    """Whether "wie X mitteilte" is a frame: its verb is last and takes a clause. "Wie X befragt werden soll" asks."""
    asked = cue.passive and parsed.lexicon.has(parsed.low[clause.end - 1], "modal")
    return cue.finite >= clause.end - 3 and (cue.may("c") or cue.may("q")) and not asked


def _opens_anew(parsed: ParsedText, sentence: Sentence, frame: Clause) -> bool:
    """Whether speech in marks behind a stop is all that comes before who says so: two sentences that were read as one,
    as in "… auf X. „Ich tanze“, sagte X"."""
    last = parsed.stretch_at(frame.first - 2)
    if last is None or not parsed.is_speech(frame.first - 2):
        return False
    opening = parsed.token_at(last.start)
    return opening > sentence.unit.first and parsed.words[opening - 1].endswith(".")


def _only_frame(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether what precedes is speech in marks, which the rules for direct speech handle, or itself a frame."""
    before = sentence.clauses[:number]
    quoted = any(c.kind is ClauseKind.QUOTED for c in before)
    if any(holds_subjunctive(parsed, c) for c in before if c.kind in _STATEMENT):
        return False
    return before[-1].kind is ClauseKind.QUOTED or (
        quoted and all(c.kind in (ClauseKind.QUOTED, ClauseKind.FRAGMENT) for c in before)
    )


def _clause_message(
    parsed: ParsedText, sentence: Sentence, cue: Cue, first: int, rule: str
) -> Finding | None:
    begin = sentence.clauses[first].first
    end = message_end(parsed, sentence, cue, first)
    message = strip(parsed.span(begin, end), parsed.text)
    opening = next(
        (c.first for c in reversed(sentence.clauses[: cue.clause + 1]) if c.separator in (":", ";")),
        sentence.unit.first,
    )
    frame = _frame(parsed, opening, begin)
    if end < sentence.end and sentence.clauses[cue.clause].kind in DEPENDENT:
        frame = (*frame, *_frame(parsed, end, sentence.end))
    finding = _finding(parsed, sentence, cue, (message,), frame, rule)
    marked = parsed.stretch_at(begin)
    if finding is not None and marked is not None and marked.span == message and marked not in parsed.speech:
        return replace(finding, type=QuoteType.DIRECT)
    return finding


def _around(
    parsed: ParsedText, sentence: Sentence, cue: Cue, number: int, after: int, rule: str
) -> Finding | None:
    """The statement before and behind a clause that only says who speaks."""
    clauses, after = sentence.clauses, behind_apposition(parsed, sentence, cue, after)
    frame_first = clauses[number].first - (1 if number else 0)
    frame_end = clauses[after].first if after < len(clauses) else sentence.end
    spans: list[Span] = []
    if number:
        joined = last_conjunct(parsed, clauses[number - 1]) if rule == rules.AS_SAID else None
        opening = _opening(parsed, sentence, number) if joined is None else joined
        spans.append(strip(parsed.span(opening, frame_first), parsed.text))
    if after < len(clauses) and _is_apart(parsed, sentence, after):
        frame_end = clauses[after].first - 1
    elif after < len(clauses):
        if clauses[after].kind is ClauseKind.QUOTED and not (
            number and _lacks_verb(parsed, clauses[number - 1])
        ):
            pass
        elif number and (
            (rule == rules.AS_SAID and _is_verb_of_saying(parsed, clauses[after]))
            or tells_beside(parsed, sentence, after, frame_first)
        ):
            frame_end = sentence.end
        else:
            stop = _turns_away(parsed, sentence, after + 1)
            spans.append(strip(parsed.span(clauses[after].first, stop), parsed.text))
            if number and rule == rules.THEN_SAID:
                rule = rules.SAID_BETWEEN
    if not spans or (len(spans) == 1 and number and _only_links(parsed, clauses[:number])):
        return None
    frame = (strip(parsed.span(frame_first, frame_end), parsed.text),)
    return _finding(parsed, sentence, cue, tuple(spans), frame, rule)


def _is_verb_of_saying(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause goes on with a verb of saying in the indicative: "Dass X, wie Y sagt, schließe, bestritt Z"."""
    verb = clause.finite
    return (
        clause.kind is ClauseKind.VERB_FIRST
        and verb is not None
        and parsed.low[verb] in parsed.lexicon.cues
        and not parsed.is_subjunctive(verb)
    )


def _is_apart(parsed: ParsedText, sentence: Sentence, number: int) -> bool:
    """Whether a clause is no part of what is said before it: behind a semicolon, or with a frame of its own."""
    separator = sentence.clauses[number].separator
    return separator == ";" or (separator == ":" and is_framed(parsed, sentence, number))


def _turns_away(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """Where behind clause `number` the writer speaks again: at a semicolon before an indicative, else at the end."""
    for clause in sentence.clauses[number:]:
        if clause.separator == ";" and clause.finite is not None and not parsed.is_subjunctive(clause.finite):
            return clause.first - 1
    return sentence.end


def _opening(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """Where the statement before clause `number` begins: behind a semicolon or a colon if only what follows is in the
    Konjunktiv."""
    clauses = sentence.clauses[:number]
    for k in range(number - 1, 0, -1):
        told = clauses[k].separator == ";" and not any(holds_subjunctive(parsed, c) for c in clauses[:k])
        if told:
            return clauses[k].first
    if not any(clause.separator == ":" for clause in clauses) and len(clauses) > 1:
        return _past_left_out(parsed, sentence, clauses)
    behind = next((k for k, clause in enumerate(clauses) if clause.separator == ":"), None)
    if behind == 1 and clauses[0].kind is ClauseKind.FRAGMENT and clauses[0].end - clauses[0].first < FEWEST:
        return clauses[1].first
    if behind is None or not holds_subjunctive(parsed, clauses[behind]):
        return sentence.unit.first
    joined = any(holds_subjunctive(parsed, c) for c in clauses[:behind]) and not any(
        _is_verb_of_saying(parsed, c) for c in clauses[:behind]
    )
    return sentence.unit.first if joined else clauses[behind].first


def _past_left_out(parsed: ParsedText, sentence: Sentence, clauses: tuple[Clause, ...]) -> int:
    """The beginning of a statement without what the writer tells before it in the past: "Lange schwieg sie, nun sei es
    genug, sagte X"."""
    first, second = clauses[0], clauses[1]
    told = (
        first.kind is second.kind is ClauseKind.MAIN
        and first.finite is not None
        and second.separator == ","
        and VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[first.finite])
        and not is_ambiguous(parsed, first)
        and not holds_subjunctive(parsed, first)
        and holds_subjunctive(parsed, second)
        and not compares(parsed, second)
    )
    return second.first if told else sentence.unit.first


def _only_links(parsed: ParsedText, clauses: tuple[Clause, ...]) -> bool:
    """Whether clauses are nothing but a conjunction or an adverb: "Oder, wie X sagt: „…“"."""
    clause = clauses[0]
    return len(clauses) == 1 and all(
        parsed.lexicon.has(parsed.low[i], "conjunction", "adverb") for i in range(clause.first, clause.end)
    )


def _lacks_verb(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause ends in a Konjunktiv that still wants the rest of its verb: "Er habe, sagte X, „…“"."""
    return clause.finite == clause.end - 1 and parsed.is_subjunctive(clause.finite)


def _finding(
    parsed: ParsedText, sentence: Sentence, cue: Cue, spans: Spans, frame: Spans, rule: str
) -> Finding | None:
    tokens = cue.tokens
    speaker = speaker_of(parsed, sentence, cue)
    opening = _opens_as_said(parsed, sentence, cue.clause) if rule == rules.AS_SAID else None
    if opening is not None:
        first = sentence.clauses[opening].first
        first += parsed.lexicon.has(parsed.low[first], "conjunction")
        tokens = (first, *(i for i in tokens if i != first))
        if opening < cue.clause:
            speaker = next((p for p in sentence.phrases if p.start == first + 1), speaker)
    if speaker is not None and speaker.start < tokens[0] < speaker.end and tokens[0] > speaker.head:
        speaker = replace(speaker, end=tokens[0])
    if speaker is not None and any(contains(span, parsed.span(speaker.start, speaker.end)) for span in spans):
        speaker = None
    return Finding(
        QuoteType.INDIRECT,
        spans,
        rule,
        rules.RULES[rule].confidence,
        speaker=() if speaker is None else (parsed.span(speaker.start, speaker.end),),
        cue=parsed.spans_of(tokens),
        frame=frame,
        addressee=addressee(parsed, sentence, cue, speaker),
    )


def _frame(parsed: ParsedText, first: int, end: int) -> Spans:
    return (strip(parsed.span(first, end), parsed.text),) if end > first else ()


def _without_parse(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Finding | None:
    """For a language that is read by the parse, where there is none: "X said that …", and "…, X said" at the end."""
    clause = sentence.clauses[cue.clause]
    opener = next(
        (i for i in range(cue.finite + 1, min(clause.end, cue.finite + 8)) if parsed.low[i] == "that"), None
    )
    if opener is not None and cue.may("c"):
        message = parsed.span(opener, sentence.end)
        return _finding(
            parsed, sentence, cue, (message,), _frame(parsed, sentence.unit.first, opener), rules.SAID_THAT
        )
    last = cue.clause == len(sentence.clauses) - 1
    if last and cue.clause and clause.separator == "," and (cue.may("c") or cue.may("q")):
        before = sentence.clauses[: cue.clause]
        if any(c.kind is ClauseKind.QUOTED for c in before) or clause.first - sentence.unit.first < FEWEST:
            return None
        if cue.finite - clause.first > 8:
            return None
        return _around(parsed, sentence, cue, cue.clause, cue.clause + 1, rules.THEN_SAID)
    return None
