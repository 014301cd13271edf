"""When articles were opened, as an older Lesart kept it: in an index of its own, and in a journal beside that.

Both are only read, and stay as they are. Newer moments are in the files of `core.library.states`.
"""

import contextlib
import json
import zlib
from typing import Any

from core.annotations.anchor import text_in
from core.library import file_format
from core.library.errors import LibraryError
from core.library.file_format import lift
from core.library.storage import Files, FileStorage, Kind


def moment_from_document(data: dict[str, Any]) -> tuple[str, str]:
    """Key and moment of opening of an article, from one line. Raises KeyError or TypeError for another line."""
    return text_in(data["key"]), text_in(data["last_opened"])


INDEX = Kind("index", {"index": moment_from_document}, single=True)


class LegacyIndex:
    """The moments of opening in the library of an older Lesart; none in a newer one."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._file = files.path(INDEX)
        self._journal = files.folder / "index.journal"
        self._moments: dict[str, str] | None = None

    def moments(self) -> dict[str, str]:
        """The moment of the last opening by article key, as ISO 8601. Never fails."""
        if self._moments is None:
            self._moments = {}
            with contextlib.suppress(LibraryError, LookupError, TypeError):
                tables = FileStorage(self._files, INDEX).read() or {}
                for document in tables.get(INDEX.name, {}).values():
                    self._keep(document)
            with contextlib.suppress(OSError):
                for line in self._journal.read_bytes().splitlines():
                    self._keep_line(line)
        return self._moments

    def _keep(self, document: dict[str, Any]) -> None:
        key, moment = moment_from_document(document)
        if self._moments is not None:
            self._moments[key] = max(moment, self._moments.get(key, ""))

    def _keep_line(self, line: bytes) -> None:
        """A line of the journal, which begins with its check sum; one that is torn is skipped."""
        content = line[9:]
        if line.startswith(b"%08x " % zlib.crc32(content)):
            with contextlib.suppress(LookupError, TypeError, ValueError, AttributeError, LibraryError):
                schema, document = json.loads(content)
                tables = lift(INDEX.name, {INDEX.name: {"1": document}}, schema, file_format.SCHEMA)
                self._keep(tables[INDEX.name]["1"])
