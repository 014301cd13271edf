"""Lesart in a pseudo-terminal, under keys, pastes, clicks and resizes at random."""

import contextlib
import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LETTERS = "jkbgGeEcCaA;nN/vhlHLJKwspWQ.,zZtT#mMyYixrI12340567895RFPdS+-fXVUo<>?:u"
NAMED = (*(f"\x1b[{each}" for each in ("A", "B", "C", "D", "H", "F", "Z", "3~", "5~", "6~", "15~")), "\x1bOP")
CONTROL = "\x01\x02\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x12\x13\x14\x15\x16\x17\x18\x19\x1d\x1f\x7f"
WORDS = "äöüß„“€é😀🇩🇪x "
ANSWERS = (
    "\x1b[M\xff\xff\xff",
    "\x1b[<999999;0;0M",
    "\x1b[I",
    "\x1b[O",
    "\x1b[97;5u",
    "\x1b[200~",
    "\x1b[201~",
)
SIZES = ((1, 1), (2, 5), (3, 30), (24, 80), (40, 120), (60, 160), (120, 400), (10, 200), (50, 30))
"""Lines and columns."""
BROKEN = re.compile(rb"Traceback \(most recent call last\)|\w+Error: ")
_SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")
PACE = 0.012
"""Seconds between two keys."""
BURST = 25
"""Keys after which the program may catch up: what waits to be handled would be taken for memory it needs."""
REST = 0.2
"""Seconds without work that make a program be at rest."""
WORK, PATIENCE = 60.0, 600.0
"""Seconds of the processor, and by the clock, in which it has to come to rest: others may need the processor, too."""
START = 3.0


def key(chance: random.Random) -> str:
    """What a hand, a mouse, a clipboard or a terminal may send."""
    kind = chance.random()
    if kind < 0.62:
        return chance.choice(LETTERS)
    if kind < 0.74:
        return chance.choice(NAMED)
    if kind < 0.86:
        return chance.choice("\r\r\t \x1b")
    if kind < 0.92:
        return chance.choice(CONTROL)
    if kind < 0.95:
        return chance.choice(WORDS)
    if kind < 0.98:
        button, x, y = chance.choice((0, 1, 2, 32, 35, 64, 65)), chance.randrange(200), chance.randrange(80)
        return f"\x1b[<{button};{x};{y}{chance.choice('Mm')}"
    if kind < 0.99:
        return "\x1b[200~" + "".join(chance.choices("abc \n\t\x1b[{}", k=200)) + "\x1b[201~"
    return chance.choice(ANSWERS)


class Window:
    """One running Lesart, started again whenever it ends."""

    def __init__(self, articles: Sequence[Path], environment: Mapping[str, str], seed: int) -> None:
        self._articles = articles
        doing = Path(environment["HOME"]) / f"doing-{seed}"
        self._environment = {**environment, "PYTHONMALLOC": "malloc", "LESART_SOAK_DOING": str(doing)}
        self._chance = random.Random(seed)
        self.faults: list[str] = []
        self.sent = self.starts = self.kills = 0
        self.memory: list[int] = []
        """MiB, sampled while the same program runs; begun anew with each start."""
        self._begin()

    def _begin(self) -> None:
        self.starts += 1
        self._output, self.memory, self._latest = b"", [], []
        article = str(self._chance.choice(self._articles))
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            command = [sys.executable, "-P", "-m", "tests.soak.program", article]
            os.execve(sys.executable, command, self._environment)
        self._resize(40, 120)
        self._take_in(START)

    def _resize(self, lines: int, columns: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _take_in(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([self._terminal], [], [], left)[0]:
            try:
                self._output = (self._output + os.read(self._terminal, 1 << 16))[-200_000:]
            except OSError:
                return

    def step(self) -> None:
        """Send one thing, and start anew if that was the end."""
        sent = key(self._chance)
        self._latest = [*self._latest[-30:], sent]
        if self._chance.random() < 0.008:
            lines, columns = self._chance.choice(SIZES)
            self._resize(lines, columns)
            self._latest.append(f"<{columns} x {lines}>")
        if select.select([], [self._terminal], [], PATIENCE)[1]:
            with contextlib.suppress(OSError):
                os.write(self._terminal, sent.encode("utf-8", "surrogateescape"))
        else:
            self.faults.append(f"no key was taken for {PATIENCE:.0f} s, after {self._latest}")
            self.kill()
            return
        self.sent += 1
        self._take_in(PACE)
        if self.sent % BURST == 0:
            self._come_to_rest()
        if self.sent % 100 == 0:
            self._give_memory_back()
            self.memory.append(self._resident())
        ended, status = os.waitpid(self._pid, os.WNOHANG)
        if ended:
            self._judge(status)
            os.close(self._terminal)
            self._begin()

    def _come_to_rest(self) -> None:
        """Take in what is printed until the program has nothing left to do."""
        end = time.monotonic() + PATIENCE
        _, worked = self._work()
        most = worked + 100 * WORK
        while time.monotonic() < end and worked < most:
            self._take_in(REST)
            before = worked
            state, worked = self._work()
            if state != "R" and worked - before <= 1:
                return
        told = self._what_is_done()
        self.faults.append(f"no rest, {worked / 100:.0f} s of work in all, after {self._latest}: {told}")

    def _what_is_done(self) -> str:
        """What the program says three times that it does."""
        doing, told = Path(self._environment["LESART_SOAK_DOING"]), ""
        for _ in range(3):
            with contextlib.suppress(ProcessLookupError, FileNotFoundError):
                os.kill(self._pid, signal.SIGUSR2)
                self._take_in(1)
                told += "\n" + doing.read_text()
        return told

    def _give_memory_back(self) -> None:
        """Have the program free what it does not need, so that what is measured is what it holds."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGUSR1)
        self._come_to_rest()

    def _judge(self, status: int) -> None:
        self._take_in(0.5)
        plain = _SEQUENCE.sub(b"", self._output)
        if os.waitstatus_to_exitcode(status) or BROKEN.search(plain[-5000:]):
            told = plain[-600:].decode("utf-8", "replace")
            self.faults.append(f"ended with {status} after {self._latest}: {told}")

    def kill(self) -> None:
        """Kill it as a power cut would, and start it again."""
        self.end()
        self.kills += 1
        self._begin()

    def end(self) -> None:
        """Kill it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _work(self) -> tuple[str, int]:
        """What it does, as a letter, and its time in the processor until now, in hundredths of a second."""
        try:
            numbers = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return "Z", 0
        return numbers[0], int(numbers[11]) + int(numbers[12])

    def _resident(self) -> int:
        try:
            status = Path(f"/proc/{self._pid}/status").read_text()
        except OSError:
            return 0
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) >> 10 if found else 0
