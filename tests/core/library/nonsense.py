"""Nonsense in the place of every value of a JSON file."""


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
