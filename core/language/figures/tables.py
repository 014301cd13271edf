"""The words of the calendar and the units, read from `dates.tsv` and `units.tsv` of a language, as patterns."""

import re
from collections.abc import Iterable
from functools import cache

from core.lexicon.lexicon import rows


@cache
def calendar(language: str) -> dict[str, tuple[str, ...]]:
    """The classes of `dates.tsv` with their words; none where the language has no such table."""
    return {name: tuple(words.split()) for name, words in rows(language, "dates")}


@cache
def units(language: str) -> dict[str, tuple[str, ...]]:
    """The kinds of `units.tsv` with the forms of their units; none where the language has no such table."""
    return {kind: tuple(forms.split(" | ")) for kind, forms in rows(language, "units")}


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of several words, the longest one possible."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
