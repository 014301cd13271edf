import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from core.language.heads import HeadFiles
from core.language.morphologizer.component import LesartMorphologizer

LABELS = {"pos": ["NOUN", "VERB"], "features": [["Mood", ["", "Ind", "Sub"]], ["Number", ["", "Sing"]]]}
WEIGHTS = np.zeros((7, 4), np.float16)
WEIGHTS[0, 0] = WEIGHTS[1, 1] = 1
WEIGHTS[2, 0] = WEIGHTS[3, 1] = WEIGHTS[4, 2] = 1
WEIGHTS[6, 3] = 1


def morphologizer() -> LesartMorphologizer:
    component = LesartMorphologizer("morphologizer")
    component.load(HeadFiles({"weights": WEIGHTS}, LABELS))
    return component


def document(words: list[str], vectors: list[list[float]]) -> Doc:
    doc = Doc(spacy.blank("de").vocab, words=words)
    doc.tensor = np.array(vectors, np.float32)
    return doc


def test_each_feature_is_chosen_by_itself() -> None:
    doc = morphologizer()(document(["Hunde", "bellen", "sei"], [[1, 0, 0], [0, 1, 0], [0, 0.6, 1]]))
    assert [token.pos_ for token in doc] == ["NOUN", "VERB", "VERB"]
    assert [str(token.morph) for token in doc] == [
        "Number=Sing",
        "Mood=Ind|Number=Sing",
        "Mood=Sub|Number=Sing",
    ]


def test_white_space_and_pictographs_have_no_features() -> None:
    doc = morphologizer()(document([" ", "😀"], [[0, 0, 0], [0, 0, 0]]))
    assert [(token.pos_, str(token.morph)) for token in doc] == [("SPACE", ""), ("SYM", "")]


def test_labels_are_told_as_spacy_tells_them() -> None:
    assert morphologizer().labels == ("NOUN", "VERB", "Mood=Ind", "Mood=Sub", "Number=Sing")


def test_labels_must_fit_the_weights() -> None:
    with pytest.raises(ValueError, match="7 labels but 6 rows"):
        LesartMorphologizer("m").load(HeadFiles({"weights": WEIGHTS[:6]}, LABELS))
