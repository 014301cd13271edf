"""Making more of few sentences: names take the place of other names of their kind (Dai and Adel 2020)."""

import random
from collections.abc import Mapping, Sequence

from core.training.germeval import KINDS, Sentence, entity_spans

Names = Mapping[str, Sequence[tuple[str, ...]]]


def names_by_kind(sentences: Sequence[Sentence]) -> dict[str, list[tuple[str, ...]]]:
    """List the names proper of each kind, as often as they occur, so that a choice among them is like the text."""
    names: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in KINDS}
    for sentence in sentences:
        for start, end, kind in sorted(entity_spans(sentence.labels)):
            names[kind].append(sentence.words[start:end])
    return names


def exchange_names(sentence: Sentence, names: Names, chance: float, generator: random.Random) -> Sentence:
    """Return the sentence with each name proper exchanged for another of its kind by `chance`.

    A name of another length moves the labels behind it. Adjectives and compounds with names inside stay.
    """
    words, labels = list(sentence.words), list(sentence.labels)
    for start, end, kind in sorted(entity_spans(sentence.labels), reverse=True):
        if generator.random() < chance:
            name = generator.choice(names[kind])
            words[start:end] = name
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
    return Sentence(tuple(words), tuple(labels))
