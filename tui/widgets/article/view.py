"""The article on the screen: a widget that scrolls, shows marks, and lets the reader select."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive, var

from core.articles.article import Article
from core.text.spans import Span
from tui.keymap import bindings
from tui.model.marks import Mark
from tui.services.clipboard import copy
from tui.widgets.article.display import ArticleDisplay
from tui.widgets.article.drag import Drag
from tui.widgets.article.layout import Row
from tui.widgets.article.looks import STYLES
from tui.widgets.article.ruler import move_ruler, ruler_at_edge
from tui.widgets.article.selection import Caret, changed, first_caret
from tui.widgets.article.strip import marks_at
from tui.widgets.article.units import Unit, Units

OVERLAP = 2
"""Lines of a page that stay visible when it is turned."""


class ArticleView(ArticleDisplay, can_focus=True, inherit_bindings=False):
    """Shows an article, its marks and the current target, and lets the reader select by keyboard or mouse.

    The keys scroll, or move the ruler while there is one, until `v` puts a caret on a word. From then on they move
    the caret by word, line, sentence or paragraph; `v` again fixes its end, and moving selects. `w`, `s` and `p` select
    whole words, sentences and paragraphs, `W` and `Q` names and quotes; a full stop widens the selection to what is
    around it, a comma narrows it again.
    """

    DEFAULT_CSS = STYLES

    BINDINGS: ClassVar[list[BindingType]] = bindings("article")

    selecting: reactive[bool] = reactive(False, repaint=False, bindings=True)
    """Whether the keys move a caret; otherwise they scroll."""
    selection: var[Span | None] = var(None, bindings=True)
    """The selected passage. Change it with `select` and `clear_selection`."""

    @dataclass
    class SelectionChanged(Message):
        """The selected passage, or what the caret does to it, has changed; None if nothing is selected any more."""

        selection: Span | None

    class EndPassed(Message):
        """A page on was asked for at the end."""

    @dataclass
    class MarkClicked(Message):
        """A mark was clicked; `others` are further ones at that place, the shorter before the longer."""

        mark: Mark
        others: tuple[Mark, ...] = ()

    def __init__(self, article: Article | None = None) -> None:
        super().__init__(article)
        self._drag = Drag(self, self._drag_to, self._viewport.scroll_by)
        self._units: Units | None = None
        self._caret: Caret | None = None
        self._left_at: int | None = None

    def watch_article(self) -> None:
        """Start anew with another article."""
        self.clear_selection()
        self._left_at = self._units = None
        super().watch_article()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks, and with them the names and quotes that can be selected. The text does not move."""
        self._units = None
        super().set_marks(marks)

    def watch_unfolded(self) -> None:
        """Lay the text out with or without repeated captions, which can be selected only while they are shown."""
        self._units = None
        self._lay_out_anew()

    @property
    def _selected(self) -> tuple[Span | None, Span | None]:
        caret = self._caret.head if self._caret is not None and self._caret.extending else None
        return self.selection, caret

    # Selection

    @property
    def selected_text(self) -> str:
        """The selected words as they are in the article; empty without a selection."""
        if self.selection is None or self.article is None:
            return ""
        return self.article.text[slice(*self.selection)]

    def select(self, start: int, end: int) -> None:
        """Select a passage, with the caret at its end. Raises ValueError for an empty passage."""
        if not 0 <= start < end:
            raise ValueError(f"no passage {start}:{end} to select")
        self._select_by(Caret.over((start, end), self.units))

    def clear_selection(self) -> None:
        """Drop the selection and the caret."""
        if self._caret is not None:
            self._left_at = self._caret.head[0]
        self._select_without_caret(None)

    def watch_selection(self, old: Span | None, new: Span | None) -> None:
        """Paint the change and post it."""
        self._viewport.redraw(*changed(old, new))
        self.post_message(self.SelectionChanged(new))

    @property
    def units(self) -> Units:
        """The words, sentences, paragraphs, names and quotes that can be selected."""
        if self._units is None:
            assert self.article is not None
            self._units = Units(self.article, self.marks, self.unfolded)
        return self._units

    @property
    def caret(self) -> str:
        """What moving the caret does: it "travels" or "extends"; empty without a caret."""
        return "" if self._caret is None else "extends" if self._caret.extending else "travels"

    def _put_caret(self, caret: Caret | None) -> None:
        did = self.caret
        before, self._caret = self._caret, caret
        if self.caret != did:
            self.post_message(self.SelectionChanged(self.selection))
        self.selecting = caret is not None
        self._viewport.redraw(*(each.head for each in (before, caret) if each is not None))

    def _select_by(self, caret: Caret) -> None:
        """Put the caret there, and select and reveal what it covers."""
        self._put_caret(caret)
        self.selection = caret.span
        self.reveal(caret.edge, caret.edge + 1)

    def _select_without_caret(self, selection: Span | None) -> None:
        self._put_caret(None)
        self.selection = selection

    def _move_caret(self, move: Callable[[Caret], Caret]) -> None:
        """Select what a move of the caret returns; nothing happens without a caret, or if it has nowhere to go."""
        if self._caret is not None and (caret := move(self._caret)) is not self._caret:
            self._select_by(caret)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the caret to others while there is none."""
        if action in ("move", "extend", "grow", "widen", "narrow", "nudge", "swap"):
            return self.selecting
        if action in ("drop", "copy"):
            return self.selecting or self.selection is not None
        if action == "fold":
            return self.article is not None and any(
                block.repeats is not None for block in self.article.blocks
            )
        return super().check_action(action, parameters)

    def action_select(self) -> None:
        """Put a caret on the selection, the target or the first visible word; then begin or drop the passage."""
        if self.article is None or not self._page.is_laid_out:
            return
        if self._caret is None:
            caret = first_caret(self.units, self.selection, self.target, self.visible_span, self._left_at)
            if caret is not None:
                self._select_by(caret)
        elif self._caret.extending:
            word = self.units.at(Unit.WORD, self._caret.head[0]) or self._caret.head
            self._select_by(Caret(word, word))
        else:
            self._select_by(self._caret.extended())

    def action_move(self, unit: str, by: int) -> None:
        """Move the caret by a unit."""
        self._move_caret(lambda caret: caret.moved(self.units, Unit(unit), by))

    def action_extend(self, unit: str, by: int) -> None:
        """Move the end of the selection by a unit; the other end stays."""
        self._move_caret(lambda caret: caret.extended().moved(self.units, Unit(unit), by))

    def action_grow(self, unit: str) -> None:
        """Round the selection up to whole units, or take one more."""
        self._move_caret(lambda caret: caret.grown(self.units, Unit(unit)))

    def action_widen(self) -> None:
        """Select the next larger unit around the selection."""
        self._move_caret(lambda caret: caret.widened(self.units))

    def action_narrow(self) -> None:
        """Go back to what was selected before it was widened, or else to the word at the moving end."""
        self._move_caret(Caret.narrowed)

    def action_nudge(self, by: int) -> None:
        """Move the end of the selection by one letter."""
        length = len(self.article.text) if self.article else 0
        self._move_caret(lambda caret: caret.nudged(by, length))

    def action_swap(self) -> None:
        """Move the other end from now on."""
        self._move_caret(Caret.swapped)

    def action_fold(self) -> None:
        """Show repeated captions, or fold them."""
        self.unfolded = not self.unfolded

    def action_drop(self) -> None:
        """Drop the selection."""
        self.clear_selection()

    def action_copy(self) -> None:
        """Copy the selection to the clipboard."""
        copy(self.app, self.selected_text)

    def action_down(self) -> None:
        """One line down."""
        self._move_by_lines(1)

    def action_up(self) -> None:
        """One line up."""
        self._move_by_lines(-1)

    def action_page(self, by: float) -> None:
        """A page or a part of one, on or back."""
        if by > 0 and self._caret is None and self.is_at_end:
            self.post_message(self.EndPassed())
            return
        self._move_by_lines(int(by * max(1, self._viewport.height - OVERLAP)) or (1 if by > 0 else -1))

    def action_top(self) -> None:
        """To the beginning."""
        self._go_to_edge(at_end=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._go_to_edge(at_end=True)

    def _move_by_lines(self, count: int) -> None:
        """Move the caret, or else the ruler, or else the text."""
        self._viewport.settle()
        layout = self._page.layout
        if self._caret is not None:
            self._move_caret(lambda caret: caret.moved_by_lines(self.units, layout, count))
        elif self.ruler is not None:
            self.ruler = move_ruler(self.ruler, layout, count)
            self.reveal(self.ruler, self.ruler + 1)
        else:
            self._viewport.scroll_by(count)

    def _go_to_edge(self, at_end: bool) -> None:
        if self.article is None:
            return
        self._viewport.settle()
        if self._caret is None:
            self._viewport.go_to_row(self._page.layout.height if at_end else 0)
            if self.ruler is not None:
                self.ruler = ruler_at_edge(self.article, at_end)
        elif (word := self.units.at(Unit.WORD, len(self.article.text) if at_end else 0)) is not None:
            self._select_by(self._caret.placed(word))

    # Mouse

    def _place_under(self, event: events.MouseEvent) -> tuple[int, int]:
        """The row and column of the layout under the pointer."""
        place = event.get_content_offset_capture(self)
        return self._viewport.top + place.y, place.x

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin what may become a drag."""
        start = self._page.layout.offset_at(*self._place_under(event)) if event.button == 1 else None
        self._drag.press(start, event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button was pressed to here."""
        self._drag.move(event)

    def on_mouse_up(self) -> None:
        """End the drag."""
        self._drag.release()

    def _drag_to(self, start: int, x: int, y: int) -> None:
        self._viewport.settle()
        row = self._viewport.top + min(max(y, 0), self._viewport.height - 1)
        offset = self._page.layout.nearest_offset(row, x)
        passage = self.units.whole_words(start, start if offset is None else offset)
        if passage is not None:
            self._select_without_caret(passage)

    def on_click(self, event: events.Click) -> None:
        """One click goes to what is marked there; two select the word, three the sentence, four the paragraph."""
        if self._drag.has_moved or event.button != 1 or self.article is None:
            return
        row, column = self._place_under(event)
        layout = self._page.layout
        offset = layout.offset_at(row, column)
        if offset is not None and event.chain > 1:
            unit = (Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH)[min(event.chain, 4) - 2]
            self._select_without_caret(self.units.at(unit, offset))
            return
        self.clear_selection()
        if layout.line(row).row is Row.FOLD:
            self.unfolded = True
        elif marks := marks_at(layout, self._marks, row, column):
            self.post_message(self.MarkClicked(marks[0], tuple(marks[1:])))
