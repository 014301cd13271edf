"""What somebody passes on inside their own words: "Er habe sie gefragt, ob …", and in marks "„Sie hat gesagt, dass …“".

The outer statement is its speaker's; the inner one is that of whoever is the subject of the verb there.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from core.parsed_text.clauses import Sentence, read_sentence
from core.parsed_text.parsed_text import ParsedText, Unit
from core.parsed_text.phrases import may_speak
from core.parsed_text.trees import dependents
from core.quotes.cues.cue import Cue
from core.quotes.cues.verbs import cues
from core.quotes.finding import Finding
from core.quotes.indirect.by_parse import statements_by_parse
from core.quotes.indirect.clauses import introduced_by
from core.quotes.speakers.subjects import speaker_of
from core.quotes.speakers.texts import is_text
from core.text.spans import Span, contains

_THOUGHT = frozenset("t")
_FEWEST = 4
"""Tokens in marks that can hold a verb of saying and what is said."""


class Passages:
    """A text as it is read inside its quotation marks."""

    def __init__(self, parsed: ParsedText) -> None:
        self.parsed = parsed

    @cached_property
    def _inside(self) -> ParsedText:
        return replace(self.parsed, depth=self.parsed.depth + 1, speech=set())

    def in_marks(self, direct: Finding) -> list[Finding]:
        """What the speaker of words in marks says there that others said."""
        found: list[Finding] = []
        for span in direct.spans:
            first, end = self.parsed.token_at(span[0]), self.parsed.token_from(span[1])
            if (
                (self.parsed.lexicon.has_konjunktiv or self.parsed.by_parse)
                and end - first >= _FEWEST
                and _may_pass_on(self.parsed, first, end)
            ):
                for unit in _units(self.parsed, first, end):
                    found.extend(passed_on(self._inside, read_sentence(self._inside, unit), span))
        return found


def passed_on(parsed: ParsedText, sentence: Sentence, around: Span) -> Iterator[Finding]:
    """What others said, in a sentence that is itself spoken in the first person, if it is inside `around`."""
    readable = parsed.lexicon.has_konjunktiv or parsed.by_parse
    for cue in cues(parsed, sentence) if readable else ():
        if _is_anothers(parsed, sentence, cue):
            for finding in _introduced(parsed, sentence, cue):
                if all(contains(around, span) for span in finding.spans):
                    yield replace(finding, inner=True)


def _introduced(parsed: ParsedText, sentence: Sentence, cue: Cue) -> list[Finding]:
    """What a verb introduces as said in a sentence that is itself spoken."""
    if parsed.by_parse:
        ahead = any(parsed.lexicon.has(parsed.low[k], "modal") for k in dependents(parsed, cue.full, "aux"))
        thought = cue.negated or ahead or cue.verb.frames & _THOUGHT
        return [] if thought else statements_by_parse(parsed, sentence, [cue], ())
    finding = introduced_by(parsed, sentence, cue)
    return [] if finding is None else [finding]


def said_in_turn(
    parsed: ParsedText, sentence: Sentence, verbs: list[Cue], outer: Finding | None
) -> list[Finding]:
    """What verbs of saying in the Konjunktiv introduce in a sentence that is all in it: "Er habe gefragt, ob …"."""
    if outer is None:
        return []
    inner = (introduced_by(parsed, sentence, cue) for cue in verbs if parsed.is_subjunctive(cue.finite))
    return [
        replace(finding, inner=True) for finding in inner if finding is not None and finding.is_inside(outer)
    ]


def _units(parsed: ParsedText, first: int, end: int) -> Iterator[Unit]:
    """The sentences of a stretch of tokens, without the marks at its edges."""
    bounds = [first, *(i for i in range(first + 1, end) if parsed.sentence_start[i]), end]
    for start, stop in pairwise(bounds):
        while start < stop and not parsed.words[start][:1].isalnum():
            start += 1
        while stop > start and not parsed.words[stop - 1][:1].isalnum():
            stop -= 1
        if stop - start >= _FEWEST:
            yield Unit(start, stop, -1)


def _may_pass_on(parsed: ParsedText, first: int, end: int) -> bool:
    """Whether a form of a verb of saying is among the tokens, to read only those in full that may pass something on."""
    return any(parsed.low[i] in parsed.lexicon.cues for i in range(first, end))


def _is_anothers(parsed: ParsedText, sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody else than the one who speaks, and the one spoken to, is the subject of a verb of saying."""
    if parsed.lexicon.has(parsed.low[cue.finite], "hypothetical") and not cue.passive:
        return False
    speaker = speaker_of(parsed, sentence, cue)
    if speaker is None:
        return False
    if speaker.pronoun:
        low = parsed.low[speaker.start]
        formal = parsed.words[speaker.start] == "Sie" and parsed.number[cue.finite] != "Sing"
        return parsed.lexicon.has(low, "person_pronoun") and not formal
    return may_speak(parsed, speaker) or is_text(parsed, speaker)
