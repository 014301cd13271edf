"""Where long words may be parted at the end of a line, by the hyphenation patterns of LibreOffice that Pyphen brings.

Only Pyphen's dictionaries are used, not its tables in memory: for German these take 28 MB and half a second, a sorted
list of the same patterns a fifth of either. The patterns are looked up as Liang's algorithm has it (Franklin M. Liang,
Word Hy-phen-a-tion by Com-put-er, 1983); what comes out is what Pyphen gives, and a test holds the two together.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from pathlib import Path

LONG = 12
"""Letters from which a word is parted at all: shorter ones go whole to the next line."""

LEFT, RIGHT = 4, 4
"""Letters that at least stand before a hyphen, and after it."""

_DIGITS = str.maketrans("", "", "0123456789")
_NO_PATTERN = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
_END = "\x01"
"""Parts a pattern's letters from the pattern, and sorts before every letter."""


class Hyphenation:
    """The places at which the words of one language may be parted."""

    def __init__(self, dictionary: Path) -> None:
        """Read a dictionary as LibreOffice has them. Raises OSError where it cannot be read."""
        with dictionary.open("rb") as file:
            encoding = file.readline().decode("ascii").strip()
            text = file.read().decode(encoding)
        patterns = text.split("\n")
        letters = text.translate(_DIGITS).split("\n")
        # Of two patterns with the same letters the later one holds, as Pyphen has it.
        found = {
            key.strip(): pattern.strip()
            for key, pattern in zip(letters, patterns, strict=True)
            if pattern and not pattern.startswith(_NO_PATTERN) and "/" not in pattern and key != pattern
        }
        self._entries = sorted(f"{key}{_END}{pattern}" for key, pattern in found.items())
        self._known: dict[str, tuple[int, ...]] = {}

    def points(self, word: str) -> tuple[int, ...]:
        """How many letters of `word` may stand before a hyphen, in rising order; none for a short word.

        No syllable of one letter is cut off: what parts it from its neighbours is left out on both sides.
        """
        if len(word) < LONG:
            return ()
        points = self._known.get(word)
        if points is None:
            ends = [0, *self.all_points(word), len(word)]
            points = self._known[word] = tuple(
                here
                for (before, here), (_, after) in pairwise(pairwise(ends))
                if here - before > 1 and after - here > 1 and LEFT <= here <= len(word) - RIGHT
            )
        return points

    def all_points(self, word: str) -> list[int]:
        """Every place of `word` at which the patterns allow a hyphen, whatever would be cut off."""
        entries, count = self._entries, len(self._entries)
        dotted = f".{word.lower()}."
        if len(dotted) != len(word) + 2:  # a letter whose small form is two letters: offsets would not fit
            return []
        values = [0] * (len(dotted) + 1)
        for start in range(len(dotted) - 1):
            low, high = 0, count
            for end in range(start + 1, len(dotted) + 1):
                prefix = dotted[start:end]
                low = bisect_left(entries, prefix, low, high)
                if low == high or not entries[low].startswith(prefix):
                    break
                high = bisect_left(entries, prefix + "\uffff", low, high)
                if entries[low].startswith(prefix + _END):
                    for at, value in _values(entries[low][end - start + 1 :]):
                        values[start + at] = max(values[start + at], value)
        return [at - 1 for at, value in enumerate(values) if value % 2 and 2 < at < len(word)]


@cache
def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """The digits of a pattern, each with the number of letters before it."""
    found = []
    at = 0
    for char in pattern:
        if char.isdigit():
            found.append((at, int(char)))
        else:
            at += 1
    return tuple(found)


@cache
def hyphenation(language: str) -> Hyphenation | None:
    """The patterns of a language by its code ("de"); None where there are none. Takes a tenth of a second at first."""
    from pyphen import LANGUAGES, language_fallback

    found = language_fallback(language) if re.fullmatch(r"[a-z]{2,3}(?:[-_]\w+)*", language) else None
    if found is None:
        return None
    try:
        return Hyphenation(Path(LANGUAGES[found]))
    except (OSError, UnicodeDecodeError, LookupError):
        return None


_COMMON = {
    "de": frozenset("der die das und ist nicht mit von dem den ein eine auf sich".split()),
    "en": frozenset("the and of that was is with for his from has which".split()),
}
"""Small words that stand in nearly every sentence of a language, and in no other's."""

_LOOKED_AT = 4_000
"""Characters that are looked at."""


def language_by_words(text: str) -> str:
    """German or English by their small words, else "und": a guess that is quick enough before the first paint."""
    words = re.findall(r"\w+", text[:_LOOKED_AT].lower())
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    likely = max(counts, key=lambda language: counts[language])
    return likely if counts[likely] >= 2 and counts[likely] > 2 * min(counts.values()) else "und"
