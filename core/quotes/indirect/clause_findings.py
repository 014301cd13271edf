"""A finding from the tokens of a clause: in runs, without what frames it."""

from collections.abc import Iterable, Sequence

from core.analysis.analysis import QuoteType
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.phrase import Phrase
from core.quotes.finding import Finding, Spans
from core.quotes.rules import RULES
from core.text.spans import Span, strip

_EDGES = frozenset((",", "–", "—", "-", ";", ":"))
_CLAUSES = frozenset(
    ("ROOT", "ccomp", "conj", "parataxis", "advcl", "acl:relcl", "acl", "csubj", "advcl:relcl", "xcomp")
)
_MOSTLY = 0.8
"""The share of words in marks from which a clause is direct speech and not indirect."""


def clause_of(parsed: ParsedText, i: int) -> int:
    """The head of the clause that a token belongs to."""
    for _ in range(20):
        if parsed.dep[i] in _CLAUSES or parsed.head[i] == i:
            return i
        i = parsed.head[i]
    return i


def finding_of(
    parsed: ParsedText, cue: Sequence[int], speaker: Phrase | None, tokens: Sequence[int], rule: str
) -> list[Finding]:
    """What is said by the tokens of a clause, as a finding; none where all of it is in marks."""
    own = set(cue)
    if speaker is not None and not set(tokens) >= set(range(speaker.start, speaker.end)):
        own |= set(range(speaker.start, speaker.end))
    kept = [i for i in tokens if i not in own]
    spans = runs_of(parsed, kept)
    if not spans or is_in_marks(parsed, kept) or (len(spans) > 1 and _opens_in_marks(parsed, spans[0])):
        return []
    who: Spans = () if speaker is None else (parsed.span(speaker.start, speaker.end),)
    if speaker is not None and any(a <= who[0][0] and who[0][1] <= b for a, b in spans):
        who = ()
    frame = (parsed.span(min(own), max(own) + 1),) if own else ()
    confidence = RULES[rule].confidence
    return [
        Finding(QuoteType.INDIRECT, spans, rule, confidence, who, parsed.spans_of(tuple(sorted(cue))), frame)
    ]


def runs_of(parsed: ParsedText, tokens: Sequence[int]) -> Spans:
    """The characters of tokens in runs, without punctuation at their edges."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and all(parsed.pos[k] == "PUNCT" or parsed.space[k] for k in range(runs[-1][1], i)):
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    spans: list[Span] = []
    for first, end in runs:
        while first < end and (parsed.words[first] in _EDGES or parsed.space[first]):
            first += 1
        while end > first and (
            parsed.words[end - 1] in _EDGES or parsed.space[end - 1] or parsed.is_stop(end - 1)
        ):
            end -= 1
        if any(parsed.words[i][:1].isalnum() for i in range(first, end)):
            spans.append(_closed(parsed, _without_stop(parsed, first, end)))
    return tuple(spans)


def _without_stop(parsed: ParsedText, first: int, end: int) -> Span:
    """The characters of some tokens without a full stop that the tokenizer has left on the last word."""
    start, stop = strip(parsed.span(first, end), parsed.text)
    last = parsed.words[end - 1]
    stopped = last.endswith(".") and last[:-1].isalpha() and last not in parsed.lexicon.abbreviations
    return (start, stop - 1) if stopped and len(last) > 2 else (start, stop)


def _closed(parsed: ParsedText, span: Span) -> Span:
    """A span with the closing mark right behind it, where the opening one is inside it."""
    last = parsed.stretch_at(parsed.token_from(span[1]) - 1)
    if last is None or not last.closed or not span[0] < last.start < span[1] < last.end:
        return span
    return span if parsed.text[span[1] : last.end - 1].strip(" .,!?") else (span[0], last.end)


def is_in_marks(parsed: ParsedText, tokens: Iterable[int]) -> bool:
    """Whether nearly all words are in marks, so that the clause is direct speech."""
    words = [i for i in tokens if parsed.words[i][:1].isalnum()]
    return not words or sum(parsed.is_speech(i) for i in words) > _MOSTLY * len(words)


def _opens_in_marks(parsed: ParsedText, span: Span) -> bool:
    """Whether the first part of a statement is all in marks: what follows it is the writer's."""
    return is_in_marks(parsed, range(parsed.token_at(span[0]), parsed.token_from(span[1])))


def count(parsed: ParsedText, tokens: Iterable[int]) -> int:
    """The words among tokens."""
    return sum(parsed.words[i][:1].isalpha() for i in tokens)
