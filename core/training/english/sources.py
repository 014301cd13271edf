"""From the raw files to what is learnt from: English trees and names, and the names of GermEval beside them."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import IGNORED
from core.training.germeval import LABELS, Sentence, read_germeval
from core.training.grammar import Inventory, Target, cut, target
from core.training.treebank import Tree, parse_conllu

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


def read_trees(path: Path) -> list[Tree]:
    """Read an English CoNLL-U file, plain or gzipped; contracted words stay apart ("do" "n't")."""
    return parse_conllu(_lines(path), joining=False)


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
    trees: Sequence[Tree], names: Sequence[Sentence], labels: Inventory, tokenizer: UnigramTokenizer
) -> list[Lesson]:
    """Lay trees out, each with the names of the same sentence where there are any."""
    known = {sentence.words: sentence.labels for sentence in names}
    lessons = []
    for tree in trees:
        found = known.get(tuple(word.form for word in tree.words), ())
        columns = tuple(LABELS.index(label) for label in found)
        lessons.append(Lesson(target(tree, labels, tokenizer), columns, narrow=True))
    return lessons


def german_lessons(paths: Iterable[Path], columns: int, tokenizer: UnigramTokenizer) -> list[Lesson]:
    """Lay the sentences of GermEval out; `columns` is the number of columns of a word's grammar, none known."""
    lessons = []
    for sentence in (sentence for path in paths for sentence in read_germeval(path)):
        ids, firsts = cut(sentence.words, tokenizer)
        unknown = ((IGNORED,) * columns,) * len(firsts)
        lessons.append(
            Lesson(
                Target(ids, firsts, unknown, (), ()), tuple(LABELS.index(label) for label in sentence.labels)
            )
        )
    return lessons


def without_names(lesson: Lesson) -> Lesson:
    """Return the sentence as if nobody had annotated its names."""
    return replace(lesson, names=(), narrow=False)


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").split("\n")
