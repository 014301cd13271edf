"""One text as the pipeline has parsed it: what the rules for quotes and for actors look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from core.articles.article import Block, BlockKind
from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import Lexicon
from core.parsed_text.tokens import Tokens
from core.text.marked_spans import Marked, marked_stretches
from core.text.spans import Span

_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST, VerbForm.SUBJUNCTIVE})
_VERBS = frozenset(("VERB", "AUX"))
_SENTENCE_MARKS = frozenset(".!?…") | {"...", "!!", "??", "?!", "!?"}
_PARTICLES = frozenset(("von", "vom", "zu"))
"""Words that begin surnames and are prepositions as well."""
_BEHIND_PARTICLE = frozenset(("der", "den", "dem"))
_LONGEST = 500
"""Tokens; what is longer is no sentence, and is read in pieces so that the time stays linear."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read as one sentence: token range, end exclusive. It ends within marks only where it is overlong."""

    first: int
    end: int
    paragraph: int


@dataclass(frozen=True, kw_only=True, eq=False)
class ParsedText(Tokens):
    """The tokens of a text together with its blocks, sentences and quotation marks, and the lexicon of its language.

    It is built once per article. Nothing in it changes but `speech`, which the quote finder fills in.
    """

    text: str
    language: str
    """The language of the pipeline; the lexicon is an English one where that language has none."""
    lexicon: Lexicon
    blocks: Sequence[Block]
    paragraphs: Sequence[Span]
    """The blocks as whole tokens, without the white space around them; a dateline is one of its own."""
    kinds: Sequence[str]
    """The kind of each paragraph: a block's kind or "dateline"."""
    speech: set[Marked] = field(default_factory=set)
    """Stretches in marks judged to be speech; names and scare quotes are not in it."""
    depth: int = 0
    """How many pairs of marks the text is read inside of: with 1, what is in marks is read as if it had none."""

    @property
    def by_parse(self) -> bool:
        """Whether phrases, clauses and subjects are read from the parse, and not by commas, capitals and endings."""
        return self.has_parse and self.lexicon.reads_by_parse

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences as the pipeline cuts them, in order and without overlap. See `units` for those with marks."""
        return [self.span(first, end) for first, end in pairwise(self._sentence_bounds)]

    @cached_property
    def marked(self) -> list[Marked]:
        """The stretches in quotation marks, nested ones too."""
        return marked_stretches(self.text, self.paragraphs)

    @cached_property
    def outer(self) -> list[Marked]:
        """The stretches in quotation marks that lie in no other."""
        return [marked for marked in self.marked if marked.level == self.depth]

    @cached_property
    def unit_of(self) -> list[int]:
        """The number of each token's unit; -1 for white space between units."""
        found = [-1] * len(self.words)
        for number, unit in enumerate(self.units):
            found[unit.first : unit.end] = [number] * (unit.end - unit.first)
        return found

    @cached_property
    def surnames_with_particle(self) -> frozenset[tuple[str, ...]]:
        """The words of surnames such as "von der Aue" that follow a first name somewhere, in small letters."""
        found: set[tuple[str, ...]] = set()
        for i in range(1, len(self.words)):
            end = self.particle_end(i)
            if end is None or self.lexicon.gender_of_name(self.words[i - 1]) is None:
                continue
            noun = self.words[end - 1]
            if self.lexicon.role(noun) is None and not self.lexicon.is_body(noun):
                found.add(tuple(self.low[i:end]))
        return frozenset(found)

    def particle_end(self, i: int) -> int | None:
        """The token behind a particle at token `i` and the capital that follows it, as in "von der Aue"."""
        if self.low[i] not in _PARTICLES:
            return None
        noun = i + 2 if self.low[i + 1 : i + 2] and self.low[i + 1] in _BEHIND_PARTICLE else i + 1
        return noun + 1 if noun < len(self.words) and self.words[noun][:1].isupper() else None

    def block_at(self, offset: int) -> int | None:
        """Index of the block that holds a character, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].end else None

    def in_headline(self, offset: int) -> bool:
        """Whether a character is in a headline."""
        block = self.block_at(offset)
        return block is not None and self.kinds[block] == "headline"

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a character, or of the last one before it; -1 where there is none."""
        return bisect_right(self._sentence_starts, offset) - 1

    def is_story(self, offset: int) -> bool:
        """Whether a character belongs to the report, and not to a credit or a teaser."""
        index = self.block_at(offset)
        return index is not None and self.blocks[index].kind.is_story

    def is_running_text(self, offset: int) -> bool:
        """Whether a character lies in a paragraph or list, where one sentence follows from another."""
        index = self.block_at(offset)
        return index is not None and self.blocks[index].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

    def before(self, offset: int, reach: int = 120) -> str:
        """The text before a character, within its block, at most `reach` characters."""
        index = self.block_at(offset)
        start = 0 if index is None else self.blocks[index].start
        return self.text[max(start, offset - reach) : offset]

    def after(self, offset: int, reach: int = 160) -> str:
        """The text from a character on, within the block of the character before it, at most `reach` characters."""
        index = self.block_at(max(0, offset - 1))
        end = len(self.text) if index is None else self.blocks[index].end
        return self.text[offset : min(end, offset + reach)]

    def speech_in(self, unit: Unit) -> list[Marked]:
        """The stretches of speech that begin in a unit, in order."""
        low = bisect_left(self._outer_starts, self.starts[unit.first])
        high = bisect_left(self._outer_starts, self.ends[unit.end - 1])
        return [marked for marked in self.outer[low:high] if marked in self.speech]

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
        if self.sentence_start[i]:
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

    def is_preposition(self, i: int) -> bool:
        """Whether token `i` is a preposition, and not what opens a clause: "während die Wirte jubeln"."""
        return self.lexicon.has(self.low[i], "preposition") and self.tag[i] != "KOUS"

    def is_finite(self, i: int) -> bool:
        """Whether token `i` looks like a finite verb: in the tables, and no capital unless a sentence begins."""
        word = self.words[i]
        if not word[:1].islower() and not self.begins_sentence(i):
            return False
        if self.is_function_word(self.low[i]) or self._is_title(i):
            return False
        verb = self.pos[i] in _VERBS and self.verb_form[i] not in ("Inf", "Part")
        if self.has_parse and not self.mood[i] and not verb:
            return False
        forms = self.lexicon.verb_forms(self.low[i])
        if forms & _FINITE or self.mood[i]:
            return True
        if any(cue.kinds & _FINITE for cue in self.lexicon.cues.get(self.low[i], ())):
            return True
        return VerbForm.PLURAL in forms

    def _is_title(self, i: int) -> bool:
        """Whether a capital that opens a sentence is what somebody is, before the name: "Wirt Ole Harms"."""
        named = i + 1 < len(self.words) and self.entity[i + 1] == "PER"
        return named and self.words[i][:1].isupper() and self.lexicon.role(self.words[i]) is not None

    def is_subjunctive(self, i: int) -> bool:
        """Whether token `i` is in all likelihood a Konjunktiv form: by the tables and not read as an indicative, or, of
        a form that the tables do not know or that is more often another word ("reiche"), read as one and ending so."""
        if not self.lexicon.has_konjunktiv or not self.words[i][:1].islower() or self.mood[i] == "Ind":
            return False
        low = self.low[i]
        if self.lexicon.is_subjunctive(low):
            return True
        present = low.endswith("e") and not low.endswith("te") and self.tag[i] != "ADJA"
        unsure = not self.lexicon.verb_forms(low) or self.lexicon.has(low, "no_subjunctive")
        return present and self.mood[i] == "Sub" and unsure

    def opens_with_manner(self, i: int) -> bool:
        """Whether a capital that opens a sentence is an adjective for how somebody does what its verb says, "Schroff
        wies Lind das zurück", and not somebody's name, which the text would have elsewhere too."""
        if self.by_parse or i + 3 >= len(self.words) or not self.lexicon.has(self.low[i], "manner"):
            return False
        who = i + 2 + (self.low[i + 2] == "sich")
        acts = self.words[who][:1].isupper() or self.lexicon.has(
            self.low[who], "nominative", "person_pronoun"
        )
        verb = bool(self.lexicon.verb_forms(self.words[i + 1]) & _FINITE) or self.is_finite(i + 1)
        opens = verb and acts and self.begins_sentence(i)
        return opens and self.words[i] not in self._capitals_within

    @cached_property
    def _capitals_within(self) -> frozenset[str]:
        """The words that have a capital within a sentence."""
        return frozenset(
            word for i, word in enumerate(self.words) if word[:1].isupper() and not self.begins_sentence(i)
        )

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

    @cached_property
    def _stretch(self) -> list[Marked | None]:
        """The outermost closed stretch in marks of each token."""
        of_token: list[Marked | None] = [None] * len(self.words)
        for marked in self.outer:
            if not marked.closed:
                continue
            i = self.token_at(marked.start)
            while i < len(self.words) and self.starts[i] < marked.end:
                of_token[i] = marked
                i += 1
        return of_token

    @cached_property
    def units(self) -> list[Unit]:
        """The sentences, each with the rest of the quotation that it breaks off in."""
        units: list[Unit] = []
        paragraph_starts = [start for start, _ in self.paragraphs]
        first: int | None = None
        for start, end in pairwise(self._sentence_bounds):
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

    @cached_property
    def _sentence_bounds(self) -> list[int]:
        """Where sentences begin, and behind them where the text ends, as tokens."""
        return [i for i, starts in enumerate(self.sentence_start) if starts] + [len(self.words)]

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [marked.start for marked in self.outer]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]
