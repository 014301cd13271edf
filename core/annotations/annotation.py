"""What a reader adds to an article: tags, notes and corrections, on a passage or on the whole article."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from core.annotations.anchor import Anchor
from core.annotations.correction import Correction


def now() -> str:
    """The current time as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Annotation:
    """Tags and a note, or a correction, on a passage; without an anchor, on the whole article."""

    id: str
    anchor: Anchor | None
    tags: tuple[str, ...] = ()
    note: str = ""
    created: str = ""
    modified: str = ""
    correction: Correction | None = None
    """What to change in the analysis. A correction is never edited: another one replaces it."""

    @classmethod
    def new(
        cls,
        anchor: Anchor | None,
        tags: tuple[str, ...] = (),
        note: str = "",
        correction: Correction | None = None,
    ) -> "Annotation":
        """A new annotation with an id of its own, created now."""
        moment = now()
        return cls(uuid4().hex, anchor, tags, note, moment, moment, correction)

    @property
    def blank(self) -> bool:
        """Whether there is neither a tag, nor a note, nor a correction: such an annotation is empty."""
        return not self.tags and not self.note.strip() and self.correction is None

    def edited(self, *, tags: tuple[str, ...] | None = None, note: str | None = None) -> "Annotation":
        """The annotation with other tags or another note, modified now."""
        return replace(
            self,
            tags=self.tags if tags is None else tags,
            note=self.note if note is None else note,
            modified=now(),
        )
