"""Files of older formats, lifted step by step to the one of this version.

A step is a pure function from the tables of one format to those of the next. A file is lifted when it is read and is
on disk in the new format with the next change to it; until then it stays as it was.
"""

from collections.abc import Callable, Mapping
from typing import Any

from core.library.errors import NewerFormatError

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
"""Tables by name, documents by number: what TinyDB hands to a storage."""
Step = Callable[[Tables], Tables]


def lift(kind: str, tables: Tables, schema: int, target: int) -> Tables:
    """The tables of a file of that kind, written in format `schema`, as they are in format `target`.

    Raises NewerFormatError for a format beyond that, and LookupError, TypeError or AttributeError where the tables are
    not what their format says.
    """
    if schema > target:
        raise NewerFormatError(
            f"The library was written by a newer Lesart (format {schema}, this one knows {target}): "
            "it is left as it is; update Lesart to use it."
        )
    if schema < FIRST:
        raise LookupError(f"there never was a format {schema}")
    for each in range(schema, target):
        step = STEPS.get((kind, each))
        tables = step(tables) if step else tables
    return tables


def _with(table: str, defaults: Document) -> Step:
    """A step that gives every document of a table fields it did not have."""

    def step(tables: Tables) -> Tables:
        documents = {number: {**defaults, **document} for number, document in tables.get(table, {}).items()}
        return {**tables, table: documents}

    return step


FIRST = 1
"""The oldest format there is."""

STEPS: Mapping[tuple[str, int], Step] = {
    # From 1 to 2: articles know the versions before and after them, and what was deleted stays in a table of its own.
    ("index", 1): _with("index", {"previous": ""}),
    ("articles", 1): _with("articles", {"previous": "", "following": ""}),
    ("annotations", 1): lambda tables: {"deleted": {}, **tables},
}
"""The step from a format to the next, by kind of file; no step where nothing changed for a kind."""
