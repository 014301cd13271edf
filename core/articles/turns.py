"""Who asks and who answers in an interview, as its paragraphs show it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from core.articles.article import Block, BlockKind, Turn
from core.text.quotation_marks import OUTER_CLOSING

FEWEST = 3
"""Questions that make an interview."""
LABEL = re.compile(r"((?:[A-ZÄÖÜ][\w.’'&/-]{0,40}\s){0,4}[A-ZÄÖÜ][\w.’'&/-]{0,40}\s?):\s+\S")
"""The beginning of a turn: who speaks, a colon, what is said."""
_QUESTION = re.compile(rf"\?[{OUTER_CLOSING}]?$")
_ASKED = 0.25
"""Share of an asker's turns that are questions, at least."""


def with_turns(blocks: Iterable[Block], text: str, bold: Collection[int] = ()) -> list[Block]:
    """`blocks`, with the turn set on each paragraph of an interview; `bold` are the indices of those all in bold.

    A turn is known by the label it begins with ("Lind: …"), where one of the labels asks and others answer, or, where
    there are no labels, by bold questions. Nothing is set in a text that is no interview.
    """
    found = list(blocks)
    spoken = [number for number, block in enumerate(found) if block.kind is BlockKind.PARAGRAPH]
    words = {number: text[found[number].start : found[number].end] for number in spoken}
    turns = _by_label(spoken, words) or _by_weight(spoken, words, bold)
    turn: Turn | None = None
    for number in spoken:
        turn = turns.get(number, turn if turns else None)
        if turn is not None:
            found[number] = replace(found[number], turn=turn)
    return found


def _by_label(spoken: Sequence[int], words: dict[int, str]) -> dict[int, Turn]:
    labels = {number: match[1].strip() for number in spoken if (match := LABEL.match(words[number]))}
    turns = Counter(labels.values())
    asked = Counter(label for number, label in labels.items() if _QUESTION.search(words[number]))
    shares = sorted(
        ((asked[label] / count, label) for label, count in turns.items() if count > 1), reverse=True
    )
    if len(shares) < 2:
        return {}
    (share, asker), (next_share, _) = shares[:2]
    others = sum(count for label, count in turns.items() if label != asker and count > 1)
    if asked[asker] < FEWEST or others < FEWEST or share < _ASKED or next_share > share / 2:
        return {}
    repeated = {number: label for number, label in labels.items() if turns[label] > 1}
    return {number: Turn.QUESTION if label == asker else Turn.ANSWER for number, label in repeated.items()}


def _by_weight(spoken: Sequence[int], words: dict[int, str], bold: Collection[int]) -> dict[int, Turn]:
    asked = [number for number in spoken if number in bold]
    questions = [number for number in asked if _QUESTION.search(words[number])]
    if len(questions) < FEWEST or 2 * len(questions) < len(asked):
        return {}
    turns: dict[int, Turn] = {}
    for number in spoken:
        if number >= questions[0]:
            turns[number] = Turn.QUESTION if number in bold else Turn.ANSWER
    return turns
