"""Where the files of an export go: their names, and what happens to existing files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.articles import Article
from core.exchange.characters import ascii_words
from core.exchange.formats import Format, Write, Written
from core.exchange.reading import Reading

LONGEST = 60
"""Maximum length of a title in a file name, in characters."""


@dataclass(frozen=True, slots=True)
class Export:
    """Files that belong together: those of one article, or of all in one."""

    stem: str
    """Their default name."""
    written: Written


def exports(format: Format, write: Write, readings: Sequence[Reading]) -> list[Export]:
    """Everything a format produces from some readings."""
    if not format.together:
        return [Export(file_stem(reading.article), write((reading,))) for reading in readings]
    stem = file_stem(readings[0].article) if len(readings) == 1 else "lesart"
    return [Export(stem, write(readings))]


def file_stem(article: Article) -> str:
    """A file name for an article, valid on any system: words of the title, and the beginning of the text's hash.

    An article has the same name in every export, and no two articles share one.
    """
    words = "-".join(ascii_words(article.title))[:LONGEST].rstrip("-")
    return "-".join(filter(None, (words, article.key[:8])))


def is_one_file(made: Sequence[Export]) -> bool:
    """Whether everything goes into a single file, whose name can be chosen freely."""
    return len(made) == 1 and len(made[0].written.files) == 1


def in_folder(folder: Path, made: Sequence[Export]) -> dict[Path, bytes]:
    """The contents by path relative to a folder."""
    return {
        folder / (f"{each.stem}{name}" if name.startswith(".") else name): content
        for each in made
        for name, content in each.written.files.items()
    }
