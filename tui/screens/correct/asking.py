"""Asking for what a correction needs: who it is, its name, its kind."""

from asyncio import to_thread
from collections.abc import Sequence

from core.analysis import Actor, ActorKind, Analysis, Form, Label, QuoteType
from core.annotations import Anchor
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Correction,
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
from core.annotations.corrections.aliases import Alias, holds_elsewhere
from core.annotations.corrections.speaking import hull
from core.text.spans import Span
from core.translation import _
from tui.keymap import Keys
from tui.model.describe import kind_words, role_words
from tui.model.describe_corrections import KIND_WORDS, LABEL_WORDS, TYPES_EXPLAINED
from tui.model.speech import NOBODY
from tui.screens.correct.choice import NEW, Choice, ChoiceDialog
from tui.screens.correct.naming import NameDialog
from tui.screens.correct.offers import Here
from tui.screens.desk import Desk

OPENING = "„“»«\"'‚‘›‹"
"""Marks with which direct speech begins."""

Placed = tuple[Anchor | None, Correction]
"""A correction and the passage it is about."""


class Asking:
    """Turns an offer that was taken into a correction, by one sheet after the other."""

    def __init__(self, desk: Desk, own: Keys, analysis: Analysis, text: str, passage: str) -> None:
        """`passage` says in a line what is corrected."""
        self._desk = desk
        self._own = own
        self._analysis = analysis
        self._text = text
        self._passage = passage

    async def correction(self, what: str, here: Here) -> Placed | None:
        """The correction that an offer leads to, and its passage; None where an answer was refused."""
        if what == "alias":
            return await self._alias(here)
        if what == "bounds":
            return self._bounds(here)
        if here.around is not None and what in ("speaker", "type", "dismiss") and not _is_own(what, here):
            span = hull(here.around)
            here = Here(span, here.words, quote=here.around)
        correction = await self._of_this(what, here)
        return (self._anchor(here), correction) if correction is not None else None

    async def _of_this(self, what: str, here: Here) -> Correction | None:
        """The correction, if it applies to the current passage."""
        actor, mention, quote = here.actor, here.mention, here.quote
        name = actor.name if actor is not None else ""
        match what:
            case "merge" if actor is not None:
                who = await self._who_is(_("Who is {name}?").format(name=name), without=actor.id)
                return Merge(name, who) if isinstance(who, Who) else None
            case "split":
                kind = actor.kind if actor is not None else await self._kind(here.words)
                return Assign(kind) if kind is not None else None
            case "other" | "everywhere":
                return await self._for_whom(here, everywhere=what == "everywhere")
            case "rename" if actor is not None:
                to = await self._name(_("What is {name} called?").format(name=name), name)
                return Rename(name, to) if to and to != name else None
            case "kind" if actor is not None:
                kind = await self._kind(name)
                return SetKind(name, kind) if kind is not None and kind is not actor.kind else None
            case "label" if mention is not None:
                label = await self._label()
                return SetLabel(label) if label is not None and label is not mention.label else None
            case "nobody":
                return Dismiss(Subject.ACTOR, name)
            case "dismiss":
                return Dismiss(Subject.QUOTE if quote is not None else Subject.MENTION)
            case "speaker" | "quote":
                return await self._speaker(here)
            case "type" if quote is not None:
                type = await self._type()
                return SetType(type) if type is not None and type is not quote.type else None
        return None

    # The questions

    async def _ask(self, title: str, choices: list[Choice], new: str = "") -> str | None:
        return await self._desk.ask(ChoiceDialog(title, self._passage, choices, self._own, new=new))

    async def _name(self, title: str, begin: str) -> str | None:
        return await self._desk.ask(NameDialog(title, self._passage, begin, self._own))

    async def _who_is(
        self,
        title: str,
        *,
        without: str | None = None,
        nobody: str = "",
        new: str = "",
        first: Sequence[str] = (),
        speaking: bool = False,
    ) -> Who | str | None:
        """An actor, a typed name, or `nobody` itself; None for no answer. The actors in `first` lead the list.

        Where it is asked who is `speaking`, places come last.
        """
        order = {id: number for number, id in enumerate(first)}
        actors = sorted(self._by_weight(), key=lambda actor: order.get(actor.id, len(order)))
        if speaking:
            actors.sort(key=lambda actor: actor.kind is ActorKind.PLACE)
        choices = [_choice(actor) for actor in actors if actor.id != without]
        if nobody:
            choices.append(Choice("", nobody))
        chosen = await self._ask(title, choices, new)
        if chosen is None:
            return None
        if chosen.startswith(NEW):
            return Who(chosen.removeprefix(NEW))
        actor = self._analysis.actor(chosen)
        return self._who(actor) if actor is not None else nobody

    async def _for_whom(self, here: Here, *, everywhere: bool) -> Assign | None:
        without = here.actor.id if here.actor is not None and not everywhere else None
        who = await self._who_is(
            _("Who is “{words}”?").format(words=here.words), without=without, nobody=_("an actor of its own")
        )
        if isinstance(who, Who):
            return Assign(ActorKind.PERSON, who, everywhere)
        kind = await self._kind(here.words) if who is not None else None
        return Assign(kind, None, everywhere) if kind is not None else None

    async def _alias(self, here: Here) -> Placed | None:
        actor, alias = here.actor, here.words
        if here.selected:
            who = await self._who_is(_("Whose other name is “{words}”?").format(words=alias))
            named = who.name if isinstance(who, Who) else ""
            actor = next((each for each in self._by_weight() if each.name == named), None)
        elif actor is not None:
            alias = await self._name(_("What else is {name} called?").format(name=actor.name), "") or ""
        if actor is None or not alias or alias == actor.name:
            return None
        # Whether it holds in other articles is asked again by who keeps it; the first answer takes its time.
        await to_thread(holds_elsewhere, Alias(alias, actor.name, actor.kind))
        return self._who(actor).anchor, AddAlias(actor.name, alias, actor.kind)

    def _bounds(self, here: Here) -> Placed | None:
        if here.within is None or here.span is None:
            return None
        return self._at(here.within.span), Move(self._at(here.span))

    async def _speaker(self, here: Here) -> SetSpeaker | AddQuote | None:
        likeliest = [each.actor for each in here.quote.candidates] if here.quote is not None else []
        who = await self._who_is(
            _("Who says it?"), nobody=_(NOBODY), new=_("somebody else:"), first=likeliest, speaking=True
        )
        if who is None:
            return None
        speaker = who if isinstance(who, Who) else None
        if here.quote is not None:
            return SetSpeaker(speaker)
        direct = here.words[:1] in OPENING
        return AddQuote(QuoteType.DIRECT if direct else QuoteType.INDIRECT, speaker)

    async def _kind(self, words: str) -> ActorKind | None:
        choices = [Choice(kind.value, _(said)) for kind, said in KIND_WORDS.items()]
        chosen = await self._ask(_("What is {words}?").format(words=words), choices)
        return ActorKind(chosen) if chosen else None

    async def _label(self) -> Label | None:
        choices = [Choice(label.value, _(said)) for label, said in LABEL_WORDS.items()]
        chosen = await self._ask(_("What is it then?"), choices)
        return Label(chosen) if chosen else None

    async def _type(self) -> QuoteType | None:
        choices = [Choice(type.value, _(said)) for type, said in TYPES_EXPLAINED.items()]
        chosen = await self._ask(_("How is it said?"), choices)
        return QuoteType(chosen) if chosen else None

    # Pointing at actors

    def _at(self, span: Span) -> Anchor:
        return Anchor.of(self._text, *span)

    def _anchor(self, here: Here) -> Anchor | None:
        """The passage that a correction is anchored to; for an actor, a mention."""
        if here.span is not None:
            return self._at(here.span)
        return self._who(here.actor).anchor if here.actor is not None else None

    def _who(self, actor: Actor) -> Who:
        """An actor as a correction names him: by the mention that says his name best."""
        mentions = self._analysis.mentions_of(actor.id)
        if not mentions:
            return Who(actor.name)
        best = min(
            mentions,
            key=lambda each: (
                self._text[slice(*each.span)].split() != actor.name.split(),
                each.form is not Form.NAME,
                each,
            ),
        )
        return Who(actor.name, self._at(best.span))

    def _by_weight(self) -> list[Actor]:
        """The actors, the most mentioned first."""
        weight = {actor.id: len(self._analysis.mentions_of(actor.id)) for actor in self._analysis.actors}
        return sorted(self._analysis.actors, key=lambda actor: -weight[actor.id])


def _is_own(what: str, here: Here) -> bool:
    """Whether an offer is about the words themselves, not about the quote that they are in."""
    return here.quote is not None or (what == "dismiss" and here.mention is not None)


def _choice(actor: Actor) -> Choice:
    return Choice(actor.id, actor.name, ", ".join(filter(None, (kind_words(actor.kind), role_words(actor)))))
