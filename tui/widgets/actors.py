"""The panel of actors: who acts in the article, and how much of it is about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from core.analysis import Actor, ActorKind, Analysis, Mention
from core.text.spans import Span, contains
from core.translation import N_, _
from tui.model.describe import (
    ACTOR_SIGNS,
    KIND_COLOURS,
    KINDS_TOGETHER,
    in_alphabet,
    is_guess,
    role_words,
    spread,
)
from tui.widgets.panel import Entry, Panel, Row

SPREAD = 7
"""Columns of the small chart that shows where in the article an actor is mentioned."""


def rank(actor: Actor, speaks: bool) -> int:
    """Where an actor comes among others: people who speak first, then all who speak, then people, places last."""
    is_person = actor.kind is ActorKind.PERSON
    if actor.kind is ActorKind.PLACE:
        return 4
    if speaks:
        return 0 if is_person else 1
    return 2 if is_person else 3


class ActorsPanel(Panel):
    """People, organisations, places and voices: who speaks and is mentioned most first, as they appear, or by name."""

    NAME = N_("actors")
    EMPTY = N_("Who acts here is shown when the article has been read through.")
    ORDERS = ("weight", "order", "name")
    ORDER_WORDS = (N_("by weight"), N_("in order"), N_("by name"))

    @dataclass
    class CardWanted(Message):
        """The card of an actor was requested."""

        panel: "ActorsPanel"
        actor: str

    _analysis: Analysis | None = None
    _length = 0
    _folded: Sequence[Span] = ()
    _in_part = False

    def show_actors(
        self, analysis: Analysis | None, length: int, folded: Sequence[Span] = (), *, in_part: bool = False
    ) -> None:
        """Show the actors of an analysis of a text of `length` characters, or of a part of it.

        Mentions in `folded` passages are said again, and not counted.
        """
        self._analysis, self._length, self._folded, self._in_part = analysis, length, folded, in_part
        if analysis is None:
            self.show_rows(())
            return
        # Gathered once: an article of book length has more actors than one would look for again and again.
        mentions: dict[str, list[Mention]] = {actor.id: [] for actor in analysis.actors}
        for mention in analysis.mentions:
            if mention.actor in mentions and not any(contains(each, mention.span) for each in folded):
                mentions[mention.actor].append(mention)
        actors = list(analysis.actors)
        if self.by == "weight":
            speakers = {quote.speaker.actor for quote in analysis.quotes if quote.speaker is not None}
            actors.sort(key=lambda actor: (rank(actor, actor.id in speakers), -len(mentions[actor.id])))
        elif self.by == "name":
            actors.sort(key=lambda actor: in_alphabet(actor.name))
        nobody = (
            _("Nobody yet: only a part has been read.") if in_part else _("Nobody is named in this article.")
        )
        self.show_rows([self._row(actor, mentions[actor.id]) for actor in actors], nobody)

    def sort_by(self, by: str) -> None:
        """By weight, in the order they come up, or by name."""
        super().sort_by(by)
        self.show_actors(self._analysis, self._length, self._folded, in_part=self._in_part)

    def choose(self, id: str, stay: bool) -> None:
        """An actor taken is one whose card is wanted; one only shown is stepped through."""
        if stay:
            super().choose(id, stay)
        else:
            self.post_message(self.CardWanted(self, id))

    def _row(self, actor: Actor, mentions: Sequence[Mention]) -> Row:
        words = " ".join((actor.name, *actor.aliases, *actor.roles))
        return Row(self._entry(actor, mentions), words, (_(KINDS_TOGETHER[actor.kind]),))

    def _entry(self, actor: Actor, mentions: Sequence[Mention]) -> Entry:
        places = [mention.start for mention in mentions]
        guesses = sum(map(is_guess, mentions))
        # A guess is said to be one: all of them by the name, some of them below it.
        name = f"{actor.name} ?" if mentions and guesses == len(mentions) else actor.name
        guessed = [(_("{n} guessed").format(n=guesses), "$faint")] if 0 < guesses < len(mentions) else []
        age = f"{actor.age:>4}" if actor.age is not None else "    "
        return Entry(
            actor.id,
            (
                [(name, KIND_COLOURS[actor.kind])],
                [
                    (_(ACTOR_SIGNS[actor.kind]), "$faint"),
                    (age, ""),
                    (f"  {spread(places, self._length, SPREAD)}", "$faint"),
                    (f"{len(places):>4}", ""),
                ],
            ),
            ([(role_words(actor), "$faint")], guessed),
        )
