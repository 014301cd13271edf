"""Where a step leads, and what the keys that cancel something cancel first."""

from dataclasses import replace
from enum import Enum, auto

from core.translation import _
from tui.model.describe import counted
from tui.model.lens import Kind, Lens, Target
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_modes import Reading


def next_target(state: ReaderState, position: Position, lens: Lens, by: int) -> Target | None:
    """The target of `lens` that is `by` steps (1 or -1) away, wrapping around; None if the lens is empty.

    A current target that is out of sight is ignored: after scrolling, steps start from the selection, else from the
    reading position; a target that was let go counts for as long as it is in sight. One without a place in the text is
    ignored as well, unless the step is to another of its kind.
    """
    start = state.target if _is_start(state.target, position, lens) else None
    return lens.step(start, _offset(state, position, by), by)


def _offset(state: ReaderState, position: Position, by: int) -> int:
    """Where a step starts without a target: at the selection, behind or before the target that was let go, else where
    one reads, which may be the very end."""
    if position.selection:
        return position.selection[0]
    if state.target is None and state.left is not None and _is_seen(state.left, position):
        return state.left.start + (1 if by > 0 else 0)
    is_at_end = position.sight[1] >= len(state.article.text.rstrip())
    return position.sight[1] if by < 0 and is_at_end else position.top


def _is_start(target: Target | None, position: Position, lens: Lens) -> bool:
    """Whether a step starts from the target."""
    if target is None or position.selection is not None:
        return False
    if not target.is_placed:
        return lens.index(target) is not None
    return _is_seen(target, position)


def _is_seen(target: Target, position: Position) -> bool:
    top, bottom = position.sight
    return target.is_placed and target.start < bottom and target.end > top


def goes_round(state: ReaderState, position: Position, lens: Lens, after: Target, by: int) -> bool:
    """Whether the step to a target wraps around an end of the lens, from wherever it starts."""
    new = lens.index(after)
    if new is None or len(lens.targets) < 2:
        return False
    if _is_start(state.target, position, lens):
        old = lens.index(state.target)
        return old is not None and (new - old) * by <= 0
    return after.is_placed and (after.start - _offset(state, position, by)) * by < 0


def nothing_words(state: ReaderState, kind: Kind) -> str:
    """The message for a lens without targets."""
    if not state.is_read_through and kind in (Kind.NAMES, Kind.ACTOR, Kind.QUOTES):
        return _("{nothing} yet").format(nothing=counted(0, kind))
    if kind is Kind.MARKS:
        return _("no marks of yours yet")
    return _("{nothing} here").format(nothing=counted(0, kind))


def chosen_in(state: ReaderState, panel: str, id: str, among: str = "") -> tuple[Lens, Target | None]:
    """The lens and the target for an entry of a panel; `among` are the ids listed there."""
    if panel == "actors":
        lens = state.lens_of(Kind.ACTOR, id)
        return lens, lens.step(None, 0, 1)
    lens = state.lens_of(Kind.QUOTES if panel == "quotes" else Kind.MARKS, among)
    return lens, lens.find(id)


class Held(Enum):
    """What can be cancelled."""

    SELECTION = auto()
    TOUR = auto()
    SEARCH = auto()
    TARGET = auto()
    ZEN = auto()
    READING = auto()
    LENS = auto()


def held(state: ReaderState, *, selecting: bool, touring: bool) -> Held:
    """What to cancel next: one thing at a time, the latest and smallest first."""
    if selecting:
        return Held.SELECTION
    if touring:
        return Held.TOUR
    if state.lens.kind is Kind.HITS:
        return Held.SEARCH
    if state.target is not None:
        return Held.TARGET
    if state.zen:
        return Held.ZEN
    return Held.READING if state.reading != Reading() else Held.LENS


def without(state: ReaderState, what: Held) -> ReaderState:
    """The state after cancelling; selection and tour are not part of it."""
    match what:
        case Held.SEARCH:
            return replace(state.at(state.lens_of(Kind.NAMES), None), left=state.target or state.left)
        case Held.TARGET:
            return replace(state, target=None, left=state.target or state.left)
        case Held.ZEN:
            return replace(state, zen=False)
        case Held.READING:
            return replace(state, reading=Reading())
        case Held.LENS:
            return replace(state, lens=state.lens_of(Kind.NAMES))
        case Held.SELECTION | Held.TOUR:
            return state
