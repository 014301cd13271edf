"""Waiting until the program is at rest, by what it has still to do and not by how busy the processor is."""

from asyncio import sleep
from collections.abc import Callable
from time import monotonic

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot, WaitForScreenTimeout

from tests.tui.frames import draw_now
from tests.tui.gate import held

TURNS = 3
"""Turns of the loop in succession in which nobody has anything to handle: what is due at once had its turn by then."""
HASTE = 100
"""Turns that are taken without a pause; from then on something waits that is not in this loop."""
PATIENCE = 60.0
"""Seconds after which nothing more is waited for: beside busy processes what is there at once takes its time."""
ASIDE = "position"
"""Group of the workers that wait for a while on purpose."""


async def rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until all is done, and draw what there is to see then."""
    await rest_undrawn(min_sleep, max_sleep)
    draw_now(active_app.get())


async def rest_undrawn(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until all messages are handled and the work of the screen on top is done, for a second at most.

    Textual's own way compares the time of the process with the clock. Beside other processes that is either too early,
    since a thread has not had its turn, or takes long; and it takes 20 ms where there is nothing to wait for.
    """
    app = active_app.get()
    pilot, end = Pilot(app), monotonic() + max_sleep
    while True:
        await pilot._wait_for_screen()
        if not app.screen_stack:
            return
        if monotonic() > end or not _is_busy(app):
            return
        await sleep(0.002)


async def until(pilot: Pilot[None], reached: Callable[[], object], seen: Callable[[], str] = str) -> None:
    """Wait until something is so, however busy the machine is, and all that goes with it is done.

    Raises AssertionError with what is `seen` instead where it never is.
    """
    end = monotonic() + PATIENCE
    while not reached():
        assert monotonic() < end, f"it never came to that:\n{seen()}"
        await pilot.pause(0.01)
    await pilot.pause()


async def all_handled(pilot: Pilot[object], timeout: float = 30.0) -> bool:
    """In place of `Pilot._wait_for_screen`: wait until the program and each part of the screen wait for a message.

    Textual sends a message to each of them for that, sixty for the reader, each time it looks. Returns False when the
    program failed.
    """
    app = pilot.app
    end, quiet, turns = monotonic() + timeout, 0, 0
    while quiet < TURNS:
        if app._exception_event.is_set() or not app.screen_stack:
            return False
        parts = (app, *app.screen.walk_children(with_self=True))
        busy = next((part for part in parts if not _waits(part)), None)
        quiet = quiet + 1 if busy is None else 0
        while busy is not None and not _waits(busy) and not app._exception_event.is_set():
            turns += 1
            await sleep(0 if turns < HASTE else 0.002)
            if monotonic() > end:
                raise WaitForScreenTimeout(f"{busy!r} still handles a message.")
        await sleep(0)
    return True


def is_at_work(app: App[object]) -> bool:
    """Whether the screen on top has something left to do, before which a key might find nothing to act on.

    A worker of it, which may not even have begun, ends by itself, or opens a sheet over it and waits for that. A sheet
    takes keys once its parts are there, and the end of a page can be gone to once it is laid out.
    """
    screen = app.screen
    is_laid_out = screen.is_mounted and not (
        screen._layout_required or screen._scroll_required or screen._callbacks
    )
    return not is_laid_out or any(
        not worker.is_finished and worker.node is screen and worker.group != ASIDE for worker in app.workers
    )


def _waits(part: MessagePump) -> bool:
    """Whether it waits for its next message, or will never get one."""
    queue = part._message_queue
    return part._closed or part._closing or (queue.empty() and bool(queue.ready_event._waiters))


def _is_busy(app: object) -> bool:
    """Whether the screen on top is still coming, gets another size, or works.

    What waits for a sheet is work of the page below it, and what waits at a gate goes on when the test wants it to.
    """
    screen = app.screen
    is_resized = app._resize_event is not None or app._resize_timer is not None
    return (
        is_resized
        or not screen.is_mounted
        or sum(
            worker.is_running and worker.node is screen and worker.group != ASIDE for worker in app.workers
        )
        > held()
    )
