"""Indirect speech: what is said is a clause, and a verb, a noun or a source says so. See `frames.py` for which."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.lexicon.inflection import VerbForm
from core.parsed_text.clauses import MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.quotes.cues.cue import Cue
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.by_parse import statements_by_parse
from core.quotes.indirect.frames import (
    follows_from,
    goes_on,
    holds_subjunctive,
    is_ambiguous,
    is_asked,
    is_framed,
    is_inserted,
    is_of_noun,
    is_own_voice,
    is_question,
    is_short_answer,
    says_elsewhere,
    says_otherwise,
)
from core.quotes.indirect.speech_by_source import FEWEST, speech_by_source, tells_beside
from core.quotes.rules import RULES
from core.quotes.speakers.addressees import addressee
from core.quotes.speakers.sources import Source
from core.quotes.speakers.subjects import speaker_of
from core.text.spans import Span, strip

_DEPENDENT = frozenset({ClauseKind.SUBORDINATE, ClauseKind.RELATIVE})
_PURPOSE = frozenset(("um", "ohne", "statt", "anstatt"))
_STATEMENT = frozenset({ClauseKind.MAIN, ClauseKind.VERB_FIRST, ClauseKind.CLAUSE, ClauseKind.SUBORDINATE})


def indirect_findings(
    parsed: ParsedText, sentence: Sentence, found: list[Cue], sources: list[Source]
) -> list[Finding]:
    """The indirect quotations of one sentence."""
    if parsed.by_parse:
        return statements_by_parse(parsed, sentence, found, sources)
    results = speech_by_source(parsed, sentence, sources)
    for cue in found:
        finding = _from_cue(parsed, sentence, cue)
        for each in (_before_colon(parsed, sentence, cue, finding), finding):
            if each is not None and not any(_same(each, other) for other in results):
                results.append(each)
    return results


def _same(one: Finding, other: Finding) -> bool:
    return one.spans == other.spans


def _from_cue(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Finding | None:
    if parsed.lexicon.reads_by_parse:
        return _without_parse(parsed, sentence, cue)
    number = cue.clause
    clause = sentence.clauses[number]
    opening = _opens_as_said(parsed, sentence, number)
    whole = range(sentence.clauses[opening].first, clause.end) if opening is not None else range(0)
    quotes = any(parsed.is_speech(i) for i in whole)
    if opening is not None and clause.finite is not None and _as_said(clause, cue) and not quotes:
        return _around(parsed, sentence, cue, opening, number + 1, "as X said")
    if is_inserted(parsed, sentence, cue):
        return _around(parsed, sentence, cue, number, number + 1, "statement, said, statement")
    following = _statement_after(parsed, sentence, cue)
    if following is not None:
        first, rule = following
        if is_own_voice(parsed, sentence, cue, first):
            return None
        return _clause_message(parsed, sentence, cue, first, rule)
    return _said_before(parsed, sentence, cue)


def _before_colon(
    parsed: ParsedText, sentence: Sentence, cue: Cue, finding: Finding | None
) -> Finding | None:
    """What is said before a verb that introduces more behind a colon: "Man spare, betonte X: Alles sei teuer"."""
    later = sentence.clauses[cue.clause + 1 : cue.clause + 2]
    if finding is None or not later or later[0].separator != ":" or finding.rule != "said, clause follows":
        return None
    said = _said_before(parsed, sentence, cue)
    if said is None or len(said.spans) < 2:
        return None
    rule = RULES["clause, then said"]
    return replace(said, spans=said.spans[:1], rule=rule.name, confidence=rule.confidence)


def _said_before(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Finding | None:
    """A statement right behind which a verb says who makes it: "Der Hafen sei sicher, sagte X"."""
    number = cue.clause
    clause = sentence.clauses[number]
    opens = clause.first == min(cue.tokens) or (
        parsed.low[clause.first] == "so" and clause.first + 1 == min(cue.tokens)
    )
    if number and opens and clause.separator in (",", "–", "—"):
        before = sentence.clauses[number - 1]
        if (cue.may("c") or cue.may("q")) and not cue.passive:
            later = sentence.clauses[number + 1 : number + 2]
            resumes = bool(later) and later[0].kind is ClauseKind.VERB_FIRST
            fronted = _states(parsed, sentence.clauses[:number], resumes) or is_short_answer(
                parsed, sentence, cue
            )
            resumed = (
                before.kind is ClauseKind.RELATIVE
                and number > 1
                and sentence.clauses[number - 2].finite is None
            )
            said = fronted and not resumed and not goes_on(parsed, sentence, cue)
            if (
                said
                and not _only_frame(parsed, sentence, number)
                and not _opens_anew(parsed, sentence, clause)
            ):
                return _around(parsed, sentence, cue, number, number + 1, "clause, then said")
    return None


def _states(parsed: ParsedText, clauses: tuple[Clause, ...], resumes: bool) -> bool:
    """Whether clauses before the verb hold a statement, and not just "auf die Frage, ob …".

    A mere noun phrase is the beginning of one if what follows `resumes` with a verb: "Der Hafen, sagte X, sei zu". A
    noun of saying has the statement to itself: "Den Vorwurf, er habe gelogen, wies X zurück".
    """
    opening = clauses[0]
    aside = opening.kind is ClauseKind.SUBORDINATE
    noun = parsed.words[opening.end - 1]
    if (
        opening.kind is ClauseKind.FRAGMENT
        and len(clauses) > 1
        and clauses[1].separator != ":"
        and "c" in parsed.lexicon.cue_nouns.get(noun, "")
    ):
        return False
    if any(c.kind in MAIN and not (aside and c.separator in ("–", "—")) for c in clauses):
        return True
    if len(clauses) == 1 and resumes and not parsed.lexicon.has(parsed.low[opening.first], "preposition"):
        return True
    if opening.kind is ClauseKind.FRAGMENT and parsed.lexicon.has(parsed.low[opening.first], "preposition"):
        return False
    if any(c.kind is ClauseKind.CLAUSE for c in clauses):
        return True
    return any(holds_subjunctive(parsed, c) for c in clauses)


def _opens_as_said(parsed: ParsedText, sentence: Sentence, number: int) -> int | None:
    """Index of the clause with the "wie" of "wie X, Sprecherin der Werft, mitteilte"; appositions may lie between."""
    for k in range(number, max(-1, number - 3), -1):
        clause = sentence.clauses[k]
        conjunction = (
            parsed.lexicon.has(parsed.low[clause.first], "conjunction") and clause.first + 1 < clause.end
        )
        if parsed.low[clause.first + conjunction] == "wie":
            return k
        if k < number and clause.finite is not None:
            return None
    return None


def _as_said(clause: Clause, cue: Cue) -> bool:
    """Whether "wie X mitteilte" is a frame: its verb is last and takes a clause."""
    return cue.finite >= clause.end - 3 and (cue.may("c") or cue.may("q"))


def _is_said_in_indicative(parsed: ParsedText, cue: Cue, clause: Clause) -> bool:
    """Whether a clause without Konjunktiv may still be what is said: behind a verb of speaking, no afterthought."""
    low = parsed.low[clause.first]
    if "t" in cue.verb.frames and not cue.may("q"):
        return False
    if low in ("dies", "das", "so"):
        return False
    return not parsed.lexicon.has(low, "adverb", "negation", "preposition", "question")


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


def _statement_after(parsed: ParsedText, sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """Index of the clause that begins what the cue introduces, and the rule; None if nothing of the kind follows."""
    number = cue.clause + 1
    fragment: int | None = None
    while number < len(sentence.clauses) and number <= cue.clause + 3:
        clause = sentence.clauses[number]
        if clause.separator not in (",", ":", "–", "—") or clause.kind is ClauseKind.QUOTED:
            return None
        if clause.kind in (*MAIN, ClauseKind.FRAGMENT) and is_framed(parsed, sentence, number):
            return None
        if clause.kind is ClauseKind.VERB_FIRST and fragment is not None and cue.may("c"):
            return (fragment, "said, clause follows") if holds_subjunctive(parsed, clause) else None
        if clause.kind is ClauseKind.CLAUSE:
            if is_of_noun(parsed, sentence, clause) or follows_from(parsed, sentence, cue):
                return None
            return (number, "said that") if cue.may("c") or cue.may("q") else None
        if clause.kind is ClauseKind.INFINITIVE:
            if parsed.low[clause.first] in _PURPOSE:
                return None
            perfect = cue.may("c") and parsed.low[clause.end - 1] in ("haben", "sein")
            return (number, "promised to") if cue.may("z") or cue.may("a") or perfect else None
        if clause.kind is ClauseKind.RELATIVE and cue.may("i") and is_asked(parsed, clause):
            return number, "said that"
        if clause.kind is ClauseKind.FRAGMENT and cue.may("c") and _verb_in_marks(parsed, clause):
            return number, "said, clause follows"
        if clause.kind is ClauseKind.RELATIVE or (
            clause.kind is ClauseKind.FRAGMENT
            and number + 1 < len(sentence.clauses)
            and clause.separator in (",", "–", "—")
        ):
            if clause.kind is ClauseKind.FRAGMENT and clause.separator == "," and fragment is None:
                fragment = number
            number += 1
            continue
        if clause.kind is ClauseKind.SUBORDINATE or is_question(parsed, clause):
            later = sentence.clauses[number + 1] if number + 1 < len(sentence.clauses) else None
            if cue.may("c") and parsed.lexicon.has(parsed.low[clause.first], "question"):
                fits = cue.may("i") or holds_subjunctive(parsed, clause)
                return (number, "said that") if fits else None
            if later is not None and later.kind is ClauseKind.VERB_FIRST and cue.may("c"):
                return number, "said, clause follows"
            return None
        if clause.kind is ClauseKind.MAIN and cue.may("c"):
            if is_of_noun(parsed, sentence, clause):
                return None
            if fragment is not None and clause.separator in ("–", "—") and holds_subjunctive(parsed, clause):
                return fragment, "said, clause follows"
            plain = not holds_subjunctive(parsed, clause) and not is_ambiguous(parsed, clause)
            if plain and clause.separator == "," and says_otherwise(parsed, sentence, cue):
                return None
            if plain and says_elsewhere(parsed, sentence, cue, clause):
                return None
            if plain and (cue.passive or not _is_said_in_indicative(parsed, cue, clause)):
                return None
            if parsed.lexicon.has(parsed.low[clause.first], "conjunction"):
                return None
            return number, "said, clause follows"
        return None
    return None


def _verb_in_marks(parsed: ParsedText, clause: Clause) -> bool:
    """Whether the verb of a clause is in marks: "der Hafen „ist und bleibt“ sicher"."""
    return any(
        parsed.stretch_at(i) is not None and parsed.opens_stretch(i - 1) and parsed.is_finite(i)
        for i in range(clause.first + 1, clause.end)
    )


def _clause_message(
    parsed: ParsedText, sentence: Sentence, cue: Cue, first: int, rule: str
) -> Finding | None:
    begin = sentence.clauses[first].first
    end = _message_end(parsed, sentence, cue, first)
    message = strip(parsed.span(begin, end), parsed.text)
    opening = next(
        (c.first for c in reversed(sentence.clauses[: cue.clause + 1]) if c.separator in (":", ";")),
        sentence.unit.first,
    )
    frame = _frame(parsed, opening, begin)
    if end < sentence.end and sentence.clauses[cue.clause].kind in _DEPENDENT:
        frame = (*frame, *_frame(parsed, end, sentence.end))
    return _finding(parsed, sentence, cue, (message,), frame, rule)


def _message_end(parsed: ParsedText, sentence: Sentence, cue: Cue, first: int) -> int:
    """Where a statement ends: at speech in marks, or where the sentence goes on that the cue is only a clause of."""
    dependent = sentence.clauses[cue.clause].kind in _DEPENDENT
    for clause in sentence.clauses[first + 1 :]:
        if clause.kind is ClauseKind.QUOTED and clause.separator == ":":
            return clause.first - 1
        if _says_another(parsed, clause):
            return clause.first - 1
        if clause.kind is ClauseKind.VERB_FIRST and clause.finite is not None:
            past = VerbForm.PAST in parsed.lexicon.verb_forms(parsed.low[clause.finite])
            if not parsed.is_subjunctive(clause.finite) and (dependent or past):
                return clause.first - 1
    return sentence.end


def _says_another(parsed: ParsedText, clause: Clause) -> bool:
    """Whether a clause turns to what somebody else said: ", doch der Sprecher erklärte"."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or parsed.is_subjunctive(clause.finite):
        return False
    return (
        parsed.low[clause.first] in ("doch", "aber", "jedoch")
        and parsed.low[clause.finite] in parsed.lexicon.cues
    )


