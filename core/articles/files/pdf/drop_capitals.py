"""Large first letters that reach down over several lines."""

from collections.abc import Sequence
from dataclasses import replace

from core.articles.files.pdf.lines import Line
from core.articles.links.linked import joined

_LARGE = 1.7
"""Size of such a letter, in sizes of the letters beside it, at least."""
_NEAR = 1.2
"""Distance of the words to the letter, at most, in their sizes."""


def with_drop_capitals(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each large first letter put back in front of its word.

    The lines beside the letter then begin where it begins, so that their indent is none.
    """
    done = list(lines)
    for letter in [line for line in lines if len(line.words) <= 2 and line.words[-1].isalpha()]:
        beside = [line for line in done if _is_beside(line, letter)]
        if not beside:
            continue
        first = min(beside, key=lambda line: line.base)
        for line in beside:
            told = joined((letter.told, line.told), "") if line is first else line.told
            done[done.index(line)] = replace(line, words=told.words, links=told.links, left=letter.left)
        done.remove(letter)
    return done


def _is_beside(line: Line, letter: Line) -> bool:
    large = letter.size > _LARGE * line.size
    near = -0.2 * line.size < line.left - letter.right < _NEAR * line.size
    return large and near and letter.top - line.size < line.base < letter.base + 0.3 * line.size
