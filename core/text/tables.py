"""Read the tables of words in `assets/lexicon`: tab-separated cells, lines that begin with # are skipped."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from core.locations import ASSETS

FOLDER = ASSETS / "lexicon"
LANGUAGES = ("de", "en")
"""Languages that have tables, one folder each."""


def read_table(path: Path) -> Iterator[list[str]]:
    """The rows of a table as lists of cells; empty if there is no such file."""
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield [cell.strip() for cell in line.split("\t")]


@cache
def listed(name: str, language: str | None = None) -> tuple[str, ...]:
    """A list of `lists.tsv` by its name, in one language or in all. Raises KeyError if no language has it."""
    chosen = (language,) if language else LANGUAGES
    found = [_lists(each)[name] for each in chosen if name in _lists(each)]
    if not found:
        raise KeyError(name)
    return tuple(word for words in found for word in words)


def paired(name: str) -> tuple[tuple[str, str], ...]:
    """A list of pairs, each written "one=other"."""
    return tuple((one, other) for one, _, other in (pair.partition("=") for pair in listed(name)))


def either(name: str) -> str:
    """A list of parts of regular expressions as alternatives."""
    return "|".join(listed(name))


@cache
def _lists(language: str) -> Mapping[str, tuple[str, ...]]:
    rows = read_table(FOLDER / language / "lists.tsv")
    return {name: tuple(words.split(" | ") if " | " in words else words.split()) for name, words in rows}
