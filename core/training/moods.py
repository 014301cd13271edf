"""Sentences of our own with the mood of each finite verb, for the treebanks have few Konjunktive.

They were put together from patterns: what they say is of no matter, that "habe" is an indicative after "ich" and a
Konjunktiv after "er" is. One sentence a line, words separated by blanks, finite verbs as `[form|Mood]`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.grammar import NO_VALUE, Inventory, Target, cut

FILE = Path(__file__).parent / "moods_de.txt"
_MARKED = re.compile(r"\[(?P<form>[^|]+)\|(?P<mood>Ind|Sub|Imp)\]")


@dataclass(frozen=True, slots=True)
class MoodSentence:
    """The words of a sentence and the mood of each, `NO_VALUE` where it has none."""

    words: tuple[str, ...]
    moods: tuple[str, ...]


def parse_moods(lines: Iterable[str]) -> list[MoodSentence]:
    """Read sentences, one a line; empty lines are skipped."""
    sentences = []
    for line in lines:
        marked = [(_MARKED.fullmatch(word), word) for word in line.split()]
        words = tuple(match["form"] if match else word for match, word in marked)
        if words:
            sentences.append(
                MoodSentence(words, tuple(match["mood"] if match else NO_VALUE for match, _ in marked))
            )
    return sentences


def mood_target(sentence: MoodSentence, labels: Inventory, tokenizer: UnigramTokenizer) -> Target:
    """Lay a sentence out with nothing known but the moods."""
    ids, firsts = cut(sentence.words, tokenizer)
    names = [name for name, _ in labels.features]
    place = names.index("Mood")
    values = labels.features[place][1]
    before, after = (IGNORED,) * (2 + place), (IGNORED,) * (len(names) - place)
    rows = tuple((*before, values.index(mood), *after) for mood in sentence.moods)
    return Target(ids, firsts, rows, (), ())
