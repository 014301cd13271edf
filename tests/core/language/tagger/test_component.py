import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from core.language.heads import HeadFiles
from core.language.tagger.component import LesartTagger

WEIGHTS = np.array([[1, 0, 0], [0, 1, 0]], np.float16)


def tagger() -> LesartTagger:
    component = LesartTagger("tagger")
    component.load(HeadFiles({"weights": WEIGHTS}, ["NN", "VVFIN"]))
    return component


def document(words: list[str], vectors: list[list[float]]) -> Doc:
    doc = Doc(spacy.blank("de").vocab, words=words)
    doc.tensor = np.array(vectors, np.float32).reshape(-1, 2)
    return doc


def test_each_word_gets_the_tag_that_scores_best() -> None:
    doc = tagger()(document(["Hunde", "bellen"], [[1, 0], [0, 1]]))
    assert [token.tag_ for token in doc] == ["NN", "VVFIN"]


def test_white_space_and_pictographs_are_no_words() -> None:
    doc = tagger()(document(["Hunde", "\n", "😀"], [[1, 0], [0, 0], [0, 0]]))
    assert [token.tag_ for token in doc] == ["NN", "_SP", "XY"]


def test_an_empty_document_stays_empty() -> None:
    assert len(tagger()(document([], []))) == 0


def test_without_vectors_it_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="lesart_encoder"):
        tagger()(Doc(spacy.blank("de").vocab, words=["Hunde"]))


def test_without_weights_it_says_so() -> None:
    with pytest.raises(ValueError, match="no weights"):
        LesartTagger("bare")(document(["Hunde"], [[1, 0]]))


def test_labels_must_fit_the_weights() -> None:
    with pytest.raises(ValueError, match="1 tags but 2 rows"):
        LesartTagger("tagger").load(HeadFiles({"weights": WEIGHTS}, ["NN"]))


def test_bytes_and_disk_hold_the_head(tmp_path) -> None:
    tagger().to_disk(tmp_path / "tagger")
    for other in (
        LesartTagger("a").from_disk(tmp_path / "tagger"),
        LesartTagger("b").from_bytes(tagger().to_bytes()),
    ):
        doc = other(document(["Hunde", "bellen"], [[1, 0], [0, 1]]))
        assert [token.tag_ for token in doc] == ["NN", "VVFIN"]
