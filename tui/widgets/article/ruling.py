"""A ruler laid below the line one reads, as one would on paper."""

from dataclasses import replace

from textual.reactive import reactive

from core.articles.article import Article
from tui.widgets.article.drawing import Shown
from tui.widgets.article.reading import ReadingView


class RulingView(ReadingView, inherit_bindings=False):
    """A reading view with a ruler that can be moved line by line; it stays with its words when lines fall anew."""

    ruler: reactive[int | None] = reactive(None, repaint=False)
    """Where in the text the line begins that the ruler lies on, or any offset in it; None without a ruler."""

    def watch_ruler(self, old: int | None, new: int | None) -> None:
        """Draw the line it lay on and the line it lies on."""
        self._redraw(*((offset, offset + 1) for offset in (old, new) if offset is not None))

    def watch_article(self) -> None:
        """Begin anew with another article."""
        self.ruler = None
        super().watch_article()

    def _shown(self) -> Shown:
        row = None if self.ruler is None or self._lines is None else self._lines.row_of(self.ruler)
        return replace(super()._shown(), ruler=row)

    def lay_ruler(self) -> None:
        """Lay the ruler on the target, or else on the first line in sight."""
        top, bottom = self.visible_span
        is_seen = self.target is not None and top <= self.target.start < bottom
        self.ruler = self.target.start if self.target is not None and is_seen else top

    def move_ruler(self, count: int) -> None:
        """Move the ruler by lines of text, down or up, and keep it in sight."""
        lines = self._settled()
        if lines is None or self.ruler is None:
            return
        step = 1 if count > 0 else -1
        row = here = lines.row_of(self.ruler)
        while count and 0 <= row + step < lines.height:
            row += step
            if lines.line(row).holds_text:
                here = row
                count -= step
        self.ruler = lines.line(here).start
        self.reveal(self.ruler, self.ruler + 1)

    def put_ruler(self, article: Article, at_end: bool) -> None:
        """Lay the ruler on the first or last line of the article."""
        if article.blocks:
            self.ruler = article.blocks[-1].end - 1 if at_end else article.blocks[0].start
