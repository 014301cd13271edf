"""What a run on all heads reads: sentences of three kinds, annotated for one task each, in batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from core.training.batches import Batch, Encoded, Vectors, blank_words, of_like_length, pad
from core.training.grammar import Target
from core.training.silver import Silver, SilverBatch, pad_silver
from core.training.speech import EncodedSpeech, Speeches, pad_speeches
from core.training.tree_batches import Trees, pad_trees

Annotated = Encoded | Target | EncodedSpeech
Item = TypeVar("Item")


@dataclass(frozen=True)
class Lessons:
    """What is learnt from together, and what is measured by."""

    vectors: Vectors
    names: Sequence[Encoded]
    names_dev: Sequence[Encoded]
    trees: Sequence[Target]
    trees_dev: Sequence[Target]
    speeches: Sequence[EncodedSpeech]
    speeches_dev: Sequence[EncodedSpeech]


@dataclass(frozen=True)
class Shares:
    """How much of the sentences with names and of the speeches each epoch reads, others each time."""

    names: float = 0.4
    speeches: float = 0.35


@dataclass(frozen=True)
class Taught:
    """What earlier networks say of the sentences of `Lessons`, each kind in their order."""

    names: Sequence[Silver]
    trees: Sequence[Silver]
    speeches: Sequence[Silver]


@dataclass(frozen=True, eq=False)
class Mixed:
    """A batch of one kind of sentences: what is annotated, and what earlier networks say of the same, if asked."""

    gold: Batch | Trees | Speeches
    silver: SilverBatch | None


@dataclass(frozen=True)
class _Sentence:
    gold: Annotated
    silver: Silver | None

    @property
    def ids(self) -> tuple[int, ...]:
        return self.gold.ids


class Epochs:
    """Deals the sentences of one epoch after another."""

    def __init__(
        self, lessons: Lessons, taught: Taught | None, shares: Shares, size: int, generator: random.Random
    ) -> None:
        names = _beside(lessons.names, taught.names if taught else None)
        speeches = _beside(lessons.speeches, taught.speeches if taught else None)
        counts = int(len(names) * shares.names), int(len(speeches) * shares.speeches)
        self._trees = _beside(lessons.trees, taught.trees if taught else None)
        self._names = _deal(names, counts[0], generator)
        self._speeches = _deal(speeches, counts[1], generator)
        self._size = size
        self._generator = generator
        self.steps = sum(-(-count // size) for count in (*counts, len(self._trees)))
        """Batches an epoch."""

    def next(self, blanked: float) -> list[Mixed]:
        """Return the batches of an epoch in random order; each word is made unknown with the chance `blanked`."""
        batches = [
            _batch(group)
            for kind in (next(self._names), self._trees, next(self._speeches))
            for group in of_like_length(
                [_blank(sentence, blanked, self._generator) for sentence in kind], self._size, self._generator
            )
        ]
        self._generator.shuffle(batches)
        return batches


def _beside(sentences: Sequence[Annotated], silver: Sequence[Silver] | None) -> list[_Sentence]:
    if silver is None:
        return [_Sentence(sentence, None) for sentence in sentences]
    return [_Sentence(sentence, said) for sentence, said in zip(sentences, silver, strict=True)]


def _blank(sentence: _Sentence, chance: float, generator: random.Random) -> _Sentence:
    gold = sentence.gold
    return replace(sentence, gold=replace(gold, ids=blank_words(gold.ids, gold.firsts, chance, generator)))


def _batch(sentences: Sequence[_Sentence]) -> Mixed:
    gold = [sentence.gold for sentence in sentences]
    silver = [sentence.silver for sentence in sentences if sentence.silver is not None]
    return Mixed(_pad(gold), pad_silver(silver, [sentence.firsts for sentence in gold]) if silver else None)


def _pad(gold: Sequence[Annotated]) -> Batch | Trees | Speeches:
    names = [sentence for sentence in gold if isinstance(sentence, Encoded)]
    trees = [sentence for sentence in gold if isinstance(sentence, Target)]
    speeches = [sentence for sentence in gold if isinstance(sentence, EncodedSpeech)]
    if names:
        return pad(names)
    return pad_trees(trees) if trees else pad_speeches(speeches)


def _deal(items: Sequence[Item], count: int, generator: random.Random) -> Iterator[list[Item]]:
    """Yield `count` items at a time, all once before any again."""
    waiting: list[Item] = []
    while True:
        if len(waiting) < count:
            waiting = generator.sample(list(items), len(items))
        some, waiting = waiting[:count], waiting[count:]
        yield some
