"""Speech acts reported without their words, where the parse tells what hangs on a verb: "Tenants rejected it"."""

from collections.abc import Collection, Iterable, Iterator

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.parsed_text.phrases import names_somebody
from core.parsed_text.trees import dependents, own_subject, subtree
from core.quotes import rules
from core.quotes.cues.cue import Cue
from core.quotes.cues.speech_acts import Act, Acts
from core.quotes.cues.verbs_by_parse import cues_by_parse
from core.quotes.finding import Finding, Spans
from core.quotes.indirect.clause_findings import runs_of
from core.quotes.speakers.subjects_by_parse import speaker_by_parse
from core.quotes.speakers.texts import is_text
from core.text.spans import overlaps

_DONE = frozenset(("ROOT", "conj", "parataxis", "acl:relcl", "advcl", "ccomp"))
_BESIDE = frozenset(("after", "before", "while", "when", "by"))
_TOLD = frozenset(("after", "as", "while", "because", "though", "although", "since", "when", "whereas"))
"""What opens an adverbial clause that tells what happened."""
_WRITER = frozenset(("i", "we", "you", "one", "it"))
_WILLING = frozenset(("would", "will", "wo"))
_OTHERS = ("nsubj", "nsubj:pass", "csubj", "cc", "parataxis", "discourse")
"""What hangs on a verb and is not told of it."""
_CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "acl"))


def acts_by_parse(
    parsed: ParsedText, sentence: Sentence, acts: Acts, found: Iterable[Finding]
) -> list[Finding]:
    """What is done with words in a sentence, with verbs that none of the findings `found` has."""
    said = list(found)
    told: list[Finding] = []
    for cue in cues_by_parse(parsed, sentence, acts.forms):
        finding = _act(parsed, sentence, cue, acts, [*said, *told])
        if finding is not None:
            told.append(finding)
    return told


def _act(parsed: ParsedText, sentence: Sentence, cue: Cue, acts: Acts, said: list[Finding]) -> Finding | None:
    act, verb = acts.of(cue.verb), cue.full
    if act is None or (cue.passive and not act.passive) or parsed.dep[verb] not in _DONE:
        return None
    if cue.negated and not (act.declined and _is_declined(parsed, verb)):
        return None
    if parsed.dep[verb] == "advcl" and not _is_told_beside(parsed, verb):
        return None
    if _is_taken(parsed, cue, said):
        return None
    speaker = speaker_by_parse(parsed, sentence, cue)
    if speaker is None or not _can_speak(parsed, speaker, act) or not _fits(parsed, verb, act):
        return None
    told = [child for child in parsed.children(verb) if _introduces(parsed, child, said)]
    return next(iter(act_of(parsed, cue, speaker, spans_of_act(parsed, cue, speaker, told))), None)


def act_of(parsed: ParsedText, cue: Cue, speaker: Phrase, spans: Spans) -> list[Finding]:
    """An act as a finding; none without words for it."""
    if not spans:
        return []
    who = (parsed.span(speaker.start, speaker.end),)
    confidence = rules.RULES[rules.REPORTED_ACT].confidence
    return [
        Finding(QuoteType.REPORTED, spans, rules.REPORTED_ACT, confidence, who, parsed.spans_of(cue.tokens))
    ]


def _is_declined(parsed: ParsedText, verb: int) -> bool:
    """Whether somebody did not want to say something: "would not comment", "won't say who paid"."""
    return any(parsed.low[i] in _WILLING for i in dependents(parsed, verb, "aux"))


def _is_told_beside(parsed: ParsedText, verb: int) -> bool:
    """Whether an adverbial clause tells what was done: a participle, or a time, reason or contrast with a subject of
    its own; not what is prevented, intended or supposed."""
    marks = {parsed.low[mark] for mark in dependents(parsed, verb, "mark")}
    if parsed.low[verb].endswith("ing"):
        return marks <= _BESIDE
    return bool(marks & _TOLD) and own_subject(parsed, verb) is not None


def _is_taken(parsed: ParsedText, cue: Cue, said: Iterable[Finding]) -> bool:
    """Whether the verb introduces something found already, marks that are a part of it left aside."""
    verb = parsed.span(cue.full, cue.full + 1)
    for finding in said:
        inside = any(overlaps(verb, span) for span in finding.spans)
        introduces = any(overlaps(verb, span) for span in finding.cue)
        if inside or (introduces and finding.type is not QuoteType.DIRECT):
            return True
        opens = parsed.text[: finding.start].rstrip()[-1:] in (":", ",")
        if introduces and (finding.rule == rules.CUE_AFTER or (finding.rule == rules.CUE_BEFORE and opens)):
            return True
    return False


def _can_speak(parsed: ParsedText, speaker: Phrase, act: Act) -> bool:
    if speaker.pronoun:
        low = parsed.low[speaker.start]
        return low not in _WRITER or (low == "it" and act.by_it)
    if names_somebody(parsed, speaker) or is_text(parsed, speaker):
        return True
    return act.by_somebody or parsed.number[speaker.head] == "Plur"


