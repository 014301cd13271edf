"""How much two states of a list share at their beginning and at their end: most of a long list with a small change."""

from collections.abc import Callable, ItemsView
from itertools import compress, count
from operator import is_not, ne
from typing import Any


def same_ends(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[int, int]:
    """How many objects at the beginning, and how many after those at the end, are the very same in both."""
    return _same_ends(before, after, is_not)


def same_end_items(before: ItemsView[str, object], after: ItemsView[str, object]) -> tuple[int, int]:
    """How many items at the beginning, and how many after those at the end, are equal in both dictionaries."""
    return _same_ends(before, after, ne)


def _same_ends(before: Any, after: Any, differ: Callable[[Any, Any], bool]) -> tuple[int, int]:
    # No loop of Python's own: lists of 10,000 are compared with every save.
    most = min(len(before), len(after))
    start = next(compress(count(), map(differ, before, after)), most)
    end = next(compress(count(), map(differ, reversed(before), reversed(after))), most)
    return start, min(end, most - start)
