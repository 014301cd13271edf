"""Find words that were slightly changed: approximate search by edit distance.

The search is Myers's bit-parallel form of Sellers's algorithm (G. Myers, "A fast bit-vector algorithm for
approximate string matching based on dynamic programming", JACM 46, 1999), on Python's integers of any length.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A span of a text that resembles a pattern; offsets in code points, the end exclusive."""

    start: int
    end: int
    edits: int
    """Characters inserted, deleted or replaced."""


def distances(pattern: str, text: str, *, anywhere: bool) -> list[int]:
    """For each end from 0 to len(text), the fewest edits that turn `pattern` into a span of `text` ending there.

    The span may begin anywhere, or has to begin at the start of the text. Takes time proportional to len(text) and to
    the length of the pattern in machine words.
    """
    size = len(pattern)
    if not size:
        return [0 if anywhere else end for end in range(len(text) + 1)]
    places: dict[str, int] = {}
    for index, char in enumerate(pattern):
        places[char] = places.get(char, 0) | 1 << index
    all_rows, last_row = (1 << size) - 1, 1 << (size - 1)
    first_row = 0 if anywhere else 1
    # Bit i says how the distance changes from row i to row i + 1 of the column: one more, or one fewer.
    more, fewer, edits = all_rows, 0, size
    result = [edits]
    for char in text:
        equal = places.get(char, 0)
        diagonal = ((((equal & more) + more) ^ more) | equal | fewer) & all_rows
        risen = fewer | (all_rows & ~(diagonal | more))
        fallen = more & diagonal
        edits += bool(risen & last_row) - bool(fallen & last_row)
        result.append(edits)
        risen = (risen << 1 | first_row) & all_rows
        fallen = fallen << 1 & all_rows
        more = fallen | (all_rows & ~(diagonal | risen))
        fewer = risen & diagonal
    return result


def best(pattern: str, text: str, near: int = 0) -> Match:
    """The span of `text` that takes the fewest edits; of several, one close to offset `near` and equally long."""
    by_end = distances(pattern, text, anywhere=True)
    edits = min(by_end)
    wanted = near + len(pattern)
    end = min((end for end, count in enumerate(by_end) if count == edits), key=lambda end: abs(end - wanted))
    before = text[max(0, end - len(pattern) - edits) : end]
    by_length = distances(pattern[::-1], before[::-1], anywhere=False)
    lengths = (length for length, count in enumerate(by_length) if count == edits)
    length = min(lengths, key=lambda length: abs(length - len(pattern)))
    return Match(end - length, end, edits)
