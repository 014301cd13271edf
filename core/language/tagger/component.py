"""The spaCy component that sets `token.tag_`, for German in the Stuttgart-Tübingen tagset (STTS)."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from core.language.heads import HeadComponent, HeadFiles, affine, read_vectors, set_strings

SPACE_TAG = "_SP"
UNREADABLE_TAG = "XY"


class LesartTagger(HeadComponent):
    """Sets `token.tag_` by the tensor of the document.

    White space gets `_SP` as elsewhere in spaCy, other tokens with nothing readable `XY` ("no word").
    Its file is `weights`, shape (labels, width + 1), and the labels a list of tags.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The tags; none before weights are loaded."""
        return tuple(self._files.labels) if self._files else ()

    def load(self, files: HeadFiles) -> None:
        """Take the layer.

        Raises:
            ValueError: The numbers of labels and of rows differ.
        """
        if len(files.labels) != len(files.arrays["weights"]):
            raise ValueError(f"{len(files.labels)} tags but {len(files.arrays['weights'])} rows of weights")
        super().load(files)
        self._weights = files.arrays["weights"].astype(np.float32)

    def __call__(self, doc: Doc) -> Doc:
        """Set the tags."""
        labels = self.files.labels
        tokens, vectors = read_vectors(doc)
        tags = [SPACE_TAG if token.is_space else UNREADABLE_TAG for token in doc]
        for i, column in zip(tokens, affine(self._weights, vectors).argmax(axis=1).tolist(), strict=True):
            tags[i] = labels[column]
        return set_strings(doc, "TAG", tags)


@Language.factory("lesart_tagger", requires=["doc.tensor"], assigns=["token.tag"])
def make_lesart_tagger(nlp: Language, name: str) -> LesartTagger:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartTagger(name)
