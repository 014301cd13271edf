"""Who says what stands in quotation marks: the words before, behind and around it, and what was said before."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.language.quotes.addressees import addressee
from core.language.quotes.around_marks import IS, in_brackets
from core.language.quotes.clauses import ClauseKind, Sentence, read_sentence, subject_of
from core.language.quotes.cues import Cue
from core.language.quotes.direct import coordinated
from core.language.quotes.finding import Finding, Spans
from core.language.quotes.grammar import main_subject, parsed_subject
from core.language.quotes.marks import Marked
from core.language.quotes.phrases import Phrase, may_speak, names_somebody
from core.language.quotes.rules import RULES
from core.language.quotes.sources import Source
from core.language.quotes.speakers import speaker_of
from core.language.quotes.texts import is_text, where_written
from core.language.quotes.view import View
from core.spans import Span, strip

_COMES = frozenset(
    "stammt stammte stammen stammten kommt kam kamen kommen ertönt ertönte ertönten erklang".split()
)
_FROM = frozenset(("von", "vom", "aus"))
_GOVERNS = frozenset(("von", "vom", "als"))
_ABOUT = frozenset("über gegen mit gegenüber an um trotz wegen".split())


def direct_findings(
    view: View,
    sentence: Sentence,
    found: list[Cue],
    sources: list[Source],
    before: Finding | None,
    between: Spans = (),
) -> list[Finding]:
    """The direct quotations of one sentence. `before` is the last finding of the same paragraph, if any; `between` who
    acts in the sentence before, if nothing is said there."""
    stretches = view.speech_in(sentence.unit)
    results: list[Finding] = []
    for number, marked in enumerate(stretches):
        left = view.token_from(stretches[number - 1].end) if number else sentence.unit.first
        right = view.token_at(stretches[number + 1].start) if number + 1 < len(stretches) else sentence.end
        if number and results and _goes_on(view, stretches[number - 1], marked, results[-1]):
            results[-1] = replace(results[-1], spans=(*results[-1].spans, marked.span))
            continue
        acting = between if not results else ()
        joined = bool(number and results and coordinated(view, stretches[number - 1], marked))
        if joined and results[-1].cue:
            results.append(replace(results[-1], spans=(marked.span,)))
            continue
        last = results[-1] if results else before
        results.append(_attribute(view, sentence, marked, left, right, found, sources, last, acting))
        if joined and results[-1].cue:
            results[-2] = replace(results[-1], spans=results[-2].spans)
    return results


def broken_finding(
    view: View, sentence: Sentence, marked: Marked, found: list[Cue], before: Finding | None
) -> Finding:
    """The direct quotation whose closing mark is missing, with the speaker named behind it or before it."""
    finding = _attribute(view, sentence, marked, sentence.unit.first, sentence.end, found, [], before)
    rule = "direct, mark missing"
    return replace(finding, rule=rule, confidence=RULES[rule].confidence)


def _goes_on(view: View, one: Marked, other: Marked, finding: Finding) -> bool:
    """Whether a second stretch continues the first after "…“, sagte X, „…": what was said between ends with a comma."""
    if not finding.rule.startswith("direct, cue after") or finding.spans[-1] != one.span:
        return False
    between = view.text[one.end : other.start].strip()
    return between.endswith(",") and len(between) > 2


def _attribute(
    view: View,
    sentence: Sentence,
    marked: Marked,
    left: int,
    right: int,
    found: list[Cue],
    sources: list[Source],
    before: Finding | None,
    between: Spans = (),
) -> Finding:
    first, end = view.token_at(marked.start), view.token_from(marked.end)
    frame = _frame(view, left, first, end, right)
    colon = first > left and view.words[first - 1] == ":"
    after = next((cue for cue in found if cue.finite >= end and _follows(view, sentence, end, cue)), None)
    if after is not None and colon and _goes_with_next(view, sentence, after):
        after = None
    named = [source for source in sources if source.direct]
    if after is not None:
        return _with_cue(view, sentence, marked, after, frame, "direct, cue after", before)
    so = next((s for s in named if s.rule == "so X" and end <= s.first <= end + 1), None)
    if so is not None:
        return _with_source(marked, so, frame, "direct, cue after")
    preceding = [
        cue for cue in found if left <= cue.finite < first and (cue.may("q") or cue.may("n") or colon)
    ]
    if preceding and colon and not _left_behind(sentence, _nearest(preceding), first):
        return _with_cue(view, sentence, marked, _nearest(preceding), frame, "direct, cue before", before)
    if colon:
        preceding = []
    preceding = [cue for cue in preceding if not _inserted(sentence, cue, first)] or preceding
    gapped = _gapped(view, sentence, left, first, end)
    if gapped is not None and before is not None:
        return _finding(
            marked, "direct, within a sentence", speaker=(_span(view, gapped),), cue=before.cue, frame=frame
        )
    if in_brackets(view, first, end):
        owner = next((p for p in reversed(sentence.phrases) if p.start < first <= p.end + 2), None)
        if owner is not None and may_speak(view, owner):
            return _finding(
                marked, "direct, within a sentence", speaker=(_before(view, owner, first),), frame=frame
            )
    place = None if preceding else where_written(view, sentence, left, first, end)
    if place is not None:
        return _finding(marked, "direct, source named", speaker=(place,), frame=frame)
    holder = None if preceding or named else _holder(view, sentence, first)
    if holder is not None:
        return _finding(marked, "direct, source named", speaker=(_span(view, holder),), frame=frame)
    if colon:
        speaker = _introduced(view, sentence, left, first) or _only_one_named(view, sentence, first)
        if speaker is None and before is not None and before.speaker:
            carried = _finding(marked, "direct, speaker carried over", speaker=before.speaker, frame=frame)
            return replace(carried, carried=True)
        speaker = speaker or _first_subject(view, sentence, left, first)
        if speaker is not None:
            return _finding(marked, "direct, colon", speaker=(_span(view, speaker),), frame=frame)
    if named and preceding and not _nearest(preceding).may("q"):
        return _with_source(marked, named[0], frame, "direct, source named")
    if preceding:
        cue = _nearest(preceding)
        rule = "direct, cue before" if cue.may("q") else "direct, within a sentence"
        return _with_cue(view, sentence, marked, cue, frame, rule, before)
    if named:
        return _with_source(marked, named[0], frame, "direct, source named")
    following = [cue for cue in found if end <= cue.finite < right + 1 and (cue.may("q") or cue.may("n"))]
    if following:
        return _with_cue(view, sentence, marked, following[0], frame, "direct, within a sentence", before)
    acting = main_subject(view, sentence) if frame else None
    if acting is None and frame:
        acting = _inverted_subject(view, sentence, end)
    if acting is None and frame:
        acting = _subject_around(view, sentence, left, first, end, right)
    if acting is not None and not left <= acting.start < right:
        acting = None
    if acting is not None:
        return _finding(marked, "direct, within a sentence", speaker=(_span(view, acting),), frame=frame)
    if between and not frame:
        rule = "direct, speaker carried over"
        return replace(_finding(marked, rule, speaker=between), carried=True)
    if before is not None and before.speaker and view.starts[first] - before.end < 600:
        return replace(
            _finding(marked, "direct, speaker carried over", speaker=before.speaker, frame=frame),
            carried=True,
        )
    speaker = _first_subject(view, sentence, left, first) if frame else None
    if speaker is not None:
        return _finding(marked, "direct, within a sentence", speaker=(_span(view, speaker),), frame=frame)
    earlier = speaker_before(view, sentence)
    if earlier:
        rule = "direct, speaker carried over"
        return replace(_finding(marked, rule, speaker=earlier, frame=frame), carried=True)
    return _finding(marked, "direct, alone", frame=frame)


def _gapped(view: View, sentence: Sentence, left: int, first: int, end: int) -> Phrase | None:
    """Who is named where the verb of the clause before is left out: "X sprach von „…“, die Gegner von „…“", "X nannte
    es „…“, die Gegner „…“", "von „…“ sprach X, von „…“ die Gegner"."""
    clause = sentence.clauses[sentence.clause_of(first)]
    if clause.kind is not ClauseKind.FRAGMENT or clause.first < left or clause.separator != ",":
        return None
    if left == sentence.unit.first:
        return None
    if view.low[clause.first] in _GOVERNS:
        behind = next((p for p in sentence.phrases if p.start == end), None)
        return behind if behind is not None and behind.subject and behind.end == clause.end else None
    opening = next((p for p in sentence.phrases if p.start == clause.first), None)
    if opening is None or not opening.subject:
        return None
    if opening.end == first:
        return opening
    of = next((i for i in range(opening.head + 1, first) if view.low[i] in _GOVERNS), None)
    if of is None or of > opening.end:
        return None
    return replace(opening, end=min(opening.end, of))


