"""Which sources the user means: the files in a folder, those that match a pattern, a list of addresses."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.articles.source_names import DOCUMENTS, MARKDOWN, PAGES, STANDARD_INPUT, as_typed, is_address

ENDINGS = (*MARKDOWN, *PAGES, *DOCUMENTS, ".txt")
"""Endings of the files that are taken from a folder; a file that is named may have any."""


def gathered(named: Iterable[str], endings: tuple[str, ...] = ENDINGS) -> Iterator[str]:
    """Every source meant by some names, once, in order. A folder means the files in and below it that end like that."""
    seen: set[str] = set()
    for name in named:
        for source in _meant(name, endings):
            if source not in seen:
                seen.add(source)
                yield source


def listed(text: str) -> list[str]:
    """The addresses in a text that is nothing but a list of them, one per line; else none."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return lines if lines and all(is_address(line) and " " not in line for line in lines) else []


def _meant(name: str, endings: tuple[str, ...]) -> Iterator[str]:
    source = as_typed(name)
    if is_address(source) or source == STANDARD_INPUT:
        yield source
        return
    path = Path(source)
    try:
        # What has no name would mean the folder one is in: a variable of a shell that is not set.
        is_folder, is_there = bool(source) and path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder, is_there = False, True  # Reading it says what is wrong.
    if is_folder:
        yield from sorted(str(each) for each in path.rglob("*") if _is_text(each, path, endings))
    elif not is_there and glob.has_magic(source):
        found = glob.glob(source, recursive=True)  # noqa: PTH207 - a pattern may begin anywhere
        yield from sorted(each for each in found if Path(each).is_file()) or [source]
    else:
        yield source


def _is_text(path: Path, below: Path, endings: tuple[str, ...]) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(below).parts)
    return not hidden and path.name.lower().endswith(endings) and path.is_file()
