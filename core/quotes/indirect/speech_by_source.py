"""What a named source says: laut X, X zufolge, nach Angaben von X, …, so X."""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import DEPENDENT, MAIN, Clause, ClauseKind, Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrases import may_speak
from core.quotes import rules
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.frames import holds_subjunctive
from core.quotes.indirect.statement_behind import is_the_writers
from core.quotes.speakers.addressees import turned_to
from core.quotes.speakers.sources import Source
from core.text.spans import strip
from core.text.tables import listed

_FEW = 3
"""Words in which it is told how somebody says something: "sichtlich erleichtert"."""
_COMPLEMENTS = frozenset((ClauseKind.INFINITIVE, ClauseKind.CLAUSE))
FEWEST = 4
"""Words that a statement has at least, where no verb in it is known."""


def speech_by_source(parsed: ParsedText, sentence: Sentence, sources: list[Source]) -> list[Finding]:
    """The statements of a sentence whose sources it names."""
    found: list[Finding] = []
    for number, source in enumerate(sources):
        reach = _without_aside(parsed, sentence, source, *_reach(parsed, sentence, sources, number))
        finding = _from_source(parsed, sentence, source, *reach)
        if finding is not None:
            found.append(replace(finding, addressee=_addressee(parsed, sentence, source)))
    return found


def _addressee(parsed: ParsedText, sentence: Sentence, source: Source) -> Spans:
    """To whom a source says so in the clause where it is named: "so die Wirtin gegenüber dem Sender"."""
    clause = sentence.clauses[sentence.clause_of(source.first)]
    last = sentence.clauses[sentence.clause_of(source.end - 1)]
    return turned_to(parsed, [p for p in sentence.phrases if clause.first <= p.start and p.end <= last.end])


def _reach(parsed: ParsedText, sentence: Sentence, sources: list[Source], number: int) -> tuple[int, int]:
    """The tokens that one of several sources may speak for: each has the clauses from its own up to the next one's."""
    first, end = sentence.unit.first, sentence.end
    own = sentence.clauses[sentence.clause_of(sources[number].first)]
    if (
        own.kind in DEPENDENT
        and own.first > first
        and sources[number].rule not in (rules.SO, rules.POINTS_BACK)
    ):
        return own.first, _end_of_dependent(parsed, sentence, sentence.clause_of(sources[number].first))
    if _is_noun_before(sources[number]) and own.first > first:
        end = _end_of_relative(parsed, sentence, sentence.clause_of(sources[number].first))
    starts = [sentence.clauses[sentence.clause_of(source.first)].first for source in sources]
    if number and starts[number] > starts[number - 1] and starts[number] > sources[number - 1].end:
        first = starts[number]
    if (
        number + 1 < len(sources)
        and starts[number + 1] > starts[number]
        and starts[number + 1] > sources[number].end
    ):
        end = min(end, starts[number + 1])
        while end > first and parsed.words[end - 1] in (",", ";", "–", "—"):
            end -= 1
    if sources[number].rule == rules.POINTS_BACK:
        return first, end
    return _within_stops(parsed, sentence, sources[number], first, end)


def _within_stops(
    parsed: ParsedText, sentence: Sentence, source: Source, first: int, end: int
) -> tuple[int, int]:
    """The tokens from `first` up to `end` without whole sentences that a semicolon or a colon parts from the one the
    source is named in: "Es regnete: Das Dach ist laut dem Wirt dicht"."""
    own = sentence.clause_of(source.end - 1)
    for clause in sentence.clauses[own + 1 :]:
        another = is_the_writers(parsed, clause) or _says_another(parsed, sentence, clause)
        if source.end <= clause.first < end and another:
            end = clause.first - 1
    for number in range(sentence.clause_of(source.first), 0, -1):
        clause = sentence.clauses[number]
        if clause.first <= first:
            break
        before, behind = sentence.clauses[:number], sentence.clauses[number : own + 1]
        parted = clause.separator == ";" or (clause.separator == ":" and clause.kind in MAIN)
        told = any(c.kind in MAIN for c in before) and not any(holds_subjunctive(parsed, c) for c in before)
        if parted and told and any(c.finite is not None for c in behind):
            return clause.first, end
    return first, end


