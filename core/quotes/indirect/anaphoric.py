"""A sentence that says of the one before it that somebody said so: "Das teilte die Polizei mit." """

from dataclasses import replace

from core.analysis.analysis import QuoteType
from core.parsed_text.clauses import ClauseKind, Sentence
from core.parsed_text.dependencies import main_subject
from core.parsed_text.parsed_text import ParsedText, Unit
from core.parsed_text.phrases import is_bare_thing
from core.quotes import rules
from core.quotes.cues.cue import Cue
from core.quotes.cues.speech_acts import is_about_others
from core.quotes.finding import Finding, Spans
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import is_text, refers_to_words
from core.text.spans import overlaps, strip

_RULE = "that is what X said"
_UNATTRIBUTED = frozenset((rules.ALONE, rules.CARRIED_OVER))
_GUESSED = frozenset((rules.REPORTED_ACT, rules.HEARSAY))
"""Rules that take a whole sentence on the strength of one verb, and give way to what the next sentence says of it."""


def anaphoric_finding(
    parsed: ParsedText, sentence: Sentence, verbs: list[Cue], before: Unit | None, last: Finding | None
) -> Finding | None:
    """What the sentence `before` says, with the speaker named in this one; None if this one does not point back.

    If `last` is speech in marks that ends the sentence before and has no cue of its own, or that sentence as a whole,
    the result replaces it.
    """
    first = sentence.unit.first
    if before is None or before.paragraph != sentence.unit.paragraph:
        return None
    if last is not None and last.rule in _UNATTRIBUTED and refers_to_words(parsed, first, sentence.end):
        return _with_these_words(parsed, sentence, before, last)
    if not parsed.lexicon.has(parsed.low[first], "pointer"):
        return None
    verb = next((cue for cue in verbs if cue.clause == 0 and cue.finite == first + 1), None)
    if (
        verb is None
        or verb.passive
        or is_about_others(parsed, verb)
        or not (verb.may("c") or verb.may("q"))
        or _has_statement(sentence)
    ):
        return None
    speaker = speaker_of(parsed, sentence, verb)
    if speaker is None or speaker.start <= first:
        return None
    if is_bare_thing(parsed, speaker) and not is_text(parsed, speaker):
        return None
    if parsed.lexicon.has(parsed.low[speaker.start], "nobody", "negation"):
        return None
    who: Spans = (parsed.span(speaker.start, speaker.end),)
    cue = parsed.spans_of(verb.tokens)
    frame: Spans = (strip(parsed.span(first, sentence.end), parsed.text),)
    span = parsed.span(before.first, before.end)
    if last is not None and any(overlaps(span, other) for other in last.spans):
        if last.rule not in _UNATTRIBUTED | _GUESSED:
            return None
        if last.rule in _UNATTRIBUTED:
            return replace(last, rule=_RULE, speaker=who, cue=cue, frame=frame, carried=False)
    return Finding(QuoteType.INDIRECT, (span,), _RULE, rules.RULES[_RULE].confidence, who, cue, frame)


def _with_these_words(parsed: ParsedText, sentence: Sentence, before: Unit, last: Finding) -> Finding | None:
    """Speech in marks that ends the sentence `before`, with who acts in one that begins "Mit diesen Worten"."""
    speaker = main_subject(parsed, sentence)
    if speaker is None or not overlaps(parsed.span(before.first, before.end), last.spans[-1]):
        return None
    who = (parsed.span(speaker.start, speaker.end),)
    frame = (strip(parsed.span(sentence.unit.first, sentence.end), parsed.text),)
    return replace(
        last, rule=_RULE, confidence=rules.RULES[_RULE].confidence, speaker=who, frame=frame, carried=False
    )


def _has_statement(sentence: Sentence) -> bool:
    """Whether the sentence brings a statement of its own: "Das zeige, sagte er, dass …"."""
    return any(
        clause.kind in (ClauseKind.CLAUSE, ClauseKind.QUOTED, ClauseKind.MAIN)
        for clause in sentence.clauses[1:]
    )
