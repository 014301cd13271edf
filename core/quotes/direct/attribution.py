"""Who says what stands in quotation marks: the words before, behind and around it, and what was said before."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import MAIN, ClauseKind, Sentence
from core.parsed_text.dependencies import main_subject
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import Phrase, may_speak
from core.parsed_text.word_order import subject_of
from core.quotes.cues.around_marks import in_brackets
from core.quotes.cues.verbs import HEARD, Cue
from core.quotes.direct.is_speech import coordinated
from core.quotes.finding import Finding, Spans
from core.quotes.rules import RULES
from core.quotes.speakers import implicit as acting
from core.quotes.speakers.addressees import addressee
from core.quotes.speakers.sources import Source
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import where_written
from core.text.quotation_marks import Marked
from core.text.spans import Span, strip


def direct_findings(
    parsed: ParsedText,
    sentence: Sentence,
    found: list[Cue],
    sources: list[Source],
    before: Finding | None,
    between: Spans = (),
) -> list[Finding]:
    """The direct quotations of one sentence. `before` is the last finding of the same paragraph, if any; `between` who
    acts in the sentence before, if nothing is said there."""
    found = [cue for cue in found if cue.verb is not HEARD]
    stretches = parsed.speech_in(sentence.unit)
    results: list[Finding] = []
    for number, marked in enumerate(stretches):
        left = parsed.token_from(stretches[number - 1].end) if number else sentence.unit.first
        right = parsed.token_at(stretches[number + 1].start) if number + 1 < len(stretches) else sentence.end
        if number and results and _goes_on(parsed, stretches[number - 1], marked, results[-1]):
            results[-1] = replace(results[-1], spans=(*results[-1].spans, marked.span))
            continue
        actors = between if not results else ()
        joined = bool(number and results and coordinated(parsed, stretches[number - 1], marked))
        if joined and results[-1].cue:
            results.append(replace(results[-1], spans=(marked.span,)))
            continue
        last = results[-1] if results else before
        results.append(_attribute(parsed, sentence, marked, left, right, found, sources, last, actors))
        if joined and results[-1].cue:
            results[-2] = replace(results[-1], spans=results[-2].spans)
    return results


def broken_finding(
    parsed: ParsedText, sentence: Sentence, marked: Marked, found: list[Cue], before: Finding | None
) -> Finding:
    """The direct quotation whose closing mark is missing, with the speaker named behind it or before it."""
    finding = _attribute(parsed, sentence, marked, sentence.unit.first, sentence.end, found, [], before)
    rule = "direct, mark missing"
    return replace(finding, rule=rule, confidence=RULES[rule].confidence)


def _goes_on(parsed: ParsedText, one: Marked, other: Marked, finding: Finding) -> bool:
    """Whether a second stretch continues the first after "…“, sagte X, „…": what was said between ends with a comma."""
    if not finding.rule.startswith("direct, cue after") or finding.spans[-1] != one.span:
        return False
    between = parsed.text[one.end : other.start].strip()
    return between.endswith(",") and ";" not in between and len(between) > 2


def _attribute(
    parsed: ParsedText,
    sentence: Sentence,
    marked: Marked,
    left: int,
    right: int,
    found: list[Cue],
    sources: list[Source],
    before: Finding | None,
    between: Spans = (),
) -> Finding:
    first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
    frame = _frame(parsed, left, first, end, right)
    colon = first > left and parsed.words[first - 1] == ":"
    behind = (cue for cue in found if cue.finite >= end and _follows(parsed, sentence, end, cue))
    after = next((c for c in behind if sentence.clauses[c.clause].kind is not ClauseKind.RELATIVE), None)
    if after is not None and colon and _goes_with_next(parsed, sentence, after):
        after = None
    if after is not None and _shares_subject(sentence, after, found, left, first):
        after = None
    named = [source for source in sources if source.direct]
    if after is not None:
        return _with_cue(parsed, sentence, marked, after, frame, "direct, cue after", before)
    near = end if parsed.words[end : end + 1] and parsed.words[end][0].isalnum() else end + 1
    so = next((s for s in named if s.rule == "so X" and end <= s.first <= near), None)
    if so is not None:
        return _with_source(marked, so, frame, "direct, cue after")
    preceding = [
        cue for cue in found if left <= cue.finite < first and (cue.may("q") or cue.may("n") or colon)
    ]
    leading = [cue for cue in preceding if not _left_behind(sentence, cue, first)] if colon else []
    if leading:
        return _with_cue(parsed, sentence, marked, _nearest(leading), frame, "direct, cue before", before)
    if colon:
        preceding = []
    preceding = [cue for cue in preceding if not _inserted(sentence, cue, first)] or preceding
    left_out = acting.gapped(parsed, sentence, left, first, end)
    led = next((cue for cue in reversed(found) if cue.finite < first), None)
    if left_out is not None and led is not None:
        return _finding(
            marked,
            "direct, within a sentence",
            speaker=(_span(parsed, left_out),),
            cue=parsed.spans_of(led.tokens),
            frame=frame,
        )
    if in_brackets(parsed, first, end):
        owner = next((p for p in reversed(sentence.phrases) if p.start < first <= p.end + 2), None)
        if owner is not None and may_speak(parsed, owner):
            return _finding(
                marked, "direct, within a sentence", speaker=(_before(parsed, owner, first),), frame=frame
            )
    worded = acting.whose_words(parsed, sentence, end)
    if worded is not None:
        return _finding(marked, "direct, source named", (worded,), frame=frame)
    place = None if preceding else where_written(parsed, sentence, left, first, end)
    if place is not None:
        return _finding(marked, "direct, source named", speaker=(place,), frame=frame)
    holder = None if preceding or named else acting.held_by(parsed, sentence, first)
    if holder is not None:
        return _finding(marked, "direct, source named", speaker=(_span(parsed, holder),), frame=frame)
    if colon:
        speaker = acting.introduced(parsed, sentence, left, first) or acting.only_one_named(
            parsed, sentence, first
        )
        if speaker is None and before is not None and before.speaker:
            carried = _finding(marked, "direct, speaker carried over", speaker=before.speaker, frame=frame)
            return replace(carried, carried=True)
        speaker = speaker or acting.first_subject(parsed, sentence, left, first)
        if speaker is not None:
            return _finding(marked, "direct, colon", speaker=(_span(parsed, speaker),), frame=frame)
    if named and preceding and not _nearest(preceding).may("q"):
        return _with_source(marked, named[0], frame, "direct, source named")
    if preceding:
        cue = _nearest(preceding)
        rule = "direct, cue before" if cue.may("q") else "direct, within a sentence"
        return _with_cue(parsed, sentence, marked, cue, frame, rule, before)
    if named:
        return _with_source(marked, named[0], frame, "direct, source named")
    following = [cue for cue in found if end <= cue.finite < right + 1 and (cue.may("q") or cue.may("n"))]
    if following:
        return _with_cue(parsed, sentence, marked, following[0], frame, "direct, within a sentence", before)
    actor = main_subject(parsed, sentence) if frame else None
    if actor is None and frame:
        actor = acting.inverted_subject(parsed, sentence, end)
    if actor is None and frame:
        actor = acting.subject_around(parsed, sentence, left, first, end, right)
    if actor is not None and not left <= actor.start < right:
        actor = None
    if actor is not None:
        return _finding(marked, "direct, within a sentence", speaker=(_span(parsed, actor),), frame=frame)
    if between and not frame:
        rule = "direct, speaker carried over"
        return replace(_finding(marked, rule, speaker=between), carried=True)
    if before is not None and before.speaker and parsed.starts[first] - before.end < 600:
        return replace(
            _finding(marked, "direct, speaker carried over", speaker=before.speaker, frame=frame),
            carried=True,
        )
    speaker = acting.first_subject(parsed, sentence, left, first) if frame else None
    if speaker is not None:
        return _finding(marked, "direct, within a sentence", speaker=(_span(parsed, speaker),), frame=frame)
    earlier = acting.speaker_before(parsed, sentence)
    if earlier:
        rule = "direct, speaker carried over"
        return replace(_finding(marked, rule, speaker=earlier, frame=frame), carried=True)
    return _finding(marked, "direct, alone", frame=frame)


def _before(parsed: ParsedText, phrase: Phrase, first: int) -> Span:
    """The words of a phrase before a bracket that opens right before token `first`."""
    return parsed.span(phrase.start, max(phrase.start + 1, min(phrase.end, first - 1)))


def _nearest(preceding: list[Cue]) -> Cue:
    """The last verb before the marks that goes with direct speech, else the last one: "hieß es auf die Frage, warum
    man sich so entschieden habe: „…“"."""
    return next((cue for cue in reversed(preceding) if cue.may("q")), preceding[-1])


