"""From the raw files to what the network reads: pieces kept, sentences cut into them, labels as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors
from core.training.batches import Vectors, encode
from core.training.files import Files
from core.training.germeval import Sentence, read_germeval
from core.training.grammar import Inventory, inventory, target
from core.training.lessons import Lessons
from core.training.moods import FILE as MOODS
from core.training.moods import mood_target, parse_moods
from core.training.speech import encode_speech
from core.training.spkatt import Speech, read_spkatt
from core.training.treebank import Tree, read_treebank, split_held_out


@dataclass(frozen=True)
class Corpus:
    """The contents of the files, each kind with the part to measure by."""

    names: Sequence[Sentence]
    names_dev: Sequence[Sentence]
    trees: Sequence[Tree]
    trees_dev: Sequence[Tree]
    speeches: Sequence[Speech]
    speeches_dev: Sequence[Speech]
    labels: Inventory
    """The labels of grammar that the trees to learn from have."""

    def first(self, count: int) -> "Corpus":
        """Return no more than the first `count` sentences of each kind, with the labels of all."""
        return replace(
            self,
            names=self.names[:count],
            names_dev=self.names_dev[:count],
            trees=self.trees[:count],
            trees_dev=self.trees_dev[:count],
            speeches=self.speeches[:count],
            speeches_dev=self.speeches_dev[:count],
        )


@dataclass(frozen=True)
class Pruned:
    """What is left of the encoder's vocabulary: the tokenizer, and the rows of the table of vectors."""

    tokenizer: UnigramTokenizer
    rows: NDArray[np.uint8]


def read(files: Files) -> Corpus:
    """Read all files; every tenth tree of each treebank is for measuring.

    Raises:
        ValueError: A file is not in its format.
    """
    parts = [
        split_held_out(read_treebank(path)) for path in sorted(files.treebanks, key=lambda path: path.name)
    ]
    trees = [tree for learn, _ in parts for tree in learn]
    return Corpus(
        read_germeval(files.names),
        read_germeval(files.names_dev),
        trees,
        [tree for _, rest in parts for tree in rest],
        read_spkatt(files.speeches),
        read_spkatt(files.speeches_dev),
        inventory(trees),
    )


def lessons(raw: Corpus, pruned: Pruned, vectors: Vectors | None = None) -> Lessons:
    """Cut everything into the pieces that are kept; our own sentences with moods are learnt with the trees.

    The network reads `vectors` of pieces, those of the table unless others are given.
    """
    tokenizer = pruned.tokenizer
    moods = parse_moods(MOODS.read_text(encoding="utf-8").splitlines())
    return Lessons(
        vectors or PieceVectors(pruned.rows),
        [encode(sentence, tokenizer) for sentence in raw.names],
        [encode(sentence, tokenizer) for sentence in raw.names_dev],
        [
            *(target(tree, raw.labels, tokenizer) for tree in raw.trees),
            *(mood_target(sentence, raw.labels, tokenizer) for sentence in moods),
        ],
        [target(tree, raw.labels, tokenizer) for tree in raw.trees_dev],
        [encode_speech(speech, tokenizer) for speech in raw.speeches],
        [encode_speech(speech, tokenizer) for speech in raw.speeches_dev],
    )
