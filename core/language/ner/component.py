"""The spaCy component that finds named entities with a linear head on the encoder's vectors."""

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from core.language.encoder.windows import sentence_bounds
from core.language.heads import read_vectors
from core.language.ner.bio import BioDecoder, LabelledSpan, log_softmax

DERIVED = "derived"
PART = "part"
SCORE = "lesart_score"
_WEIGHTS = "weights.npy"
_LABELS = "labels.json"

if not Span.has_extension(SCORE):
    Span.set_extension(SCORE, default=None)


@dataclass(frozen=True)
class Head:
    """A linear layer: one row of weights a label, the bias in the last column; and the labels in BIO.

    A label is a kind of name (`B-LOC`), or a kind and a form after a bar (`B-LOC|derived`, `I-PER|part`).
    """

    labels: tuple[str, ...]
    weights: NDArray[np.float32]

    def log_probabilities(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Map vectors, shape (tokens, width), to log probabilities, shape (tokens, labels)."""
        return log_softmax(vectors @ self.weights[:, :-1].T + self.weights[:, -1])


class LesartNer:
    """Sets the names of a document, and beside them adjectives from names and names inside compounds.

    `doc.ents` get the names (PER, LOC, ORG, MISC); `doc.spans["derived"]` words derived from a name ("russisch"),
    `doc.spans["part"]` words with a name as a part ("Venezuela-Diktator"), both labelled by the kind of the name
    and covering the whole word. Each span carries the probability the model gives it in `span._.lesart_score`.
    Entities that an earlier component has set stay, and what would overlap them is left out.

    Args:
        name: The name of the component in its pipeline.
        threshold: Names with a smaller probability are dropped: it trades recall for precision. The words in the
            span groups are kept, since derived words and compounds often have low probabilities.
    """

    def __init__(self, name: str, *, threshold: float = 0.0) -> None:
        self.name = name
        self.threshold = threshold
        self._head: Head | None = None
        self._decoder = BioDecoder(("O",))

    @property
    def head(self) -> Head:
        """The loaded layer.

        Raises:
            ValueError: Neither `load`, `from_disk` nor `from_bytes` was called before.
        """
        if self._head is None:
            raise ValueError(f"the component {self.name!r} has no weights yet: load the pipeline from disk")
        return self._head

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels without their BIO marks; none before weights are loaded."""
        labels = self._head.labels if self._head else ()
        return tuple(sorted({label[2:] for label in labels if label != "O"}))

    def load(self, head: Head) -> None:
        """Take the layer.

        Raises:
            ValueError: The numbers of labels and of rows differ.
        """
        if len(head.labels) != len(head.weights):
            raise ValueError(f"{len(head.labels)} labels but {len(head.weights)} rows of weights")
        self._head = head
        self._decoder = BioDecoder(head.labels)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents` and the span groups from `doc.tensor`."""
        names, derived, parts = list(doc.ents), [], []
        taken = {i for span in names for i in range(span.start, span.end)}
        for span, form in self._spans(doc):
            if form == DERIVED:
                derived.append(span)
            elif form == PART:
                parts.append(span)
            elif span._.get(SCORE) >= self.threshold and taken.isdisjoint(range(span.start, span.end)):
                names.append(span)
        doc.ents = tuple(names)
        doc.spans[DERIVED] = derived
        doc.spans[PART] = parts
        return doc

    def _spans(self, doc: Doc) -> Iterable[tuple[Span, str]]:
        tokens, vectors = read_vectors(doc)
        log_probabilities = self.head.log_probabilities(vectors)
        at = 0
        for _, end in sentence_bounds(doc):
            first, at = at, bisect_left(tokens, end, at)
            for found in self._decoder.spans(log_probabilities[first:at]):
                yield _span(doc, tokens[first:at], found)

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write weights and labels into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / _WEIGHTS, self.head.weights)
        (folder / _LABELS).write_text(json.dumps(self.head.labels, indent=1), encoding="utf-8")

    def from_disk(self, path: str | Path, **_: object) -> "LesartNer":
        """Load weights and labels from the folder `path`."""
        folder = Path(path)
        labels = json.loads((folder / _LABELS).read_text(encoding="utf-8"))
        self.load(Head(tuple(labels), np.load(folder / _WEIGHTS)))
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Return weights and labels as one byte string."""
        buffer = BytesIO()
        np.savez(buffer, weights=self.head.weights, labels=np.array(self.head.labels))
        return buffer.getvalue()

    def from_bytes(self, data: bytes, **_: object) -> "LesartNer":
        """Load weights and labels from the bytes of `to_bytes`."""
        with np.load(BytesIO(data)) as archive:
            self.load(Head(tuple(archive["labels"].tolist()), archive["weights"]))
        return self


def _span(doc: Doc, tokens: list[int], found: LabelledSpan) -> tuple[Span, str]:
    kind, _, form = found.label.partition("|")
    span = Span(doc, tokens[found.start], tokens[found.end - 1] + 1, label=kind)
    span._.set(SCORE, round(found.score, 4))
    return span, form


@Language.factory(
    "lesart_ner",
    requires=["doc.tensor"],
    assigns=["doc.ents", "doc.spans"],
    default_config={"threshold": 0.0},
)
def make_lesart_ner(nlp: Language, name: str, threshold: float) -> LesartNer:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartNer(name, threshold=threshold)
