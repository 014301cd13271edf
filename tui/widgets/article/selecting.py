"""Selecting from an article by keyboard."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive, var

from core.articles.article import Article
from core.text.spans import Span, overlaps
from tui.keymap import bindings
from tui.model.marks import Mark, MarkKind
from tui.services.clipboard import copy
from tui.widgets.article.drawing import Shown
from tui.widgets.article.ruling import RulingView
from tui.widgets.article.units import Caret, Unit, Units

OVERLAP = 2
"""Lines of a page that stay in sight when it is turned."""

FOUND = {
    Unit.NAME: frozenset((MarkKind.PERSON, MarkKind.ORGANISATION, MarkKind.PLACE, MarkKind.MISC)),
    Unit.QUOTE: frozenset((MarkKind.QUOTE,)),
}
"""The marks that are selected as a unit."""


class SelectingView(RulingView, can_focus=True, inherit_bindings=False):
    """A reading view from which passages are selected by keys.

    The keys scroll, until `v` puts a caret on a word. From then on they move it by word, line, sentence or paragraph;
    `v` again fixes that end, and moving selects. `w`, `s` and `p` select whole words, sentences and paragraphs at once,
    `W` and `Q` names and quotes; a full stop takes what is around the selection, a comma goes back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("article")

    selecting: reactive[bool] = reactive(False, repaint=False, bindings=True)
    """Whether the keys move a caret (True) or scroll (False)."""
    selection: var[Span | None] = var(None, bindings=True)
    """The passage selected, by keyboard or mouse. Changed by `select` and `clear_selection`."""

    @dataclass
    class SelectionChanged(Message, namespace="article_view"):
        """The selected passage is another one now, or none."""

        view: "SelectingView"
        selection: Span | None

        @property
        def control(self) -> "SelectingView":
            """The view it comes from."""
            return self.view

    def __init__(
        self,
        article: Article | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(article, name=name, id=id, classes=classes)
        self._units: Units | None = None
        self._caret: Caret | None = None
        self._left_at: int | None = None
        self._column: int | None = None
        self._narrower: tuple[Caret, ...] = ()

    # The selection

    @property
    def selected_text(self) -> str:
        """The words selected, as the article has them; empty without a selection."""
        if self.selection is None or self.article is None:
            return ""
        return self.article.text[slice(*self.selection)]

    @property
    def is_extending(self) -> bool:
        """Whether the caret selects as it moves; otherwise it only travels."""
        return self._caret is not None and self._caret.extending

    def select(self, start: int, end: int) -> None:
        """Select a passage and go on by keyboard: the caret stands at its end. Raises ValueError for an empty one."""
        if not 0 <= start < end:
            raise ValueError(f"no passage {start}:{end} to select")
        self._set_caret(self.units.caret_on((start, end)))

    def clear_selection(self) -> None:
        """Drop the selection and leave select mode."""
        if self._caret is not None:
            self._left_at = self._caret.head[0]
        self._caret = None
        self.selecting = False
        self.selection = None

    @property
    def units(self) -> Units:
        """The words, sentences, paragraphs, names and quotes that can be selected now."""
        if self._units is None:
            assert self.article is not None
            blocks, unfolded = self.article.blocks, self.unfolded
            self._units = Units(self.article, lambda block: unfolded or blocks[block].repeats is None)
            for unit, kinds in FOUND.items():
                self._units.set_found(unit, (mark.span for mark in self.marks if mark.kind in kinds))
        return self._units

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace all marks, and with them what can be selected as a name or a quote."""
        super().set_marks(marks)
        self._units = None

    def watch_selection(self, old: Span | None, new: Span | None) -> None:
        """Draw the change and tell of it."""
        if old is None or new is None or not overlaps(old, new):
            self._redraw(*(span for span in (old, new) if span is not None))
        else:
            self._redraw(*(edges for edges in map(_ordered, old, new) if edges[0] < edges[1]))
        self.post_message(self.SelectionChanged(self, new))

    def watch_article(self) -> None:
        """Begin anew with another article."""
        self._units, self._left_at = None, None
        self.clear_selection()
        super().watch_article()

    def watch_unfolded(self) -> None:
        """Let repeated captions be selected as long as they are shown."""
        self._units = None
        super().watch_unfolded()

    def _shown(self) -> Shown:
        caret = self._caret.head if self._caret is not None and self._caret.extending else None
        return replace(super()._shown(), selection=self.selection, caret=caret)

    def _set_caret(self, caret: Caret, keep_column: bool = False) -> None:
        before = self._caret
        self._caret = caret
        self._narrower = ()
        self.selecting = True
        if not keep_column:
            self._column = None
        self._redraw(caret.head, *((before.head,) if before else ()))
        self.selection = caret.span
        edge = caret.head[1] - 1 if caret.is_forward else caret.head[0]
        self.reveal(edge, edge + 1)

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
        """Put a caret on the selection, the target or the first word in sight; then begin or drop the passage."""
        if self.article is None or self._lines is None:
            return
        if self._caret is None:
            place = self._first_place()
            if place is not None:
                self._set_caret(place)
        elif self._caret.extending:
            word = self.units.at(Unit.WORD, self._caret.head[0]) or self._caret.head
            self._set_caret(Caret(word, word))
        else:
            self._set_caret(Caret(self._caret.fixed, self._caret.head, extending=True))

    def _first_place(self) -> Caret | None:
        """Where the caret begins."""
        if self.selection is not None:
            return self.units.caret_on(self.selection)
        top, bottom = self.visible_span
        if self.target is not None:
            for start, end in self.target.spans:
                if start < bottom and top < end:
                    return self.units.caret_on((start, end))
        here = self._left_at if self._left_at is not None and top <= self._left_at < bottom else top
        word = self.units.at(Unit.WORD, here)
        return Caret(word, word) if word else None

    def action_move(self, unit: str, by: int) -> None:
        """Move the caret by a unit."""
        if self._caret is not None:
            self._set_caret(self.units.moved(self._caret, Unit(unit), by))

    def action_extend(self, unit: str, by: int) -> None:
        """Move the end of the selection by a unit, the other end staying."""
        if self._caret is not None:
            caret = Caret(self._caret.fixed, self._caret.head, extending=True)
            self._set_caret(self.units.moved(caret, Unit(unit), by))

    def action_grow(self, unit: str) -> None:
        """Round the selection up to whole units, or take one more."""
        if self._caret is not None:
            self._set_caret(self.units.grown(self._caret, Unit(unit)))

    def action_widen(self) -> None:
        """Select the next larger unit around the selection."""
        if self._caret is not None:
            before, narrower = self._caret, self._narrower
            wider = self.units.widened(before)
            if wider != before:
                self._set_caret(wider)
                self._narrower = (*narrower, before)

    def action_narrow(self) -> None:
        """Go back to what was selected before it was widened, or else to the word at the moving end."""
        if self._caret is not None:
            *rest, before = self._narrower or (Caret(self._caret.head, self._caret.head, extending=True),)
            self._set_caret(before)
            self._narrower = tuple(rest)

    def action_nudge(self, by: int) -> None:
        """Move the end of the selection by one letter."""
        if self._caret is not None and self.article is not None:
            self._set_caret(self._caret.nudged(by, len(self.article.text)))

    def action_swap(self) -> None:
        """Move the other end from now on."""
        if self._caret is not None:
            self._set_caret(self._caret.swapped())

    def action_fold(self) -> None:
        """Show repeated captions, or fold them."""
        self.unfolded = not self.unfolded

    def action_drop(self) -> None:
        """Drop the selection."""
        self.clear_selection()

    def action_copy(self) -> None:
        """Copy the selection to the clipboard of the terminal."""
        copy(self.app, self.selected_text)

    def action_down(self) -> None:
        """One line down."""
        self._by_lines(1)

    def action_up(self) -> None:
        """One line up."""
        self._by_lines(-1)

    def action_page(self, by: float) -> None:
        """A page or a part of one, on or back."""
        self._by_lines(int(by * max(1, self.page_height - OVERLAP)) or (1 if by > 0 else -1))

    def action_top(self) -> None:
        """To the beginning."""
        self._to_edge(0, 0)

    def action_bottom(self) -> None:
        """To the end."""
        lines = self._settled()
        self._to_edge(lines.height if lines else 0, len(self.article.text) if self.article else 0)

    def _by_lines(self, count: int) -> None:
        if self._caret is None and self.ruler is not None:
            self.move_ruler(count)
        elif self._caret is None:
            self.scroll_by(count)
        else:
            self._move_by_lines(self._caret, count)

    def _to_edge(self, row: int, offset: int) -> None:
        if self._caret is None:
            self.go_to_row(row)
            if self.ruler is not None and self.article is not None:
                self.put_ruler(self.article, at_end=offset > 0)
        elif (word := self.units.at(Unit.WORD, offset)) is not None:
            self._set_caret(self.units.placed(self._caret, word))

    def _move_by_lines(self, caret: Caret, count: int) -> None:
        """Move the caret down or up by lines, as straight as the words allow."""
        lines = self._settled()
        if lines is None:
            return
        start = lines.row_of(caret.head[0])
        if self._column is None:
            self._column = lines.column_of(lines.line(start), caret.head[0])
        row = min(max(start + count, 0), lines.height - 1)
        step = 1 if count > 0 else -1
        while 0 <= row < lines.height:
            offset = lines.offset_at(row, self._column)
            word = self.units.at(Unit.WORD, offset) if offset is not None else None
            if word is not None and (lines.row_of(word[0]) - start) * step > 0:
                self._set_caret(self.units.placed(caret, word), keep_column=True)
                return
            row += step


def _ordered(one: int, other: int) -> Span:
    return min(one, other), max(one, other)
