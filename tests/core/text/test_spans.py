"""Spans end before their second offset."""

import pytest

from core.text.spans import overlaps


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        ((0, 3), False),
        ((0, 4), True),
        ((3, 5), True),
        ((4, 9), True),
        ((6, 7), True),
        ((7, 9), False),
        ((0, 9), True),
    ],
)
def test_spans_that_touch_share_no_character(other: tuple[int, int], shared: bool) -> None:
    assert overlaps((3, 7), other) is shared
    assert overlaps(other, (3, 7)) is shared
