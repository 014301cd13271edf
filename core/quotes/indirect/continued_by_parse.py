"""Sentences with "would" right behind a statement with "would", which go on with it: "The levy, she said, would fund
carriages. No household would pay a penny"."""

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.trees import dependent, dependents, own_subject
from core.quotes.finding import Finding
from core.quotes.rules import RULES
from core.text.spans import strip

_RULE = "would goes on"
_NEAR = 4
"""Characters between the two sentences: a full stop, a mark, a space."""
_NOT_THEIRS = frozenset(("i", "we", "you", "he", "she", "who", "this"))
"""Subjects with which a writer tells what came of somebody later: "He would die in May"."""
_WOULD = frozenset(("would", "’d", "'d"))


def goes_on_with_would(parsed: ParsedText, sentence: Sentence, before: Finding | None) -> Finding | None:
    """The sentence as free indirect speech of who spoke right before, in the same paragraph."""
    if before is None or before.type is not QuoteType.INDIRECT or not before.speaker or before.inner:
        return None
    first, end = sentence.unit.first, sentence.end
    ends = max(before.end, *(stop for _, stop in (*before.cue, *before.speaker, *before.frame)))
    if not 0 <= parsed.starts[first] - ends <= _NEAR or not _has_would(parsed, before):
        return None
    root = next((i for i in range(first, end) if parsed.dep[i] == "ROOT"), None)
    if root is None or not any(parsed.low[i] == "would" for i in dependents(parsed, root, "aux")):
        return None
    subject = own_subject(parsed, root)
    if subject is None or parsed.low[subject] in _NOT_THEIRS or dependent(parsed, root, "advcl", "parataxis"):
        return None
    asks = "?" in parsed.words[first : sentence.unit.end]
    if asks or any(parsed.stretch_at(i) is not None for i in range(first, end)):
        return None
    span = strip(parsed.span(first, end), parsed.text)
    stop = span[1] - 1 if parsed.text[span[1] - 1] == "." else span[1]
    rule = RULES[_RULE]
    return Finding(
        QuoteType.INDIRECT_FREE_INDIRECT,
        ((span[0], stop),),
        rule.name,
        rule.confidence,
        before.speaker,
        carried=True,
    )


def _has_would(parsed: ParsedText, finding: Finding) -> bool:
    return any(
        parsed.low[i] in _WOULD
        for start, stop in finding.spans
        for i in range(parsed.token_at(start), parsed.token_from(stop))
    )
