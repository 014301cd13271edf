"""The standard streams, made fit for any text: none of it may end a command with a traceback."""

import os
import stat
import sys
from io import TextIOWrapper
from typing import TextIO


def prepare() -> bool:
    """Have data written as UTF-8, whatever the system's encoding. Returns whether there is a standard output.

    A terminal keeps its encoding, and shows "?" for what that lacks. Streams that were closed are replaced by ones
    that hold nothing, so that no file of the library is opened in their place.
    """
    has_output = sys.stdout is not None
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, TextIOWrapper) and name != "stdin":
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return has_output


def give_up_output() -> None:
    """Keep the interpreter from flushing at its end into an output that takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_file(stream: TextIO) -> bool:
    """Whether a stream writes into a file, not into another program or onto a terminal."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False
