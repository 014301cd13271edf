"""PDFs as different programs set them, built on the spot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

import pyphen
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_syllables = cache(lambda: pyphen.Pyphen(lang="de_DE"))
"""Read when something is parted: it takes longer than to collect all tests of a folder."""
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, FOOT = 60.0, 535.0, 90.0, 760.0

Frame = tuple[float, float, float, float]
"""Left, top, right and foot of a column."""


@dataclass
class Setting:
    """How paragraphs are set."""

    size: float = 10
    leading: float = 12.5
    font: str = "Times-Roman"
    indent: float = 0
    gap: float = 0
    """Space between paragraphs."""
    justified: bool = False
    hyphens: bool = False
    pieces: str = "lines"
    """What is written at a time: lines, words, or signs."""


@dataclass
class Paper:
    """A document; heights grow downwards."""

    setting: Setting = field(default_factory=Setting)
    rotation: int = 0

    def __post_init__(self) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT), invariant=True)
        self._begin()

    def _begin(self) -> None:
        self._height = HEIGHT
        if self.rotation == 90:
            self._canvas.setPageRotation(90)
            self._canvas.rotate(90)
            self._canvas.translate(0, -WIDTH)
            self._height = WIDTH

    def line(self, x: float, y: float, words: str, font: str = "Times-Roman", size: float = 10) -> None:
        """Write words whose baseline begins at a place."""
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, self._height - y, words)

    def linked(self, x: float, y: float, words: str, address: str) -> float:
        """Write words that lead to an address. Returns where they end."""
        self.line(x, y, words)
        end = x + stringWidth(words, "Times-Roman", 10)
        foot = self._height - y
        self._canvas.linkURL(address, (x, foot - 2, end, foot + 8), relative=1)
        return end

    def centred(self, y: float, words: str, font: str = "Times-Roman", size: float = 10) -> None:
        """Write words in the middle of the page."""
        self.line((WIDTH - stringWidth(words, font, size)) / 2, y, words, font, size)

    def turn(self) -> None:
        """Begin the next page."""
        self._canvas.showPage()
        self._begin()

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture."""
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        image = ImageReader(Image.new("RGB", (8, 8), "grey"))
        self._canvas.drawImage(image, x, self._height - y - height, width, height)

    def flow(self, paragraphs: Sequence[str], frames: Sequence[Frame]) -> tuple[int, float]:
        """Set paragraphs one after the other through columns; the number of the last one and the height it ends at."""
        number, y = 0, frames[0][1]
        how = self.setting
        for index, words in enumerate(paragraphs):
            if index:
                y += how.gap
            rest, first = words, True
            while rest:
                left, _, right, foot = frames[number]
                if y + how.leading > foot:
                    number += 1
                    y = frames[number][1]
                    continue
                indent = how.indent if first and index else 0
                line, rest = self._broken(rest, right - left - indent)
                y += how.leading
                self._set(left + indent, y, line, right - left - indent, bool(rest))
                first = False
        return number, y

    def _broken(self, words: str, width: float) -> tuple[str, str]:
        how = self.setting
        taken: list[str] = []
        coming = words.split(" ")
        while coming and self._width(" ".join([*taken, coming[0]])) <= width:
            taken.append(coming.pop(0))
        if how.hyphens and coming:
            for head, tail in reversed(list(self._parts(coming[0]))):
                if self._width(" ".join([*taken, head])) <= width:
                    return " ".join([*taken, head]), " ".join([tail, *coming[1:]])
        return " ".join(taken), " ".join(coming)

    def _parts(self, word: str) -> Iterator[tuple[str, str]]:
        core = word.strip("„“.,;:()")
        if core.isalpha() and len(core) > 5:
            at = word.index(core)
            for place in _syllables().positions(core):
                if 2 < place < len(core) - 2:
                    yield word[: at + place] + "-", word[at + place :]

    def _width(self, words: str) -> float:
        return float(stringWidth(words, self.setting.font, self.setting.size))

    def _set(self, x: float, y: float, line: str, width: float, is_inner: bool) -> None:
        how = self.setting
        words = line.split(" ")
        space = self._width(" ")
        if how.justified and is_inner and len(words) > 1:
            space += (width - self._width(line)) / (len(words) - 1)
        if how.pieces == "lines" and not how.justified:
            self.line(x, y, line, how.font, how.size)
        elif how.pieces == "lines":
            self._canvas.setFont(how.font, how.size)
            self._canvas.drawString(x, self._height - y, line, wordSpace=space - self._width(" "))
        else:
            for word in words:
                for piece in word if how.pieces == "signs" else [word]:
                    self.line(x, y, piece, how.font, how.size)
                    x += self._width(piece)
                x += space

    def finished(self) -> bytes:
        """The document."""
        self._canvas.save()
        return self._file.getvalue()


def columns(number: int, top: float = TOP, foot: float = FOOT, gutter: float = 18) -> list[Frame]:
    """Columns of the same width beside each other."""
    width = (RIGHT - LEFT - (number - 1) * gutter) / number
    return [
        (LEFT + n * (width + gutter), top, LEFT + n * (width + gutter) + width, foot) for n in range(number)
    ]
