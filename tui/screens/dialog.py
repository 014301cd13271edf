"""What all dialogs share: a sheet at the foot of the page, not a window in the middle of it."""

from collections.abc import Callable
from typing import TypeVar

from textual.screen import ModalScreen
from textual.widget import Widget

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A sheet laid over the foot of the screen; the text above it stays in sight where it is."""

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
            & > * { max-width: 86; }
        }
        .dialog--title { height: 1; text-style: bold; }
        .dialog--passage { height: 1; color: $faint; margin-bottom: 1; }
        .dialog--keys { height: 1; color: $faint; margin-top: 1; }
        Input, Input:focus { border: none; padding: 0; height: 1; background: $panel; background-tint: transparent; }
        TextArea, TextArea:focus { border: none; padding: 0; background: $panel; background-tint: transparent; }
    }
    """
