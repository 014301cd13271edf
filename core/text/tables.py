"""Read the tables of words in `assets/lexicon`: tab-separated cells, lines that begin with # are skipped."""

from collections.abc import Iterator
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
