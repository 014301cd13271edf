"""What a reader can correct in an analysis: plain data, each kept as part of an annotation.

The passage that a correction applies to is the anchor of its annotation: a mention, a quotation, or a selection.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.analysis import ActorKind, Label, QuoteType
from core.annotations.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Who:
    """A reference to an actor: by a mention, and by name in case that mention is gone.

    Ids of actors cannot be stored, because the next analysis of the text assigns others.
    """

    name: str
    anchor: Anchor | None = None
    """A passage that mentions the actor; None if only the name is known."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The actor mentioned here is the same as another; the two are merged under the other's name."""

    name: str
    """What the actor mentioned here was called."""
    into: Who


@dataclass(frozen=True, slots=True)
class Assign:
    """The words here refer to another actor, existing or new.

    A mention is moved from its actor to that one; a bare selection becomes a mention.
    """

    kind: ActorKind
    """Kind of a new actor."""
    to: Who | None = None
    """The actor; None for a new one, named by the words here."""
    everywhere: bool = False
    """Whether every occurrence of exactly these words refers to that actor."""


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor mentioned here gets another name."""

    name: str
    """The actor's former name."""
    to: str


@dataclass(frozen=True, slots=True)
class SetKind:
    """The actor mentioned here is a person, an organisation, a place, …; its names get the matching label."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class AddAlias:
    """The actor mentioned here also has another name, which is then recognised in later articles as well."""

    name: str
    alias: str
    kind: ActorKind = ActorKind.PERSON
    """The actor's kind, by which other articles identify it."""


class Subject(StrEnum):
    """What can be dismissed."""

    MENTION = "mention"
    ACTOR = "actor"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Dismiss:
    """What was found here is wrong: one mention, an actor with all its mentions, or a quotation."""

    subject: Subject
    name: str = ""
    """The actor's name; empty for mentions and quotations."""


@dataclass(frozen=True, slots=True)
class SetLabel:
    """The one mention here names something else."""

    label: Label


@dataclass(frozen=True, slots=True)
class Move:
    """The mention here has other boundaries."""

    to: Anchor


@dataclass(frozen=True, slots=True)
class SetSpeaker:
    """The quotation here has another speaker; None for an unnamed one."""

    speaker: Who | None


@dataclass(frozen=True, slots=True)
class SetType:
    """The quotation here is of another type."""

    type: QuoteType


@dataclass(frozen=True, slots=True)
class AddQuote:
    """The words here are a quotation that was not found; the speaker is None if unnamed."""

    type: QuoteType
    speaker: Who | None = None


Correction = (
    Merge | Assign | Rename | SetKind | AddAlias | Dismiss | SetLabel | Move | SetSpeaker | SetType | AddQuote
)
"""Any kind of correction."""
