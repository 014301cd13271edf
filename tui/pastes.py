"""Pastes that never end: what a terminal announces as pasted text swallows all keys until it says that it is over."""

import re
from collections.abc import Iterable
from typing import Any

from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

PATIENCE = 1.0
"""Seconds of silence after which a paste counts as over."""
_LOOKS = 5
"""Looks at the input that must have found nothing meanwhile: a program that was stopped itself has missed nothing."""
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_MARKS = re.compile(r"\x1b\[20[01]~")
_ONE_KEY = re.compile(r"\x1b(?:O[A-Z]|\[[0-9;]*[A-Za-z~])")


class PasteParser(XTermParser):
    """The parser of what a terminal sends, with an end for every paste.

    One without an end is over after a while of silence, or with the next key that sends a sequence of its own. What
    comes late all the same, with an end but without a beginning, is a paste as well: pasted words never act as keys.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pastes = False
        self._was_cut = False
        """Whether the end of a paste was made up, so that the terminal's own may still come."""
        self._tail = ""
        """The end of what was taken last, in which a mark may have begun."""
        self._latest = 0.0
        self._looks = 0

    def feed(self, data: str) -> Iterable[Message]:
        """Take what the terminal sent."""
        if self._pastes and data != _END and _ONE_KEY.fullmatch(data):
            yield from self._close()
        elif self._was_cut and _END in data and _BEGIN not in data.partition(_END)[0]:
            data = _BEGIN + data
        self._notice(data)
        yield from super().feed(data)

    def tick(self) -> Iterable[Message]:
        """Called about every tenth of a second, and after all that is taken."""
        yield from super().tick()
        self._looks += 1
        if self._pastes and self._looks > _LOOKS and get_time() - self._latest >= PATIENCE:
            yield from self._close()

    def _notice(self, data: str) -> None:
        self._latest, self._looks = get_time(), 0
        seen = self._tail + data
        marks = _MARKS.findall(seen)
        if marks:
            self._pastes, self._was_cut = marks[-1] == _BEGIN, False
        self._tail = _MARKS.sub("", seen)[-len(_END) + 1 :]

    def _close(self) -> Iterable[Message]:
        self._pastes, self._was_cut, self._tail = False, True, ""
        yield from super().feed(_END)


def end_every_paste(driver: type[Driver], modules: dict[str, Any]) -> None:
    """Have a driver of Textual's use that parser; each of them names the one to use in its own module."""
    module = modules[driver.__module__]
    if getattr(module, "XTermParser", None) is XTermParser:
        module.XTermParser = PasteParser
