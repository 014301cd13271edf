"""Correcting what was found: a correction goes to the disk first, then the analysis is made anew with it."""

from asyncio import to_thread
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from core.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, QuoteType
from core.annotations import Anchor, Annotation
from core.annotations.anchoring import locate
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Corrected,
    Correction,
    Dismiss,
    Merge,
    Misfit,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
    correct,
)
from core.annotations.corrections.aliases import Alias, recognise
from core.annotations.corrections.draft import hull
from core.library import LibraryError
from core.spans import Span, overlaps, strip
from tui.keymap import key
from tui.lens import Kind
from tui.say import say
from tui.screens.reader.annotating import Annotating
from tui.undo import Change

if TYPE_CHECKING:
    from tui.screens.correct.choice import Choice
    from tui.screens.correct.offers import Here

OPENING = "„“»«\"'‚‘›‹"
"""Marks with which direct speech begins."""


class Correcting(Annotating):
    """Offers what can be corrected, asks for what that takes, and shows the analysis with the corrections in it."""

    found: Analysis | None = None
    """The analysis as it was made, without corrections."""
    corrections: tuple[Annotation, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    """Corrections that do not fit the article as it is now."""
    aliases: tuple[Alias, ...] = ()
    """Confirmed in any article."""

    async def take_up(self, found: Analysis, kept: tuple[Annotation, ...]) -> None:
        """Show an analysis with the corrections among the annotations that were kept."""
        self.found = found
        self.corrections = tuple(each for each in kept if each.correction is not None)
        try:
            self.aliases = await to_thread(self.archive.aliases)
        except LibraryError as error:
            say(self.app, str(error), "warning")
        await self._correct()

    async def _correct(self) -> None:
        """Bring the analysis up to the corrections there are now."""
        found, corrections = self.found, self.corrections
        if found is None:
            return
        corrected = await to_thread(_corrected, found, corrections, self.aliases, self.article.text)
        if corrections is not self.corrections:
            return
        self.misfits = corrected.misfits
        self.analysis = corrected.analysis
        if self.lens.kind is Kind.ACTOR and not self.lens.targets:
            self.lens = self.lens_of(Kind.NAMES)

    # What is asked for

    async def action_correct(self) -> None:
        """Offer what can be corrected where one stands."""
        await self.saved()
        here = self._standing_on()
        if here is None and not self.corrections:
            keys = (key(id, self.own) for id in ("next-name", "next-quote", "article.select"))
            self.tell(
                "nothing to correct here: {} steps to a name, {} to a quote, {} selects".format(*keys)
                if self.analysis is not None
                else "not read through yet"
            )
            return
        self._offer(here)

    def correct_actor(self, id: str) -> None:
        """Offer what can be corrected about an actor."""
        from tui.screens.correct.offers import Here

        actor = self.analysis.actor(id) if self.analysis else None
        if actor is not None:
            self._offer(Here(actor=actor))

    @work(exit_on_error=False)
    async def _offer(self, here: "Here | None") -> None:
        from tui.screens.correct.offers import Here, offers
        from tui.screens.correct.sheet import CorrectDialog

        here = here or Here()
        passage = self._about(here)
        what = await self.app.push_screen_wait(
            CorrectDialog(passage, offers(here, len(self.corrections)), self.own)
        )
        if what == "history":
            await self._look_back()
        elif what == "bounds" and here.within is None and here.span is not None:
            self.set_focus(self.view)
            self.view.select(*here.span)
            self.tell(
                f"select how far it reaches, then {key('correct', self.own)} {key('correct-bounds', self.own)}"
            )
        elif what is not None and self.analysis is not None:
            anchor = self._anchor(here)
            correction = await self._asked(what, here, passage)
            if correction is not None:
                on, correction = correction if isinstance(correction, tuple) else (anchor, correction)
                self.change(Change(None, Annotation.new(on, correction=correction)))

    async def _asked(
        self, what: str, here: "Here", passage: str
    ) -> "Correction | tuple[Anchor | None, Correction] | None":
        """The correction that an offer leads to, once all is asked for; with its place where that is not here."""
        actor, mention = here.actor, here.mention
        name = actor.name if actor is not None else ""
        match what:
            case "merge" if actor is not None:
                who = await self._ask_who(f"Who is {name}?", passage, without=actor.id)
                return Merge(name, who) if isinstance(who, Who) else None
            case "split":
                kind = actor.kind if actor is not None else await self._ask_kind(here.words)
                return Assign(kind) if kind is not None else None
            case "other" | "everywhere":
                return await self._ask_for_whom(here, passage, everywhere=what == "everywhere")
            case "rename" if actor is not None:
                to = await self._ask_name(f"What is {name} called?", passage, name)
                return Rename(name, to) if to and to != name else None
            case "kind" if actor is not None:
                kind = await self._ask_kind(name)
                return SetKind(name, kind) if kind is not None and kind is not actor.kind else None
            case "alias":
                return await self._ask_alias(here, passage)
            case "label" if mention is not None:
                label = await self._ask_label(passage)
                return SetLabel(label) if label is not None and label is not mention.label else None
            case "bounds" if here.within is not None and here.span is not None:
                text = self.article.text
                return Anchor.of(text, *here.within.span), Move(Anchor.of(text, *here.span))
            case "nobody":
                return Dismiss(Subject.ACTOR, name)
            case "dismiss":
                return Dismiss(Subject.QUOTE if here.quote is not None else Subject.MENTION)
            case "speaker" | "quote":
                return await self._ask_speaker(here, passage)
            case "type" if here.quote is not None:
                type = await self._ask_type(passage)
                return SetType(type) if type is not None and type is not here.quote.type else None
        return None

    # Asking

    async def _ask(self, title: str, passage: str, choices: "list[Choice]", new: str = "") -> str | None:
        from tui.screens.correct.choice import ChoiceDialog

        return await self.app.push_screen_wait(ChoiceDialog(title, passage, choices, self.own, new=new))

    async def _ask_name(self, title: str, passage: str, begin: str) -> str | None:
        from tui.screens.correct.naming import NameDialog

        return await self.app.push_screen_wait(NameDialog(title, passage, begin, self.own))

    async def _ask_who(
        self, title: str, passage: str, *, without: str | None = None, nobody: str = "", new: str = ""
    ) -> Who | str | None:
        """An actor, or a name that was typed, or `nobody` itself; None for no answer."""
        from tui.screens.correct.choice import NEW, Choice

        choices = [self._choice(actor) for actor in self._by_weight() if actor.id != without]
        if nobody:
            choices.append(Choice("", nobody))
        chosen = await self._ask(title, passage, choices, new)
        if chosen is None or self.analysis is None:
            return None
        if chosen.startswith(NEW):
            return Who(chosen.removeprefix(NEW))
        actor = self.analysis.actor(chosen)
        return self._who(actor) if actor is not None else nobody

    async def _ask_for_whom(self, here: "Here", passage: str, *, everywhere: bool) -> Assign | None:
        words = here.words
        without = None if everywhere else here.actor.id if here.actor else None
        own = "an actor of its own"
        who = await self._ask_who(f"Who is “{words}”?", passage, without=without, nobody=own)
        if isinstance(who, Who):
            return Assign(ActorKind.PERSON, who, everywhere)
        if who is None:
            return None
        kind = await self._ask_kind(words)
        return Assign(kind, None, everywhere) if kind is not None else None

    async def _ask_alias(self, here: "Here", passage: str) -> tuple[Anchor | None, AddAlias] | None:
        if here.selected:
            who = await self._ask_who(f"Whose other name is “{here.words}”?", passage)
            return (
                (who.anchor, AddAlias(who.name, here.words, self._kind(who.name)))
                if isinstance(who, Who)
                else None
            )
        if here.actor is None:
            return None
        name = here.actor.name
        alias = await self._ask_name(f"What else is {name} called?", passage, "")
        return (
            (self._who(here.actor).anchor, AddAlias(name, alias, here.actor.kind))
            if alias and alias != name
            else None
        )

    async def _ask_speaker(self, here: "Here", passage: str) -> SetSpeaker | AddQuote | None:
        who = await self._ask_who("Who says it?", passage, nobody="nobody named", new="somebody else:")
        if who is None:
            return None
        speaker = who if isinstance(who, Who) else None
        if here.quote is not None:
            return SetSpeaker(speaker)
        direct = here.words[:1] in OPENING
        return AddQuote(QuoteType.DIRECT if direct else QuoteType.INDIRECT, speaker)

    async def _ask_kind(self, words: str) -> ActorKind | None:
        from tui.correction_words import KIND_WORDS
        from tui.screens.correct.choice import Choice

        choices = [Choice(kind.value, said) for kind, said in KIND_WORDS.items()]
        chosen = await self._ask(f"What is {words}?", "", choices)
        return ActorKind(chosen) if chosen else None

    async def _ask_label(self, passage: str) -> Label | None:
        from tui.correction_words import LABEL_WORDS
        from tui.screens.correct.choice import Choice

        choices = [Choice(label.value, said) for label, said in LABEL_WORDS.items()]
        chosen = await self._ask("What is it then?", passage, choices)
        return Label(chosen) if chosen else None

    async def _ask_type(self, passage: str) -> QuoteType | None:
        from tui.correction_words import TYPE_WORDS
        from tui.screens.correct.choice import Choice

        choices = [Choice(type.value, said) for type, said in TYPE_WORDS.items()]
        chosen = await self._ask("How is it said?", passage, choices)
        return QuoteType(chosen) if chosen else None

    async def _look_back(self) -> None:
        """Show all corrections; take the one chosen back, or show its place."""
        from tui.screens.correct.history import HistoryDialog

        reasons = {misfit.annotation.id: misfit.reason for misfit in self.misfits}
        chosen = await self.app.push_screen_wait(HistoryDialog(self.corrections, reasons, self.own))
        if chosen is None:
            return
        if chosen.take_back:
            self.change(Change(chosen.annotation, None))
            return
        anchor = chosen.annotation.anchor
        span = (await to_thread(locate, anchor, self.article.text)).span if anchor is not None else None
        if span is None:
            self.tell("this has no place in the text")
        else:
            self.view.reveal(*span)

    # What one stands on

    def _standing_on(self) -> "Here | None":
        """What is to be corrected: an entry of a panel, the selection, or the target."""
        from tui.screens.correct.offers import Here

        analysis = self.analysis
        if analysis is None or self.place == "notes":
            return None
        if self.place == "actors":
            actor = analysis.actor(self.actors.current)
            return Here(actor=actor) if actor is not None else None
        if self.place == "quotes":
            return self._on_quote(self.quotes.current)
        if self.view.selection is not None:
            span = strip(self.view.selection, self.article.text)
            return self._on_words(span) if span[0] < span[1] else None
        target = self.target
        if target is None or target.kind is Kind.MARKS:
            return None
        if target.kind is Kind.QUOTES:
            return self._on_quote(target.id)
        if target.kind is Kind.HITS:
            return self._on_words((target.start, target.end))
        mention = self.mention_of(target)
        return self._on_mention(mention) if mention is not None else None

    def _on_quote(self, id: str | None) -> "Here | None":
        from tui.screens.correct.offers import Here

        quotes = self.analysis.quotes if self.analysis else ()
        quote = next((each for each in quotes if each.id == id), None)
        return Here(hull(quote), self._words(hull(quote)), quote=quote) if quote is not None else None

    def _on_mention(self, mention: Mention) -> "Here":
        from tui.screens.correct.offers import Here

        actor = self.analysis.actor(mention.actor) if self.analysis else None
        return Here(mention.span, self._words(mention.span), mention, actor)

    def _on_words(self, span: Span) -> "Here":
        from tui.screens.correct.offers import Here

        mentions = self.analysis.mentions if self.analysis else ()
        there = next((each for each in mentions if each.span == span), None)
        actor = self.analysis.actor(there.actor) if self.analysis and there else None
        touched = [each for each in mentions if each.span != span and overlaps(each.span, span)]
        within = touched[0] if len(touched) == 1 and there is None else None
        return Here(
            span,
            self._words(span),
            there,
            actor,
            selected=True,
            within=within,
            within_words=self._words(within.span) if within is not None else "",
        )

    def _about(self, here: "Here") -> str:
        """What is corrected, in a line."""
        if here.words:
            return f"on “{here.words}”"
        return f"on {here.actor.name}" if here.actor is not None else "on this article"

    def _anchor(self, here: "Here") -> Anchor | None:
        if here.span is not None:
            return Anchor.of(self.article.text, *here.span)
        return self._who(here.actor).anchor if here.actor is not None else None

    def _words(self, span: Span) -> str:
        return " ".join(self.article.text[slice(*span)].split())

    # Actors to point at

    def _who(self, actor: Actor) -> Who:
        """An actor as a correction names him: by the mention that says his name best."""
        mentions = self.analysis.mentions_of(actor.id) if self.analysis else ()
        if not mentions:
            return Who(actor.name)
        best = min(
            mentions,
            key=lambda each: (self._words(each.span) != actor.name, each.form is not Form.NAME, each),
        )
        return Who(actor.name, Anchor.of(self.article.text, *best.span))

    def _by_weight(self) -> list[Actor]:
        """The actors, the most mentioned first."""
        if self.analysis is None:
            return []
        analysis = self.analysis
        return sorted(analysis.actors, key=lambda actor: -len(analysis.mentions_of(actor.id)))

    def _kind(self, name: str) -> ActorKind:
        """What the actor of that name is."""
        return next((actor.kind for actor in self._by_weight() if actor.name == name), ActorKind.PERSON)

    def _choice(self, actor: Actor) -> "Choice":
        from tui.screens.correct.choice import Choice
        from tui.words import role_words

        return Choice(actor.id, actor.name, ", ".join(filter(None, (actor.kind.value, role_words(actor)))))

    # Keeping

    def change(self, change: Change) -> None:
        """Carry out a change the user made; a correction is said in words."""
        annotation = change.after
        if annotation is None or annotation.correction is None:
            super().change(change)
            return
        later = ", also for later articles" if isinstance(annotation.correction, AddAlias) else ""
        self._carry_out(change, f"{change.words} · saved{later}", undoing=False)

    async def take_correction(self, change: Change, told: str) -> bool:
        """Make the analysis anew with a correction that is on disk, or without one that was taken back."""
        annotation = change.after or change.before
        if annotation is None or annotation.correction is None:
            return False
        rest = tuple(each for each in self.corrections if each.id != change.id)
        self.corrections = (*rest, *((change.after,) if change.after is not None else ()))
        if isinstance(annotation.correction, AddAlias):
            with suppress(LibraryError):
                self.aliases = await to_thread(self.archive.aliases)
        await self._correct()
        self.view.clear_selection()
        if change.after is not None:
            self._go_to_corrected(change.after)
        self.tell(told)
        return True

    def _go_to_corrected(self, annotation: Annotation) -> None:
        """Stand on what a correction made, where it made something new to stand on."""
        correction, anchor = annotation.correction, annotation.anchor
        if isinstance(correction, AddQuote):
            self._stand_on(Kind.QUOTES, f"r{annotation.id}")
        elif isinstance(correction, Move):
            self._stand_on(Kind.NAMES, f"{correction.to.start}:{correction.to.end}")
        elif isinstance(correction, Assign) and anchor is not None:
            self._stand_on(Kind.NAMES, f"{anchor.start}:{anchor.end}")

    def _stand_on(self, kind: Kind, id: str) -> None:
        lens = self.lens_of(kind)
        if (target := lens.find(id)) is not None:
            self.lens = lens
            self.go_to(target)

    def _failed(self, change: Change, sentence: str, undoing: bool) -> None:
        """A correction that could not be kept has nothing typed to give back."""
        annotation = change.after or change.before
        if annotation is None or annotation.correction is None:
            super()._failed(change, sentence, undoing)
            return
        say(self.app, sentence, "error")
        self.tell("not saved")
        if undoing:
            self.history = self.history.put_back(change)


def _corrected(
    found: Analysis, corrections: tuple[Annotation, ...], aliases: tuple[Alias, ...], text: str
) -> Corrected:
    """The analysis with what is known of aliases, and with the corrections of this article."""
    return correct(corrections, recognise(aliases, found, text), text)


def marks_among(kept: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """The annotations that are tags and notes."""
    return tuple(each for each in kept if each.correction is None)