def _inverted_subject(view: View, sentence: Sentence, end: int) -> Phrase | None:
    """Who stands right behind the verb that follows a closing mark: "„…“, wollen die Fischer wissen"."""
    verb = end + 1 if end < sentence.end and view.words[end] == "," else end
    if verb >= sentence.end or not view.is_finite(verb):
        return None
    return next((p for p in sentence.phrases if p.start == verb + 1 and may_speak(view, p)), None)


def _before(view: View, phrase: Phrase, first: int) -> Span:
    """The words of a phrase before a bracket that opens right before token `first`."""
    return view.span(phrase.start, max(phrase.start + 1, min(phrase.end, first - 1)))


def _holder(view: View, sentence: Sentence, first: int) -> Phrase | None:
    """For whom something is what stands in marks, or from whom it comes: "Für den Minister ist die Lage „alarmierend“",
    "von ihm stammt der Satz „…“", "in den Augen der Ministerin war es „…“"."""
    clause = sentence.clauses[sentence.clause_of(first)]
    if clause.kind is ClauseKind.QUOTED and sentence.clauses[0] is not clause:
        clause = sentence.clauses[sentence.clause_of(first - 2)]
    words = {view.low[i] for i in range(clause.first, clause.end) if view.stretch_at(i) is None}
    wanted = {"für"} if words & IS else set()
    if words & _COMES:
        wanted |= _FROM
    for phrase in sentence.phrases:
        if phrase.preposition is None or not clause.first <= phrase.start < clause.end:
            continue
        if view.is_speech(phrase.start):
            continue
        preposition = view.low[phrase.preposition]
        told = view.words[first - 1] == ":" and preposition in _FROM
        if preposition in wanted and (told or may_speak(view, phrase)):
            return phrase
        if view.low[phrase.preposition] == "in" and view.words[phrase.head] == "Augen":
            return phrase
    return None


