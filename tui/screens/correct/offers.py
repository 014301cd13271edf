"""What can be corrected at the current place."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.analysis import Actor, Label, Mention, Quote
from core.text.spans import Span
from tui.model.describe import in_marks
from tui.model.speech import TYPE_WORDS
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
        found.append(Offer("history", f"see your corrections so far ({made}), and take any of them back …"))
    return list({offer.what: offer for offer in found}.values())


def about(here: Here) -> str:
    """What is corrected, in a line."""
    if here.words:
        return f"on {in_marks(here.words)}"
    return f"on {here.actor.name}" if here.actor is not None else "on this article"


def _of_quote(here: Here) -> Iterator[Offer]:
    if here.quote is None:
        return
    yield Offer("speaker", "said by somebody else …")
    yield Offer("type", f"another type than {TYPE_WORDS[here.quote.type]} …")
    yield Offer("dismiss", "no quote at all")


def _of_around(here: Here) -> Iterator[Offer]:
    if here.around is None:
        return
    yield Offer("speaker", "the quote around it is said by somebody else …")
    yield Offer("type", f"the quote around it is of another type than {TYPE_WORDS[here.around.type]} …")
    if here.mention is None:
        yield Offer("dismiss", "what is around it is no quote at all")


def _of_mention(here: Here) -> Iterator[Offer]:
    if here.mention is None:
        return
    words = quoted(here.words)
    if here.actor is not None:
        yield Offer("merge", f"{shorten(here.actor.name, MOST)} is the same as …")
        yield Offer("other", f"only here: {words} stands for somebody else …")
        yield Offer("split", f"only here: {words} is an actor of its own")
    else:
        yield Offer("other", f"{words} stands for …")
        yield Offer("split", f"{words} is an actor of its own …")
    yield Offer("everywhere", f"every {words} in this article stands for …")
    if not here.selected:
        yield Offer("bounds", f"{words} reaches further, or less far …")
    yield Offer("label", f"{words} is not {_LABELS[here.mention.label]} …")
    yield Offer("dismiss", f"{words} is no name")


def _of_selection(here: Here) -> Iterator[Offer]:
    if not here.selected:
        return
    words = quoted(here.words)
    if here.mention is None:
        yield Offer("split", f"{words} is an actor of its own …")
        yield Offer("other", f"{words} stands for …")
        yield Offer("everywhere", f"every {words} in this article stands for …")
    yield Offer("alias", f"{words} is another name of …, also in later articles")
    if here.within is not None:
        yield Offer("bounds", f"{quoted(here.within_words)} reaches as far as the selection")
    yield Offer("quote", f"{words} is a quote, said by …")


def _of_actor(here: Here) -> Iterator[Offer]:
    if here.actor is None or here.quote is not None:
        return
    name = shorten(here.actor.name, MOST)
    if here.mention is None:
        yield Offer("merge", f"{name} is the same as …")
    yield Offer("rename", f"{name} is called otherwise …")
    if not here.selected:
        yield Offer("alias", f"{name} has another name too …, also in later articles")
    yield Offer("kind", f"{name} is not {_KINDS[here.actor.kind.value]} …")
    yield Offer("nobody", f"{name} is no actor, nowhere in this article")


def quoted(words: str) -> str:
    """Words in marks, cut short."""
    return in_marks(shorten(words, MOST))


_LABELS = {
    Label.PER: "a person's name",
    Label.ORG: "an organisation's name",
    Label.LOC: "a place's name",
    Label.MISC: "some other name",
    Label.DATE: "a date",
    Label.QUANTITY: "a quantity",
}

_KINDS = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "group": "a group",
    "unnamed": "nameless",
}
