import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.language.encoder.component import LesartEncoder
from core.language.encoder.model import EncoderFiles

NLP = spacy.blank("de")
TEXTS = [
    "Die Werft in Emden baut wieder Fähren.",
    "„Wir liefern im Mai“, sagte Direktorin Hanne Frerichs.",
    "Regen.",
    "",
    "Der Stadtrat von Görlitz vertagte sich; die Kläger aus Zittau, so hieß es, wollten neue Gutachten vorlegen.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_one_vector_a_token(component: LesartEncoder, text: str) -> None:
    doc = component(NLP(text))
    assert doc.tensor.shape == (len(doc), component.encoder.width)
    assert doc.tensor.dtype == np.float32
    assert np.isfinite(doc.tensor).all()


def test_the_same_alone_and_in_a_batch(component: LesartEncoder) -> None:
    alone = [component(NLP(text)).tensor for text in TEXTS]
    batched = [doc.tensor for doc in component.pipe(map(NLP, TEXTS), batch_size=len(TEXTS))]
    for one, other in zip(alone, batched, strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_same_twice(component: LesartEncoder) -> None:
    first, second = (component(NLP(TEXTS[-1])).tensor for _ in range(2))
    assert np.array_equal(first, second)


def test_vectors_depend_on_context(component: LesartEncoder) -> None:
    river, bank = (
        component(NLP("Die Bank am Ufer")).tensor[1],
        component(NLP("Die Bank senkte Zinsen")).tensor[1],
    )
    assert np.abs(river - bank).max() > 0.1


def test_white_space_and_signs_have_zero_vectors(component: LesartEncoder) -> None:
    words = ["Hafen", "\n\n", "\x1b", "▶\ufe0f", "\ufe0f", "😀", "\u202e", "\u200b", "Kai"]
    doc = component(Doc(NLP.vocab, words=words))
    zero = [not row.any() for row in doc.tensor]
    assert zero == [False, *[True] * 7, False]


def test_a_sentence_longer_than_the_encoder_can_read(component: LesartEncoder) -> None:
    words = "Fähre Kutter und Lotse vor der Mole".split() * 200
    doc = component(Doc(NLP.vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1)))
    assert len(words) > 512
    assert (np.abs(doc.tensor).max(axis=1) > 0).all()


def test_a_word_without_end(component: LesartEncoder) -> None:
    assert np.isfinite(component(Doc(NLP.vocab, words=["Hafen", "ä" * 50_000, "ж" * 50_000])).tensor).all()


@given(st.text(max_size=80))
def test_no_text_is_refused(component: LesartEncoder, text: str) -> None:
    doc = component(NLP(text))
    assert doc.tensor.shape[0] == len(doc)


def test_needs_weights() -> None:
    with pytest.raises(ValueError, match="no weights"):
        LesartEncoder("bare")(NLP("Hafen"))


def test_bytes_hold_the_encoder(component: LesartEncoder) -> None:
    other = LesartEncoder("other").from_bytes(component.to_bytes())
    np.testing.assert_allclose(other(NLP(TEXTS[0])).tensor, component(NLP(TEXTS[0])).tensor, atol=1e-5)


def test_disk_holds_the_encoder(component: LesartEncoder, tmp_path) -> None:
    component.to_disk(tmp_path / "encoder")
    assert EncoderFiles.read(tmp_path / "encoder") == component.files
