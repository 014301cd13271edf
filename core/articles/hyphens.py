"""Join lines that were wrapped, and the words that were parted at their ends."""

import re
from collections.abc import Sequence

_PARTED = re.compile(r"[^\W\d_]{2,}[-‐]$")
_HYPHENED = re.compile(r"\w[-‐]$")
_SECOND = re.compile(r"(?:und|oder|bzw|sowie|bis|als|wie|noch|and|or|to)\b", re.IGNORECASE)
"""A word before which a hyphen stands for the other half of a compound: "Haupt- und Nebenkosten"."""


def joined(lines: Sequence[str]) -> str:
    """The words of several lines as one, separated by single spaces.

    A hyphen at the end of a line goes if a small letter follows, since then it only parts a word; it stays before a
    capital ("Baden-Württemberg") and before "und" ("Haupt- und Nebenkosten").
    """
    words = ""
    for line in lines:
        following = " ".join(line.split())
        if not following:
            continue
        if not words:
            words = following
        elif words.endswith("\u00ad") or (_PARTED.search(words) and following[0].islower()):
            keeps = _SECOND.match(following) and not words.endswith("\u00ad")
            words = f"{words} {following}" if keeps else words[:-1] + following
        elif _HYPHENED.search(words) and following[0].isalnum():
            words += following
        else:
            words = f"{words} {following}"
    return words
