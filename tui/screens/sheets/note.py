"""Writing a note."""

import os
import shlex
import subprocess
import tempfile
from asyncio import to_thread
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import TextArea

from core.translation import _
from tui.keymap import Keys, bindings
from tui.notify import say
from tui.screens.sheets.dialog import Dialog
from tui.text import drawable_in_place
from tui.widgets.key_line import KeyLine

PAUSE = 0.3
"""Seconds without typing after which the text is saved as a draft."""


@dataclass(frozen=True, slots=True)
class Written:
    """The result of editing: the words, and whether to save them as the note or as a draft."""

    text: str
    keep: bool


class NoteArea(TextArea):
    """An editor whose lines are drawn so that nothing in them moves a column, whatever was pasted."""

    def get_line(self, line_index: int) -> Text:
        """One line as it is drawn, each character in its place."""
        return Text(drawable_in_place(self.document.get_line(line_index)), end="", no_wrap=True)

    def on_resize(self) -> None:
        """Keep in sight where one writes, once the lines are wrapped anew."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def on_unmount(self) -> None:
        """Let the program go, which would keep each editor until the theme is changed."""
        watchers: dict[str, list[tuple[object, ...]]] = getattr(self.app, "__watchers", {})
        watchers["theme"] = [each for each in watchers.get("theme", ()) if each[0] is not self]


class NoteDialog(Dialog[Written]):
    """An editor for one note. Closing it without saving returns the words as a draft."""

    DEFAULT_CSS = """
    NoteDialog TextArea { height: auto; min-height: 3; scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("note")

    editor = query_one(TextArea)

    def __init__(
        self, title: str, passage: str, text: str, own: Keys, put_away: Callable[[str], None] = lambda _: None
    ) -> None:
        """`put_away` keeps what was written so far; it is called apart from the screen and may touch the disk."""
        super().__init__(own)
        self._title = title
        self._passage = passage
        self._text = text
        self._put_away = put_away
        self._pausing: Timer | None = None

    def compose(self) -> ComposeResult:
        """What it is about, the editor, the keys."""
        with Vertical(id="sheet"):
            yield from self.head(self._title, self._passage)
            yield NoteArea(
                self._text, soft_wrap=True, tab_behavior="focus", placeholder=_("Your note …"), compact=True
            )
            yield KeyLine(("note-save", "note-editor", "note-leave"), self.own)

    def on_mount(self) -> None:
        """Begin after what is there."""
        self.editor.move_cursor(self.editor.document.end)
        self.editor.focus()

    @property
    def _is_changed(self) -> bool:
        """Whether the note is another one than it was."""
        return self.editor.text != self._text

    def put_away(self) -> None:
        """Keep the words as a draft."""
        if self._is_changed:
            self._put_away(self.editor.text)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        """Put the words away at the next pause, so that nothing that ends the program takes them with it."""
        if self._pausing is not None:
            self._pausing.stop()
        self._pausing = self.set_timer(PAUSE, self._pause) if self._is_changed else None

    def before_leaving(self, leave: Callable[[], object]) -> None:
        """Put the words away as a draft first, with every key that was typed before."""
        self.after_typing(self.editor, lambda: self._put_away_and(leave))

    @work(group="draft", exit_on_error=False)
    async def _put_away_and(self, leave: Callable[[], object]) -> None:
        if self._is_changed:
            await to_thread(self._put_away, self.editor.text)
        leave()

    @work(group="draft", exit_on_error=False)
    async def _pause(self) -> None:
        await to_thread(self._put_away, self.editor.text)

    def action_keep(self) -> None:
        """Keep the note."""
        self.after_typing(self.editor, lambda: self._leave(keep=True))

    def action_leave(self) -> None:
        """Leave; the words go back as a draft."""
        self.after_typing(self.editor, lambda: self._leave(keep=False))

    def _leave(self, keep: bool) -> None:
        if self._pausing is not None:
            self._pausing.stop()
        self.dismiss(Written(self.editor.text, keep))

    def action_edit_apart(self) -> None:
        """Go on writing in the editor that VISUAL or EDITOR names; what comes back is in the note and not yet kept."""
        self.after_typing(self.editor, self._edit_apart)

    def _edit_apart(self) -> None:
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not command:
            say(self.app, _("No editor is named: set EDITOR, for example to nano."), "warning")
            return
        try:
            with self.app.suspend():
                text = _edited(self.editor.text, command)
        except SuspendNotSupported:
            say(self.app, _("An editor cannot be opened here."), "warning")
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            sentence = _("The editor “{command}” did not do it ({error}); the note is as it was.")
            say(self.app, sentence.format(command=command, error=error), "error")
        else:
            self.editor.text = text
            self.editor.move_cursor(self.editor.document.end)


def _edited(text: str, command: str) -> str:
    """What becomes of a text in an editor. Raises OSError, ValueError or SubprocessError with the text unchanged."""
    with tempfile.TemporaryDirectory(prefix="lesart-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        subprocess.run([*shlex.split(command), str(path)], check=True)
        return path.read_text(encoding="utf-8").removesuffix("\n")
