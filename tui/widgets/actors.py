"""The panel of actors: who acts in the article, and how much of it is about them."""

from core.analysis import Actor, Analysis
from tui.widgets.panel import Entry, Panel
from tui.words import ACTOR_SIGNS, KIND_COLOURS, role_words, spread

SPREAD = 7
"""Columns of the little picture of where in the article an actor comes up."""


class ActorsPanel(Panel):
    """People, organisations, places and voices, the most mentioned first or as they appear."""

    NAME = "actors"
    EMPTY = "Who acts here is shown when the article has been read through."

    _analysis: Analysis | None = None
    _length = 0
    _by_weight = True

    def show_actors(self, analysis: Analysis | None, length: int) -> None:
        """Show the actors of an analysis of a text of `length` characters."""
        self._analysis, self._length = analysis, length
        if analysis is None:
            self.show_entries((), "")
            return
        weight = {actor.id: len(analysis.mentions_of(actor.id)) for actor in analysis.actors}
        actors = list(analysis.actors)
        if self._by_weight:
            actors.sort(key=lambda actor: -weight[actor.id])
        order = "by weight" if self._by_weight else "in order"
        note = f"{len(actors)} · {order}" if actors else ""
        self.show_entries(
            [self._entry(actor, analysis) for actor in actors], note, "Nobody is named in this article."
        )

    def change_order(self) -> None:
        """By weight, or in the order they come up."""
        self._by_weight = not self._by_weight
        self.show_actors(self._analysis, self._length)

    def _entry(self, actor: Actor, analysis: Analysis) -> Entry:
        places = [mention.start for mention in analysis.mentions_of(actor.id)]
        age = f"{actor.age:>4}" if actor.age is not None else "    "
        return Entry(
            actor.id,
            (
                [(actor.name, KIND_COLOURS[actor.kind])],
                [
                    (ACTOR_SIGNS[actor.kind], "$faint"),
                    (age, ""),
                    (f"  {spread(places, self._length, SPREAD)}", "$faint"),
                    (f"{len(places):>4}", ""),
                ],
            ),
            ([(role_words(actor), "$faint")], []),
        )
