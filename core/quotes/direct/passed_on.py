"""Words that one source quotes from another: „…“, zitiert die Zeitung den Minister. Both are named behind them.

The quotation is that of the source who passes the words on, and within it, without the marks, lies that of the one who
said them: two of them, as when somebody says that somebody said something.
"""

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import Sentence
from core.parsed_text.parsed_text import ParsedText
from core.parsed_text.word_order import subject_of
from core.quotes.cues.cue import Cue
from core.quotes.finding import Finding, Spans
from core.quotes.rules import RULES
from core.quotes.speakers.subjects import source_of
from core.text.spans import Span, contains, overlaps, strip

_RULE = "direct, passed on"
_QUOTING = "zitieren"


def with_passed_on(
    parsed: ParsedText, sentence: Sentence, verbs: list[Cue], found: list[Finding]
) -> list[Finding]:
    """The findings of one sentence, with a second one for words in marks that are quoted by a source named as such."""
    quoting = [cue for cue in verbs if cue.verb.lemma == _QUOTING]
    if not quoting:
        return found
    result: list[Finding] = []
    for finding in found:
        cue = next(
            (cue for cue in quoting if _has(finding.cue, parsed.span(cue.finite, cue.finite + 1))), None
        )
        source = _source(parsed, sentence, cue, finding) if cue is not None else None
        if source is None or finding.type is not QuoteType.DIRECT or not finding.speaker:
            result.append(finding)
            continue
        result.append(
            replace(finding, rule=_RULE, confidence=RULES[_RULE].confidence, speaker=(source,), carried=False)
        )
        result.append(replace(finding, spans=tuple(_bare(parsed, span) for span in finding.spans)))
    return result


def _has(spans: Spans, part: Span) -> bool:
    return any(contains(span, part) for span in spans)


def _source(parsed: ParsedText, sentence: Sentence, cue: Cue, finding: Finding) -> Span | None:
    """Who quotes: the subject, in a passive the agent; None where nobody is named, or only who is quoted."""
    phrase = source_of(parsed, sentence, cue) if cue.passive else subject_of(parsed, sentence, cue.finite)
    if phrase is None or phrase.pronoun:
        return None
    span = parsed.span(phrase.start, phrase.end)
    return None if any(overlaps(span, other) for other in finding.speaker) else span


def _bare(parsed: ParsedText, span: Span) -> Span:
    """A stretch without its marks."""
    marked = parsed.stretch_at(parsed.token_at(span[0]))
    return strip(marked.inner, parsed.text) if marked is not None and marked.span == span else span
