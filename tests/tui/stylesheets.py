"""Style sheets are the same for every program a test starts, so they are parsed, and remember, once in a process."""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tui.lean_styles import Memory

_parse = Stylesheet._parse_rules
_memory = Memory()
_numbers: dict[frozenset[tuple[str, str]], int] = {}
_last: list[Any] = [None, 0]
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def parse_once(sheet: Stylesheet, css: str, read_from: Any, *rest: Any, **options: Any) -> list[RuleSet]:
    """In place of `Stylesheet._parse_rules`: what came of the same text with the same colours before."""
    key = (css, read_from, rest, *options.items(), _colours_of(sheet))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, read_from, *rest, **options)
    return _parsed[key]


def _colours_of(sheet: Stylesheet) -> int:
    """A number for its colours, the same for the same ones: they are many, and asked for with each piece of a sheet."""
    colours = sheet._variables
    if _last[0] is not colours:
        _last[:] = colours, _numbers.setdefault(frozenset(colours.items()), len(_numbers))
    return _last[1]


def remembered() -> Memory:
    """In place of `Memory`: what programs before have worked out with the same rules."""
    return _memory