def _fits(parsed: ParsedText, verb: int, act: Act) -> bool:
    """Whether the verb has all that one way of using it needs: "obj", "inf" or "to" for an infinitive, "ing", "that",
    "wh" for a question, or a preposition; "-" for nothing."""
    has = set(_complements(parsed, verb))
    return any(set(needs) <= has for needs in act.needs)


def _complements(parsed: ParsedText, verb: int) -> Iterator[str]:
    objects = 0
    for child in parsed.children(verb):
        relation = parsed.dep[child]
        if relation == "obj" and _is_of_infinitive(parsed, verb, child):
            continue
        if relation in ("obj", "iobj", "nsubj:pass"):
            yield "adj" if relation == "obj" and objects else "obj"
            objects += 1
            if any(parsed.opens_stretch(k) for k in subtree(parsed, child)):
                yield "marks"
            yield parsed.low[child]
            for own in dependents(parsed, child, "nmod"):
                yield from _prepositions(parsed, own)
            for own in dependents(parsed, child, "acl"):
                yield from _marks(parsed, own)
        elif relation in _CLAUSES or relation == "advcl":
            yield from _marks(parsed, child)
            if relation == "ccomp" and _is_object_in_marks(parsed, verb, child):
                yield from ("obj", "marks")
            if relation in ("xcomp", "ccomp") and not _is_gerund(parsed, child):
                yield "adj" if parsed.pos[child] in ("ADJ", "NOUN") else "clause"
        elif relation == "parataxis" and _is_called(parsed, child):
            yield from ("adj", "marks")
        elif relation in ("obl", "obl:agent"):
            yield from _prepositions(parsed, child)
            for own in dependents(parsed, child, "acl"):
                yield from _marks(parsed, own)
            if any(_asks(parsed, det) for det in dependents(parsed, child, "det")):
                yield "wh"
        elif relation in ("compound:prt", "advmod"):
            yield parsed.low[child]


def _asks(parsed: ParsedText, i: int) -> bool:
    return parsed.lexicon.has(parsed.low[i], "question") or parsed.low[i] == "whose"


def _is_called(parsed: ParsedText, i: int) -> bool:
    """Whether words in marks right behind an object are what it is called: 'called the leak "a small matter"'."""
    first = subtree(parsed, i)[0]
    return parsed.opens_stretch(first) and parsed.words[first - 1] not in (",", ":", "–", "—")


def _is_object_in_marks(parsed: ParsedText, verb: int, i: int) -> bool:
    """Whether what is read as a clause in marks is a noun right behind the verb: 'blamed "a handful of fools"'."""
    first = subtree(parsed, i)[0]
    bare = parsed.pos[i] == "NOUN" and not any(
        parsed.dep[k] in (*_OTHERS, "cop", "aux") for k in parsed.children(i)
    )
    return bare and first == verb + 1 and parsed.opens_stretch(first)


def _is_of_infinitive(parsed: ParsedText, verb: int, told: int) -> bool:
    """Whether the object ahead of a verb is that of the infinitive behind it: "a wood that they proposed to fell"."""
    infinitive = parsed.low[verb + 1 : verb + 2] == ["to"] and parsed.head[verb + 1] != verb
    return told < verb and infinitive and parsed.lexicon.has(parsed.low[told], "relative")


def _is_gerund(parsed: ParsedText, i: int) -> bool:
    return parsed.low[i].endswith("ing") and parsed.pos[i] in ("VERB", "AUX")


def _prepositions(parsed: ParsedText, noun: int) -> Iterator[str]:
    return (parsed.low[case] for case in dependents(parsed, noun, "case"))


def _marks(parsed: ParsedText, clause: int) -> Iterator[str]:
    marks = [parsed.low[mark] for mark in dependents(parsed, clause, "mark")]
    yield from marks
    if "to" in marks:
        yield "inf"
    if _is_gerund(parsed, clause):
        yield "ing"
    first = subtree(parsed, clause)[0]
    if parsed.lexicon.has(parsed.low[first], "question") or parsed.low[first] in ("whether", "if"):
        yield "wh"


def spans_of_act(parsed: ParsedText, cue: Cue, speaker: Phrase, told: Collection[int]) -> Spans:
    """The clause of an act without its subject, without clauses joined to it, and without those of `told`."""
    verb = cue.full
    cut = [
        child
        for child in parsed.children(verb)
        if parsed.dep[child] == "conj"
        or (child < verb and (parsed.dep[child] == "obl" or parsed.words[child + 1] == ","))
    ]
    own = set(range(speaker.start, speaker.end))
    cut += [child for child in dependents(parsed, verb, *_OTHERS) if not _is_called(parsed, child)]
    tokens = [i for i in subtree(parsed, verb, cut=(*cut, *told)) if i not in own]
    spans = runs_of(parsed, tokens)
    start, end = parsed.span(verb, verb + 1)
    return tuple(span for span in spans if span[0] <= start and end <= span[1])


def _introduces(parsed: ParsedText, child: int, said: list[Finding]) -> bool:
    """Whether a clause that hangs on the verb is one of saying that is found already: ", saying it would …"."""
    if parsed.dep[child] not in ("advcl", "parataxis", "acl"):
        return False
    verb = parsed.span(child, child + 1)
    return any(overlaps(verb, span) for finding in said for span in finding.cue)
