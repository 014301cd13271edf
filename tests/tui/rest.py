"""Waiting until the program is at rest, by what it has still to do and not by how busy the processor is."""

from asyncio import sleep
from time import monotonic

from textual._context import active_app
from textual.pilot import Pilot

from tests.tui.frames import draw_now

ROUNDS = 3
"""Times that all messages are handled: one may send another, which sends a third."""
ASIDE = "position"
"""Group of the workers that wait for a while on purpose."""


async def rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until all messages are handled and the work of the screen on top is done, for a second at most.

    Textual's own way compares the time of the process with the clock. Beside other processes that is either too early,
    since a thread has not had its turn, or takes long; and it takes 20 ms where there is nothing to wait for.
    """
    app = active_app.get()
    pilot, end = Pilot(app), monotonic() + max_sleep
    while True:
        for _ in range(ROUNDS):
            await pilot._wait_for_screen()
        if not app.screen_stack:
            return
        if monotonic() > end or not _is_busy(app):
            draw_now(app)
            return
        await sleep(0.002)


def _is_busy(app: object) -> bool:
    """Whether the screen on top is still coming, or works; what waits for a sheet is work of the page below it."""
    screen = app.screen
    return not screen.is_mounted or any(
        worker.is_running and worker.node is screen and worker.group != ASIDE for worker in app.workers
    )
