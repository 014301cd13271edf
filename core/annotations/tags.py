"""Tags as people type them, and as they are kept."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Format characters that belong to the spelling of words and emoji."""
_SEPARATORS = re.compile(r"[,;\n]|\s(?=#)")


def normalise(tag: str) -> str:
    """A tag as it is kept: no "#" before it, hyphens for white space and commas, "/" between levels, nothing unseen.

    Raises ValueError, with a sentence for the reader, when nothing is left.
    """
    levels = (_level(level) for level in tag.split("/"))
    kept = "/".join(level for level in levels if level)
    if not kept:
        raise ValueError("A tag needs at least one letter, digit or sign beside “#” and “/”.")
    return kept


def same(tag: str) -> str:
    """What two tags have in common when they are one to a reader: capital letters make no difference."""
    return unicodedata.normalize("NFC", normalise(tag).casefold())


def normalise_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags normalised, in order, each once, as first spelt. Raises ValueError for an empty one."""
    kept: dict[str, str] = {}
    for tag in tags:
        kept.setdefault(same(tag), normalise(tag))
    return tuple(kept.values())


def parse(typed: str) -> tuple[str, ...]:
    """The tags in a line like "#hafen, Frist prüfen #wahl": parted by commas, semicolons or "#" after a space."""
    return normalise_tags(tag for tag in _SEPARATORS.split(typed) if tag.strip("#/ \t"))


def is_within(tag: str, parent: str) -> bool:
    """Whether a tag is `parent` or lies below it in the hierarchy by "/", whatever the capital letters."""
    return same(tag) == same(parent) or same(tag).startswith(f"{same(parent)}/")


def retagged(tags: Iterable[str], old: Iterable[str], new: str) -> tuple[str, ...]:
    """Tags with each of the `old` ones, and all below it, changed into `new` with what is below; off where it is empty.

    Tags must be normalised.
    """
    olds = tuple(old)
    changed: list[str] = []
    for tag in tags:
        parent = next((each for each in olds if is_within(tag, each)), None)
        if parent is None:
            changed.append(tag)
        elif new:
            changed.append("/".join([new, *tag.split("/")[parent.count("/") + 1 :]]))
    return normalise_tags(changed)


@dataclass(frozen=True, slots=True)
class TagNode:
    """A tag in the hierarchy."""

    tag: str
    """The whole of it."""
    level: int
    """How many tags it lies below."""
    own: int
    """Annotations that bear the tag itself."""
    total: int
    """Annotations that bear it or one below it; each counts once."""


def hierarchy(annotations: Iterable[Iterable[str]]) -> tuple[TagNode, ...]:
    """All tags of some annotations with the levels above them, by alphabet, each tag before those below it."""
    own: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    # Among many annotations only few sets of tags are different ones.
    for tags, times in Counter(map(tuple, annotations)).items():
        above: set[str] = set()
        for tag in tags:
            key = _same_or_itself(tag)
            own[key] += times
            levels, keys = tag.split("/"), key.split("/")
            for end in range(1, len(levels) + 1):
                spellings.setdefault("/".join(keys[:end]), Counter())["/".join(levels[:end])] += times
            above.update("/".join(keys[:end]) for end in range(1, len(keys) + 1))
        total.update(dict.fromkeys(above, times))
    return tuple(
        TagNode(spellings[key].most_common(1)[0][0], key.count("/"), own[key], total[key])
        for key in sorted(spellings, key=lambda key: key.split("/"))
    )


def _same_or_itself(tag: str) -> str:
    """What makes a tag one with others; a tag that is none, from a file edited by hand, stays itself."""
    try:
        return same(tag)
    except ValueError:
        return tag


def _level(level: str) -> str:
    """One level of a tag, possibly empty."""
    # Composed twice: some characters compose into a separator, and what is left out may have kept others apart.
    visible = (char for char in unicodedata.normalize("NFC", level) if _is_visible(char))
    spaced = "".join(" " if char.isspace() or char in ",;" else char for char in visible)
    composed = unicodedata.normalize("NFC", spaced)
    return "-".join(composed.split()).lstrip("#-").rstrip("-")


def _is_visible(char: str) -> bool:
    """Whether a character may stand in a tag; white space may, to become a hyphen."""
    return (
        char.isspace() or char in _JOINERS or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
