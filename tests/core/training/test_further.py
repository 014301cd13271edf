"""German trained further: the shipped network read back, and what its lower layers say."""

from pathlib import Path

import pytest

from core.language.encoder.pieces import UnigramTokenizer
from core.language.heads import HeadFiles
from core.language.lemmatizer.edits import from_json
from core.language.pipeline import GERMAN
from core.training.germeval import Sentence
from core.training.grammar import Inventory

torch = pytest.importorskip("torch")

from core.training.batches import encode, pad  # noqa: E402
from core.training.further.shipped import shipped_network  # noqa: E402
from core.training.learning import evaluate  # noqa: E402
from core.training.scoring import MICRO  # noqa: E402
from core.training.shared import lower_encoder, read_shared  # noqa: E402
from core.training.upper import Lower  # noqa: E402

SENTENCE = Sentence(
    ("Karin", "Petersen", "traf", "den", "russischen", "Minister", "in", "Rom", "."),
    ("B-PER", "I-PER", "O", "O", "B-LOCderiv", "O", "O", "B-LOC", "O"),
)


def shipped_labels(folder: Path) -> Inventory:
    read = {
        name: HeadFiles.read(folder / f"lesart_{name}").labels
        for name in ("tagger", "morphologizer", "lemmatizer", "parser")
    }
    features = tuple((name, tuple(values)) for name, values in read["morphologizer"]["features"])
    edits = tuple(from_json(edit) for edit in read["lemmatizer"]["edits"])
    upos = tuple(read["morphologizer"]["pos"])
    return Inventory(upos, tuple(read["tagger"]), features, edits, tuple(read["parser"]))


def test_the_shipped_network_is_read_back() -> None:
    shared = read_shared(GERMAN / "lesart_encoder")
    model = shipped_network(GERMAN, shared, 6, shipped_labels(GERMAN))
    lower = Lower(lower_encoder(shared, 6, 1))
    scores = evaluate(model.tagger, lower, [encode(SENTENCE, shared.tokenizer)])
    assert scores[MICRO].f1 == 1.0


def test_other_labels_are_refused() -> None:
    shared = read_shared(GERMAN / "lesart_encoder")
    labels = Inventory(("NOUN",), ("NN",), (("Case", ("", "Nom")),), (), ("nsubj",))
    with pytest.raises(ValueError, match="trained on other labels"):
        shipped_network(GERMAN, shared, 1, labels)


def test_padding_reads_as_zeros() -> None:
    shared = read_shared(GERMAN / "lesart_encoder")
    lower = Lower(lower_encoder(shared, 1, 1))
    batch = pad([encode(SENTENCE, shared.tokenizer), encode(Sentence(("Rom",), ("O",)), shared.tokenizer)])
    states = lower[batch.ids]
    short = int((batch.ids[1] != UnigramTokenizer.pad_id).sum())
    assert states.shape == (*batch.ids.shape, shared.shape.width)
    assert not states[1, short:].any()
    assert abs(states[1, :short]).max() > 0
