"""A document as the rules see it: tokens as plain lists, with paragraphs, marks, sentences and names at hand."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from core.language.sentences import BLOCKS
from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import Lexicon
from core.text.quotation_marks import Marked, lines, marked_stretches
from core.text.spans import Span

_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST, VerbForm.SUBJUNCTIVE})
_VERBS = frozenset(("VERB", "AUX"))
_SENTENCE_MARKS = frozenset(".!?…") | {"...", "!!", "??", "?!", "!?"}


_LONGEST = 500
"""Tokens; what is longer is no sentence, and is read in pieces so that the time stays linear."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one sentence: token range, end exclusive. It ends within marks only where it is overlong."""

    first: int
    end: int
    paragraph: int


class View:
    """Tokens, marks and sentences of one document, for the rules to look at; nothing in it changes but `speech`."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.text = doc.text
        self.lexicon = lexicon
        self.words = [token.text for token in doc]
        self.low = [word.lower() for word in self.words]
        self.starts = [token.idx for token in doc]
        self.ends = [token.idx + len(token) for token in doc]
        self.space = [token.is_space for token in doc]
        self.parsed = doc.has_annotation("DEP")
        """Whether the pipeline has read the sentences' grammar."""
        self.mood = [_mood(token) for token in doc] if self.parsed else [""] * len(doc)
        """"Ind", "Sub" or "Imp" of finite verbs as the pipeline reads them, else empty."""
        self.entity = [bool(token.ent_type_) for token in doc]
        self.paragraphs, self.kinds = _paragraphs(doc)
        self.marked = marked_stretches(self.text, self.paragraphs)
        self.outer = [marked for marked in self.marked if marked.level == 0]
        self._outer_starts = [marked.start for marked in self.outer]
        self._stretch = self._stretches()
        self.speech: set[Marked] = set()
        """Stretches judged to be speech; names and scare quotes are not in it."""
        self.units = self._units()
        self.unit_of = [-1] * len(self.words)
        for number, unit in enumerate(self.units):
            for i in range(unit.first, unit.end):
                self.unit_of[i] = number

    def speech_in(self, unit: Unit) -> list[Marked]:
        """The stretches of speech that begin in a unit, in order."""
        low = bisect_left(self._outer_starts, self.starts[unit.first])
        high = bisect_left(self._outer_starts, self.ends[unit.end - 1])
        return [marked for marked in self.outer[low:high] if marked in self.speech]

    def span(self, first: int, end: int) -> Span:
        """Characters from token `first` up to and without token `end`."""
        return self.starts[first], self.ends[end - 1]

    def token_at(self, offset: int) -> int:
        """The token that holds a character, or the last one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def token_from(self, offset: int) -> int:
        """The first token that begins at or behind a character."""
        i = self.token_at(offset)
        return i if i < len(self.starts) and self.starts[i] >= offset else i + 1

    def stretch_at(self, i: int) -> Marked | None:
        """The outermost closed stretch in marks that token `i` lies in, its marks included."""
        return self._stretch[i]

    def opens_stretch(self, i: int) -> bool:
        """Whether token `i` is or holds the opening mark."""
        stretch = self._stretch[i]
        return stretch is not None and self.starts[i] <= stretch.start < self.ends[i]

    def stretch_end(self, i: int) -> int:
        """The first token behind the stretch that token `i` lies in."""
        stretch = self._stretch[i]
        return i if stretch is None else self.token_from(stretch.end)

    def is_speech(self, i: int) -> bool:
        """Whether token `i` lies in marks that enclose speech."""
        stretch = self._stretch[i]
        return stretch is not None and stretch in self.speech

    def begins_sentence(self, i: int) -> bool:
        """Whether a capital at token `i` says nothing, because a sentence or a quotation begins there."""
        if i == 0 or self.doc[i].is_sent_start:
            return True
        return self.words[i - 1] in ("„", "“", '"', "»", "«", "‚", "‘", "–", "—", "•", "-")

    def follows_colon(self, i: int) -> bool:
        """Whether token `i` comes right behind a colon."""
        return i > 0 and self.words[i - 1] == ":"

    def is_function_word(self, low: str) -> bool:
        """Whether a lower-case word belongs to a closed class."""
        return self.lexicon.has(
            low,
            "determiner",
            "preposition",
            "subject_pronoun",
            "object_pronoun",
            "conjunction",
            "subordinator",
            "adverb",
            "question",
            "negation",
            "reflexive",
        )

    def is_finite(self, i: int) -> bool:
        """Whether token `i` looks like a finite verb: in the tables, and no capital unless a sentence begins."""
        word = self.words[i]
        if not word[:1].islower() and not self.begins_sentence(i):
            return False
        if self.is_function_word(self.low[i]):
            return False
        if self.parsed and not self.mood[i]:
            form = self.doc[i].morph.get("VerbForm", [])
            if self.doc[i].pos_ not in _VERBS or form in (["Inf"], ["Part"]):
                return False
        forms = self.lexicon.verb_forms(self.low[i])
        if forms & _FINITE or self.mood[i]:
            return True
        if any(cue.kinds & _FINITE for cue in self.lexicon.cues.get(self.low[i], ())):
            return True
        return VerbForm.PLURAL in forms

    def is_subjunctive(self, i: int) -> bool:
        """Whether token `i` is in all likelihood a Konjunktiv form: by the tables, and not read as an indicative."""
        lower = self.words[i][:1].islower()
        return lower and self.mood[i] != "Ind" and self.lexicon.is_subjunctive(self.low[i])

    def closes_clause(self, i: int) -> bool:
        """Whether token `i` can only be what follows a complete phrase: a finite verb, a dash, an opening mark."""
        return self.is_finite(i) or self.words[i] in ("–", "—", ";") or self.opens_stretch(i)

    def verb_near(self, i: int, end: int) -> bool:
        """Whether what follows token `i` does not show that a new clause with its own verb has begun before it."""
        return not (
            i < end and self.is_finite(i) and self.lexicon.verb_forms(self.low[i]) == {VerbForm.PRESENT}
        )

    def is_stop(self, i: int) -> bool:
        """Whether token `i` is a mark that ends a sentence."""
        return self.words[i] in _SENTENCE_MARKS

    def last_word(self, unit: Unit) -> int:
        """End of the unit without its final stop."""
        end = unit.end
        while end > unit.first + 1 and self.is_stop(end - 1):
            end -= 1
        return end

    def _stretches(self) -> list[Marked | None]:
        of_token: list[Marked | None] = [None] * len(self.words)
        for marked in self.outer:
            if not marked.closed:
                continue
            i = self.token_at(marked.start)
            while i < len(self.words) and self.starts[i] < marked.end:
                of_token[i] = marked
                i += 1
        return of_token

    def _units(self) -> list[Unit]:
        units: list[Unit] = []
        bounds = [token.i for token in self.doc if token.is_sent_start or token.i == 0] + [len(self.words)]
        paragraph_starts = [start for start, _ in self.paragraphs]
        first: int | None = None
        for start, end in pairwise(bounds):
            first = start if first is None else first
            stretch = self._stretch[end] if end < len(self.words) else None
            if (
                stretch is not None
                and stretch.start < self.starts[end]
                and not self._after_marks(end, stretch)
            ):
                continue
            if end < len(self.words) and self._goes_on_small(end):
                continue
            last = end
            while last > first and self.space[last - 1]:
                last -= 1
            while first < last and self.space[first]:
                first += 1
            paragraph = bisect_right(paragraph_starts, self.starts[first]) - 1 if last > first else -1
            units.extend(
                Unit(piece, min(piece + _LONGEST, last), paragraph) for piece in range(first, last, _LONGEST)
            )
            first = None
        return units

    def _goes_on_small(self, i: int) -> bool:
        """Whether token `i` goes on with a small letter right behind closing marks: "„Es ist aus.“ so sein Fazit"."""
        before = self._stretch[i - 1] if i else None
        closed = before is not None and before.end == self.ends[i - 1] and before.closed
        return closed and self.words[i][:1].islower() and self.starts[i] - self.ends[i - 1] < 2

    def _after_marks(self, i: int, stretch: Marked) -> bool:
        return self.starts[i] >= stretch.end


def _mood(token: Token) -> str:
    mood = token.morph.get("Mood", [])
    return mood[0] if mood and token.pos_ in _VERBS else ""


def _paragraphs(doc: Doc) -> tuple[Sequence[Span], Sequence[str]]:
    """The blocks of the article with their kinds, or the lines of the text where blocks are not known."""
    if BLOCKS in doc.spans and len(doc.spans[BLOCKS]):
        blocks = sorted(doc.spans[BLOCKS], key=lambda span: span.start)
        return [(span.start_char, span.end_char) for span in blocks], [span.label_ for span in blocks]
    found = list(lines(doc.text))
    return found, ["paragraph"] * len(found)


def token_spans(view: "View", tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Spans of tokens, neighbours joined."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i == runs[-1][1]:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return tuple(view.span(first, end) for first, end in runs)
