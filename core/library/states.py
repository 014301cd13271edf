"""What the reader has done with each article: read, put off, put away, removed. A small file for each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from tinydb import TinyDB

from core.annotations.anchor import text_in
from core.annotations.annotation import now
from core.library.storage import Files, Kind


class State(StrEnum):
    """How far the reader is with an article."""

    NEW = "new"
    BEGUN = "begun"
    READ = "read"
    LATER = "later"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Reading:
    """What has been done with one article; the moments are ISO 8601 in UTC, empty for never."""

    state: State = State.NEW
    opened: str = ""
    """When it was last opened."""
    removed: str = ""
    """When it was removed from the library; its files stay, so that it can be brought back."""


def reading_from_document(data: dict[str, Any]) -> Reading:
    """The content of a file. Raises KeyError, TypeError or ValueError when it is not one."""
    return Reading(State(data["state"]), text_in(data["opened"]), text_in(data["removed"]))


STATES = Kind("states", {"states": reading_from_document})


class StateStore:
    """What was done with each article, by its key. Methods raise LibraryError."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def load(self, key: str) -> Reading | None:
        """What was done with an article; None if nothing is known of that."""
        with self._files.reading(STATES, key) as database:
            found = next(iter(database.table(STATES.name)), None)
        return reading_from_document(dict(found)) if found is not None else None

    def change(self, key: str, change: Callable[[Reading], Reading]) -> Reading:
        """Keep what `change` makes of what is known of an article. Returns that."""
        return self.change_all({key: change})[key]

    def change_all(self, changes: Mapping[str, Callable[[Reading], Reading]]) -> dict[str, Reading]:
        """The same for many articles by key, with one wait for the disk."""
        after: dict[str, Reading] = {}
        with self._files.changing_all(STATES, changes) as databases:
            for key, database in databases.items():
                after[key] = _changed(database, changes[key])
        return after

    def put_all(self, readings: Mapping[str, Reading]) -> None:
        """Keep what was done with many articles, by key."""
        self.change_all({key: partial(_instead, reading) for key, reading in readings.items()})

    def remove_all(self, keys: Iterable[str]) -> None:
        """Keep that articles were removed now."""
        moment = now()
        self.change_all({key: lambda reading: replace(reading, removed=moment) for key in keys})


def _instead(reading: Reading, _before: Reading) -> Reading:
    return reading


def _changed(database: TinyDB, change: Callable[[Reading], Reading]) -> Reading:
    """Put what `change` makes of what is in a file in its place. Returns that."""
    table = database.table(STATES.name)
    found = next(iter(table), None)
    before = reading_from_document(dict(found)) if found is not None else Reading()
    after = change(before)
    if after != before or found is None:
        document = {"state": after.state.value, "opened": after.opened, "removed": after.removed}
        if found is None:
            table.insert(document)
        else:
            table.update(document, doc_ids=[found.doc_id])
    return after


def opened(moment: str) -> Callable[[Reading], Reading]:
    """An article was opened: a new one is begun, and one that was removed is back."""

    def change(reading: Reading) -> Reading:
        state = State.BEGUN if reading.state is State.NEW else reading.state
        return replace(reading, state=state, opened=moment, removed="")

    return change
