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

import pyte

QUERY, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal paints whole frames at once, and that this one does: so the end of each frame can be seen."""
FRAME_END = b"\x1b[?2026l"
PAGE = 58, 36
"""Columns and lines from the upper left corner in which both programs show nothing but the text, at every width."""
QUIET = 0.15
"""Seconds without a frame after which nothing more is painted for a key."""
PATIENCE = 20.0
"""Seconds after which a key is given up that nothing is painted for."""


class Program:
    """A running program; what it paints is taken in, and drawn where it matters what it shows."""

    def __init__(self, command: Sequence[str], columns: int = 120, lines: int = 40) -> None:
        self._lines = lines
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.execvpe(
                command[0], list(command), {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            )
        self._set_size(columns)
        self._tail = b""
        self._read: list[tuple[float, bytes]] = []
        self._undrawn = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)

    def _set_size(self, columns: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", self._lines, columns, 0, 0))

    def _frames(self, patience: float) -> int:
        """How many frames end in what comes next; 0 where nothing comes within `patience` seconds."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return 0
        read = os.read(self._terminal, 1 << 20)
        self._read.append((time.perf_counter(), read))
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

    def resize(self, columns: int) -> float:
        """Seconds from another width until the text stands as it then stays. Raises TimeoutError where none is painted.

        A frame may come before the text is laid out for the new width; it does not count. What is watched is the
        page: `PAGE` columns and lines, without what stands beside the text or below it.
        """
        self._take_in(0)
        self._shown(self._read)
        self._screen.resize(self._lines, columns)
        self._read = []
        started = time.perf_counter()
        self._set_size(columns)
        os.kill(self.pid, signal.SIGWINCH)
        self._painted(started, quiet=0.4)
        pages = self._shown(self._read)
        self._read = []
        settled = next(i for i in range(len(pages)) if all(page == pages[-1][1] for _, page in pages[i:]))
        return pages[settled][0] - started

    def _shown(self, read: Sequence[tuple[float, bytes]]) -> list[tuple[float, tuple[str, ...]]]:
        """Draw what was read, and tell after each whole frame when it came and what the page then showed."""
        columns, lines = PAGE
        pages = []
        for when, part in read:
            *frames, rest = (self._undrawn + part).split(FRAME_END)
            for frame in frames:
                self._stream.feed(frame + FRAME_END)
                pages.append((when, tuple(line[:columns] for line in self._screen.display[:lines])))
            self._undrawn = rest
        return pages

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
