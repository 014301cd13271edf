"""Where the files of an export go: their names, and what becomes of a file that is there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.articles import Article
from core.exchange.characters import ascii_words
from core.exchange.formats import Format, Write, Written
from core.exchange.reading import Reading

LONGEST = 60
"""Characters of a title in a file's name."""


@dataclass(frozen=True, slots=True)
class Export:
    """Files that belong together: those of one article, or of all in one."""

    stem: str
    """What they are called where nobody says otherwise."""
    written: Written


def exports(format: Format, write: Write, readings: Sequence[Reading]) -> list[Export]:
    """All that a format makes of some readings."""
    if not format.together:
        return [Export(file_stem(reading.article), write((reading,))) for reading in readings]
    stem = file_stem(readings[0].article) if len(readings) == 1 else "lesart"
    return [Export(stem, write(readings))]


def file_stem(article: Article) -> str:
    """A name for an article's files that any system takes: words of the title, and the beginning of the text's hash.

    The same article has the same name in every export, and no two share one.
    """
    words = "-".join(ascii_words(article.title))[:LONGEST].rstrip("-")
    return "-".join(filter(None, (words, article.key[:8])))


def is_one_file(made: Sequence[Export]) -> bool:
    """Whether all there is goes into a single file, whose name is free to choose."""
    return len(made) == 1 and len(made[0].written.files) == 1


def in_folder(folder: Path, made: Sequence[Export]) -> dict[Path, bytes]:
    """The contents by their paths in a folder."""
    return {
        folder / (f"{each.stem}{name}" if name.startswith(".") else name): content
        for each in made
        for name, content in each.written.files.items()
    }
