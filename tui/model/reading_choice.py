"""Which reading modes are available in the current state."""

from tui.model.lens import Kind
from tui.model.reader_state import ReaderState
from tui.model.reading_modes import Reading, Way
from tui.model.standing import NOWHERE, On, Standing


def reading_in(state: ReaderState, way: Way, here: Standing = NOWHERE) -> Reading | None:
    """The reading mode of that kind; None if the analysis does not allow it."""
    if way is Way.ACTOR:
        actor = actor_to_read_for(state, here)
        return Reading(way, actor) if actor else None
    return Reading(way) if way is not Way.QUOTES or state.analysis else None


def next_reading(state: ReaderState, by: int, here: Standing = NOWHERE) -> Reading:
    """The next (1) or previous (-1) available reading mode, wrapping around."""
    ways = [reading for way in Way if (reading := reading_in(state, way, here)) is not None]
    now = next((index for index, reading in enumerate(ways) if reading.way is state.reading.way), 0)
    return ways[(now + by) % len(ways)]


def actor_to_read_for(state: ReaderState, here: Standing = NOWHERE) -> str | None:
    """The actor one stands on or steps through, else who is named there or speaks; else the one mentioned most."""
    if state.analysis is None:
        return None
    if here.on is On.ACTOR:
        return here.id
    if state.lens.kind is Kind.ACTOR:
        return state.lens.subject
    if here.actor is not None:
        return here.actor.id
    mentions_of = state.analysis.mentions_of
    named = max(state.analysis.actors, key=lambda actor: len(mentions_of(actor.id)), default=None)
    return named.id if named else None
