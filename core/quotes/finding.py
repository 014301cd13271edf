"""What a rule finds: a quotation with its parts, as plain data with offsets into the document's text."""

from dataclasses import dataclass

from core.analysis.analysis import QuoteType
from core.text.spans import Span, contains

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One quotation. Spans are code-point offsets in text order, the end exclusive; direct ones include their marks."""

    type: QuoteType
    spans: Spans
    rule: str
    """Name of the rule, a key of `RULES`."""
    confidence: float
    speaker: Spans = ()
    cue: Spans = ()
    frame: Spans = ()
    addressee: Spans = ()
    carried: bool = False
    """Whether the speaker was not named here but taken over from what was said before."""
    inner: bool = False
    """Whether the speaker of another quotation passes it on, who goes on behind it."""
    verbatim: Spans = ()
    """In a quotation that is not direct: the stretches of it in marks, which are the speaker's own words."""
    within: int | None = None
    """The place in the document's list of the quotation that encloses this one."""
    holder: Spans = ()
    """Who it is that speaks, where the speaker is given only as "eigenen Angaben"."""
    repeats: int | None = None
    """The place of an earlier quotation whose words this one says again, as captions do."""

    @property
    def speaker_words(self) -> Spans:
        """The words for who speaks, in this sentence or an earlier one."""
        return self.holder or self.speaker

    @property
    def start(self) -> int:
        """Where the quotation itself begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the quotation itself ends."""
        return self.spans[-1][1]

    def is_inside(self, outer: "Finding") -> bool:
        """Whether the words of this quotation are some of those of another, but not all."""
        return self.spans != outer.spans and all(
            any(contains(span, part) for span in outer.spans) for part in self.spans
        )
