"""Aliases that the reader confirmed, kept for all articles: one small file, as durable as the rest of the library."""

from dataclasses import replace
from typing import Any

from core.analysis import ActorKind
from core.annotations.annotation import now
from core.annotations.corrections.aliases import Alias
from core.library.files import Files, Kind


class AliasStore:
    """The confirmed aliases of a library. Reading and writing raise LibraryError when they cannot be done."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def all(self) -> tuple[Alias, ...]:
        """All aliases in the order they were confirmed."""
        with self._files.reading(Kind.ALIASES) as database:
            return tuple(alias_from_document(dict(document)) for document in database.table(Kind.ALIASES))

    def add(self, alias: Alias) -> bool:
        """Keep an alias; False where it was kept already."""
        with self._files.changing(Kind.ALIASES) as database:
            table = database.table(Kind.ALIASES)
            if any(alias_from_document(dict(document)).key == alias.key for document in table):
                return False
            table.insert(_to_document(alias if alias.confirmed else replace(alias, confirmed=now())))
            return True

    def remove(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of somebody, or of all who have it where no name is given; what is forgotten now."""
        wanted = Alias(alias, name or "").key
        with self._files.changing(Kind.ALIASES) as database:
            table = database.table(Kind.ALIASES)
            gone = {
                document.doc_id: known
                for document in table
                if (known := alias_from_document(dict(document))).key[0] == wanted[0]
                and (name is None or known.key[1] == wanted[1])
            }
            if gone:
                table.remove(doc_ids=list(gone))
            return tuple(gone.values())


def _to_document(alias: Alias) -> dict[str, Any]:
    return {
        "alias": alias.alias,
        "name": alias.name,
        "kind": alias.kind.value,
        "confirmed": alias.confirmed,
    }


def alias_from_document(data: dict[str, Any]) -> Alias:
    """The alias in a file. Raises KeyError, TypeError or ValueError when it is none."""
    words = data["alias"], data["name"], data["confirmed"]
    if not all(isinstance(word, str) for word in words):
        raise TypeError("text expected")
    return Alias(words[0], words[1], ActorKind(data["kind"]), words[2])
