"""The base of all dialogs: a sheet at the bottom of the page rather than a window in the middle."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.css.query import DOMQuery
from textual.css.scalar import Unit
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.keymap import Keys
from tui.removal import ClosedOnce
from tui.widgets.lines import OneLine

if TYPE_CHECKING:
    from tui.widgets.article import ArticleView

Result = TypeVar("Result")

EDGES = 2
"""Lines of a sheet that hold nothing: the rule at its head, and a blank one at its foot."""
INDENT = 4
"""Columns left of what it holds where there is no text below it."""
LOW = 14
"""Lines of a screen below which a sheet may cover all of it, and has no blank lines."""
LEAST = 2
"""Lines that what grows has on the lowest of screens."""


class Dialog(ClosedOnce, ModalScreen[Result]):
    """A sheet over the bottom of the screen; the text above it stays visible in place."""

    GROWS: ClassVar[str] = "Choices, TextArea, VerticalScroll"
    """What in the sheet grows with what it holds, and scrolls where there is no room for all of that."""
    MOST: ClassVar[int] = 12
    """Lines up to which it grows."""

    def __init__(self, own: Keys) -> None:
        super().__init__()
        self.own = own

    def head(self, title: str, passage: str) -> ComposeResult:
        """The two lines above all else: what the sheet is for, and what it is about."""
        yield Static(OneLine([(title, "")]), classes="dialog--title")
        yield Static(OneLine([(passage, "")]), classes="dialog--passage")

    def on_mount(self) -> None:
        """Begin where the text below does, whenever that is laid out: it may get another size after the sheet."""
        if self not in self.app.screen_stack:
            return  # It was closed before it was there.
        for view in self._views:
            view.laid_out.subscribe(self, lambda _indent: self._fit())

    def on_resize(self, event: events.Resize) -> None:
        """Fit the sheet into the screen; on a very low one it does without blank lines."""
        if self not in self.app.screen_stack:
            return  # It was closed before it got its size.
        self.set_class(event.size.height < LOW, "-low")
        self._fit()

    def _fit(self) -> None:
        """Leave what grows the lines that the rest of the sheet does not need: the keys at its foot stay in sight."""
        if self not in self.app.screen_stack:
            return  # It was left before the page below was ready.
        sheet = self.query_one("#sheet")
        grows = [each for each in sheet.children if each.is_mounted and each in self.query(self.GROWS)]
        others = sum(_lines(each) for each in sheet.children if each not in grows)
        others += sum(each.styles.margin.height for each in grows)
        height = self.app.size.height
        room = (height - 1 if self.has_class("-low") else height * 9 // 10 - EDGES) - others
        sheet.styles.padding = (0, 2) if self.has_class("-low") else (0, 4, 1, self._indent())
        for each in grows:
            each.styles.max_height = max(LEAST, min(self.MOST, room))

    def _indent(self) -> int:
        """Columns left of what the sheet holds: as many as there are left of the text below it."""
        return next((view.indent or INDENT for view in self._views), INDENT)

    @property
    def _views(self) -> DOMQuery["ArticleView"]:
        """The text on the page that the sheet lies on; none without an article."""
        from tui.widgets.article import ArticleView

        stack = self.app.screen_stack
        return stack[stack.index(self) - 1].query(ArticleView)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done on a sheet whose parts are not there yet: a key pressed that early is dropped."""
        return self.is_mounted and super().check_action(action, parameters)

    def after_typing(self, widget: Widget, what: Callable[[], object]) -> None:
        """Do something once `widget` has taken in every key pressed before.

        A key of the sheet is answered at once, while what was typed waits its turn with the widget: a quick hand, or a
        paste, would lose its last letters.
        """
        widget.call_later(lambda: self.is_current and what())

    def before_leaving(self, leave: Callable[[], object]) -> None:
        """Keep what was typed here, then leave the program by calling `leave`."""
        leave()

    def put_away(self) -> None:
        """Keep what was typed as a draft, at once: the program is being ended from outside."""

    def action_leave(self) -> None:
        """Leave with no result: nothing is changed."""
        self.dismiss(None)

    DEFAULT_CSS = """
    Dialog {
        align: left bottom;
        background: $background 0%;
        #sheet {
            width: 100%; height: auto; max-height: 90%; background: $panel; border-top: solid $rule;
            & > * { max-width: 86; }
        }
        .dialog--title { height: 1; text-style: bold; }
        .dialog--passage { height: 1; color: $faint; margin-bottom: 1; }
        .dialog--keys { height: 1; color: $faint; margin-top: 1; }
        Input, Input:focus { border: none; padding: 0; height: 1; background: $panel; background-tint: transparent; }
        &.-low #sheet { max-height: 100%; overflow-y: auto; scrollbar-size-vertical: 1; }
        &.-low #sheet, &.-low VerticalScroll, &.-low TextArea { scrollbar-gutter: stable; }
        &.-low .dialog--passage, &.-low .dialog--keys { margin: 0; }
        Choices {
            height: auto; border: none; padding: 0; background: $panel; background-tint: transparent;
            scrollbar-size-vertical: 1;
            & > .option-list--option-highlighted {
                color: $block-cursor-foreground; background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
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
