"""Tags as people type them, and as they are kept."""

import re
import unicodedata
from collections.abc import Iterable

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
