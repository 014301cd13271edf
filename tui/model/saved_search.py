"""A search under a name, as the reader saved it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.library.index.facets import Field, value_in
from core.library.index.query import Choice


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name."""

    name: str
    line: str
    """What is searched for, with kinds and states by their codes, which no language changes."""


def searches_called(searches: Iterable[SavedSearch], words: str) -> list[SavedSearch]:
    """The searches meant: by name, else by words of the name."""
    known, sought = tuple(searches), words.casefold()
    exact = [each for each in known if each.name.casefold() == sought]
    return exact or [each for each in known if sought in each.name.casefold()]


def line_for(typed: str, choice: Choice) -> str:
    """What finds again what was typed, and what a list is narrowed to by keys."""
    filters = {Field.SOURCE: "source", Field.TAG: "tag", Field.SPEAKER: "speaker", Field.AUTHOR: "author"}
    values = [(filters[field], value_in(choice, field)) for field in Field]
    narrowed = [_filter(name, value) for name, value in values if value]
    return " ".join(filter(None, (typed, *narrowed, *(f"state:{each.value}" for each in choice.states))))


def _filter(name: str, value: str) -> str:
    if name == "tag":
        return f"#{value}"
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
