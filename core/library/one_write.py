"""A TinyDB middleware: all changes made in one go are one write, so that they are kept together or not at all."""

from typing import Any

from tinydb.middlewares import Middleware

from core.library.file_format import Tables


class OneWrite(Middleware):
    """Reads the storage once and holds changes back until `commit`; without it they are as if never made."""

    def __init__(self, storage: Any) -> None:
        """`storage` makes the storage, as TinyDB has it."""
        super().__init__(storage)
        self._tables: Tables | None = None
        self._read = False
        self._changed = False

    def read(self) -> Tables | None:
        """The tables as changed so far, or None while there are none."""
        if not self._read:
            self._tables = self.storage.read()
            self._read = True
        return self._tables

    def write(self, data: Tables) -> None:
        """Take over changed tables."""
        self._tables, self._read, self._changed = data, True, True

    def commit(self) -> None:
        """Write the changes, if there are any. Raises LibraryError with everything as it was."""
        if self._changed and self._tables is not None:
            self.storage.write(self._tables)
            self._changed = False
