"""Reading the named entities of GermEval 2014 (Benikova, Biemann and Reznicek 2014)."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("PER", "LOC", "ORG", "OTH")
FORMS = ("", "deriv", "part")
LABELS = ("O", *(f"{mark}-{kind}{form}" for kind in KINDS for form in FORMS for mark in "BI"))


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence and the outer label of each, in BIO."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def read_germeval(path: Path) -> list[Sentence]:
    """Read a file of GermEval 2014, plain or gzipped: number, word, outer label, embedded label, by tabs.

    Sentences are separated by blank lines; lines that begin with `#` and a tab name sources and are skipped.

    Raises:
        ValueError: A line has fewer than three fields or a label that GermEval does not have.
    """
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return parse_germeval(text.decode("utf-8").split("\n"))


def parse_germeval(lines: Iterable[str]) -> list[Sentence]:
    """Parse the lines of a GermEval file; see `read_germeval`."""
    sentences = []
    words: list[str] = []
    labels: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        fields = line.rstrip("\r\n").split("\t")
        if not line.strip():
            if words:
                sentences.append(Sentence(tuple(words), tuple(labels)))
            words, labels = [], []
        elif fields[0] != "#":
            if len(fields) < 3 or fields[2] not in LABELS:
                raise ValueError(f"line {number} is not GermEval: {line.rstrip()!r}")
            words.append(fields[1])
            labels.append(fields[2])
    return sentences


def entity_spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return (first word, word after the last, kind) of the names proper: …deriv and …part are left out.

    An `I-` that follows nothing of its kind opens a span, as in the scorer of CoNLL 2003.
    """
    spans = set()
    start, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and (label[0] != "I" or label[2:] != kind):
            spans.add((start, i, kind))
            kind = ""
        if label != "O" and not kind:
            start, kind = i, label[2:]
    return {span for span in spans if span[2] in KINDS}
