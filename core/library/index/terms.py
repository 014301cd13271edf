"""Words as the index has them: in lower case, umlauts and "ß" written out, other accents left off.

"Tübingen" and "TUEBINGEN" are one term. Looked for, a word with an umlaut is itself only, and one without is found with
umlauts too, as `core.text.search` has it: "schon" finds "schön", "schön" does not find "schon".
"""

import re
from functools import cache, lru_cache
from hashlib import blake2b
from unicodedata import combining, normalize

from core.text.surrogates import whole

WORD = re.compile(r"[^\W_]+(?:[\u00ad\u200b-\u200d\u2060]+[^\W_]+)*")
"""A word, in spite of invisible characters within it."""
_SPELT_WORD = re.compile(r"[^\W_]+")
_PAIRS = re.compile(r"([aou])e")
_SPELT = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "oe",
    "ł": "l",
    "đ": "d",
    "ı": "i",
}
_DECOMPOSED = re.compile("([aouAOU])\u0308")
_ENDINGS = ("innen", "ischen", "ische", "isch", "ern", "ens", "en", "er", "es", "e", "n", "s")
"""What a word may end in beyond its stem, the longest first."""
_SHORTEST = 5
"""Letters that a stem has at least."""


class _Table(dict[int, str]):
    """The spelling of a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        spelt = self[code] = _spelt(chr(code))
        return spelt


@cache
def _spelt(char: str) -> str:
    if char in _SPELT:
        return _SPELT[char]
    if char in "\u00ad\u200b\u200c\u200d\u2060\ufeff" or "\ud800" <= char <= "\udfff":
        return ""
    bare = "".join(each for each in normalize("NFKD", char) if not combining(each))
    return _SPELT.get(bare, bare) if bare else ""


_TABLE = _Table()


def spell(text: str) -> str:
    """A text as the index has it; words stay apart."""
    lower = text.lower()
    if "\u0308" in lower:
        lower = _DECOMPOSED.sub(r"\1e", lower)
    return lower.translate(_TABLE)


@lru_cache(10_000)
def spell_name(name: str) -> str:
    """The same for a short text that many articles have."""
    return spell(name)


def terms(text: str) -> list[str]:
    """The terms of a text in order."""
    # Once for the whole text is five times as fast as word by word.
    return _SPELT_WORD.findall(spell(text))


def loose(term: str) -> str:
    """A term with umlauts as plain letters: what terms that differ in them alone have in common."""
    return _PAIRS.sub(r"\1", term)


def holds(term: str, word: str) -> bool:
    """Whether a term contains a word that is looked for; where that has no umlaut, umlauts make no difference."""
    return word in term or (loose(word) == word and word in loose(term))


def stem(word: str) -> str:
    """A word without its ending, or as it is if too little would be left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def is_form(term: str, of: str) -> bool:
    """Whether a term is a stem with an ending, or the bare stem."""
    return term == of or (term.startswith(of) and term[len(of) :] in _ENDINGS)


def fingerprint(text: str) -> str:
    """What two copies of a text have in common whatever their spacing, marks and capital letters."""
    return blake2b(" ".join(terms(text)).encode("utf-8"), digest_size=12).hexdigest()


def sound(text: str) -> str:
    """A text as SQLite can keep it: half of a surrogate pair has no place in UTF-8."""
    return text if text.isascii() else whole(text)
