"""The spaCy component that sets `token.lemma_`."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from core.language.heads import HeadComponent, HeadFiles, affine, read_vectors
from core.language.lemmatizer.edits import apply_edit, from_json

TRIED = 10


class LesartLemmatizer(HeadComponent):
    """Sets `token.lemma_`: from the table where form and part of speech are in it, else by the best edit that fits.

    Its file is `weights`, shape (edits, width + 1); the labels hold the edits under "edits" (see `edits`), and under
    "table" lemmas by part of speech and form. It reads `token.pos_`, so the morphologizer comes before it.
    """

    def load(self, files: HeadFiles) -> None:
        """Take layer, edits and table.

        Raises:
            ValueError: The numbers of edits and of rows differ.
        """
        if len(files.labels["edits"]) != len(files.arrays["weights"]):
            raise ValueError(
                f"{len(files.labels['edits'])} edits but {len(files.arrays['weights'])} rows of weights"
            )
        super().load(files)
        self._weights = files.arrays["weights"].astype(np.float32)
        self._edits = [from_json(edit) for edit in files.labels["edits"]]
        self._table: dict[str, dict[str, str]] = files.labels["table"]

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas; tokens with nothing readable are their own."""
        tokens, vectors = read_vectors(doc)
        for token in doc:
            token.lemma_ = token.text
        if not tokens:
            return doc
        scores = affine(self._weights, vectors)
        ranked = np.argsort(-scores, axis=1)[:, :TRIED]
        for i, columns in zip(tokens, ranked, strict=True):
            token = doc[i]
            known = self._table.get(token.pos_, {}).get(token.text)
            token.lemma_ = known or self._edited(token.text, columns.tolist())
        return doc

    def _edited(self, form: str, columns: list[int]) -> str:
        for column in columns:
            lemma = apply_edit(self._edits[column], form)
            if lemma:
                return lemma
        return form


@Language.factory("lesart_lemmatizer", requires=["doc.tensor", "token.pos"], assigns=["token.lemma"])
def make_lesart_lemmatizer(nlp: Language, name: str) -> LesartLemmatizer:  # noqa: ARG001
    """Make the component; its weights come with `from_disk`."""
    return LesartLemmatizer(name)
