"""Where the lines of a block begin."""

import re
from collections.abc import Callable, Sequence

from tui.text import cells, next_odd, widths

SOFT_HYPHEN = "\u00ad"

_NON_BREAKING = "\u00a0\u2007\u202f"
_CLOSING = frozenset("、。，．！？：；）］｝」』】》〉・ー…‥”’%％")
"""Marks of Chinese and Japanese that begin no line."""

_DASHES = "–—"
"""Dashes that stay with the word before: a line ends with them and does not begin with them."""

_NOT_FIRST = _DASHES + " "

_SIGNS = ("-", *_DASHES, "  ")
"""Where none of these stands, a line breaks at the last space that fits, and nothing else need be looked at."""

_STRIDE = 64
"""Characters that are measured at a time where they differ in width."""

GAIN = 6
"""Columns that a line must stay short of its edge before a word is parted to fill it."""

Points = Callable[[str], Sequence[int]]
"""How many letters of a word may stand before a hyphen, in rising order."""

_ADDRESS = re.compile(r"[/@_#\d]|\w[.:]\w")
"""What an address, a file name or a number has in it: such words are not parted."""


def is_even(text: str, start: int, end: int) -> bool:
    """Whether the stretch takes one column a character and its lines break at nothing but spaces: most text does."""
    return (
        start < end <= next_odd(text, start, end)
        and not text[end - 1].isspace()
        and not any(text.find(sign, start, end) >= 0 for sign in ("\n", *_SIGNS))
    )


def breaks_at_spaces(text: str, start: int, end: int, first: int, rest: int) -> list[int]:
    """What `Stretch.breaks` says of a stretch that `is_even`, without `points`: long texts are mostly that."""
    return _at_spaces(text, [start], start, end, first, rest, 0)


class Stretch:
    """A stretch of a text made ready to be broken into lines."""

    __slots__ = ("_first_odd", "_is_simple", "_shown", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start = start
        """Where in the text the stretch begins."""
        self._shown = text[start:end].replace("\n", " ").rstrip()
        self._first_odd = next_odd(self._shown, 0)
        self._is_simple = not any(sign in self._shown for sign in _SIGNS)

    def breaks(self, first: int, rest: int, points: Points | None = None) -> list[int]:
        """Offsets into the text at which the lines begin, the first being `start`.

        `first` and `rest` are the columns that the first line and every further one may take, at least 2. Lines break
        at white space, which stays with the line before and may stand over its edge unseen; behind hyphens within
        words; behind soft hyphens, with a column left for drawing one; and where a word alone is too long, anywhere.
        With `points` a long word is parted where much of a line would stay empty, a column left for the hyphen.
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
        """Whether a line that ends before the offset `at` of the text ends at a point of the word it stands in."""
        at -= self.start
        shown = self._shown
        if not 0 < at < len(shown) or not (shown[at - 1].isalpha() and shown[at].isalpha()):
            return False
        start, end = _letters_around(shown, at)
        return at - start in points(shown[start:end])

    def _breaks_counted(self, width: int, rest: int, points: Points | None) -> list[int]:
        """The way for text of one column a character, which most is: `rfind` does the work."""
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
                at = _parted(shown, at, edge, line, width, points) or at
            breaks.append(start + at)
            width = rest
        return breaks

    def _breaks_measured(self, width: int, rest: int, points: Points | None) -> list[int]:
        """The way for text that has wide, combining or unseen characters: they are measured where they stand."""
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
                after = _parted(shown, after, edge, line, width, points) or after
            if after >= length:
                break
            breaks.append(self.start + after)
            at, width = after, rest
        return breaks


def _at_spaces(
    shown: str, breaks: list[int], at: int, end: int, width: int, rest: int, start: int
) -> list[int]:
    """`breaks` with those between `at` and `end`, each `start` further on, where lines break at nothing but spaces."""
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
    """Where the line from `at` ends, if every character takes one column and not all of them fit."""
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
    """Where the line from `at` ends, if characters may be wide, combining or unseen, and how far its columns reach.

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


def _parted(shown: str, after: int, edge: int, line: int, width: int, points: Points) -> int | None:
    """Where the line may end within the word that reaches over its edge; None where that word is better left whole.

    `line` is where the line begins and `after` where it would end without; `edge` is the first character that does
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
    """The letters around the one at `at`, without hyphens, marks and white space."""
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
    """Whether a line may end before the character at `at`, where it leaves `room` columns free."""
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
    """Whether the hyphen stands between two parts of a word, each of two letters or more."""
    around = shown[max(0, hyphen - 2) : hyphen] + shown[hyphen + 1 : hyphen + 3]
    return len(around) == 4 and around.isalpha()
