"""Aliases that the reader confirmed, kept for all articles: one small file, as durable as the rest of the library."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from core.analysis import ActorKind
from core.annotations.annotation import now
from core.annotations.corrections.aliases import Alias
from core.library.errors import Damage
from core.library.locks import Locks
from core.library.storage import DurableJSONStorage

_KIND = "aliases"


class AliasBook:
    """The confirmed aliases of a library. Reading and writing raise LibraryError when they cannot be done."""

    def __init__(self, folder: Path, report: Callable[[Damage], object] | None = None) -> None:
        """`folder` is that of the library; `report` is told of a damaged file."""
        self._lock = partial(Locks(folder).hold, _KIND)
        self._storage = partial(
            DurableJSONStorage,
            folder / f"{_KIND}.json",
            kind=_KIND,
            backup=folder / "backup" / f"{_KIND}.json",
            damaged=folder / "damaged",
            lock=self._lock,
            verify=_verify,
            report=report,
        )

    def all(self) -> tuple[Alias, ...]:
        """All aliases in the order they were confirmed."""
        with TinyDB(storage=self._storage) as database:
            return tuple(_from_document(dict(document)) for document in database.table(_KIND))

    def add(self, alias: Alias) -> bool:
        """Keep an alias; False where it was kept already."""
        dated = alias if alias.confirmed else Alias(alias.alias, alias.name, alias.kind, now())
        with self._lock(), TinyDB(storage=self._storage) as database:
            table = database.table(_KIND)
            if any(_from_document(dict(document)).key == alias.key for document in table):
                return False
            table.insert(_to_document(dated))
            return True

    def remove(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of somebody, or of all who have it where no name is given; what is forgotten now."""
        wanted = Alias(alias, name or "").key
        with self._lock(), TinyDB(storage=self._storage) as database:
            table = database.table(_KIND)
            found = {document.doc_id: _from_document(dict(document)) for document in table}
            gone = {
                number: known
                for number, known in found.items()
                if known.key[0] == wanted[0] and (name is None or known.key[1] == wanted[1])
            }
            if gone:
                table.remove(doc_ids=list(gone))
            return tuple(gone.values())


def _verify(tables: dict[str, dict[str, dict[str, Any]]]) -> None:
    for document in tables.get(_KIND, {}).values():
        _from_document(document)


def _to_document(alias: Alias) -> dict[str, Any]:
    return {
        "alias": alias.alias,
        "name": alias.name,
        "kind": alias.kind.value,
        "confirmed": alias.confirmed,
    }


def _from_document(data: dict[str, Any]) -> Alias:
    """The alias in a file. Raises KeyError, TypeError or ValueError when it is none."""
    words = data["alias"], data["name"], data["confirmed"]
    if not all(isinstance(word, str) for word in words):
        raise TypeError("text expected")
    return Alias(words[0], words[1], ActorKind(data["kind"]), words[2])
