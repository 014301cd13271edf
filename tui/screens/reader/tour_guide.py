"""The tour of the reader: shown once in the demo article, and on request."""

from collections.abc import Callable
from dataclasses import replace

from tui.screens.reader.interface import Reader, Services
from tui.screens.tour import STEPS, Progress, TourStrip


class TourGuide:
    """Advances the tour as its steps are completed."""

    def __init__(self, reader: Reader, services: Services, show: Callable[[TourStrip], object]) -> None:
        """`show` puts the strip on the screen."""
        self._reader = reader
        self._services = services
        self._show = show
        self._strip: TourStrip | None = None
        self._step = 0
        self._annotated = 0
        """How many marks there were when the step began."""
        self._has_asked_why = False

    @property
    def is_on(self) -> bool:
        """Whether the tour is being taken."""
        return self._strip is not None

    def begin(self) -> None:
        """Show the first step. Once shown, the tour does not come again by itself."""
        self._services.remember(tour=False)
        self._has_asked_why = False
        self._reader.show(replace(self._reader.state, target=None))
        self._reader.focus_text()
        if self._strip is None:
            self._strip = TourStrip(self._services.own)
            self._show(self._strip)
        self._go_to_step(self._strip, 0)

    def end(self) -> None:
        """Leave the tour."""
        if self._strip is not None:
            self._strip.remove()
            self._strip = None

    def asked_why(self) -> None:
        """A reason was asked for."""
        self._has_asked_why = True
        self.look_on()

    def look_on(self) -> None:
        """Go on to the next step if this one is done."""
        if self._strip is None or self._step >= len(STEPS):
            return
        state = self._reader.state
        progress = Progress(
            state.target.kind if state.target is not None else None,
            self._reader.position.part,
            self._has_asked_why,
            len(state.annotations) > self._annotated,
        )
        if STEPS[self._step].is_done(progress):
            self._go_to_step(self._strip, self._step + 1)

    def _go_to_step(self, strip: TourStrip, step: int) -> None:
        self._step, self._annotated = step, len(self._reader.state.annotations)
        if step < len(STEPS):
            strip.show_step(step)
        else:
            strip.say_farewell()
