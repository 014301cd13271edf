"""Nonsense in the place of every value of a JSON file."""

import json


def places(value, path=()):
    """Every place in a JSON value."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def with_nonsense(value, path, nonsense):
    if not path:
        return nonsense
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[path[0]] = with_nonsense(value[path[0]], path[1:], nonsense)
    return changed


NONSENSE = (None, -1, 10**30, "x", [], {}, {"x": []})


def spoilt(sound):
    """The JSON of a value, again and again with nonsense in another place."""
    for place in places(sound):
        for nonsense in NONSENSE:
            yield json.dumps(with_nonsense(sound, place, nonsense))
