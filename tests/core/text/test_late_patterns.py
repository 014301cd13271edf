"""Patterns that are compiled when they are first used find what others find."""

import re

import pytest

from core.text.late_patterns import LatePattern

TEXT = "Der Kai, der kai"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("bounds", [(), (4,), (4, 6), (9,)])
def test_it_finds_what_others_find(flags: int, bounds: tuple[int, ...]) -> None:
    late, ready = LatePattern("Kai", flags), re.compile("Kai", flags)
    for name in ("match", "fullmatch", "search"):
        one, other = getattr(late, name)(TEXT, *bounds), getattr(ready, name)(TEXT, *bounds)
        assert (one and one.span()) == (other and other.span())
    spans = [[each.span() for each in pattern.finditer(TEXT, *bounds)] for pattern in (late, ready)]
    assert spans[0] == spans[1]


def test_it_is_compiled_when_it_is_first_used() -> None:
    broken = LatePattern("(")
    with pytest.raises(re.error):
        broken.search(TEXT)
