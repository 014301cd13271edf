import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from core.language.heads import HeadFiles
from core.language.parser.component import LesartParser

WIDTH = 6
RELATIONS = ["nsubj", "ROOT", "punct"]


def parser(longest: int = 300) -> LesartParser:
    random = np.random.default_rng(3)

    def some(*shape: int) -> np.ndarray:
        return random.normal(size=shape).astype(np.float16)

    arrays = {
        "arc_dependent": some(4, WIDTH + 1),
        "arc_head": some(4, WIDTH + 1),
        "arc_root": some(4),
        "arc": some(5, 4),
        "relation_dependent": some(3, WIDTH + 1),
        "relation_head": some(3, WIDTH + 1),
        "relation_root": some(3),
        "relation": some(len(RELATIONS), 4, 4),
    }
    component = LesartParser("parser", longest=longest)
    component.load(HeadFiles(arrays, RELATIONS))
    return component


def document(words: list[str], starts: list[int]) -> Doc:
    doc = Doc(spacy.blank("de").vocab, words=words, sent_starts=[i in starts for i in range(len(words))])
    doc.tensor = np.random.default_rng(len(words)).normal(size=(len(words), WIDTH)).astype(np.float32)
    return doc


def starts(doc: Doc) -> list[int]:
    return [sentence.start for sentence in doc.sents]


WORDS = "Der Hafen schläft . Möwen kreisen \n über ihm 😀 . Stille".split(" ")


@pytest.mark.parametrize("longest", [2, 300])
def test_sentences_stay_and_each_has_one_root(longest: int) -> None:
    doc = parser(longest)(document(WORDS, [0, 4, 11]))
    assert starts(doc) == [0, 4, 11]
    for sentence in doc.sents:
        assert [token.dep_ for token in sentence].count("ROOT") == 1
        assert all(token.head.sent.start == sentence.start for token in sentence)
        assert sentence.root.head == sentence.root


def test_only_the_root_has_its_relation() -> None:
    doc = parser()(document(WORDS, [0, 4, 11]))
    for token in doc:
        assert (token.dep_ == "ROOT") == (token.head == token)
        assert token.dep_ in (*RELATIONS, "dep")


def test_what_cannot_be_read_hangs_from_the_token_before() -> None:
    doc = parser()(document(["\n", "Möwen", "\n", "😀", "kreisen"], [0]))
    assert [(doc[i].head.i, doc[i].dep_) for i in (0, 2, 3)] == [(1, "dep"), (1, "dep"), (2, "dep")]


def test_a_sentence_with_nothing_to_read_has_a_root() -> None:
    doc = parser()(document(["😀", "😀", "Möwen"], [0, 2]))
    assert [token.head.i for token in doc] == [0, 0, 2]
    assert starts(doc) == [0, 2]


def test_nothing_else_is_touched() -> None:
    doc = document(WORDS, [0, 4, 11])
    doc.ents = (Span(doc, 4, 5, label="MISC"),)
    doc.spans["blocks"] = [doc[0:4]]
    doc[0].tag_, doc[0].lemma_ = "ART", "der"
    vectors = doc.tensor.copy()
    parser()(doc)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Möwen", "MISC")]
    assert [span.text for span in doc.spans["blocks"]] == ["Der Hafen schläft ."]
    assert (doc[0].tag_, doc[0].lemma_) == ("ART", "der")
    assert np.array_equal(doc.tensor, vectors)


def test_an_empty_document_stays_empty() -> None:
    assert len(parser()(Doc(spacy.blank("de").vocab, words=[]))) == 0


def test_without_vectors_it_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="lesart_encoder"):
        parser()(Doc(spacy.blank("de").vocab, words=["Möwen"]))


def test_labels_must_fit_the_arrays() -> None:
    files = parser().files
    with pytest.raises(ValueError, match="1 labels but 3 relations"):
        LesartParser("p").load(HeadFiles(files.arrays, ["nsubj"]))
