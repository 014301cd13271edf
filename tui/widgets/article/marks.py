"""What is drawn upon the text of an article without moving it."""

from dataclasses import dataclass
from enum import StrEnum

from core.spans import Span


class MarkKind(StrEnum):
    """What a mark says of its passage. The values are the names of the component classes that draw them."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    MISC = "misc"
    QUOTE = "quote"
    SPEAKER = "speaker"
    CUE = "cue"
    ANNOTATION = "annotation"
    HIT = "hit"

    @property
    def is_entity(self) -> bool:
        """Whether the mark stands for a name."""
        return self in (MarkKind.PERSON, MarkKind.ORGANISATION, MarkKind.PLACE, MarkKind.MISC)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked passage, in code points of the article's text, the end exclusive.

    A thing of several passages (a quotation in two parts) is several marks that share an id.
    """

    start: int
    end: int
    kind: MarkKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What the reader has stepped to: its passages, and for a quotation who says it and by which words."""

    spans: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of its passages begins."""
        return min(start for start, _ in self.spans)
