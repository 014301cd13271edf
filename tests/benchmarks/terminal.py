"""Programs in a pseudo-terminal, timed by what they draw."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

SIZE = (40, 120)
"""Lines and columns."""
PATIENCE = 30.0
"""Seconds after which a program that has not drawn what was awaited is given up."""


def seconds_until(command: Sequence[str], marker: str, environment: Mapping[str, str]) -> float:
    """Seconds from starting `command` in a terminal of its own until it has drawn `marker`; it is ended then.

    Raises TimeoutError when the marker does not come.
    """
    started = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        os.execve(command[0], list(command), {**os.environ, **environment, "TERM": "xterm-256color"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
    try:
        drawn = b""
        while marker.encode() not in drawn:
            if not select.select([terminal], [], [], PATIENCE)[0]:
                raise TimeoutError(f"{command} did not draw {marker!r}; it drew {drawn[-300:]!r}")
            try:
                drawn += os.read(terminal, 65536)
            except OSError:
                raise TimeoutError(f"{command} ended without drawing {marker!r}: {drawn[-600:]!r}") from None
        return time.perf_counter() - started
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
