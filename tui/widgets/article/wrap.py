"""Breaking a block of text into lines."""

import re
from collections.abc import Callable, Sequence

from tui.text import cells, next_odd, widths

SOFT_HYPHEN = "\u00ad"

_NON_BREAKING = "\u00a0\u2007\u202f"
_CLOSING = frozenset("、。，．！？：；）］｝」』】》〉・ー…‥”’%％")
"""Chinese and Japanese marks that must not begin a line."""

_DASHES = "–—"
"""Dashes that stay with the word before them: they may end a line but not begin one."""

_NOT_FIRST = _DASHES + " "

_SIGNS = ("-", *_DASHES, "  ")
"""Without any of these, a line breaks at the last space that fits, and nothing else matters."""

_STRIDE = 64
"""Characters measured at a time where their widths differ."""

GAIN = 6
"""Columns that a line must leave empty before a word is hyphenated to fill it."""

Points = Callable[[str], Sequence[int]]
"""How many letters of a word may come before a hyphen, in rising order."""

_ADDRESS = re.compile(r"[/@_#\d]|\w[.:]\w")
"""What is typical of addresses, file names and numbers, which are not hyphenated."""


def is_even(text: str, start: int, end: int) -> bool:
    """Whether each character takes one column and lines break at spaces only, as in most text."""
    return (
        start < end <= next_odd(text, start, end)
        and not text[end - 1].isspace()
        and not any(text.find(sign, start, end) >= 0 for sign in ("\n", *_SIGNS))
    )


def breaks_at_spaces(text: str, start: int, end: int, first: int, rest: int) -> list[int]:
    """The same as `Stretch.breaks` without `points`, but faster, for a stretch that `is_even`."""
    return _at_spaces(text, [start], start, end, first, rest, 0)


