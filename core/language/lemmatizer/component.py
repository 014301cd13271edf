"""The spaCy component that sets `token.lemma_`."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from core.language.heads import HeadComponent, HeadFiles, affine, read_vectors, set_strings
from core.language.lemmatizer.adjectives import adjective_lemma
from core.language.lemmatizer.edits import apply_edit, from_json
from core.language.lemmatizer.nouns import name_lemma, noun_lemma
from core.language.lemmatizer.verbs import verb_lemma

TRIED = 10


class LesartLemmatizer(HeadComponent):
    """Sets `token.lemma_`: from the table where form and part of speech are in it, else by rules or the best edit.

    German verbs, nouns and adjectives have rules of their own, in the modules beside this one; they are asked before
    the edits, which often do not know a word's conjugation, and take the learned lemma where they do not tell.

    Its file is `weights`, shape (edits, width + 1); the labels hold the edits under "edits" (see `edits`), and under
    "table" lemmas by part of speech and form. It reads `token.pos_` and `token.morph`.

    Args:
        name: The name of the component in its pipeline.
        german: Whether the rules for German apply.
    """

    def __init__(self, name: str, *, german: bool = False) -> None:
        super().__init__(name)
        self.german = german

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
        lemmas = [token.text for token in doc]
        if not tokens:
            return set_strings(doc, "LEMMA", lemmas)
        scores = affine(self._weights, vectors)
        ranked = np.argsort(-scores, axis=1)[:, :TRIED].tolist()
        for i, columns in zip(tokens, ranked, strict=True):
            token = doc[i]
            known = self._table.get(token.pos_, {}).get(token.text)
            lemmas[i] = known or self._by_rules(token, self._edited(token.text, columns))
        return set_strings(doc, "LEMMA", lemmas)

    def _by_rules(self, token: Token, learned: str) -> str:
        """The lemma by rules where there are such, else the learned one."""
        if not self.german:
            return learned
        features = token.morph.to_dict()
        if token.pos_ in ("VERB", "AUX"):
            return _verb(token.text, features, learned)
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and "-" in token.text):
            return noun_lemma(token.text, features, self._table.get("NOUN", {}), learned)
        if token.pos_ == "ADJ":
            return adjective_lemma(token.text, features, learned)
        if token.pos_ == "PROPN":
            return name_lemma(token.text, features, learned)
        return learned

    def _edited(self, form: str, columns: list[int]) -> str:
        for column in columns:
            lemma = apply_edit(self._edits[column], form)
            if lemma:
                return lemma
        return form


def _verb(form: str, features: dict[str, str], learned: str) -> str:
    """The lemma of a verb: by rules, but for a form in -ten that may be of either of two verbs ("ernten")."""
    by_rule = verb_lemma(form, features)
    small = form.lower()
    if by_rule is None or (learned == small and small == by_rule[:-2] + "ten"):
        return learned
    return by_rule


@Language.factory(
    "lesart_lemmatizer", requires=["doc.tensor", "token.pos", "token.morph"], assigns=["token.lemma"]
)
def make_lesart_lemmatizer(nlp: Language, name: str) -> LesartLemmatizer:
    """Make the component; its weights come with `from_disk`."""
    return LesartLemmatizer(name, german=nlp.lang == "de")
