"""A small article in a view and nothing else, and what one sees of it."""

import re
from collections.abc import Iterable
from typing import Any

from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from core.articles.article import Article, Block, BlockKind
from core.text.spans import Span
from tui.widgets.article import ArticleView

PARTS = (
    (BlockKind.HEADLINE, "Streit am Kai"),
    (
        BlockKind.PARAGRAPH,
        "Kiel – Im Hafen steht ein Kran, den niemand mehr will. „Er muss weg“, sagte Ada Lind am Montag.",
    ),
    (BlockKind.CAPTION, "Der alte Kran im Hafen"),
    (BlockKind.CAPTION, "Der alte Kran im Hafen"),
    *(
        (
            BlockKind.PARAGRAPH,
            f"Absatz {nth}: " + "Das Wasser steht still, und der Wind hat sich gelegt. " * 5,
        )
        for nth in range(12)
    ),
)
ODD = (
    "A\tb\x1b[2Jc 👩\u200d👩\u200d👧 🇩🇪 ❤\ufe0f 👍🏽 \u202eumgekehrt\u202c Donau\u00addampf a\u0308 日本語 "
    * 4
)


def article(*parts: tuple[BlockKind, str], repeats: Iterable[int] = ()) -> Article:
    text, blocks = "", []
    for index, (kind, words) in enumerate(parts):
        dateline = 7 if words.startswith("Kiel – ") else None
        start = len(text)
        blocks.append(
            Block(
                kind,
                start,
                start + len(words),
                index - 1 if index in repeats else None,
                start + dateline if dateline else None,
            )
        )
        text += words + "\n\n"
    return Article("-", text, tuple(blocks), "de", "")


ARTICLE = article(*PARTS, repeats=[3])
TEXT = ARTICLE.text


def span(words: str, nth: int = 0) -> Span:
    return [match.span() for match in re.finditer(re.escape(words), TEXT)][nth]


class Bare(App[None]):
    """Nothing but the view, without any theme variable of Lesart's own."""

    def __init__(self, shown: Article = ARTICLE, top: int = 0) -> None:
        super().__init__()
        self.view = ArticleView(shown)
        self.view.top_offset = top
        self.told: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_article_view_selection_changed(self, event: ArticleView.SelectionChanged) -> None:
        self.told.append(event.selection)

    def on_article_view_mark_clicked(self, event: ArticleView.MarkClicked) -> None:
        self.told.append(event.mark)


def rows(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def look(view: ArticleView, words: str, nth: int = 0) -> Style:
    """The style in which `words` are drawn on the visible page."""
    for y in range(view.size.height):
        for segment in view.render_line(y):
            if words in segment.text:
                if not nth:
                    assert segment.style is not None
                    return segment.style
                nth -= 1
    raise AssertionError(f"{words} is not to be seen")


def place(view: ArticleView, words: str) -> tuple[int, int]:
    """Column and row of the first letter of `words` on the visible page."""
    for y, line in enumerate(rows(view)):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words} is not to be seen")


def attributes(style: Style) -> tuple[bool, ...]:
    return tuple(
        map(bool, (style.bold, style.italic, style.underline, style.underline2, style.dim, style.reverse))
    )


async def press(pilot: Pilot[None], keys: str) -> None:
    await pilot.press(*keys.split())


def selected(app: Bare) -> str:
    return app.view.selected_text


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Make the terminal another size, and wait until the view is laid out for it."""
    await pilot.resize_terminal(width, height)
    view = pilot.app.query_one(ArticleView)
    while view.outer_size != (width, height):
        await pilot.pause(0.01)
    await pilot.pause()
