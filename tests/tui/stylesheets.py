"""Style sheets are the same for every program a test starts, so they are parsed, and remember, once in a process."""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tui.lean_styles import Memory

_parse = Stylesheet._parse_rules
_memory = Memory()
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def parse_once(sheet: Stylesheet, css: str, read_from: Any, *rest: Any, **options: Any) -> list[RuleSet]:
    """In place of `Stylesheet._parse_rules`: what came of the same text with the same colours before."""
    key = (css, read_from, rest, *options.items(), frozenset(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, read_from, *rest, **options)
    return _parsed[key]


def remembered() -> Memory:
    """In place of `Memory`: what programs before have worked out with the same rules."""
    return _memory
