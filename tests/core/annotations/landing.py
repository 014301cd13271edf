"""Where the passages of annotations land after their articles were edited: 500 seeded cases, judged by origin.

Every character of an edited text is known to come from the original or to have been added, so what a passage has
become is known too: it is right to find it, and right to give it up when most of it is gone or it stands there twice.
"""

import random
import re
from dataclasses import dataclass
from enum import StrEnum

from core.annotations import Anchor, How, locate
from core.locations import ASSETS
from tests.core.annotations.edits import KINDS, edited

CASES = 500
SAMPLES = ("hafenkoenigin.txt", "bruecke.txt", "ferry.md")
PASSAGES = (r"\w+", r"\w+ \w+ \w+", r"[^\n.]{20,}\.", r"[^\n]{40,}", r"[„“\"][^“”\"\n]{8,}[“”\"]")
"""A word, three words, a sentence, a line, a quotation."""
LEFT = 0.6
"""The part of a passage that has to be left in one place for it to be there still."""


class Landing(StrEnum):
    """What became of a passage."""

    RIGHT = "found where it is"
    GIVEN_UP = "given up, and rightly"
    LOST = "given up, but it is there"
    GUESSED_WRONG = "wrong, and shown as a guess"
    WRONG = "wrong, and not shown as a guess"


GOOD = (Landing.RIGHT, Landing.GIVEN_UP)


@dataclass(frozen=True, slots=True)
class Case:
    """One passage in one edited article."""

    kind: str
    """The edit made first."""
    how: How
    landing: Landing


def cases(number: int = CASES) -> list[Case]:
    """So many cases, each kind of edit as often as the others, the same every time."""
    articles = [(ASSETS / "samples" / name).read_text("utf-8") for name in SAMPLES]
    return [_case(articles, seed) for seed in range(number)]


def _case(articles: list[str], seed: int) -> Case:
    chance = random.Random(seed)
    kind = list(KINDS)[seed % len(KINDS)]
    text = chance.choice(articles)
    start, end = chance.choice(
        [
            match.span()
            for pattern in chance.sample(PASSAGES, len(PASSAGES))
            for match in re.finditer(pattern, text)
            if match.end() > match.start()
        ]
        if chance.random() < 0.3
        else [match.span() for match in re.finditer(chance.choice(PASSAGES), text)]
    )
    after = edited(text, seed, kind, chance.randint(0, 3))
    located = locate(Anchor.of(text, start, end), after.text)
    length = end - start
    there = [span for span in after.spans_of(start, end) if span[1] - span[0] >= LEFT * length]
    if located.span is None:
        return Case(kind, located.how, Landing.LOST if len(there) == 1 else Landing.GIVEN_UP)
    origins = after.origins[slice(*located.span)]
    inside = len({origin for origin in origins if origin is not None and start <= origin < end})
    outside = sum(origin is not None and not start <= origin < end for origin in origins)
    if inside >= 0.5 * length and outside <= max(2, 0.3 * length):
        return Case(kind, located.how, Landing.RIGHT)
    sure = located.how in (How.POSITION, How.MOVED)
    return Case(kind, located.how, Landing.WRONG if sure else Landing.GUESSED_WRONG)
