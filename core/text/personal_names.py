"""Compare names of people: parts, surname, genitive, spelling."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.text.quotation_marks import CLOSING, OPENING

_PARTICLES = frozenset("von van de del der den di da dos la le bin ibn al el zu ten ter und".split())
_GENITIVE = re.compile(r"(?:[’']s|[’'‘´`]|s)$")
_NICKNAME = re.compile(rf"\s[{OPENING}{CLOSING}]([\w-]+)[{OPENING}{CLOSING}]\s")
"""A name in quotation marks between others."""
_DASHES = re.compile(r"[‐‑–—-]")
_LETTERS = str.maketrans(
    {"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "a", "œ": "o", "ð": "d", "þ": "t"}
)
_WRITTEN_OUT = re.compile(r"([aou])e")
_SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("schtsch|shch", "x"),
        ("tsch|tch|ch", "c"),
        ("sch|sh", "s"),
        ("w", "v"),
        ("[jy]", "i"),
        ("z", "s"),
        ("ph", "f"),
        ("kh", "h"),
        (r"ev$|iov$", "ov"),
        (r"(.)\1+", r"\1"),
    )
)
_LONG_ENOUGH = 5
"""Length in letters from which two surnames that sound alike are considered the same."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in comparable form: its words as normalised by `spelling`."""

    parts: tuple[str, ...]
    """First names and initials, without particles."""
    surnames: tuple[str, ...]
    """The surname with and without its particle: ("van der merwe", "merwe"); the longest first."""
    nick: str = ""
    """The name in quotation marks among them: "bobby" of „Robert ‚Bobby‘ Lind“."""

    @property
    def first(self) -> str | None:
        """The first of the first names, if any."""
        return self.parts[0] if self.parts else None

    @property
    def full(self) -> bool:
        """Whether it has both a first name and a surname."""
        return bool(self.parts)


def fold(word: str) -> str:
    """A word in the form in which words are compared."""
    return _DASHES.sub("-", unicodedata.normalize("NFC", word)).casefold().replace("’", "'")


def spelling(word: str) -> str:
    """A word without the differences between spellings: accents, umlauts written out or not, ß and ss, dotless i."""
    plain = unicodedata.normalize("NFKD", fold(word).translate(_LETTERS))
    return _WRITTEN_OUT.sub(r"\1", "".join(char for char in plain if not unicodedata.combining(char)))


def sounds(word: str) -> str:
    """A word by its sound, independent of transliteration: the same for "Selenskyj" and "Zelensky"."""
    sound = spelling(word)
    for pattern, letter in _SOUNDS:
        sound = pattern.sub(letter, sound)
    return sound


def read_name(text: str) -> PersonName:
    """Split a name into its parts. The last word is the surname, together with the particles before it."""
    marked = _NICKNAME.search(text)
    words = [spelling(word) for word in (_NICKNAME.sub(" ", text) if marked else text).split()]
    if not words:
        return PersonName((), ("",))
    last = words[-1]
    at = len(words) - 1
    while at > 0 and words[at - 1] in _PARTICLES:
        at -= 1
    surnames = [" ".join(words[at:]), last]
    surnames.extend(
        last[len(prefix) :]
        for prefix in ("al-", "el-", "as-", "ash-")
        if last.startswith(prefix) and len(last) > len(prefix) + 2
    )
    parts = tuple(word for word in words[:at] if word not in _PARTICLES)
    nick = spelling(marked.group(1)) if marked else ""
    return PersonName(parts, tuple(dict.fromkeys(surnames)), nick)


def without_genitive(text: str) -> str | None:
    """The name without its genitive ending, or None if it has none: "Trumps" and "Hans'" give "Trump" and "Hans"."""
    match = _GENITIVE.search(text)
    if match is None or len(text) - len(match.group()) < 3:
        return None
    return text[: match.start()]


def compatible(
    one: PersonName, other: PersonName, variants: Mapping[str, frozenset[int]] | None = None
) -> bool:
    """Whether two full names can belong to one person: same surname, and first names equal, initial, or one left out.

    `variants` maps a first name to the numbers of the lists that contain it; a list holds the forms of one name in
    several languages.
    """
    if not set(one.surnames) & set(other.surnames) and not _sound_alike(one, other):
        return False
    if not one.parts or not other.parts:
        return True
    a, b = one.parts[0].rstrip("."), other.parts[0].rstrip(".")
    if a == b or sounds(a) == sounds(b) or a == other.nick or b == one.nick:
        return True
    if a in other.parts or b in one.parts or "-".join(one.parts) == "-".join(other.parts):
        return True
    known = variants or {}
    if known.get(a, frozenset()) & known.get(b, frozenset()):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return a.replace("-", "") == b.replace("-", "") or short in long.split("-")


def _sound_alike(one: PersonName, other: PersonName) -> bool:
    a, b = one.surnames[-1], other.surnames[-1]
    return min(len(a), len(b)) >= _LONG_ENOUGH and sounds(a) == sounds(b)


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the letters of an acronym occur in a name in order, starting with its first, and it is shorter."""
    letters = [char for char in spelling(short) if char.isalpha()]
    rest = iter(spelling(long))
    if len(letters) < 2 or len(short) * 2 > len(long) or not long or spelling(long)[0] != letters[0]:
        return False
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=10_000)
def organisation_key(text: str) -> str:
    """The name of an organisation or place in comparable form, without adjective endings ("Weißen", "Weißes Haus")."""
    words = [fold(word).strip(OPENING + CLOSING) for word in text.split()]
    words = [word for word in words if word not in ("der", "die", "das", "den", "dem", "des", "the")] or words
    stems = [re.sub(r"(?:en|em|er|es|e)$", "", word) if len(word) > 3 else word for word in words[:-1]]
    return " ".join([*stems, words[-1]]) if words else ""


def initials(text: str) -> str:
    """The capitals of a long name: "Nordatlantischer Pakt" gives "NP"."""
    return "".join(word[0] for word in re.split(r"[\s-]+", text) if word[:1].isupper())
