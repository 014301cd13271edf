"""Tables of words, as they lie in `assets/lexicon`: cells parted by tabs, lines that begin with # left out."""

from collections.abc import Iterator
from pathlib import Path

from core.locations import ASSETS

FOLDER = ASSETS / "lexicon"
LANGUAGES = ("de", "en")
"""Languages that have tables, a folder each."""


def read_table(path: Path) -> Iterator[list[str]]:
    """The rows of a table as lists of cells; none where there is no such file."""
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield [cell.strip() for cell in line.split("\t")]
