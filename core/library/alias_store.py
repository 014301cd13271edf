"""The aliases that the reader confirmed for all articles: one small file, as durable as the rest of the library."""

from dataclasses import asdict, replace

from core.annotations.annotation import now
from core.annotations.corrections.aliases import Alias
from core.library.records import ALIASES, alias_from_document
from core.library.storage import Files


class AliasStore:
    """The confirmed aliases of a library. Methods raise LibraryError when something could not be read or kept."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def all(self) -> tuple[Alias, ...]:
        """All aliases in the order they were confirmed."""
        with self._files.reading(ALIASES) as database:
            return tuple(alias_from_document(dict(document)) for document in database.table(ALIASES.name))

    def add(self, alias: Alias) -> bool:
        """Keep an alias; False if it was kept already."""
        with self._files.changing(ALIASES) as database:
            table = database.table(ALIASES.name)
            if any(alias_from_document(dict(document)).key == alias.key for document in table):
                return False
            table.insert(asdict(replace(alias, confirmed=alias.confirmed or now())))
            return True

    def remove(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of someone, or of everyone who has it if no name is given. Returns what was forgotten."""
        wanted = Alias(alias, name or "").key
        with self._files.changing(ALIASES) as database:
            table = database.table(ALIASES.name)
            gone = {
                document.doc_id: known
                for document in table
                if (known := alias_from_document(dict(document))).key[0] == wanted[0]
                and (name is None or known.key[1] == wanted[1])
            }
            if gone:
                table.remove(doc_ids=list(gone))
            return tuple(gone.values())
