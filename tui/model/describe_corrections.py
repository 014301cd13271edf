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
from core.translation import N_, _
from tui.model.speech import NOBODY, quoted, type_words

KIND_WORDS = {
    ActorKind.PERSON: N_("a person"),
    ActorKind.ORGANISATION: N_("an organisation"),
    ActorKind.PLACE: N_("a place"),
    ActorKind.GROUP: N_("a group"),
    ActorKind.UNNAMED: N_("a voice without a name"),
}

LABEL_WORDS = {
    Label.PER: N_("a person's name"),
    Label.ORG: N_("an organisation's name"),
    Label.LOC: N_("a place's name"),
    Label.MISC: N_("another name"),
    Label.DATE: N_("a date"),
    Label.QUANTITY: N_("a quantity"),
}

TYPES_EXPLAINED = {
    QuoteType.DIRECT: N_("direct: the very words, in marks"),
    QuoteType.INDIRECT: N_("indirect: somebody said that …"),
    QuoteType.FREE_INDIRECT: N_("free indirect: thought or said, without a cue"),
    QuoteType.INDIRECT_FREE_INDIRECT: N_(
        "free-standing indirect: goes on in the subjunctive, without “said that”"
    ),
    QuoteType.REPORTED: N_("reported: that something was said, not how"),
}
"""The types of speech for people unfamiliar with the terms."""

MOST = 26
"""Maximum length of a quoted passage in characters."""


def correction_words(annotation: Annotation | None) -> str:
    """ "“Morgen” is Ida Morgen", "Kranich called Kranichmühle". Empty for an annotation that corrects nothing."""
    if annotation is None:
        return ""
    here = _passage(annotation)
    match annotation.correction:
        case Merge(name, into):
            return _("{name} is {actor}").format(name=name, actor=into.name)
        case Assign(to=to, everywhere=everywhere):
            if to is None:
                words = (
                    _("{words} an actor of its own, everywhere")
                    if everywhere
                    else _("{words} an actor of its own")
                )
                return words.format(words=here)
            words = (
                _("{words} stands for {actor}, everywhere") if everywhere else _("{words} stands for {actor}")
            )
            return words.format(words=here, actor=to.name)
        case Rename(name, to):
            return _("{name} called {new}").format(name=name, new=to)
        case SetKind(name, kind):
            return _("{name} {kind}").format(name=name, kind=_(KIND_WORDS[kind]))
        case AddAlias(name, alias):
            return _("{name} also called {alias}").format(name=name, alias=alias)
        case Dismiss(Subject.ACTOR, name):
            return _("{name} no actor").format(name=name)
        case Dismiss(subject):
            words = _("{words} no quote") if subject is Subject.QUOTE else _("{words} no name")
            return words.format(words=here)
        case SetLabel(label):
            return _("{words} {kind}").format(words=here, kind=_(LABEL_WORDS[label]))
        case Move(to):
            return _("{words} reaches {more}").format(words=here, more=_quoted(to.exact))
        case SetSpeaker(speaker):
            return _("{words} said by {speaker}").format(words=here, speaker=_name(speaker))
        case SetType(type):
            return _("{words} {kind}").format(words=here, kind=type_words(type))
        case AddQuote(speaker=speaker):
            return _("{words} a quote, said by {speaker}").format(words=here, speaker=_name(speaker))
        case None:
            return ""


def _passage(annotation: Annotation) -> str:
    return _quoted(annotation.anchor.exact) if annotation.anchor else _("the article")


def _quoted(words: str) -> str:
    words = " ".join(words.split()).strip(OUTER_OPENING + OUTER_CLOSING + "' ")
    return quoted(words if len(words) <= MOST else words[: MOST - 1].rstrip() + "…")


def _name(who: Who | None) -> str:
    return who.name if who else _(NOBODY)
