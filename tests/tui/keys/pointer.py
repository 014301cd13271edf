"""The pointer on the stage: where something stands on the screen, and what is done there."""

import re
from collections.abc import Callable

from textual import events
from textual.geometry import Offset

from tests.tui.frames import draw_now
from tests.tui.keys.scenario import LOOKS, Stage
from tui.keymap import keys_of


def place_of(stage: Stage, words: str, nth: int = 0) -> Offset:
    """The cell where some words stand on the screen for the nth time, counted from 0."""
    lines = enumerate(stage.page.splitlines())
    found = [Offset(each.start(), y) for y, line in lines for each in re.finditer(re.escape(words), line)]
    assert len(found) > max(nth, 0), f"“{words}” is not on the screen:\n{stage.page}"
    return found[nth]


def clickable(stage: Stage, action: str) -> Offset | None:
    """The first cell on the screen that runs an action when it is clicked; None where none does."""
    for y, strip in enumerate(stage.app.screen._compositor.render_strips(stage.app.size)):
        x = 0
        for segment in strip:
            if segment.style is not None and segment.style.meta.get("@click") == action:
                return Offset(x, y)
            x += segment.cell_length
    return None


async def painted(stage: Stage) -> None:
    """Wait until what was opened last is on the screen: the pointer goes by what is seen."""
    await stage.pilot.pause(0.05)


async def place_at_rest(stage: Stage, words: str, nth: int = 0) -> Offset:
    """The cell where some words stand as soon as they no longer move."""
    place = place_of(stage, words, nth)
    for _ in range(LOOKS):
        before = place
        draw_now(stage.app)
        await stage.rest()
        place = place_of(stage, words, nth)
        if place == before:
            break
    return place


async def click(stage: Stage, place: Offset, times: int = 1) -> None:
    """Click there, on what is drawn by then."""
    draw_now(stage.app)
    await stage.pilot.click(offset=place, times=times)
    await stage.rest()


async def wheel(stage: Stage, place: Offset, by: int = 1) -> None:
    """Turn the wheel there, towards oneself where `by` is positive."""
    draw_now(stage.app)
    turn = events.MouseScrollDown if by > 0 else events.MouseScrollUp
    widget, _ = stage.app.screen.get_widget_at(*place)
    for _ in range(abs(by)):
        event = turn(widget, place.x, place.y, 0, by, 0, False, False, False, place.x, place.y)
        stage.app.screen._forward_event(event)
        await stage.rest()


async def drag(stage: Stage, start: Offset, end: Offset) -> None:
    """Press the button at one place, move to another, and let go there."""
    draw_now(stage.app)
    await stage.pilot.mouse_down(offset=start)
    await stage.pilot.hover(offset=end)
    await stage.pilot.mouse_up(offset=end)
    await stage.rest()


async def by_click(stage: Stage, id: str) -> bool:
    """Run a command by the pointer alone: at the foot, or from the list of keys; whether there is such a way."""
    await painted(stage)
    if (place := clickable(stage, _press(stage, id))) is not None:
        await click(stage, place)
        return True
    for help in (f"{getattr(stage.app.screen, 'PLACE', '')}-keys", "keys"):
        if (place := _known(stage, help)) is not None:
            await click(stage, place)
            return await _from_the_list(stage, id)
    return False


def _press(stage: Stage, id: str) -> str:
    return f"app.simulate_key('{keys_of(id, stage.own)[0]}')"


def _known(stage: Stage, id: str) -> Offset | None:
    try:
        return clickable(stage, _press(stage, id))
    except KeyError:
        return None


async def _from_the_list(stage: Stage, id: str) -> bool:
    middle = Offset(stage.app.size.width // 2, stage.app.size.height // 2)
    seen: Callable[[], Offset | None] = lambda: clickable(stage, f"screen.run('{id}')")  # noqa: E731
    for _ in range(60):
        if (place := seen()) is not None:
            await click(stage, place)
            return True
        before = stage.scrolled
        await wheel(stage, middle, 4)
        if stage.scrolled == before:
            return False
    return False