class Stretch:
    """A stretch of text, prepared for being broken into lines."""

    __slots__ = ("_first_odd", "_is_simple", "_shown", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        """Where in the text the stretch begins."""
        self._shown = text[start:end].replace("\n", " ").rstrip()
        self._first_odd = next_odd(self._shown, 0)
        self._is_simple = not any(sign in self._shown for sign in _SIGNS)

    def breaks(self, first: int, rest: int, points: Points | None = None) -> list[int]:
        """The offsets at which the lines begin, the first of which is `start`.

        `first` and `rest` are the most columns of the first line and of every further one, at least 2. Lines break at
        white space, which belongs to the line before and may reach beyond its edge unseen; after hyphens within words;
        after soft hyphens, if there is a column for drawing one; and within a word that is too long for a line,
        anywhere. With `points`, long words are hyphenated where much of a line would stay empty.
        """
        length = len(self._shown)
        if self._first_odd < length:
            return self._breaks_measured(first, rest, points)
        if length <= first:
            return [self.start]
        if self._is_simple and points is None:
            return _at_spaces(self._shown, [self.start], 0, length, first, rest, self.start)
        return self._breaks_counted(first, rest, points)

    def parts_word(self, at: int, points: Points) -> bool:
        """Whether a line that ends before the offset `at` ends at a point of the word around it."""
        at -= self.start
        shown = self._shown
        if not 0 < at < len(shown) or not (shown[at - 1].isalpha() and shown[at].isalpha()):
            return False
        start, end = _letters_around(shown, at)
        return at - start in points(shown[start:end])

    def _breaks_counted(self, width: int, rest: int, points: Points | None) -> list[int]:
        """For text of one column per character, which most is: `rfind` does the work."""
        shown, start = self._shown, self.start
        rfind, length = shown.rfind, len(shown)
        breaks = [start]
        at = 0
        while length - at > width:
            line = at
            edge = at + width
            space = rfind(" ", at + 1, edge + 1)
            if space < 0 or shown[space + 1] in _NOT_FIRST or rfind("-", space, edge) > 0:
                at = _skip_space(shown, _break_counted(shown, at, width))
            else:
                at = space + 1
            if points is not None and (edge - at >= GAIN or at == edge):
                at = _hyphenated(shown, at, edge, line, width, points) or at
            breaks.append(start + at)
            width = rest
        return breaks

    def _breaks_measured(self, width: int, rest: int, points: Points | None) -> list[int]:
        """For text with wide, combining or invisible characters, which are measured."""
        shown, length, odd = self._shown, len(self._shown), self._first_odd
        breaks = [self.start]
        at = 0
        while True:
            if odd < at:
                odd = next_odd(shown, at)
            if odd >= length and self._is_simple and points is None:
                return _at_spaces(shown, breaks, at, length, width, rest, self.start)
            line = at
            if odd <= at + width:
                after, edge = _break_measured(shown, at, width)
            elif length - at > width:
                after, edge = _break_counted(shown, at, width), at + width
            else:
                break
            after = _skip_space(shown, after)
            if points is not None and (edge - after >= GAIN or after == edge < length):
                after = _hyphenated(shown, after, edge, line, width, points) or after
            if after >= length:
                break
            breaks.append(self.start + after)
            at, width = after, rest
        return breaks


def _at_spaces(
    shown: str, breaks: list[int], at: int, end: int, width: int, rest: int, start: int
) -> list[int]:
    """Add to `breaks` those between `at` and `end`, each moved on by `start`, if lines break at spaces only."""
    rfind = shown.rfind
    while end - at > width:
        edge = at + width
        at = rfind(" ", at + 1, edge + 1) + 1 or edge
        breaks.append(start + at)
        width = rest
    return breaks


def _skip_space(shown: str, at: int) -> int:
    while at < len(shown) and _is_space(shown[at]):
        at += 1
    return at


def _break_counted(shown: str, at: int, width: int) -> int:
    """Where the line from `at` ends, if every character takes one column and they do not all fit."""
    edge = at + width
    space = shown.rfind(" ", at + 1, edge + 1)
    if space > 0 and shown[space + 1] in _DASHES and shown[space + 2 : space + 3] == " ":
        before = shown.rfind(" ", at + 1, space)
        space = before if before > 0 else space
    hyphen = shown.rfind("-", max(space, at) + 1, edge)
    while hyphen > 0:
        if _parts_words(shown, hyphen):
            return hyphen + 1
        hyphen = shown.rfind("-", max(space, at) + 1, hyphen)
    return space if space > 0 else edge


def _break_measured(shown: str, at: int, width: int) -> tuple[int, int]:
    """Where the line from `at` ends and how far its columns reach, if characters may differ in width.

    Both are the length of the text if all of it fits.
    """
    edge, room, length = at, width, len(shown)
    sizes: list[int] = []
    while edge < length:
        if edge - at == len(sizes):
            sizes += widths(shown[edge : edge + _STRIDE])
        if sizes[edge - at] > room:
            break
        room -= sizes[edge - at]
        edge += 1
    if edge >= length:
        return length, length
    full = after = edge
    while after > at:
        is_apart = shown[after - 1] == "-" and after > at + 1 and _parts_words(shown, after - 1)
        if is_apart or _may_break(shown, after, sizes[after - at - 1], sizes[after - at], room):
            return after, full
        after -= 1
        room += sizes[after - at]
    while edge > at + 1 and shown[edge - 1] == SOFT_HYPHEN:  # there was no column left to draw it in
        edge -= 1
    return max(edge, at + 1), full


def _hyphenated(shown: str, after: int, edge: int, line: int, width: int, points: Points) -> int | None:
    """Where the line may end within the word at its edge; None if that word is better left whole.

    `line` is where the line begins and `after` where it would end otherwise; `edge` is the first character that does
    not fit into its `width` columns.
    """
    if not (shown[edge - 1].isalpha() and shown[edge - 2 : edge - 1].isalpha()):
        return None
    start, end = _letters_around(shown, edge - 1)
    allowed = points(shown[start:end])
    if not allowed or _ADDRESS.search(shown, shown.rfind(" ", 0, start) + 1, _token_end(shown, end)):
        return None
    least = line if after == edge else after
    return next(
        (
            at
            for at in (start + point for point in reversed(allowed))
            if least < at < edge and cells(shown[line:at]) < width
        ),
        None,
    )


def _letters_around(shown: str, at: int) -> tuple[int, int]:
    """The uninterrupted letters around the one at `at`."""
    start = end = at
    while start and shown[start - 1].isalpha():
        start -= 1
    while end < len(shown) and shown[end].isalpha():
        end += 1
    return start, end


def _token_end(shown: str, at: int) -> int:
    space = shown.find(" ", at)
    return len(shown) if space < 0 else space


def _may_break(shown: str, at: int, size_before: int, size: int, room: int) -> bool:
    """Whether a line may end before the character at `at`, if that leaves `room` columns empty."""
    if _is_space(shown[at]):
        return shown[at + 1] not in _DASHES or not shown[at + 2 : at + 3].isspace()
    before = shown[at - 1]
    if before == SOFT_HYPHEN:
        return room > 0
    if before == "\u200b":
        return True
    wide = 2 in (size_before, size) and before not in _NON_BREAKING and shown[at] not in _NON_BREAKING
    return wide and size > 0 and shown[at] not in _CLOSING


def _is_space(char: str) -> bool:
    return char.isspace() and char not in _NON_BREAKING


def _parts_words(shown: str, hyphen: int) -> bool:
    """Whether the hyphen is between two parts of a word, each of at least two letters."""
    around = shown[max(0, hyphen - 2) : hyphen] + shown[hyphen + 1 : hyphen + 3]
    return len(around) == 4 and around.isalpha()
