"""A program in a real pseudo-terminal, seen as a person sees it: keys in, screen out."""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from signal import SIGKILL

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds to wait for the screen to show something: a slow machine may load a language model in them."""

MOMENT = 0.02
"""Seconds without anything new, after which a frame is whole."""

COLOURS = re.compile(rb"\x1b\[[\d;:]*m")
"""What says how the next characters look: nine tenths of what is drawn, and nothing that is looked at here."""

BEGUN = re.compile(rb"\x1b(\[[\d;:]*)?\Z")
"""A sequence whose end may still come."""

SIZE = ("COLUMNS", "LINES")
"""Variables that would tell a program another size than its terminal has; workers of pytest-xdist have them."""


class Terminal:
    """A running program and the screen it draws."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, lines: int = 40
    ):
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._begun = b""
        self._program = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={name: value for name, value in environment.items() if name not in SIZE},
            dimensions=(lines, columns),
            timeout=PATIENCE,
        )
        self._program.delaybeforesend = None

    @property
    def text(self) -> str:
        """What the screen shows, a line a row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Send keys, or words in one go, with a moment between them as from a hand."""
        for key in keys:
            self._program.send(key)
            self._draw(0.05)

    def wait(self, words: str) -> None:
        """Wait until the screen shows `words`. Raises AssertionError with the screen when it never does."""
        self._wait(lambda: words in self.text, f"the screen never showed {words!r}")

    def wait_gone(self, words: str) -> None:
        """Wait until the screen no longer shows `words`."""
        self._wait(lambda: words not in self.text, f"the screen went on showing {words!r}")

    def wait_end(self) -> int:
        """Wait until the program has ended; its exit status."""
        self._wait(lambda: not self._program.isalive(), "the program did not end")
        self._program.close()
        return int(self._program.exitstatus or 0)

    def close(self) -> None:
        """End the program whatever it does."""
        # Pexpect gives a killed program a tenth of a second to be gone, which is too little on a busy machine.
        if self._program.isalive():
            self._program.kill(SIGKILL)
            self._program.wait()
        self._program.close()

    def _wait(self, reached: Callable[[], bool], complaint: str) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < end, f"{complaint}:\n{self.text}"
            self._draw(0.1)

    def _draw(self, seconds: float) -> None:
        """Take in what the program draws within `seconds`; all of it is there when no more comes for a moment."""
        end, moment = time.monotonic() + seconds, seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self._feed(self._program.read_nonblocking(65536, timeout=min(left, moment)))
                moment = MOMENT
            except pexpect.TIMEOUT:
                return
            except pexpect.EOF:
                time.sleep(0.02)
                return

    def _feed(self, drawn: bytes) -> None:
        """Take in the characters and where they stand."""
        drawn = self._begun + drawn
        found = BEGUN.search(drawn)
        drawn, self._begun = (drawn[: found.start()], found.group()) if found else (drawn, b"")
        self._stream.feed(COLOURS.sub(b"", drawn))
