"""What a reader adds to an article: tags, notes and corrections, each anchored to a passage or to the whole."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from core.annotations.corrections import Correction

CONTEXT = 32
"""Characters of context kept on either side of an anchored passage."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation stands: a position and the words there with their surroundings.

    Follows the TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model (2017), with offsets
    in code points and up to 32 characters of context.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Anchor":
        """The anchor of a passage of `text`. Raises ValueError when the passage is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no passage {start}:{end} in a text of {len(text)} characters")
        return cls(
            start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Annotation:
    """Tags and a note, or a correction, on a passage; on the whole article when there is no anchor."""

    id: str
    anchor: Anchor | None
    tags: tuple[str, ...] = ()
    note: str = ""
    created: str = ""
    modified: str = ""
    correction: "Correction | None" = None
    """What is to be seen otherwise in the analysis. A correction is never edited: another one takes its place."""

    @classmethod
    def new(
        cls,
        anchor: Anchor | None,
        tags: tuple[str, ...] = (),
        note: str = "",
        correction: "Correction | None" = None,
    ) -> "Annotation":
        """A fresh annotation with an id of its own and the present moment as its date."""
        moment = now()
        return cls(uuid4().hex, anchor, tags, note, moment, moment, correction)

    @property
    def blank(self) -> bool:
        """Whether there is neither a tag nor a word of note, nor a correction: such an annotation is none."""
        return not self.tags and not self.note.strip() and self.correction is None

    def edited(self, *, tags: tuple[str, ...] | None = None, note: str | None = None) -> "Annotation":
        """The annotation with other tags or another note, modified at the present moment."""
        return replace(
            self,
            tags=self.tags if tags is None else tags,
            note=self.note if note is None else note,
            modified=now(),
        )
