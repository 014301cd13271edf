"""Articles edited at random, with the knowledge of where every character came from."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

Origin = tuple[str, int | None]
"""A character and its offset in the original, None for one that was added."""

ADDED = (
    "Am Abend blieb es im Hafen ruhig. ",
    "Die Behörden äußerten sich dazu zunächst nicht. ",
    "„Wir prüfen jeden Hinweis“, sagte eine Sprecherin. ",
    "Zuvor hatte Varga von einem Missverständnis gesprochen. ",
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after edits, and where each of its characters stood before."""

    text: str
    origins: tuple[int | None, ...]

    def spans_of(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the passage now is: from its first to its last remaining character, once for each copy of it."""
        spans: list[tuple[int, int]] = []
        last = -1
        for index, origin in enumerate(self.origins):
            if origin is None or not start <= origin < end:
                continue
            if spans and last < origin <= last + 60 and index - spans[-1][1] <= 60:
                spans[-1] = spans[-1][0], index + 1
            else:
                spans.append((index, index + 1))
            last = origin
        return spans


def edited(text: str, seed: int, kind: str, more: int) -> Edited:
    """`text` after an edit of that kind and so many others at random, the same for the same seed."""
    chance = random.Random(seed)
    chars: list[Origin] = [(char, index) for index, char in enumerate(text)]
    for edit in (KINDS[kind], *(chance.choice(list(KINDS.values())) for _ in range(more))):
        chars = edit(chars, chance)
    return Edited("".join(char for char, _ in chars), tuple(origin for _, origin in chars))


def _sentences(chars: list[Origin]) -> list[tuple[int, int]]:
    text = "".join(char for char, _ in chars)
    ends = [index + 2 for index, char in enumerate(text[:-1]) if char in ".“" and text[index + 1] in " \n"]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _paragraphs(chars: list[Origin]) -> list[list[Origin]]:
    parts: list[list[Origin]] = [[]]
    for char in chars:
        parts[-1].append(char)
        if char[0] == "\n" and len(parts[-1]) > 1:
            parts.append([])
    return [part for part in parts if part]


def _typo(chars: list[Origin], chance: random.Random) -> list[Origin]:
    at = chance.randrange(len(chars))
    kind = chance.randrange(3)
    new: list[Origin] = [(chance.choice("aeinrst"), None)] if kind else []
    return [*chars[:at], *new, *chars[at + (kind < 2) :]]


def _insert(chars: list[Origin], chance: random.Random) -> list[Origin]:
    at = chance.choice(_sentences(chars))[0]
    return [*chars[:at], *((char, None) for char in chance.choice(ADDED)), *chars[at:]]


def _delete(chars: list[Origin], chance: random.Random) -> list[Origin]:
    start, end = chance.choice(_sentences(chars))
    return [*chars[:start], *chars[end:]] if end - start < len(chars) // 2 else chars


def _move(chars: list[Origin], chance: random.Random) -> list[Origin]:
    parts = _paragraphs(chars)
    part = parts.pop(chance.randrange(len(parts)))
    parts.insert(chance.randrange(len(parts) + 1), part)
    return [char for part in parts for char in part]


def _repeat(chars: list[Origin], chance: random.Random) -> list[Origin]:
    parts = _paragraphs(chars)
    part = chance.choice(parts)
    parts.insert(chance.randrange(len(parts) + 1), part)
    return [char for part in parts for char in part]


def _reword(chars: list[Origin], chance: random.Random) -> list[Origin]:
    """Some words of one quotation exchanged for others."""
    text = "".join(char for char, _ in chars)
    quotes = [match.span() for match in re.finditer('[„“"][^“”"\n]{8,}[“”"]', text)]
    if not quotes:
        return chars
    start, end = chance.choice(quotes)
    words = [match.span() for match in re.finditer(r"\w+", text[start:end])]
    for low, high in sorted(chance.sample(words, max(1, len(words) // 5)), reverse=True):
        new = [(char, None) for char in chance.choice(("vielleicht", "am Ende", "nun", "jedenfalls"))]
        chars = [*chars[: start + low], *new, *chars[start + high :]]
    return chars


def _requote(chars: list[Origin], chance: random.Random) -> list[Origin]:
    """Typographic quotation marks made straight, as another release of the page may do."""
    return [('"', origin) if char in "„“" else (char, origin) for char, origin in chars]


KINDS: dict[str, Callable[[list[Origin], random.Random], list[Origin]]] = {
    "typo": _typo,
    "inserted sentence": _insert,
    "deleted sentence": _delete,
    "moved paragraph": _move,
    "duplicated paragraph": _repeat,
    "changed quotation": _reword,
    "other quotation marks": _requote,
}
"""Every kind of edit by its name."""
