"""The tour through the reader: shown once in the demo article, and whenever it is asked for."""

from typing import TYPE_CHECKING

from tui.screens.reader.arranging import Arranging
from tui.screens.reader.stepping import Stepping

if TYPE_CHECKING:
    from tui.screens.tour import TourStrip


class Touring(Stepping, Arranging):
    """Leads from step to step as they are done."""

    wants_tour = False
    """Whether the tour begins as soon as the article has been read through."""
    has_asked_why = False
    """Whether a reason was asked for since the tour began."""
    _strip: "TourStrip | None" = None
    _step = 0
    _annotated = 0
    """How many marks there were when tagging was asked for."""

    @property
    def has_annotated(self) -> bool:
        """Whether a mark was added since the step that asks for one."""
        return len(self.annotations) > self._annotated

    def begin(self) -> None:
        """Begin the tour where it is wanted, once there are names and quotes to lead to."""
        super().begin()
        if self.wants_tour:
            self.watch(self, "analysis", self._begin_when_read, init=False)

    def _begin_when_read(self) -> None:
        if self.wants_tour and self.analysis is not None:
            self.wants_tour = False
            self.begin_tour()

    def begin_tour(self) -> None:
        """Show the first step. Once shown, the tour does not come again by itself."""
        from tui.screens.tour import TourStrip

        self.remember(tour=False)
        self.has_asked_why = False
        self.target = None
        self.set_focus(self.view)
        if self._strip is None:
            self._strip = TourStrip(self.own)
            self.mount(self._strip, before=self.search_line)
            self.watch(self, "target", self.look_on, init=False)
            self.watch(self, "annotations", self.look_on, init=False)
        self._go_to_step(0)

    def look_on(self) -> None:
        """Go on to the next step if this one is done."""
        if self._strip is None:
            return  # Most reading is without the tour: its steps are not imported then.
        from tui.screens.tour import STEPS

        if self._step < len(STEPS) and STEPS[self._step].is_done(self):
            self._go_to_step(self._step + 1)

    def _go_to_step(self, step: int) -> None:
        from tui.screens.tour import STEPS

        self._step, self._annotated = step, len(self.annotations)
        if self._strip is None:
            return
        if step < len(STEPS):
            self._strip.show_step(step)
        else:
            self._strip.say_farewell()

    def action_leave(self) -> None:
        """Leave the tour, unless there is a selection or a search to let go of first."""
        if self._strip is None or self.view.selection is not None or self.view.selecting:
            super().action_leave()
        else:
            self._strip.remove()
            self._strip = None

    def action_reason(self) -> None:
        """Say why what one stands on is a quote."""
        before = len(self.app.screen_stack)
        super().action_reason()
        if len(self.app.screen_stack) > before:
            self.has_asked_why = True
            self.look_on()

    def on_descendant_focus(self) -> None:
        """See whether that is what the step asks for."""
        self.look_on()