def _around(
    parsed: ParsedText, sentence: Sentence, cue: Cue, number: int, after: int, rule: str
) -> Finding | None:
    """The statement before and behind a clause that only says who speaks."""
    clauses = sentence.clauses
    frame_first = clauses[number].first - (1 if number else 0)
    frame_end = clauses[after].first if after < len(clauses) else sentence.end
    spans: list[Span] = []
    if number:
        spans.append(strip(parsed.span(_opening(parsed, sentence, number), frame_first), parsed.text))
    if after < len(clauses) and _is_apart(parsed, sentence, after):
        frame_end = clauses[after].first - 1
    elif after < len(clauses):
        if clauses[after].kind is ClauseKind.QUOTED and not (
            number and _lacks_verb(parsed, clauses[number - 1])
        ):
            pass
        elif (rule == "as X said" and _is_verb_of_saying(parsed, clauses[after])) or (
            number and tells_beside(parsed, sentence, after, frame_first)
        ):
            frame_end = sentence.end
        else:
            stop = _turns_away(parsed, sentence, after + 1)
            spans.append(strip(parsed.span(clauses[after].first, stop), parsed.text))
            if number and rule == "clause, then said":
                rule = "statement, said, statement"
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
    """Where the statement before clause `number` begins: behind a colon if only what follows is in the Konjunktiv."""
    clauses = sentence.clauses[:number]
    if not any(clause.separator == ":" for clause in clauses) and len(clauses) > 1:
        return _past_left_out(parsed, sentence, clauses)
    behind = next((k for k, clause in enumerate(clauses) if clause.separator == ":"), None)
    if behind == 1 and clauses[0].kind is ClauseKind.FRAGMENT and clauses[0].end - clauses[0].first < FEWEST:
        return clauses[1].first
    if behind is None or not holds_subjunctive(parsed, clauses[behind]):
        return sentence.unit.first
    return (
        sentence.unit.first
        if any(holds_subjunctive(parsed, c) for c in clauses[:behind])
        else clauses[behind].first
    )


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
    opening = _opens_as_said(parsed, sentence, cue.clause) if rule == "as X said" else None
    if opening is not None:
        first = sentence.clauses[opening].first
        tokens = (first, *(i for i in tokens if i != first))
        if opening < cue.clause:
            speaker = next((p for p in sentence.phrases if p.start == first + 1), speaker)
    if speaker is not None and speaker.start < tokens[0] < speaker.end and tokens[0] > speaker.head:
        speaker = replace(speaker, end=tokens[0])
    if speaker is not None and any(_inside(parsed.span(speaker.start, speaker.end), span) for span in spans):
        speaker = None
    return Finding(
        QuoteType.INDIRECT,
        spans,
        rule,
        RULES[rule].confidence,
        speaker=() if speaker is None else (parsed.span(speaker.start, speaker.end),),
        cue=parsed.spans_of(tokens),
        frame=frame,
        addressee=addressee(parsed, sentence, cue, speaker),
    )


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


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
            parsed, sentence, cue, (message,), _frame(parsed, sentence.unit.first, opener), "said that"
        )
    last = cue.clause == len(sentence.clauses) - 1
    if last and cue.clause and clause.separator == "," and (cue.may("c") or cue.may("q")):
        before = sentence.clauses[: cue.clause]
        if any(c.kind is ClauseKind.QUOTED for c in before) or clause.first - sentence.unit.first < FEWEST:
            return None
        if cue.finite - clause.first > 8:
            return None
        return _around(parsed, sentence, cue, cue.clause, cue.clause + 1, "clause, then said")
    return None
