"""The confirmed aliases that the index knows, and the articles in which others would make a difference."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from core.analysis import ActorKind
from core.annotations.corrections.aliases import Alias
from core.library.errors import LibraryError
from core.library.records import ALIASES

LOOK = ALIASES.name
"""Under this name the index keeps, in place of a look, the aliases that it was made with."""


class KnownAliases:
    """The aliases as they are now; their file is read only when it looks different."""

    def __init__(self, file: Path, read: Callable[[], tuple[Alias, ...]]) -> None:
        self._file = file
        self._read = read
        self._look: tuple[int, int] | None = None
        self._known: tuple[Alias, ...] = ()

    def now(self) -> tuple[Alias, ...]:
        """All of them; the last ones that were read if they cannot be read now."""
        try:
            status = os.stat(self._file)  # noqa: PTH116 - a tenth of the cost of a Path's
        except OSError:
            self._look, self._known = None, ()
            return ()
        look = status.st_mtime_ns, status.st_size
        if look != self._look:
            try:
                self._known = self._read()
            except (LibraryError, ValueError):
                return self._known
            self._look = look
        return self._known


def in_words(aliases: Iterable[Alias]) -> str:
    """What the index keeps of aliases."""
    return json.dumps([(each.alias, each.name, each.kind.value) for each in aliases])


def changed(before: str, now: Sequence[Alias]) -> list[Alias]:
    """The aliases that there were or are, but not both."""
    known = {Alias(alias, name, ActorKind(kind)) for alias, name, kind in json.loads(before or "[]")}
    there = {Alias(each.alias, each.name, each.kind) for each in now}
    return list(known ^ there)


def articles_with(database: sqlite3.Connection, aliases: Iterable[Alias], field: str) -> list[str]:
    """Keys of the articles with an actor who has one of some aliases among the names; `field` separates names."""
    found: dict[str, None] = {}
    query = "SELECT DISTINCT key, names FROM actors JOIN articles ON articles.id = article WHERE instr(names, ?) > 0"
    for sought in {alias.key[0] for alias in aliases}:
        for key, names in database.execute(query, (sought,)):
            # An article before it, as of “die Hafenkönigin”, makes no other name.
            if any(name == sought or name.endswith(f" {sought}") for name in names.split(field)):
                found[key] = None
    return list(found)
