"""The library that the commands work on."""

from core.library import Library
from core.locations import locations


def own_library() -> Library:
    """The library of whoever runs the command. Nothing is read before it is used."""
    where = locations()
    return Library(where.library, where.cache)
