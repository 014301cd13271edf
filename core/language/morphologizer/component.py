"""The spaCy component that sets `token.pos_` and `token.morph`, as defined by Universal Dependencies."""

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from core.language.encoder.windows import sentence_bounds
from core.language.heads import HeadComponent, HeadFiles, affine, read_vectors, set_strings
from core.language.morphologizer.context import Reading, settled_moods


class LesartMorphologizer(HeadComponent):
    """Sets `token.pos_` and `token.morph` by the tensor of the document.

    Each feature (Case, Number, Mood, …) is chosen by itself, so forms unlike any in the training data can be
    described. White space is `SPACE`, other tokens with nothing readable `SYM`, both without features.

    Its file is `weights`, shape (parts of speech + values of all features, width + 1); the labels are the list of
    parts of speech under "pos" and under "features" a list of [name, values], the first value "" for "has none".

    Args:
        name: The name of the component in its pipeline.
        settle_moods: Let form and sentence decide where they leave no choice of mood: for German (see `settled_moods`).
    """

    def __init__(self, name: str, *, settle_moods: bool = False) -> None:
        super().__init__(name)
        self.settle_moods = settle_moods

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts of speech and each feature with its values; none before weights are loaded."""
        if self._files is None:
            return ()
        pairs = [
            f"{name}={value}" for name, values in self._files.labels["features"] for value in values if value
        ]
        return (*self._files.labels["pos"], *pairs)

    def load(self, files: HeadFiles) -> None:
        """Take the layer.

        Raises:
            ValueError: The numbers of labels and of rows differ.
        """
        sizes = [len(files.labels["pos"]), *(len(values) for _, values in files.labels["features"])]
        if sum(sizes) != len(files.arrays["weights"]):
            raise ValueError(f"{sum(sizes)} labels but {len(files.arrays['weights'])} rows of weights")
        super().load(files)
        self._weights = files.arrays["weights"].astype(np.float32)
        self._edges = list(accumulate(sizes))[:-1]

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech and features."""
        labels = self.files.labels
        tokens, vectors = read_vectors(doc)
        pos, *features = self._columns(vectors)
        parts = ["SPACE" if token.is_space else "SYM" for token in doc]
        read: dict[int, dict[str, str]] = {}
        for row, i in enumerate(tokens):
            parts[i] = labels["pos"][pos[row]]
            pairs = zip(labels["features"], features, strict=True)
            read[i] = {name: some[column[row]] for (name, some), column in pairs if column[row]}
        if self.settle_moods:
            _settle(doc, parts, read)
        for token in doc:
            values = read.get(token.i, {})
            token.set_morph("|".join(f"{name}={value}" for name, value in values.items()))  # type: ignore[attr-defined]
        return set_strings(doc, "POS", parts)

    def _columns(self, vectors: NDArray[np.float32]) -> list[list[int]]:
        """Return the best column of each group of outputs, one list a group."""
        scores = affine(self._weights, vectors)
        return [part.argmax(axis=1).tolist() for part in np.split(scores, self._edges, axis=1)]


def _settle(doc: Doc, parts: list[str], read: dict[int, dict[str, str]]) -> None:
    """Set the moods that the sentences of a document settle; what has a mood is a verb."""
    texts = [token.text for token in doc]
    for start, end in sentence_bounds(doc):
        inside = [i for i in range(start, end) if i in read]
        words = [Reading(texts[i], parts[i], read[i]) for i in inside]
        for k, mood in (settled_moods(words) if words else {}).items():
            read[inside[k]].update({"Mood": mood, "VerbForm": "Fin"})
            if not words[k].is_verb:
                parts[inside[k]] = "VERB"


@Language.factory(
    "lesart_morphologizer",
    requires=["doc.tensor"],
    assigns=["token.pos", "token.morph"],
    default_config={"settle_moods": False},
)
def make_lesart_morphologizer(nlp: Language, name: str, settle_moods: bool) -> LesartMorphologizer:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartMorphologizer(name, settle_moods=settle_moods)
