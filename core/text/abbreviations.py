"""Abbreviations that end in a full stop, shared by `core.text.segments` and the language pipeline."""

from collections.abc import Mapping
from functools import cache

from core.text.tables import FOLDER, read_table


@cache
def abbreviations(language: str) -> Mapping[str, bool]:
    """Each with its full stop and its case ("z.B.", "Dr."), and whether a sentence may end with it."""
    return {row[0]: row[1] == "end" for row in read_table(FOLDER / language / "abbreviations.tsv")}


@cache
def before_number(language: str) -> frozenset[str]:
    """Words, in lower case and with a full stop, that are abbreviations only before a number: "art." for "Art. 5"."""
    rows = read_table(FOLDER / language / "words.tsv")
    return frozenset(word for name, words in rows if name == "before_number" for word in words.split())
