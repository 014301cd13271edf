"""A terminal or a browser that goes away: what is drawn then goes nowhere, and the program ends in order."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any

from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread

BROWSER = "textual.drivers.web_driver"
"""The module of the driver for browsers."""


class _LastingFile:
    """A file that what is written to vanishes in once it cannot be written to any more."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class LastingWriter(WriterThread):
    """Writes to the terminal as long as there is one.

    Textual's own ends with the first error; then its queue fills, and the program waits for ever to be drawn.
    """

    def __init__(self, file: IO[str]) -> None:
        super().__init__(_LastingFile(file))  # type: ignore[arg-type]  # the three methods that it uses


def outlast_terminal(driver: type[Driver], modules: dict[str, Any]) -> None:
    """Have a driver of Textual's do the same, be it for a terminal or for a browser.

    Each driver names in its own module what it writes and reads with.
    """
    module = modules[driver.__module__]
    if getattr(module, "WriterThread", None) is WriterThread:
        module.WriterThread = LastingWriter
    if driver.__module__ == BROWSER and not hasattr(module.InputReader, "ends_program"):
        module.InputReader = ending_reader(module.InputReader)


def ending_reader(reader: type[Any]) -> type[Any]:
    """A reader of input like `reader`, whose end is a signal to end the program.

    What comes from a browser ends when its server does, of which the system says nothing as it does of a terminal.
    """

    def read(self: Any) -> Iterator[bytes]:
        yield from reader.__iter__(self)
        if not self._exit_event.is_set():  # It was not closed by the program itself.
            os.kill(os.getpid(), getattr(signal, "SIGHUP", signal.SIGTERM))

    return type("EndingReader", (reader,), {"__iter__": read, "ends_program": True})
