"""Our own sentences with names: how they are kept, and how they are read."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.training.germeval import FORMS, KINDS, Sentence

FILE = Path(__file__).with_name("names_de.tsv.gz")
NONE = "-"
_BETWEEN = " | "
_MARKS = frozenset(kind + form for kind in KINDS for form in FORMS)


def read_annotated(path: Path = FILE) -> list[Sentence]:
    """Read a gzipped file of sentences with their names; see `parse_annotated`.

    Raises:
        ValueError: A line is not in the format, or a name is not in its sentence.
    """
    return list(parse_annotated(gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()))


def parse_annotated(lines: Iterable[str]) -> Iterator[Sentence]:
    """Parse lines of four fields by tabs: number, source, words between blanks, names.

    Names are `KIND=words` in the order of the sentence, ` | ` between them, or `-` alone. Kinds are those of GermEval,
    with `deriv` and `part`. The first line names the fields.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            raise ValueError(f"line {number} has {len(fields)} fields instead of four")
        words = tuple(fields[2].split(" "))
        yield Sentence(words, tuple(_labels(words, fields[3], number)))


def _labels(words: tuple[str, ...], names: str, number: int) -> list[str]:
    labels = ["O"] * len(words)
    at = 0
    for name in names.split(_BETWEEN) if names != NONE else ():
        kind, _, text = name.partition("=")
        parts = tuple(text.split(" "))
        starts = (i for i in range(at, len(words)) if words[i : i + len(parts)] == parts)
        start = next(starts, None)
        if start is None or kind not in _MARKS:
            raise ValueError(f"line {number} has a name that is not in its sentence: {name!r}")
        at = start + len(parts)
        labels[start:at] = [f"B-{kind}", *[f"I-{kind}"] * (len(parts) - 1)]
    return labels
