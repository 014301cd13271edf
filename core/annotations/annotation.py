"""What a reader adds to an article: tags, notes and corrections, each anchored to a passage or to the whole."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from core.annotations.anchor import Anchor
from core.annotations.correction import Correction


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
    correction: Correction | None = None
    """What is to be seen otherwise in the analysis. A correction is never edited: another one takes its place."""

    @classmethod
    def new(
        cls,
        anchor: Anchor | None,
        tags: tuple[str, ...] = (),
        note: str = "",
        correction: Correction | None = None,
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
