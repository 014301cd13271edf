"""What the grammar heads learn: labels found in treebanks, and sentences laid out as targets."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.language.encoder.pieces import UnigramTokenizer, readable
from core.language.lemmatizer.edits import Edit, find_edit
from core.training.batches import IGNORED
from core.training.treebank import ROOT, Tree, Word

NO_VALUE = ""
_RARE_FEATURES = frozenset({"Typo", "ExtPos", "Abbr", "Polite", "Gender[psor]", "Number[psor]"})
_ONLY_IN_GSD = frozenset({"VerbForm", "Voice"})
_EDIT_SEEN_AT_LEAST = 2
_RELATION_SEEN_AT_LEAST = 5


@dataclass(frozen=True)
class Inventory:
    """The labels of each head, by column."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    features: tuple[tuple[str, tuple[str, ...]], ...]
    """Name of each feature and its values, `NO_VALUE` first."""
    edits: tuple[Edit, ...]
    relations: tuple[str, ...]

    @property
    def columns(self) -> dict[str, int]:
        """Number of outputs of each linear head."""
        return {
            "upos": len(self.upos),
            "xpos": len(self.xpos),
            "morph": sum(len(values) for _, values in self.features),
            "lemma": len(self.edits),
        }


@dataclass(frozen=True)
class Target:
    """A sentence: piece ids without the marks around them, the places of first pieces, and a row of columns a word.

    `tags` has one tuple a word: upos, xpos, each feature, edit; `IGNORED` where nothing is known. `heads` counts
    words from 1, 0 is the root; it and `relations` are empty where the sentence has no tree.
    """

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    tags: tuple[tuple[int, ...], ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]


def inventory(trees: Sequence[Tree]) -> Inventory:
    """Collect the labels of the treebanks, without features that are hardly ever there and edits seen once."""
    words = [word for tree in trees for word in tree.words]
    names = sorted({name for word in words for name, _ in word.features} - _RARE_FEATURES)
    values = {
        name: sorted({value for word in words for other, value in word.features if other == name})
        for name in names
    }
    edits = Counter(find_edit(word.form, word.lemma) for word in words)
    relations = Counter(word.relation for word in words)
    return Inventory(
        tuple(sorted({word.upos for word in words})),
        tuple(sorted({word.xpos for word in words} - {""})),
        tuple((name, (NO_VALUE, *values[name])) for name in names),
        tuple(edit for edit, count in edits.most_common() if count >= _EDIT_SEEN_AT_LEAST),
        tuple(name for name, count in relations.most_common() if count >= _RELATION_SEEN_AT_LEAST),
    )


def target(tree: Tree, labels: Inventory, tokenizer: UnigramTokenizer) -> Target:
    """Lay a tree out; a word with nothing readable becomes the unknown piece."""
    ids, firsts = cut((word.form for word in tree.words), tokenizer)
    relations = {name: i for i, name in enumerate(labels.relations)}
    heads = tuple(0 if word.relation == ROOT else word.head + 1 for word in tree.words)
    names = tuple(
        relations.get(word.relation, relations.get(word.relation.split(":")[0], IGNORED))
        for word in tree.words
    )
    return Target(ids, firsts, tuple(tags(word, tree.native, labels) for word in tree.words), heads, names)


def cut(words: Iterable[str], tokenizer: UnigramTokenizer) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the ids of the pieces of words, and the place of each word's first piece."""
    ids: list[int] = []
    firsts = []
    for word in words:
        firsts.append(len(ids))
        text = readable(word)
        ids.extend(tokenizer.encode(text) if text else (tokenizer.unknown_id,))
    return tuple(ids), tuple(firsts)


def tags(word: Word, native: bool, labels: Inventory) -> tuple[int, ...]:
    """Return the columns of a word: upos, xpos, each feature, edit."""
    known = dict(word.features)
    columns = [labels.upos.index(word.upos), labels.xpos.index(word.xpos) if word.xpos else IGNORED]
    for name, values in labels.features:
        unsure = not native and name in _ONLY_IN_GSD and name not in known and word.upos in ("VERB", "AUX")
        columns.append(IGNORED if unsure else values.index(known.get(name, NO_VALUE)))
    edit = find_edit(word.form, word.lemma)
    columns.append(labels.edits.index(edit) if edit in labels.edits else IGNORED)
    return tuple(columns)
