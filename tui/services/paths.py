"""Completing the path of a file or folder while it is typed."""

import os
from itertools import takewhile
from pathlib import Path

from core.articles.source_names import is_address

MOST = 2000
"""Entries of a folder that are looked at."""


def matches(typed: str) -> list[str]:
    """What a path that was begun may become, folders with a slash at their end; nothing for an address."""
    if not typed or is_address(typed):
        return []
    folder, _, begun = typed.rpartition("/")
    place = _expanded(f"{folder}/" if "/" in typed else ".")
    prefix = f"{folder}/" if "/" in typed else ""
    found = []
    try:
        with os.scandir(place) as entries:
            for entry, _ in zip(entries, range(MOST), strict=False):
                hidden = entry.name.startswith(".") and not begun.startswith(".")
                if entry.name.startswith(begun) and not hidden:
                    found.append(f"{prefix}{entry.name}{'/' if entry.is_dir() else ''}")
    except OSError:
        return []
    return sorted(found)


def completed(typed: str) -> str:
    """The path as far as it is certain: what all that it may become have in common."""
    found = matches(typed)
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*found, strict=False))
    return "".join(letters[0] for letters in alike) if found else typed


def _expanded(folder: str) -> str:
    try:
        return str(Path(folder).expanduser())
    except RuntimeError:  # No home is known.
        return folder
