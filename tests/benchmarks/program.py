"""A program in a pseudo-terminal of 120 by 40, timed from a key to the end of what it paints for it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

QUERY, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal paints whole frames at once, and that this one does: so the end of each frame can be seen."""
FRAME_END = b"\x1b[?2026l"
QUIET = 0.15
"""Seconds without a frame after which nothing more is painted for a key."""
PATIENCE = 20.0
"""Seconds after which a key is given up that nothing is painted for."""


class Program:
    """A running program; what it paints is taken in and thrown away."""

    def __init__(self, command: Sequence[str], columns: int = 120, lines: int = 40) -> None:
        self._lines = lines
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.execvpe(
                command[0], list(command), {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            )
        self._set_size(columns)
        self._tail = b""

    def _set_size(self, columns: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", self._lines, columns, 0, 0))

    def _frames(self, patience: float) -> int:
        """How many frames end in what comes next; 0 where nothing comes within `patience` seconds."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return 0
        read = os.read(self._terminal, 1 << 20)
        if QUERY in self._tail + read:
            os.write(self._terminal, ANSWER)
        frames = (self._tail + read).count(FRAME_END)
        # A mark may be cut in two by the end of what was read; one that was whole must not count twice.
        self._tail = b"" if read.endswith(FRAME_END) else (self._tail + read)[-(len(FRAME_END) - 1) :]
        return frames

    def settle(self, quiet: float = 1.0) -> None:
        """Take in what is painted until nothing has come for `quiet` seconds, but not before it has begun."""
        if not select.select([self._terminal], [], [], PATIENCE)[0]:
            raise TimeoutError("the program painted nothing")
        self._take_in(quiet)

    def _take_in(self, quiet: float) -> None:
        while select.select([self._terminal], [], [], quiet)[0]:
            self._frames(0)

    def press(self, keys: str) -> tuple[float, float]:
        """Seconds from the key until the first and the last frame painted for it. Raises TimeoutError where none is."""
        self._take_in(0)
        started = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return self._painted(started)

    def resize(self, columns: int) -> tuple[float, float]:
        """Seconds from another width until the first and the last frame for it. Raises TimeoutError where none is."""
        self._take_in(0)
        started = time.perf_counter()
        self._set_size(columns)
        os.kill(self.pid, signal.SIGWINCH)
        return self._painted(started, quiet=0.4)

    def _painted(self, started: float, quiet: float = QUIET) -> tuple[float, float]:
        first = last = 0.0
        while True:
            waiting = quiet if last else PATIENCE
            before = time.perf_counter()
            if self._frames(waiting):
                last = time.perf_counter()
                first = first or last
            elif last and time.perf_counter() - before >= waiting * 0.9:
                return first - started, last - started
            elif time.perf_counter() - started > PATIENCE:
                raise TimeoutError("nothing was painted")

    def memory(self) -> float:
        """What the program holds in memory now, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
