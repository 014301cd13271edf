"""The two programs that are measured against each other: Lesart's reader, and the nearest bare Textual app.

`python -m tests.benchmarks.apps lesart WORDS` and `… bare WORDS` show the same text, the bundled samples over and
over. Both scroll by `j`, `k`, Space and `b`, step from name to name by `n`, and select word by word by `v` and `l`; the
bare app has nothing beside a scrolling view: no panels, no status line, no marks but the one stepped to.
"""

import re
import sys
from bisect import bisect_right
from dataclasses import replace
from itertools import count

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from core.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, Quote, QuoteType, Speaker
from core.articles import Article
from core.articles.sources import read_article
from core.articles.texts import plain_article
from core.locations import ASSETS

NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+")
QUOTE = re.compile(r"„[^“„]{25,}“")
MEASURE = 72
CONTEXT = 3
MARKED = Style(reverse=True)


def text_of(words: int) -> str:
    """At least that many words in paragraphs of which no two are the same."""
    samples = [ASSETS / "samples" / name for name in ("hafenkoenigin.txt", "bruecke.txt")]
    articles = [read_article(str(path)) for path in samples]
    blocks = [article.text[block.start : block.end] for article in articles for block in article.blocks]
    paragraphs, so_far = ["Machtkampf am Kap"], 0
    for number in count(1):
        for block in blocks:
            if len(block) > 80:
                paragraphs.append(f"{block} So steht es in Blatt {number}.")
                so_far += len(block.split()) + 6
            if so_far >= words:
                return "\n\n".join(paragraphs) + "\n"
    raise AssertionError


def analysis_of(article: Article) -> Analysis:
    """Names and quotes found by their form alone: enough to mark and to step through, without a model."""
    names = [match.span() for match in NAME.finditer(article.text)]
    actors = {
        name: f"a{index}" for index, name in enumerate(sorted({article.text[a:b] for a, b in names}), 1)
    }
    mentions = [Mention(a, b, Label.PER, Form.NAME, actors[article.text[a:b]]) for a, b in names]
    quotes = [
        Quote(f"q{index}", QuoteType.DIRECT, (match.span(),), "form", 0.9, Speaker((), "jemand"))
        for index, match in enumerate(QUOTE.finditer(article.text), 1)
    ]
    known = [Actor(id, name, ActorKind.PERSON) for name, id in actors.items()]
    return Analysis("by-form", tuple(mentions), tuple(known), tuple(quotes), "de")


class BareView(ScrollView, can_focus=True):
    """Lines of text, broken at spaces, drawn as they come into sight."""

    DEFAULT_CSS = "BareView { overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._paragraphs = text.split("\n\n")
        self._tops: list[int] = []
        self._breaks: list[list[int]] = []
        self._strips: dict[int, Strip] = {}
        self._width = 0
        self._marked: tuple[int, int, int] | None = None
        self._names = [
            (index, *match.span())
            for index, paragraph in enumerate(self._paragraphs)
            for match in NAME.finditer(paragraph)
        ]
        self._name = -1

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._width:
            self._width = event.size.width
            self._wrap(min(MEASURE, self._width - 8))

    def _wrap(self, columns: int) -> None:
        self._tops, self._breaks, row = [], [], 0
        self._strips.clear()
        for paragraph in self._paragraphs:
            breaks, at = [0], 0
            while len(paragraph) - at > columns:
                space = paragraph.rfind(" ", at + 1, at + columns + 1)
                at = space + 1 if space > 0 else at + columns
                breaks.append(at)
            self._tops.append(row)
            self._breaks.append(breaks)
            row += len(breaks) + 1
        self.virtual_size = Size(self._width, row)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None and self._tops:
            strip = self._strips[row] = self._draw(row)
        return strip or Strip.blank(self.size.width)

    def _draw(self, row: int) -> Strip:
        style = self.rich_style
        index = bisect_right(self._tops, row) - 1
        nth, breaks = row - self._tops[index], self._breaks[index]
        segments = [Segment("    ", style)]
        if nth < len(breaks):
            start = breaks[nth]
            end = breaks[nth + 1] if nth + 1 < len(breaks) else len(self._paragraphs[index])
            line = self._paragraphs[index][start:end]
            if self._marked and self._marked[0] == index:
                first, last = (min(max(place - start, 0), len(line)) for place in self._marked[1:])
                segments += [
                    Segment(line[:first], style),
                    Segment(line[first:last], style + MARKED),
                    Segment(line[last:], style),
                ]
            else:
                segments.append(Segment(line, style))
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _row(self, paragraph: int, offset: int) -> int:
        return self._tops[paragraph] + bisect_right(self._breaks[paragraph], offset) - 1

    def _mark(self, paragraph: int, start: int, end: int) -> None:
        for index, first, last in filter(None, (self._marked, (paragraph, start, end))):
            for row in range(self._row(index, first), self._row(index, last) + 1):
                self._strips.pop(row, None)
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        self._marked = paragraph, start, end
        row, top, height = self._row(paragraph, end - 1), self.scroll_offset.y, self.size.height
        if not top <= row < top + height - CONTEXT:
            # As far as Lesart scrolls: just as far as it takes to show some lines behind it.
            wanted = row - CONTEXT if row < top else row + CONTEXT - height + 1
            self.scroll_to(y=max(0, wanted), animate=False, force=True)

    def key_j(self) -> None:
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False, force=True)

    def key_space(self) -> None:
        self.scroll_to(y=self.scroll_offset.y + self.size.height - 2, animate=False, force=True)

    def key_k(self) -> None:
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False, force=True)

    def key_b(self) -> None:
        self.scroll_to(y=self.scroll_offset.y - self.size.height + 2, animate=False, force=True)

    def key_n(self) -> None:
        self._name = (self._name + 1) % len(self._names)
        self._mark(*self._names[self._name])

    def key_v(self) -> None:
        self._mark(0, 0, 1)

    def key_l(self) -> None:
        paragraph, start, end = self._marked or (0, 0, 1)
        text = self._paragraphs[paragraph]
        space = text.find(" ", end + 1)
        if end == len(text):
            self._mark(paragraph + 1, 0, 1)
        else:
            self._mark(paragraph, start, space if space > 0 else len(text))


class Bare(App[None]):
    """The view and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield BareView(self._text)


def main() -> None:
    """Run one of the two."""
    which, words = sys.argv[1], int(sys.argv[2])
    text = text_of(words)
    if which == "bare":
        Bare(text).run()
        return
    import tempfile
    from pathlib import Path

    from core.library import Library
    from tui.app import LesartApp

    article = replace(plain_article(text, "bench.txt"), language="de")

    async def analyze(article: Article) -> Analysis:
        return analysis_of(article)

    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library", Path(folder) / "cache")
        LesartApp(article, library, analyze=analyze, pipeline=lambda language: "by-form").run()


if __name__ == "__main__":
    main()