def _subject_around(
    view: View, sentence: Sentence, left: int, first: int, end: int, right: int
) -> Phrase | None:
    """Who by word order is the subject of a verb between `left` and `right` outside the marks, if somebody."""
    for clause in sentence.clauses:
        verb = clause.finite
        if verb is None or not left <= verb < right or first <= verb < end or view.is_subjunctive(verb):
            continue
        phrase = subject_of(view, sentence, verb)
        if phrase is not None and may_speak(view, phrase):
            return phrase
    return None


def _nearest(preceding: list[Cue]) -> Cue:
    """The last verb before the marks that goes with direct speech, else the last one: "hieß es auf die Frage, warum
    man sich so entschieden habe: „…“"."""
    return next((cue for cue in reversed(preceding) if cue.may("q")), preceding[-1])


def _goes_with_next(view: View, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb right behind words in marks introduces others: "X sagte: „…“, fügte aber hinzu: „…“"."""
    end = sentence.clauses[cue.clause].end
    return end < sentence.end and view.words[end] == ":"


def _left_behind(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb of saying stands in a clause that only leads up to the main clause before the colon: "Während X
    von Erfolgen sprach, blieb Y streng: „…“"."""
    number = sentence.clause_of(first - 1)
    kind = sentence.clauses[cue.clause].kind
    return kind is ClauseKind.SUBORDINATE and any(
        c.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
        for c in sentence.clauses[cue.clause + 1 : number + 1]
    )


def _inserted(sentence: Sentence, cue: Cue, first: int) -> bool:
    """Whether a verb stands in a relative clause that ends before the clause around token `first` goes on."""
    here = sentence.clause_of(first)
    return sentence.clauses[cue.clause].kind is ClauseKind.RELATIVE and here > cue.clause


def _follows(view: View, sentence: Sentence, end: int, cue: Cue) -> bool:
    """Whether a cue stands right behind the closing mark, or follows it as "wie X sagte" or, in English, "X said"."""
    i = end
    while i < len(view.words) and i < end + 3 and (view.space[i] or view.words[i] in (",", "–", "—", ".")):
        i += 1
    if i >= len(view.words):
        return False
    if cue.finite == i or min(cue.tokens) == i:
        return True
    if view.low[i] == "wie":
        return cue.finite < i + 25 and not any(view.words[k] in (":", ";") for k in range(i, cue.finite))
    if view.low[i] == "so" and cue.finite == i + 1:
        return True
    if view.lexicon.language != "en":
        return False
    subject = subject_of(view, sentence, cue.finite)
    straight = "," not in view.words[i : cue.finite] or (subject is not None and subject.start == i)
    return straight and cue.finite < i + 10


def _with_cue(
    view: View, sentence: Sentence, marked: Marked, cue: Cue, frame: Spans, rule: str, before: Finding | None
) -> Finding:
    speaker = speaker_of(view, sentence, cue)
    if speaker is None and not cue.passive and not cue.may("s"):
        speaker = _named_beside(view, sentence, cue)
    spans: Spans = (_span(view, speaker),) if speaker is not None else ()
    carried = False
    if not spans and not cue.passive and not cue.may("s") and before is not None and _coordinated(view, cue):
        spans, carried = before.speaker, True
    finding = _finding(marked, rule, speaker=spans, cue=token_spans(view, cue.tokens), frame=frame)
    return replace(finding, carried=carried, addressee=addressee(view, sentence, cue, speaker))


def _named_beside(view: View, sentence: Sentence, cue: Cue) -> Phrase | None:
    """Who is named in the clause of a verb whose subject was not found, if only one is and may speak."""
    clause = sentence.clauses[cue.clause]
    named = [
        p
        for p in sentence.phrases
        if clause.first <= p.start
        and p.end <= clause.end
        and (p.preposition is None or p.preposition == clause.first)
        and not view.is_speech(p.start)
        and may_speak(view, p)
    ]
    return named[0] if len(named) == 1 else None


def _with_source(marked: Marked, source: Source, frame: Spans, rule: str) -> Finding:
    return _finding(marked, rule, speaker=source.speaker, cue=source.cue, frame=frame)


def _coordinated(view: View, cue: Cue) -> bool:
    """Whether the verb shares its subject with what went before: "… und fügte hinzu"."""
    first = min(cue.tokens)
    return first > 0 and view.lexicon.has(view.low[first - 1], "conjunction")


def _introduced(view: View, sentence: Sentence, left: int, right: int) -> Phrase | None:
    """Who acts in what stands before a colon, or what text: the subject of the last main clause whose subject can
    speak, else of the clause that the colon ends. None where the first verb is a Konjunktiv."""
    clauses = [c for c in sentence.clauses if left <= c.first < right and c.finite is not None]
    if not clauses:
        return _first_subject(view, sentence, left, right)
    if clauses[0].finite is None or view.is_subjunctive(clauses[0].finite):
        return None
    main = [c for c in reversed(clauses) if c.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST)]
    for clause in (*main, clauses[-1]):
        assert clause.finite is not None
        for phrase in (
            subject_of(view, sentence, clause.finite),
            parsed_subject(view, sentence, clause.finite),
        ):
            if phrase is None or phrase.end > right:
                continue
            if may_speak(view, phrase) or (not phrase.pronoun and _tells(view, phrase)):
                return phrase
    return None


