import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from core.language.heads import HeadFiles
from core.language.lemmatizer.component import LesartLemmatizer
from core.language.lemmatizer.edits import find_edit, to_json

EDITS = [to_json(find_edit("gemacht", "machen")), to_json(find_edit("lebt", "leben"))]
LABELS = {"edits": EDITS, "table": {"AUX": {"ist": "sein"}}}
WEIGHTS = np.array([[1, 0, 0], [0, 1, 0]], np.float16)


def lemmatizer() -> LesartLemmatizer:
    component = LesartLemmatizer("lemmatizer")
    component.load(HeadFiles({"weights": WEIGHTS}, LABELS))
    return component


def lemma(word: str, pos: str, vector: list[float]) -> str:
    doc = Doc(spacy.blank("de").vocab, words=[word], pos=[pos])
    doc.tensor = np.array([vector], np.float32)
    return str(lemmatizer()(doc)[0].lemma_)


@pytest.mark.parametrize(
    ("word", "pos", "vector", "expected"),
    [
        ("gesagt", "VERB", [1, 0], "sagen"),
        ("webt", "VERB", [0, 1], "weben"),
        ("webt", "VERB", [1, 0.5], "weben"),
        ("ist", "AUX", [0, 1], "sein"),
        ("ist", "VERB", [0, 1], "isen"),
        ("Haus", "NOUN", [0, 1], "Haus"),
        ("😀", "SYM", [0, 0], "😀"),
    ],
)
def test_the_table_comes_first_then_the_best_edit_that_fits(
    word: str, pos: str, vector: list[float], expected: str
) -> None:
    assert lemma(word, pos, vector) == expected


def test_edits_must_fit_the_weights() -> None:
    with pytest.raises(ValueError, match="2 edits but 1 rows"):
        LesartLemmatizer("l").load(HeadFiles({"weights": WEIGHTS[:1]}, LABELS))
