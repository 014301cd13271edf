"""Reading treebanks of Universal Dependencies, with words as spaCy's tokenizer cuts them."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = "ROOT"
HELD_OUT_EVERY = 10
"""Of each file, every tenth sentence is for measuring; nothing is learnt from it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its annotation."""

    form: str
    upos: str
    xpos: str
    features: tuple[tuple[str, str], ...]
    lemma: str
    head: int
    """Position of its head in the sentence; its own position at the root."""
    relation: str
    """Relation to the head, with the subtype; `ROOT` at the root, as spaCy names it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank."""

    words: tuple[Word, ...]
    native: bool
    """Whether the part-of-speech tags are STTS and the features those of German-GSD, as opposed to those of PUD."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str


def read_treebank(path: Path, language: str = "de") -> list[Tree]:
    """Read a CoNLL-U file, plain or gzipped; the tags of a file with "pud" in its name are taken not to be STTS.

    German words written together ("zum", "im") are one word, as spaCy's tokenizer yields them; English ones ("do" and
    "n't") are not, and all English files have the same tags.

    Raises:
        ValueError: A line does not have ten fields, or a head is outside the sentence.
    """
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    german = language == "de"
    return parse_conllu(text.split("\n"), not german or "pud" not in path.name.lower(), joining=german)


def parse_conllu(lines: Iterable[str], native: bool = True, joining: bool = True) -> list[Tree]:
    """Parse the lines of a CoNLL-U file; see `read_treebank`.

    Without `joining`, words written together stay apart: "do" and "n't", as spaCy's English tokenizer yields them.
    """
    trees = []
    rows: list[_Row] = []
    joined: dict[int, tuple[int, str]] = {}
    for number, line in enumerate([*lines, ""], start=1):
        fields = line.rstrip("\r\n").split("\t")
        if not line.strip():
            if rows:
                trees.append(_tree(rows, joined, native))
            rows, joined = [], {}
        elif not line.startswith("#"):
            if len(fields) != 10:
                raise ValueError(f"line {number} is not CoNLL-U: {line.rstrip()!r}")
            if "-" in fields[0]:
                if joining:
                    first, last = map(int, fields[0].split("-"))
                    joined[first] = (last, fields[1])
            elif "." not in fields[0]:
                form, lemma, upos, xpos, features = fields[1:6]
                rows.append(
                    _Row(int(fields[0]), form, lemma, upos, xpos, features, int(fields[6]), fields[7])
                )
    return trees


def split_held_out(trees: Sequence[Tree]) -> tuple[list[Tree], list[Tree]]:
    """Return (sentences to learn from, sentences to measure by) of one file."""
    last = HELD_OUT_EVERY - 1
    learn = [tree for i, tree in enumerate(trees) if i % HELD_OUT_EVERY != last]
    return learn, [tree for i, tree in enumerate(trees) if i % HELD_OUT_EVERY == last]


def _tree(rows: Sequence[_Row], joined: dict[int, tuple[int, str]], native: bool) -> Tree:
    groups: list[tuple[str, list[_Row]]] = []
    until = 0
    for row in rows:
        if row.number <= until:
            groups[-1][1].append(row)
            continue
        form = row.form
        if row.number in joined:
            until, form = joined[row.number]
        groups.append((form.replace(" ", "_"), [row]))
    place = {row.number: i for i, (_, group) in enumerate(groups) for row in group}
    words = [_word(form, group, i, place, native) for i, (form, group) in enumerate(groups)]
    return Tree(tuple(words), native)


def _word(form: str, group: Sequence[_Row], own: int, place: dict[int, int], native: bool) -> Word:
    """Make one word of one or more rows: "zum" is an adposition with the features of its article."""
    inside = {row.number for row in group}
    top = next(row for row in group if row.head not in inside)
    first = group[0]
    contracted = len(group) > 1 and first.upos == "ADP"
    articles = [row for row in group if row.upos == "DET"]
    features = (articles[0] if contracted and articles else top).features
    if top.head not in place and top.head != 0:
        raise ValueError(f"the head {top.head} of {form!r} is not in its sentence")
    upos = first.upos if contracted else top.upos
    xpos = "APPRART" if contracted and len(group) == 2 else top.xpos
    return Word(
        form,
        upos,
        xpos if native else "",
        _features(features, upos, native),
        first.lemma if contracted else top.lemma,
        place[top.head] if top.head else own,
        _relation(top.relation, native) if top.head else ROOT,
    )


def _features(field: str, upos: str, native: bool) -> tuple[tuple[str, str], ...]:
    """Split the features; PUD leaves out `VerbForm=Fin`, and gives adverbs a degree, which GSD does not."""
    pairs = dict(pair.split("=", 1) for pair in field.split("|")) if field != "_" else {}
    if not native:
        if "Mood" in pairs:
            pairs["VerbForm"] = "Fin"
        if upos not in ("ADJ", "DET"):
            pairs.pop("Degree", None)
    return tuple(sorted(pairs.items()))


_ONLY_IN_PUD = frozenset({"acl:relcl", "flat:name", "nmod:poss", "obl:tmod", "cc:preconj"})


def _relation(relation: str, native: bool) -> str:
    """Leave out the subtypes that GSD does not use, so that both treebanks speak the same language."""
    return relation if native or relation not in _ONLY_IN_PUD else relation.split(":")[0]
