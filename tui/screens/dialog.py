"""What all dialogs share: a sheet at the foot of the page, not a window in the middle of it."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events
from textual.css.scalar import Unit
from textual.screen import ModalScreen
from textual.widget import Widget

Result = TypeVar("Result")

EDGES = 2
"""Lines of a sheet that hold nothing: the rule at its head, and a blank one at its foot."""
LEAST = 3
"""Lines that what grows has on the lowest of screens."""


class Dialog(ModalScreen[Result]):
    """A sheet laid over the foot of the screen; the text above it stays in sight where it is."""

    GROWS: ClassVar[str] = "PickList, TextArea, VerticalScroll"
    """What in the sheet grows with what it holds, and scrolls where there is no room for all of that."""
    MOST: ClassVar[int] = 12
    """Lines up to which it grows."""

    def on_resize(self, event: events.Resize) -> None:
        """Leave what grows the lines that the rest of the sheet does not need: the keys at its foot stay in sight."""
        sheet = self.query_one("#sheet")
        grows = [each for each in sheet.children if each.is_mounted and each in self.query(self.GROWS)]
        others = sum(_lines(each) for each in sheet.children if each not in grows)
        room = event.size.height * 9 // 10 - EDGES - others - sum(each.styles.margin.height for each in grows)
        for each in grows:
            each.styles.max_height = max(LEAST, min(self.MOST, room))

    def after_typing(self, widget: Widget, what: Callable[[], object]) -> None:
        """Do something once `widget` has taken in every key pressed before.

        A key of the sheet is answered at once, while what was typed waits its turn with the widget: a quick hand, or a
        paste, would lose its last letters.
        """
        widget.call_later(lambda: self.is_current and what())

    @property
    def unkept(self) -> bool:
        """Whether something was typed that would be lost if the program ended now."""
        return False

    DEFAULT_CSS = """
    Dialog {
        align: left bottom;
        background: $background 0%;
        #sheet {
            width: 100%; height: auto; max-height: 90%; background: $panel; padding: 0 4 1 4; border-top: solid $rule;
            overflow-y: auto; scrollbar-size-vertical: 1;
            & > * { max-width: 86; }
        }
        .dialog--title { height: 1; text-style: bold; }
        .dialog--passage { height: 1; color: $faint; margin-bottom: 1; }
        .dialog--keys { height: 1; color: $faint; margin-top: 1; }
        Input, Input:focus { border: none; padding: 0; height: 1; background: $panel; background-tint: transparent; }
        TextArea, TextArea:focus { border: none; padding: 0; background: $panel; background-tint: transparent; }
    }
    """


def _lines(widget: Widget) -> int:
    """Lines that a part of a sheet takes, blank ones around it counted; one where that depends on what it holds."""
    if not widget.display:
        return 0
    height = widget.styles.height
    if height is not None and height.unit is Unit.CELLS:
        own = int(height.value)
    else:
        own = sum(map(_lines, widget.children)) or 1
    return own + widget.styles.margin.height