def _only_one_named(view: View, sentence: Sentence, first: int) -> Phrase | None:
    """Who is named in the main clause before a colon, if it is only one, in whatever case: "Dem Torwart fiel nur eines
    ein", "bei der Wirtin klingt das anders"; but not whom or what it is about."""
    clause = sentence.clauses[sentence.clause_of(first - 2)]
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.VERB_FIRST):
        return None
    named = [
        p
        for p in sentence.phrases
        if clause.first <= p.start and p.end <= first and not p.pronoun and may_speak(view, p)
    ]
    if len(named) != 1:
        return None
    preposition = named[0].preposition
    return None if preposition is not None and view.low[preposition] in _ABOUT else named[0]


def _tells(view: View, phrase: Phrase) -> bool:
    """Whether a phrase names a text or something said: "ein Zettel", "die Antwort der Kämmerin"."""
    said = any(view.lexicon.cue_nouns.get(view.words[i]) for i in range(phrase.start, phrase.head + 1))
    return said or is_text(view, phrase)


def _first_subject(view: View, sentence: Sentence, left: int, right: int) -> Phrase | None:
    """The first phrase that can be a subject between two tokens, speech left out."""
    return next(
        (
            p
            for p in sentence.phrases
            if p.subject and left <= p.start and p.end <= right and not view.is_speech(p.start)
        ),
        None,
    )


def speaker_before(view: View, sentence: Sentence) -> Spans:
    """The subject that opens the sentence before, if it stands in the same paragraph and names somebody."""
    number = view.unit_of[sentence.unit.first]
    if number < 1:
        return ()
    unit = view.units[number - 1]
    if unit.paragraph != sentence.unit.paragraph:
        return ()
    earlier = read_sentence(view, unit)
    subject = main_subject(view, earlier)
    if subject is not None:
        return (_span(view, subject),)
    for phrase in earlier.phrases:
        if phrase.subject and names_somebody(view, phrase):
            return (_span(view, phrase),)
    return ()


def _frame(view: View, left: int, first: int, end: int, right: int) -> Spans:
    """What stands around a stretch, up to the next ones or the ends of the sentence."""
    spans = []
    if first > left:
        spans.append(strip(view.span(left, first), view.text))
    if right > end:
        spans.append(strip(view.span(end, right), view.text))
    return tuple(span for span in spans if any(char.isalpha() for char in view.text[span[0] : span[1]]))


def _finding(marked: Marked, rule: str, speaker: Spans = (), cue: Spans = (), frame: Spans = ()) -> Finding:
    return Finding(QuoteType.DIRECT, (marked.span,), rule, RULES[rule].confidence, speaker, cue, frame)


def _span(view: View, phrase: Phrase) -> Span:
    return view.span(phrase.start, phrase.end)


def token_spans(view: View, tokens: tuple[int, ...]) -> Spans:
    """Spans of tokens, neighbours joined."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i == runs[-1][1]:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return tuple(view.span(first, end) for first, end in runs)
