"""Which ways of reading there are from where one is."""

from tui.model.lens import Kind
from tui.model.reader_state import ReaderState
from tui.model.reading_modes import Reading, Way


def reading_in(state: ReaderState, way: Way) -> Reading | None:
    """To read in that way from here; None where the article is not known well enough."""
    if way is Way.ACTOR:
        actor = actor_to_read_for(state)
        return Reading(way, actor) if actor else None
    return Reading(way) if way is not Way.QUOTES or state.analysis else None


def next_reading(state: ReaderState, by: int) -> Reading:
    """The next way of reading that there is (1) or the one before (-1), round the end."""
    ways = [reading for way in Way if (reading := reading_in(state, way)) is not None]
    now = next((index for index, reading in enumerate(ways) if reading.way is state.reading.way), 0)
    return ways[(now + by) % len(ways)]


def actor_to_read_for(state: ReaderState) -> str | None:
    """The actor stepped through or stood on; else the one named most."""
    if state.analysis is None:
        return None
    if state.lens.kind is Kind.ACTOR:
        return state.lens.subject
    if actor := state.target_actor:
        return actor
    mentions_of = state.analysis.mentions_of
    named = max(state.analysis.actors, key=lambda actor: len(mentions_of(actor.id)), default=None)
    return named.id if named else None
