"""What a question gives, and what it may be narrowed to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which articles and speakers a question is about; an empty field excludes nothing."""

    since: str = ""
    """First day, or the beginning of one: "2026-03" is the first of March."""
    until: str = ""
    """Last day, or the beginning of one: "2026-03" is all of March."""
    outlet: str = ""
    """Words of the outlet's name."""
    topic: str = ""
    """How a word in the text of the article begins."""
    kind: str = ""
    """Kind of speaker: person, organisation or place."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A table: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
