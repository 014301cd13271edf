"""What a reader can correct in an analysis: plain data, each kept as part of an annotation.

The passage that a correction is about is the anchor of its annotation: a mention, a quotation, or a selection.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.analysis import ActorKind, Label, QuoteType
from core.annotations.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as a reader pointed at him: by a mention, and by the name in case that mention is gone.

    Ids of actors are none to keep: the next analysis of the text gives others.
    """

    name: str
    anchor: Anchor | None = None
    """A passage that mentions the actor; None where only the name is known."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The actor mentioned here is the same as another, under whose name both go on."""

    name: str
    """What the actor mentioned here was called."""
    into: Who


@dataclass(frozen=True, slots=True)
class Assign:
    """The words here stand for an actor: one there is already, or a new one of their own.

    On a mention this splits it off from its actor; on a bare selection it makes a mention.
    """

    kind: ActorKind
    """Kind of a new actor."""
    to: Who | None = None
    """None makes a new actor, called by the words here."""
    everywhere: bool = False
    """Whether all places with these very words stand for that actor."""


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor mentioned here is to be called otherwise."""

    name: str
    """What he was called."""
    to: str


@dataclass(frozen=True, slots=True)
class SetKind:
    """The actor mentioned here is a person, a body, a place, …; his names get the label that goes with it."""

    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class AddAlias:
    """The actor mentioned here has another name too. Confirmed so, it holds in later articles as well."""

    name: str
    alias: str
    kind: ActorKind = ActorKind.PERSON
    """What the actor is, for other articles to know him by."""


class Subject(StrEnum):
    """What can be dismissed."""

    MENTION = "mention"
    ACTOR = "actor"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Dismiss:
    """What was found here is none: one mention, an actor with all mentions, or a quotation."""

    subject: Subject
    name: str = ""
    """What the actor was called; empty for mentions and quotations."""


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
    """The quotation here is said by somebody else; None for nobody named."""

    speaker: Who | None


@dataclass(frozen=True, slots=True)
class SetType:
    """The quotation here is of another type."""

    type: QuoteType


@dataclass(frozen=True, slots=True)
class AddQuote:
    """The words here are a quotation that was not found; the speaker is None for nobody named."""

    type: QuoteType
    speaker: Who | None = None


Correction = (
    Merge | Assign | Rename | SetKind | AddAlias | Dismiss | SetLabel | Move | SetSpeaker | SetType | AddQuote
)
"""Any of them."""
