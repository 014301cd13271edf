"""The encoder's graph is made ready ahead, in a thread, while this one imports spaCy and loads the rest.

Making it ready takes a fifth of the time until a pipeline is loaded, and half of that without Python's lock.
"""

from contextlib import suppress
from pathlib import Path
from threading import Thread

from core.language.encoder.model import GRAPH, THREADS, Session, open_session
from core.language.encoder.sharing import shared_folder, shared_graph


class _Opening(Thread):
    """Opens the session of the encoder in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self._folder = folder
        self.session: Session | None = None

    def run(self) -> None:
        # Whatever is wrong with the files is reported by the component, which then reads them itself.
        with suppress(Exception):
            shares = shared_folder(self._folder) is not None
            graph = shared_graph(self._folder) if shares else str(self._folder / GRAPH)
            self.session = open_session(graph, THREADS)


_openings: dict[Path, _Opening] = {}


def open_ahead(folder: Path) -> None:
    """Begin to open the session of the encoder in a folder, unless that was begun before; returns at once."""
    if folder not in _openings:
        _openings[folder] = _Opening(folder)
        _openings[folder].start()


def opened(folder: Path, threads: int) -> Session | None:
    """The session that was opened ahead for a folder, once; None if there is none for so many threads."""
    opening = _openings.get(folder)
    if opening is None or threads != THREADS:
        return None
    opening.join()
    session, opening.session = opening.session, None
    return session
