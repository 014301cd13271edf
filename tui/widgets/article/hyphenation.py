"""Where long words may be hyphenated at the end of a line, by Pyphen and the LibreOffice patterns it comes with."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pyphen import LANGUAGES, HyphDict, ignored, language_fallback, parse

LONG = 12
"""Letters from which on a word is hyphenated at all; shorter ones go to the next line as a whole."""

LEFT, RIGHT = 4, 4
"""The fewest letters before a hyphen, and after it."""

_DIGITS = str.maketrans("", "", "0123456789")


class Hyphenation:
    """The places at which the words of one language may be hyphenated.

    Raises OSError if the dictionary, a file in LibreOffice's format, cannot be read.
    """

    def __init__(self, dictionary: Path) -> None:
        self._dictionary = _Dictionary(dictionary)
        self._known: dict[str, tuple[int, ...]] = {}

    def points(self, word: str) -> tuple[int, ...]:
        """How many letters of `word` may precede a hyphen, in rising order; none for a short word.

        No syllable of one letter is cut off: what separates it from its neighbours is left out on both sides.
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
        """Every place at which the patterns allow a hyphen, at least two letters from either end."""
        if len(word.lower()) != len(word):  # a letter whose small form is two letters: offsets would not fit
            return []
        return [int(at) for at in self._dictionary.positions(word) if 2 <= at <= len(word) - 2]


class _Dictionary(HyphDict):  # type: ignore[misc]
    """Pyphen's dictionary, with patterns that are parsed only when they are looked up.

    Pyphen parses them all at once, which takes 0.55 s for German and would delay the first paint by as much; this takes
    0.1 s. Patterns that change letters at a hyphen are left out.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            encoding = file.readline().decode("ascii").strip()
            text = file.read().decode(encoding)
        letters = text.translate(_DIGITS).split("\n")
        self.patterns = _Patterns(
            (key.strip(), pattern.strip())
            for key, pattern in zip(letters, text.split("\n"), strict=True)
            if key != pattern and not pattern.startswith(ignored) and "/" not in pattern
        )
        self.maxlen = max(map(len, self.patterns), default=0)
        self.cache: dict[str, list[int]] = {}


class _Patterns(dict[str, Any]):
    """Patterns by their letters, as they are in the file until `get` is called for them."""

    def get(self, letters: str, default: Any = None) -> Any:
        """The pattern as Pyphen has it: an offset, and the values from that letter on."""
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = 0, tuple(int(value or 0) for value, _ in parse(pattern))
        return pattern


@cache
def hyphenation(language: str) -> Hyphenation | None:
    """The patterns of a language by its code ("de"); None where there are none."""
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
"""Small words that are in nearly every sentence of one language, and not in the other."""

_LOOKED_AT = 4_000
"""Characters that are examined."""


def language_by_words(text: str) -> str:
    """German or English by their small words, else "und": a guess that is quick enough before the first paint."""
    words = re.findall(r"\w+", text[:_LOOKED_AT].lower())
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    likely = max(counts, key=lambda language: counts[language])
    return likely if counts[likely] >= 2 and counts[likely] > 2 * min(counts.values()) else "und"
