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
_ONE_KEY = re.compile(r"\x1b(?:O[A-Z]|\[<?[0-9;]*[A-Za-z~])")
"""What a key or the mouse sends."""
_NO_WORDS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~])?")
"""Sequences in what is pasted, such as colours copied from a terminal, and lone beginnings of one."""


class PasteParser(XTermParser):
    """The parser of what a terminal sends, with an end for every paste.

    One without an end is over after a while of silence, or with the next key that sends a sequence of its own. What
    comes late all the same, with an end but without a beginning, is a paste as well. What is pasted is kept here until
    it is over: Textual's parser takes the letters after an escape character in it for keys. So pasted words never act
    as keys.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: list[str] | None = None
        """What was pasted until now; None outside of a paste."""
        self._was_cut = False
        """Whether the end of a paste was made up, so that the terminal's own may still come."""
        self._tail = ""
        """The end of what was taken last, in which a mark may have begun."""
        self._latest = 0.0
        self._looks = 0

    def feed(self, data: str) -> Iterable[Message]:
        """Take what the terminal sent."""
        if not data:
            yield from super().feed(data)
        if self._pasted is not None and data != _END and _ONE_KEY.fullmatch(data):
            yield from self._close(was_cut=True)
        elif self._was_cut and _END in data and _BEGIN not in data.partition(_END)[0]:
            data = _BEGIN + data
        self._latest, self._looks = get_time(), 0
        while data:
            is_pasted = self._pasted is not None
            end = self._behind(_END if is_pasted else _BEGIN, data)
            part, data = data[:end], "" if end is None else data[end:]
            if self._pasted is not None:
                self._pasted.append(part)
            else:
                yield from super().feed(part)
            if end is None:
                self._tail = (self._tail + part)[1 - len(_END) :]
            elif is_pasted:
                yield from self._close(was_cut=False)
            else:
                self._pasted, self._was_cut, self._tail = [], False, ""

    def tick(self) -> Iterable[Message]:
        """Called about every tenth of a second, and after all that is taken."""
        for message in super().tick():
            self._tail = ""  # What might have become a mark was a key.
            yield message
        self._looks += 1
        if self._pasted is not None and self._looks > _LOOKS and get_time() - self._latest >= PATIENCE:
            yield from self._close(was_cut=True)

    def _behind(self, mark: str, data: str) -> int | None:
        """Where a mark ends in `data` that may have begun before it; None where there is none."""
        at = (self._tail + data).find(mark)
        return None if at < 0 else at + len(mark) - len(self._tail)

    def _close(self, was_cut: bool) -> Iterable[Message]:
        words = "".join(self._pasted or ()).removesuffix(_END)
        self._pasted, self._was_cut, self._tail = None, was_cut, ""
        yield from super().feed(f"{_NO_WORDS.sub('', words)}{_END}")


def end_every_paste(driver: type[Driver], modules: dict[str, Any]) -> None:
    """Have a driver of Textual's use that parser; each of them names the one to use in its own module."""
    module = modules[driver.__module__]
    if getattr(module, "XTermParser", None) is XTermParser:
        module.XTermParser = PasteParser