def _goes_with_next(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb right behind words in marks introduces others: "X sagte: „…“, fügte aber hinzu: „…“"."""
    end = sentence.clauses[cue.clause].end
    return end < sentence.end and parsed.words[end] == ":"


def _shares_subject(sentence: Sentence, after: Cue, found: list[Cue], left: int, first: int) -> bool:
    """Whether a verb behind the marks only goes on with the subject of the verb before them: "X nannte es „…“, rief
    aber dazu auf"."""
    here = sentence.clause_of(first)
    own = any(left <= cue.finite < first and cue.clause == here for cue in found)
    clause = sentence.clauses[after.clause]
    return own and not any(
        p.subject and after.finite < p.start and p.end <= clause.end for p in sentence.phrases
    )


def _left_behind(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb of saying stands in a clause that only leads up to the main clause before the colon: "Während X
    von Erfolgen sprach, blieb Y streng: „…“"."""
    number = sentence.clause_of(first - 1)
    kind = sentence.clauses[cue.clause].kind
    return kind in (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) and any(
        c.kind in MAIN for c in sentence.clauses[cue.clause + 1 : number + 1]
    )


def _inserted(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb stands in a relative clause that ends before the clause around token `first` goes on."""
    here = sentence.clause_of(first)
    return sentence.clauses[cue.clause].kind is ClauseKind.RELATIVE and here > cue.clause


def _follows(parsed: ParsedText, sentence: Sentence, end: int, cue: Cue) -> bool:
    """Whether a cue stands right behind the closing mark, or follows it as "wie X sagte" or, in English, "X said"."""
    i = end
    while (
        i < len(parsed.words) and i < end + 3 and (parsed.space[i] or parsed.words[i] in (",", "–", "—", "."))
    ):
        i += 1
    if i >= len(parsed.words):
        return False
    if cue.finite == i or min(cue.tokens) == i:
        return True
    if parsed.low[i] == "wie":
        return cue.finite < i + 25 and not any(parsed.words[k] in (":", ";") for k in range(i, cue.finite))
    if parsed.low[i] == "so" and cue.finite == i + 1:
        return True
    if parsed.lexicon.language != "en":
        return False
    subject = subject_of(parsed, sentence, cue.finite)
    straight = "," not in parsed.words[i : cue.finite] or (subject is not None and subject.start == i)
    return straight and cue.finite < i + 10


def _with_cue(
    parsed: ParsedText,
    sentence: Sentence,
    marked: Marked,
    cue: Cue,
    frame: Spans,
    rule: str,
    before: Finding | None,
) -> Finding:
    speaker = speaker_of(parsed, sentence, cue)
    if speaker is None and not cue.passive and not cue.may("s"):
        speaker = _named_beside(parsed, sentence, cue)
    spans: Spans = (_span(parsed, speaker),) if speaker is not None else ()
    carried = False
    if (
        not spans
        and not cue.passive
        and not cue.may("s")
        and before is not None
        and _coordinated(parsed, cue)
    ):
        spans, carried = before.speaker, True
    finding = _finding(marked, rule, speaker=spans, cue=parsed.spans_of(cue.tokens), frame=frame)
    return replace(finding, carried=carried, addressee=addressee(parsed, sentence, cue, speaker))


def _named_beside(parsed: ParsedText, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who is named in the clause of a verb whose subject was not found, if only one is and may speak."""
    clause = sentence.clauses[cue.clause]
    named = [
        p
        for p in sentence.phrases
        if clause.first <= p.start
        and p.end <= clause.end
        and (p.preposition is None or p.preposition == clause.first)
        and not parsed.is_speech(p.start)
        and may_speak(parsed, p)
    ]
    return named[0] if len(named) == 1 else None


def _with_source(marked: Marked, source: Source, frame: Spans, rule: str) -> Finding:
    return _finding(marked, rule, speaker=source.speaker, cue=source.cue, frame=frame)


def _coordinated(parsed: ParsedText, cue: Cue) -> bool:
    """Whether the verb shares its subject with what went before: "… und fügte hinzu"."""
    first = min(cue.tokens)
    return first > 0 and parsed.lexicon.has(parsed.low[first - 1], "conjunction")


def _frame(parsed: ParsedText, left: int, first: int, end: int, right: int) -> Spans:
    """What stands around a stretch, up to the next ones or the ends of the sentence."""
    spans = []
    if first > left:
        spans.append(strip(parsed.span(left, first), parsed.text))
    if right > end:
        spans.append(strip(parsed.span(end, right), parsed.text))
    return tuple(span for span in spans if any(char.isalpha() for char in parsed.text[span[0] : span[1]]))


def _finding(marked: Marked, rule: str, speaker: Spans = (), cue: Spans = (), frame: Spans = ()) -> Finding:
    return Finding(QuoteType.DIRECT, (marked.span,), rule, RULES[rule].confidence, speaker, cue, frame)


def _span(parsed: ParsedText, phrase: Phrase) -> Span:
    return parsed.span(phrase.start, phrase.end)
