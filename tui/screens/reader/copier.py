"""Copy passages with their source, or save them to a file."""

from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path

from core.exchange.citing import cite
from core.text.spans import Span, text_of
from core.translation import N_, _
from tui.model.describe import speaker_words
from tui.model.reader_state import ReaderState
from tui.model.standing import On
from tui.screens.reader.interface import Reader
from tui.services.exporting import with_tilde

FILE = "passages.md"
"""The file in the folder for exports that passages are saved to."""

NOTHING = N_("nothing to copy: select a passage or step to one")
NO_WORDS = N_("no words of the article to copy here")


class Copier:
    """Copies the selection or the target."""

    def __init__(self, reader: Reader, copy: Callable[[str], bool], folder: Path) -> None:
        """`copy` copies a text and says whether that is certain; the file of passages is in `folder`."""
        self._reader = reader
        self._copy = copy
        self._path = folder / FILE

    def copy(self) -> None:
        """Copy the selection or the target, with its speaker and source."""
        if cited := self._cited():
            taken = self._copy(cited)
            self._reader.told = (
                _("copied with its source") if taken else _("sent to the terminal, with its source")
            )

    def save(self) -> None:
        """Add the selection or the target to a file of passages."""
        if cited := self._cited():
            self._reader.desk.begin(self._save(cited), "keeping")

    async def _save(self, cited: str) -> None:
        try:
            is_new = await to_thread(_append, self._path, cited)
        except OSError as error:
            where = with_tilde(self._path)
            sentence = _("The passage could not be saved to {path}: {reason}.")
            self._reader.desk.say(sentence.format(path=where, reason=error.strerror or error), "error")
            return
        words = _("added to {path}") if is_new else _("is in {path} already")
        self._reader.told = words.format(path=with_tilde(self._path))

    def _cited(self) -> str:
        """The passage with its source; empty, with a message to the user, if there is none."""
        state, here = self._reader.state, self._reader.here
        if here.span is None:
            self._reader.told = _(NO_WORDS if here.on is On.MARK else NOTHING)
            return ""
        words = (
            self._reader.view.selected_text
            if here.on is On.PASSAGE
            else text_of(here.spans, state.article.text)
        )
        return cite(words, state.article, speaker_of(state, here.span), state.filed)


def speaker_of(state: ReaderState, span: Span) -> str:
    """The speaker of a passage, if it is a quote or a part of one."""
    quote = state.analysis.quote_around(*span) if state.analysis is not None else None
    return speaker_words(quote, state.analysis) if quote is not None else ""


def _append(path: Path, cited: str) -> bool:
    """Add a passage to a file, which need not exist yet; False if it is in it already. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passage = f"{cited}\n\n"
    if path.exists() and f"\n\n{passage}" in f"\n\n{path.read_text(encoding='utf-8', errors='replace')}":
        return False
    with path.open("a", encoding="utf-8", errors="replace") as file:
        file.write(passage)
    return True
