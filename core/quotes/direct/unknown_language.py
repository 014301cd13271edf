"""Direct speech in a language that Lesart has no tables for: by its marks, its length and its end."""

import re
from collections.abc import Sequence

from core.analysis.analysis import QuoteType
from core.parsed_text.parsed_text import ParsedText
from core.quotes.finding import Finding, Spans
from core.quotes.rules import RULES
from core.text.late_patterns import LatePattern
from core.text.marked_spans import Marked

_RULE = "direct, by its marks"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_UNSPACED = LatePattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS_A_WORD = 2
"""Letters that count as a word in scripts that set no blanks."""
_ENDS = (".", "!", "?", "…", "。", "！", "？", ",")
_LONG = 6
"""Words from which on a stretch in marks is speech, whatever is around it."""
_SHORT = 2
_NEAR = 8
"""Tokens behind the closing mark among which a person's name is taken for the speaker's."""


def by_marks_alone(parsed: ParsedText) -> list[Finding]:
    """The outermost stretches in marks that are speech, with the person named next to them where names are read."""
    found = []
    for marked in parsed.outer:
        if marked.closed and _is_speech(parsed, marked):
            rule = RULES[_RULE]
            speaker = _speaker(parsed, marked)
            found.append(Finding(QuoteType.DIRECT, (marked.span,), rule.name, rule.confidence, speaker))
    return found


def _is_speech(parsed: ParsedText, marked: Marked) -> bool:
    inner = parsed.text[marked.inner_start : marked.inner_end].strip()
    words = _words(inner)
    ends = inner.endswith(_ENDS)
    before = parsed.text[max(0, marked.start - 3) : marked.start].rstrip(" \u00a0\u202f")[-1:]
    after = parsed.text[marked.end : marked.end + 2].lstrip()
    if before in (":", "："):
        return words >= _SHORT or ends
    if after[:1] in (",", "—", "–") and words >= _SHORT and not _title(inner):
        return True
    return words >= _LONG or (ends and words >= _SHORT)


def _words(inner: str) -> int:
    unspaced = len(_UNSPACED.compiled.findall(inner))
    return unspaced // _LETTERS_A_WORD if unspaced else len(_WORD.findall(inner))


def _title(inner: str) -> bool:
    """Whether all longer words begin with a capital, as in a name."""
    words: Sequence[str] = [word for word in _WORD.findall(inner) if len(word) > 3]
    return bool(words) and all(word[:1].isupper() for word in words)


def _speaker(parsed: ParsedText, marked: Marked) -> Spans:
    """The person named right behind the marks, else right before their colon, in the same sentence."""
    first, end = parsed.token_at(marked.start), parsed.token_from(marked.end)
    unit = parsed.units[parsed.unit_of[first]] if parsed.unit_of[first] >= 0 else None
    if unit is None:
        return ()
    places = list(range(end, min(end + _NEAR, unit.end)))
    if first > unit.first and parsed.words[first - 1] in (":", "："):
        places.extend(range(max(unit.first, first - _NEAR), first))
    for i in places:
        begins = parsed.entity[i] in ("PER", "PERSON") and not parsed.continues_entity[i]
        if begins and parsed.stretch_at(i) is None:
            stop = next((k for k in range(i + 1, unit.end) if not parsed.continues_entity[k]), unit.end)
            return (parsed.span(i, stop),)
    return ()
