"""Tags as people type them, and as they are stored."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.translation import _

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Format characters that belong to the spelling of words and emoji."""
_SEPARATORS = re.compile(r"[,;\n]|\s(?=#)")


def normalise(tag: str) -> str:
    """The stored form of a tag: no leading "#", hyphens for white space and commas, "/" between levels.

    Invisible characters are removed. Raises ValueError, with a sentence for the reader, if nothing is left.
    """
    levels = (_level(level) for level in tag.split("/"))
    kept = "/".join(level for level in levels if level)
    if not kept:
        raise ValueError(_("A tag needs at least one letter, digit or sign beside “#” and “/”."))
    return kept


def same(tag: str) -> str:
    """The same for tags that a reader considers equal: capital letters make no difference."""
    return unicodedata.normalize("NFC", normalise(tag).casefold())


def normalise_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags normalised, in order, without duplicates, as first spelt. Raises ValueError for an empty one."""
    kept: dict[str, str] = {}
    for tag in tags:
        kept.setdefault(same(tag), normalise(tag))
    return tuple(kept.values())


def parse(typed: str) -> tuple[str, ...]:
    """The tags in a line like "#hafen, Frist prüfen #wahl", separated by commas, semicolons or "#" after a space."""
    return normalise_tags(tag for tag in _SEPARATORS.split(typed) if tag.strip("#/ \t"))


def unfinished(typed: str) -> str:
    """What follows the last separator in such a line: the tag that is still being typed."""
    return _SEPARATORS.split(typed)[-1]


def is_within(tag: str, parent: str) -> bool:
    """Whether a tag is `parent` or below it in the hierarchy formed by "/"; capital letters make no difference."""
    return same(tag) == same(parent) or same(tag).startswith(f"{same(parent)}/")


def retagged(tags: Iterable[str], old: Iterable[str], new: str) -> tuple[str, ...]:
    """Replace each of the `old` tags by `new`, keeping the levels below it; an empty `new` removes them.

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
    """The complete tag."""
    level: int
    """Its depth in the hierarchy, 0 at the top."""
    own: int
    """Number of annotations with the tag itself."""
    total: int
    """Number of annotations with the tag or one below it; each counts once."""


def hierarchy(annotations: Iterable[Iterable[str]]) -> tuple[TagNode, ...]:
    """All tags of some annotations and the levels above them, in alphabetical order, each before those below it."""
    own: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    # Many annotations share the same few sets of tags.
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
    """The key of a tag for comparison; an invalid tag, from a file edited by hand, is its own key."""
    try:
        return same(tag)
    except ValueError:
        return tag


def _level(level: str) -> str:
    """One level of a tag, possibly empty."""
    # Composed twice: some characters compose into a separator, and a removed one may have separated others.
    visible = (char for char in unicodedata.normalize("NFC", level) if _is_visible(char))
    spaced = "".join(" " if char.isspace() or char in ",;" else char for char in visible)
    composed = unicodedata.normalize("NFC", spaced)
    return "-".join(composed.split()).lstrip("#-").rstrip("-")


def _is_visible(char: str) -> bool:
    """Whether a character is allowed in a tag; white space is, and becomes a hyphen."""
    return (
        char.isspace() or char in _JOINERS or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
