"""An office or profession as it may be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it may be shown, "" where the words only show a gender; with its place in the text."""

    words: str
    gender: str | None
    noun: str = ""
    reach: int = 0
    """Characters that the role takes before or behind the name."""
    behind: int = 0
    """Characters that it takes behind the name, where that is told apart."""
