"""Files that something else has damaged, and what became of them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Damage:
    """One library file that something else had damaged or removed, and what became of it."""

    file: Path
    """Where the file belongs."""
    kept: Path | None
    """Where the damaged file was put; None when it was missing or could not be moved."""
    restored: bool
    """Whether a good copy took its place."""
    message: str
    """One sentence for the reader."""
