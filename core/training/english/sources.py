"""From the raw files to what is learnt from: English trees and names, and the names of GermEval beside them."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.further.annotated import read_annotated
from core.training.germeval import LABELS, Sentence, read_germeval
from core.training.grammar import Inventory, Target, cut, inventory, target
from core.training.treebank import Tree, read_treebank

ANNOTATED = Path(__file__).with_name("names_en.tsv.gz")
"""Our own names in sentences of the treebank, of all kinds."""
KINDS = ("PER", "LOC", "ORG")
"""The kinds of names that Universal NER annotates; whatever else has a name is outside."""


@dataclass(frozen=True)
class Lesson:
    """A sentence in pieces with its grammar, as far as it is annotated, and a label for each word.

    Labels are columns of `LABELS`, none where names are not annotated. Where `narrow` is set, a word outside all
    names may yet be one of the kinds, or a derived word or compound, that the annotation does not know.
    """

    target: Target
    names: tuple[int, ...] = ()
    narrow: bool = False

    @property
    def ids(self) -> tuple[int, ...]:
        """Ids of the pieces, without the marks around them."""
        return self.target.ids


@dataclass(frozen=True)
class Raw:
    """The contents of the files."""

    trees: Sequence[Tree]
    trees_dev: Sequence[Tree]
    names: Sequence[Sentence]
    annotated: Sequence[Sentence]
    """Sentences of the treebank with names of all kinds."""
    german: Sequence[Sentence]
    labels: Inventory


def read_raw(
    treebanks: Sequence[Path],
    dev: Sequence[Path],
    names: Sequence[Path],
    german: Sequence[Path],
    annotated: Path = ANNOTATED,
) -> Raw:
    """Read all files: trees to learn from and to measure by, English and German sentences with names."""
    trees = [tree for path in treebanks for tree in read_treebank(path, "en")]
    return Raw(
        trees,
        [tree for path in dev for tree in read_treebank(path, "en")],
        [sentence for path in names for sentence in read_names(path)],
        read_annotated(annotated),
        [sentence for path in german for sentence in read_germeval(path)],
        inventory(trees),
    )


@dataclass(frozen=True)
class Lessons:
    """All that is learnt from, one after another, and where each kind begins and ends."""

    all: Sequence[Lesson]
    trees: range
    names: range
    """English sentences of which only the names are annotated."""
    german: range
    dev: range
    """Trees to measure by."""


def lay_out(raw: Raw, tokenizer: UnigramTokenizer) -> Lessons:
    """Cut all sentences into pieces; a sentence with a tree and names teaches both."""
    trees = tree_lessons(raw.trees, raw.names, raw.annotated, raw.labels, tokenizer)
    columns = len(trees[0].target.tags[0])
    known = {tuple(word.form for word in tree.words) for tree in raw.trees}
    alone = [sentence for sentence in raw.names if sentence.words not in known]
    names = [names_lesson(sentence, columns, tokenizer, narrow=True) for sentence in alone]
    german = [names_lesson(sentence, columns, tokenizer, narrow=False) for sentence in raw.german]
    dev = tree_lessons(raw.trees_dev, (), (), raw.labels, tokenizer)
    parts = (trees, names, german, dev)
    ends = list(accumulate(len(part) for part in parts))
    ranges = [range(end - len(part), end) for part, end in zip(parts, ends, strict=True)]
    return Lessons([lesson for part in parts for lesson in part], *ranges)


def read_names(path: Path) -> list[Sentence]:
    """Read a file of Universal NER, plain or gzipped: number, word, label in BIO and more, by tabs.

    Raises:
        ValueError: A line has fewer than three fields.
    """
    sentences = []
    words: list[str] = []
    labels: list[str] = []
    for line in [*_lines(path), ""]:
        fields = line.rstrip("\r").split("\t")
        if not line.strip():
            if words:
                sentences.append(Sentence(tuple(words), tuple(labels)))
            words, labels = [], []
        elif not line.startswith("# ") and not line.startswith("#\t"):
            if len(fields) < 3:
                raise ValueError(f"not a line of Universal NER: {line!r}")
            words.append(fields[1])
            labels.append(fields[2] if fields[2][2:] in KINDS else "O")
    return sentences


def tree_lessons(
    trees: Sequence[Tree],
    names: Sequence[Sentence],
    annotated: Sequence[Sentence],
    labels: Inventory,
    tokenizer: UnigramTokenizer,
) -> list[Lesson]:
    """Lay trees out, each with the names of the same sentence where there are any.

    Args:
        trees: The sentences.
        names: Sentences with names of `KINDS`.
        annotated: Sentences with names of all kinds; they go before.
        labels: What the grammar heads tell apart.
        tokenizer: Cuts words into pieces.
    """
    some = {sentence.words: sentence.labels for sentence in names}
    every = {sentence.words: sentence.labels for sentence in annotated}
    lessons = []
    for tree in trees:
        words = tuple(word.form for word in tree.words)
        found = every.get(words, some.get(words, ()))
        columns = tuple(LABELS.index(label) for label in found)
        lessons.append(Lesson(target(tree, labels, tokenizer), columns, narrow=words not in every))
    return lessons


def names_lesson(sentence: Sentence, columns: int, tokenizer: UnigramTokenizer, narrow: bool) -> Lesson:
    """Lay a sentence out of which only the names are annotated; `columns` are those of a word's grammar."""
    ids, firsts = cut(sentence.words, tokenizer)
    unknown = ((IGNORED,) * columns,) * len(firsts)
    labels = tuple(LABELS.index(label) for label in sentence.labels)
    return Lesson(Target(ids, firsts, unknown, (), ()), labels, narrow)


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