def _says_another(parsed: ParsedText, sentence: Sentence, clause: Clause) -> bool:
    """Whether a main clause behind a colon tells what somebody else says: "Aus Sicht der Wirte ist das zu spät: Der Rat
    warf ihnen vor, zu jammern"."""
    verb = clause.finite
    if clause.separator != ":" or clause.kind is not ClauseKind.MAIN or verb is None:
        return False
    if parsed.is_subjunctive(verb) or parsed.low[verb] not in parsed.lexicon.cues:
        return False
    return any(
        p.subject and clause.first <= p.start < clause.end and (p.pronoun or may_speak(parsed, p))
        for p in sentence.phrases
    )


def _end_of_dependent(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """Where a clause ends that names its source, with what its verb has behind a comma: "weil er laut dem Wirt
    versucht, zu gehen"."""
    own = sentence.clauses[number]
    end, reported = own.end, holds_subjunctive(parsed, own)
    for clause in sentence.clauses[number + 1 :]:
        more = clause.kind is ClauseKind.RELATIVE and reported and holds_subjunctive(parsed, clause)
        if clause.separator != "," or not (more or clause.kind in _COMPLEMENTS):
            break
        end = clause.end
    return end


def _is_noun_before(source: Source) -> bool:
    """Whether the source is a noun on which the clause hangs that says it: "Gerüchte, wonach …", "nach denen …"."""
    return source.rule == rules.POINTS_BACK and source.speaker != source.cue


def _end_of_relative(parsed: ParsedText, sentence: Sentence, number: int) -> int:
    """Where a clause that hangs on a noun ends, with those that hang on it: before the verb with which the sentence
    around it goes on: "Die These, wonach es sank, gerät ins Wanken"."""
    if sentence.clauses[number].finite is None:
        return sentence.end
    for later in sentence.clauses[number + 1 :]:
        verb = later.finite
        if later.kind is ClauseKind.VERB_FIRST and verb is not None and not parsed.is_subjunctive(verb):
            return later.first - 1
    return sentence.end


def tells_beside(parsed: ParsedText, sentence: Sentence, number: int, end: int) -> bool:
    """Whether a clause behind who speaks is the writer's: a relative clause about the speaker, or what happens at the
    time, in the indicative where what is said before token `end` is in the Konjunktiv or in marks."""
    clause = sentence.clauses[number]
    if clause.kind is ClauseKind.RELATIVE:
        return True
    if _tells_how(parsed, clause, sentence.end) and not _is_unfinished(parsed, end):
        return True
    if clause.kind is not ClauseKind.SUBORDINATE or not parsed.lexicon.has(
        parsed.low[clause.first], "meanwhile"
    ):
        return False
    said = range(sentence.unit.first, end)
    reported = any(parsed.is_subjunctive(i) or parsed.is_speech(i) for i in said)
    return reported and not any(parsed.is_subjunctive(i) for i in range(clause.first, clause.end))


def _tells_how(parsed: ParsedText, clause: Clause, end: int) -> bool:
    """Whether some last words in small letters tell how who speaks is: ", sichtlich erleichtert"."""
    while end > clause.first and not parsed.words[end - 1][:1].isalpha():
        end -= 1
    words = parsed.words[clause.first : end]
    last = end - 1
    return (
        clause.kind is ClauseKind.FRAGMENT
        and clause.end >= end
        and 0 < len(words) <= _FEW
        and all(word.islower() for word in words)
        and (parsed.verb_form[last] == "Part" or parsed.tag[last] == "ADJD")
    )


def _is_unfinished(parsed: ParsedText, end: int) -> bool:
    """Whether what is said before token `end` has an auxiliary near its end, the rest of which is behind who says it:
    "Der Rat habe, so X, lange gewartet", "Dafür sei es, so X, zu spät"."""
    while end > 0 and parsed.words[end - 1] == ",":
        end -= 1
    last = end - 1
    while last > 0 and parsed.pos[last] == "PRON":
        last -= 1
    linking = last >= 0 and (parsed.pos[last] == "AUX" or parsed.lemma[last] == "werden")
    return linking and parsed.is_finite(last)


def _without_aside(
    parsed: ParsedText, sentence: Sentence, source: Source, first: int, end: int
) -> tuple[int, int]:
    """The tokens that a source speaks for, without what the writer tells behind it: "so X, während er aufsteht"."""
    if source.rule != rules.SO or source.first <= first:
        return first, end
    number = sentence.clause_of(source.end - 1) + 1
    if number < len(sentence.clauses) and sentence.clauses[number].first < end:
        clause = sentence.clauses[number]
        if clause.separator == "," and tells_beside(parsed, sentence, number, source.first):
            return first, max(source.end, clause.first - 1)
    return first, end


def _behind(parsed: ParsedText, sentence: Sentence, source: Source, end: int) -> int:
    """Where what a source says begins behind it: behind what a relative clause tells of the source as well, where the
    sentence goes on with its verb: "Nach Worten von Lind, die das Amt leitet, fehlt Geld"."""
    behind = source.end
    while behind < end and parsed.words[behind] in (",", "–", "—"):
        behind += 1
    number = sentence.clause_of(behind) if behind < end else 0
    told = sentence.clauses[number]
    resumed = next((c for c in sentence.clauses[number + 1 :] if c.kind is ClauseKind.VERB_FIRST), None)
    apposition = told.kind is ClauseKind.FRAGMENT and told.separator == ","
    relative = told.kind is ClauseKind.RELATIVE or parsed.tag[told.first] == "PRELS"
    about = told.first == behind and (relative or apposition) and sentence.clauses[0].finite is None
    if number == 1 and about and resumed is not None and resumed.first < end:
        return resumed.first
    return behind


def _past_another(parsed: ParsedText, sentence: Sentence, source: Source, first: int) -> int:
    """Where the words begin that a source may speak for, past who tells them: "Wie die Stadt mitteilte, ist der Steg
    laut dem Amt dicht"."""
    opening, main = sentence.clauses[0], sentence.clauses[1:2]
    tells = opening.kind is ClauseKind.SUBORDINATE and opening.finite is not None and bool(main)
    if not tells or opening.first != first or not main[0].first <= source.first:
        return first
    said = parsed.low[opening.end - 1] in parsed.lexicon.cues and main[0].kind is ClauseKind.VERB_FIRST
    return main[0].first if said and parsed.low[first] in listed("as_said") else first


def _from_source(
    parsed: ParsedText, sentence: Sentence, source: Source, first: int, end: int
) -> Finding | None:
    """The words from `first` up to `end` without those that name the source."""
    first = _past_another(parsed, sentence, source, first)
    while first < source.first and parsed.lexicon.has(parsed.low[first], "conjunction"):
        first += 1
    spans = []
    if source.first > first:
        spans.append(strip(parsed.span(first, source.first), parsed.text))
    behind = _behind(parsed, sentence, source, end)
    if end > behind:
        spans.append(strip(parsed.span(behind, end), parsed.text))
    if _is_noun_before(source) and source.first > first:
        spans = spans[-1:]
    spans = [span for span in spans if any(char.isalpha() for char in parsed.text[span[0] : span[1]])]
    words = [i for i in range(first, end) if not source.first <= i < source.end]
    words_with_letters = sum(parsed.words[i][:1].isalpha() for i in words)
    if not spans or (words_with_letters < FEWEST and not any(parsed.is_finite(i) for i in words)):
        return None
    if all(parsed.is_speech(i) or not parsed.words[i][:1].isalpha() for i in words):
        return None
    frame_first, frame_end = source.first, source.end
    frame = (strip(parsed.span(frame_first, frame_end), parsed.text),)
    return Finding(
        QuoteType.INDIRECT,
        tuple(spans),
        source.rule,
        rules.RULES[source.rule].confidence,
        speaker=source.speaker,
        cue=source.cue,
        frame=frame,
    )
