"""What can be corrected at the current place."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.analysis import Actor, ActorKind, Label, Mention, Quote
from core.text.spans import Span
from core.translation import N_, _
from tui.model.describe import in_marks
from tui.model.speech import type_words
from tui.screens.correct.sheet import Offer
from tui.text import shorten

MOST = 32
"""Columns of a name or a passage that an offer holds."""


@dataclass(frozen=True, slots=True)
class Here:
    """The current place: a name, a quotation, an actor in the panel, or selected words."""

    span: Span | None = None
    """The passage, where there is one."""
    words: str = ""
    """Its words, in one line."""
    mention: Mention | None = None
    actor: Actor | None = None
    quote: Quote | None = None
    selected: bool = False
    within: Mention | None = None
    """The one name that a selection overlaps without being it."""
    within_words: str = ""
    around: Quote | None = None
    """The quote that the words are in."""


def offers(here: Here, made: int) -> list[Offer]:
    """All that can be corrected here, what is likeliest first; `made` is the number of corrections so far."""
    found = [*_of_quote(here), *_of_mention(here), *_of_selection(here), *_of_actor(here), *_of_around(here)]
    if made:
        found.append(
            Offer(
                "history", _("see your corrections so far ({n}), and take any of them back …").format(n=made)
            )
        )
    return list({offer.what: offer for offer in found}.values())


def about(here: Here) -> str:
    """What is corrected, in a line."""
    if here.words:
        return _("on {passage}").format(passage=in_marks(here.words))
    if here.actor is not None:
        return _("on {passage}").format(passage=here.actor.name)
    return _("on this article")


def _of_quote(here: Here) -> Iterator[Offer]:
    if here.quote is None:
        return
    yield Offer("speaker", _("said by somebody else …"))
    yield Offer("type", _("another type than {type} …").format(type=type_words(here.quote.type)))
    yield Offer("dismiss", _("no quote at all"))


def _of_around(here: Here) -> Iterator[Offer]:
    if here.around is None:
        return
    yield Offer("speaker", _("the quote around it is said by somebody else …"))
    yield Offer(
        "type",
        _("the quote around it is of another type than {type} …").format(type=type_words(here.around.type)),
    )
    if here.mention is None:
        yield Offer("dismiss", _("what is around it is no quote at all"))


def _of_mention(here: Here) -> Iterator[Offer]:
    if here.mention is None:
        return
    words = quoted(here.words)
    if here.actor is not None:
        yield Offer("merge", _("{name} is the same as …").format(name=shorten(here.actor.name, MOST)))
        yield Offer("other", _("only here: {words} stands for somebody else …").format(words=words))
        yield Offer("split", _("only here: {words} is an actor of its own").format(words=words))
    else:
        yield Offer("other", _("{words} stands for …").format(words=words))
        yield Offer("split", _("{words} is an actor of its own …").format(words=words))
    yield Offer("everywhere", _("every {words} in this article stands for …").format(words=words))
    if not here.selected:
        yield Offer("bounds", _("{words} reaches further, or less far …").format(words=words))
    yield Offer("label", _(_LABELS[here.mention.label]).format(words=words))
    yield Offer("dismiss", _("{words} is no name").format(words=words))


def _of_selection(here: Here) -> Iterator[Offer]:
    if not here.selected:
        return
    words = quoted(here.words)
    if here.mention is None:
        yield Offer("split", _("{words} is an actor of its own …").format(words=words))
        yield Offer("other", _("{words} stands for …").format(words=words))
        yield Offer("everywhere", _("every {words} in this article stands for …").format(words=words))
    yield Offer("alias", _("{words} is another name of …, also in later articles").format(words=words))
    if here.within is not None:
        yield Offer(
            "bounds", _("{words} reaches as far as the selection").format(words=quoted(here.within_words))
        )
    yield Offer("quote", _("{words} is a quote, said by …").format(words=words))


def _of_actor(here: Here) -> Iterator[Offer]:
    if here.actor is None or here.quote is not None:
        return
    name = shorten(here.actor.name, MOST)
    if here.mention is None:
        yield Offer("merge", _("{name} is the same as …").format(name=name))
    yield Offer("rename", _("{name} is called otherwise …").format(name=name))
    if not here.selected:
        yield Offer("alias", _("{name} has another name too …, also in later articles").format(name=name))
    yield Offer("kind", _(_KINDS[here.actor.kind]).format(name=name))
    yield Offer("nobody", _("{name} is no actor, nowhere in this article").format(name=name))


def quoted(words: str) -> str:
    """Words in marks, cut short."""
    return in_marks(shorten(words, MOST))


_LABELS = {
    Label.PER: N_("{words} is not a person's name …"),
    Label.ORG: N_("{words} is not an organisation's name …"),
    Label.LOC: N_("{words} is not a place's name …"),
    Label.MISC: N_("{words} is not some other name …"),
    Label.DATE: N_("{words} is not a date …"),
    Label.QUANTITY: N_("{words} is not a quantity …"),
}

_KINDS = {
    ActorKind.PERSON: N_("{name} is not a person …"),
    ActorKind.ORGANISATION: N_("{name} is not an organisation …"),
    ActorKind.PLACE: N_("{name} is not a place …"),
    ActorKind.GROUP: N_("{name} is not a group …"),
    ActorKind.UNNAMED: N_("{name} is not nameless …"),
}
