"""One-line descriptions of corrections, for the status line, for undo and for the list of corrections."""

from core.analysis import ActorKind, Label, QuoteType
from core.annotations import Annotation
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
)
from core.text.quotation_marks import OUTER_CLOSING, OUTER_OPENING
from tui.model.speech import TYPE_WORDS

KIND_WORDS = {
    ActorKind.PERSON: "a person",
    ActorKind.ORGANISATION: "an organisation",
    ActorKind.PLACE: "a place",
    ActorKind.GROUP: "a group",
    ActorKind.UNNAMED: "a voice without a name",
}

LABEL_WORDS = {
    Label.PER: "a person's name",
    Label.ORG: "an organisation's name",
    Label.LOC: "a place's name",
    Label.MISC: "another name",
    Label.DATE: "a date",
    Label.QUANTITY: "a quantity",
}

_EXPLAINED = {
    QuoteType.DIRECT: "the very words, in marks",
    QuoteType.INDIRECT: "somebody said that …",
    QuoteType.FREE_INDIRECT: "thought or said, without a cue",
    QuoteType.INDIRECT_FREE_INDIRECT: "goes on in the subjunctive, without “said that”",
    QuoteType.REPORTED: "that something was said, not how",
}
TYPES_EXPLAINED = {type: f"{TYPE_WORDS[type]}: {words}" for type, words in _EXPLAINED.items()}
"""The types of speech for people unfamiliar with the terms."""

NOBODY = "nobody named"
MOST = 40
"""Maximum length of a quoted passage in characters."""


def correction_words(annotation: Annotation | None) -> str:
    """ "“Morgen” is Ida Morgen", "Kranich called Kranichmühle". Empty for an annotation that corrects nothing."""
    if annotation is None:
        return ""
    here = _passage(annotation)
    match annotation.correction:
        case Merge(name, into):
            return f"{name} is {into.name}"
        case Assign(_, to, everywhere):
            stands = f"stands for {to.name}" if to else "an actor of its own"
            return f"{here} {stands}{', everywhere' if everywhere else ''}"
        case Rename(name, to):
            return f"{name} called {to}"
        case SetKind(name, kind):
            return f"{name} {KIND_WORDS[kind]}"
        case AddAlias(name, alias):
            return f"{name} also called {alias}"
        case Dismiss(Subject.ACTOR, name):
            return f"{name} no actor"
        case Dismiss(subject):
            return f"{here} no {'quote' if subject is Subject.QUOTE else 'name'}"
        case SetLabel(label):
            return f"{here} {LABEL_WORDS[label]}"
        case Move(to):
            return f"{here} reaches {_quoted(to.exact)}"
        case SetSpeaker(speaker):
            return f"{here} said by {_name(speaker)}"
        case SetType(type):
            return f"{here} {TYPE_WORDS[type]}"
        case AddQuote(_, speaker):
            return f"{here} a quote, said by {_name(speaker)}"
        case None:
            return ""


def _passage(annotation: Annotation) -> str:
    return _quoted(annotation.anchor.exact) if annotation.anchor else "the article"


def _quoted(words: str) -> str:
    words = " ".join(words.split()).strip(OUTER_OPENING + OUTER_CLOSING + "' ")
    return f"“{words if len(words) <= MOST else words[: MOST - 1].rstrip() + '…'}”"


def _name(who: Who | None) -> str:
    return who.name if who else NOBODY
