"""Where the colours of tags go when tags are changed throughout the library, and when that is taken back."""

from collections.abc import Callable, Iterable, Mapping

from core.annotations.tags import retagged, same
from core.library.records import TagChange

Colours = Mapping[str, str]
"""Colours by tag without regard to capital letters."""


def touched(colours: Colours, change: TagChange) -> dict[str, str]:
    """The colours of the tags that a change changes, of what they become, and of all below these."""
    tops = [tag for tag in (*change.old, change.new) if tag]
    return {tag: colour for tag, colour in colours.items() if any(_is_below(tag, top) for top in tops)}


def recoloured(colours: Colours, change: TagChange) -> dict[str, str]:
    """The colours after a change: each follows its tag, unless what this becomes has one of its own."""
    after, moved = dict(colours), dict[str, str]()
    for tag in [tag for old in change.old for tag in colours if _is_below(tag, old)]:
        target = next((same(new) for new in retagged((tag,), change.old, change.new)), "")
        if target != tag and tag in after:
            moved.setdefault(target, after.pop(tag))
    return {**{target: colour for target, colour in moved.items() if target}, **after}


def restored(colours: Colours, change: TagChange, exists: Callable[[str], bool]) -> dict[str, str]:
    """The colours after a change was taken back: as they were, but for those that were set or taken off since.

    `exists` says whether anything bears a tag or one below it now.
    """
    before, now = dict(change.colours), touched(colours, change)
    made = recoloured(before, change)
    back = {tag: colour for tag, colour in colours.items() if tag not in now} | before
    for tag in {*made, *now}:
        if made.get(tag) == now.get(tag):
            continue
        for origin in [each for each in _origins(tag, change) if exists(each)] or [tag]:
            if tag in now:
                back[origin] = now[tag]
            else:
                back.pop(origin, None)
    return back


def _origins(tag: str, change: TagChange) -> Iterable[str]:
    """A tag, and what it may have been before a change."""
    yield tag
    if change.new and _is_below(tag, change.new):
        below = tag.removeprefix(same(change.new))
        yield from (f"{same(old)}{below}" for old in change.old)


def _is_below(tag: str, top: str) -> bool:
    """Whether a tag, as colours are kept, is another one or below it."""
    return f"{tag}/".startswith(f"{same(top)}/")
