"""Taking passages along: highlighted here, once or everywhere, copied with their origin, or put into a file."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from core.text.spans import Span, contains, text_of
from tui.model.lens import span_of
from tui.notify import say
from tui.screens.reader.annotating import Annotating
from tui.services.clipboard import copy

if TYPE_CHECKING:
    from tui.model.undo import Change

HIGHLIGHT = "highlight"
"""The tag of what was highlighted by one key."""

MOST = 200
"""Places that are marked at once at most."""

FILE = "passages.md"
"""What passages are saved to, in the folder one is in."""


class Copying(Annotating):
    """Highlights and copies the selection or the target."""

    async def action_highlight(self) -> None:
        """Highlight the selection or the target; once more takes the highlight away."""
        await self.saved()
        if (annotation := self._here()) is None:
            return
        if HIGHLIGHT in annotation.tags:
            tags = tuple(tag for tag in annotation.tags if tag != HIGHLIGHT)
        else:
            tags = (*annotation.tags, HIGHLIGHT)
        self._put(annotation.edited(tags=tags))

    async def action_mark_everywhere(self) -> None:
        """Mark every place that holds the words one stands on: with the tags they have here, else as highlights."""
        await self.saved()
        here = self._here()
        if here is None or here.anchor is None:
            return
        words = " ".join(here.anchor.exact.split())
        places = self._whole_words(words)
        if len(places) > MOST:
            self.tell(f"“{words}” stands in {len(places)} places, which is too many to mark")
            return
        tags = here.tags or (HIGHLIGHT,)
        changes = [change for span in places if (change := self._marking(span, tags))]
        if not changes:
            self.tell("every place is marked already")
            return
        from tui.model.undo import Change

        first, *rest = changes
        self.change(Change(first.before, first.after, tuple(rest)))

    def _whole_words(self, words: str) -> list[Span]:
        """Where the words stand, not as a part of longer ones."""
        from core.text.search import LONGEST, find

        text = self.article.text
        return [
            (start, end)
            for start, end in find(text, words[:LONGEST])
            if not (text[start - 1 : start].isalnum() and text[start].isalnum())
            and not (text[end : end + 1].isalnum() and text[end - 1].isalnum())
        ]

    def _marking(self, span: Span, tags: tuple[str, ...]) -> Change | None:
        """The change that gives a place the tags; None where it has them."""
        from core.annotations import Anchor, Annotation
        from tui.model.undo import Change

        for placed in self.annotations:
            if span_of(placed) == span:
                known = placed.annotation
                more = tuple(dict.fromkeys((*known.tags, *tags)))
                return Change(known, known.edited(tags=more)) if more != known.tags else None
        return Change(None, Annotation.new(Anchor.of(self.article.text, *span), tags))

    def action_copy_cited(self) -> None:
        """Copy the selection or the target, with who says it and where it stands."""
        if cited := self._cited():
            copy(self.app, cited)
            self.tell("copied with its source")

    def action_save_cited(self) -> None:
        """Add the selection or the target to a file of passages."""
        if cited := self._cited():
            self._save_cited(cited)

    @work(group="keeping", exit_on_error=False)
    async def _save_cited(self, cited: str) -> None:
        try:
            path = await to_thread(_append, cited)
        except OSError as error:
            say(self.app, f"The passage could not be saved to {FILE}: {error.strerror or error}.", "error")
            return
        self.tell(f"added to {path}")

    def _cited(self) -> str:
        """The passage with its origin; empty, and said so, where there is none."""
        text = self.article.text
        if self.view.selection is not None:
            words, whole = self.view.selected_text, self.view.selection
        elif self.target is not None:
            words, whole = text_of(self.target.spans, text), (self.target.start, self.target.end)
        else:
            self.tell("nothing to copy: select a passage or step to one")
            return ""
        from core.exchange.citing import cite  # only here: the first paint must not wait for it

        return cite(words, self.article, self._speaker_of(whole))

    def _speaker_of(self, span: Span) -> str:
        """Who says a passage, if it is a quote or a part of one."""
        from tui.model.describe import speaker_words

        for quote in self.analysis.quotes if self.analysis else ():
            if quote.speaker and any(contains(each, span) for each in (*quote.spans, _hull(quote.spans))):
                return speaker_words(quote, self.analysis)
        return ""


def _hull(spans: tuple[Span, ...]) -> Span:
    return spans[0][0], spans[-1][1]


def _append(cited: str) -> Path:
    """Add a passage to the file in the folder one is in, or in one's own. Raises OSError where neither takes it."""
    for folder in (Path.cwd(), Path.home()):
        path = folder / FILE
        try:
            with path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{cited}\n\n")
        except PermissionError:
            continue
        return path
    raise PermissionError(13, "neither this folder nor your own may be written to")
