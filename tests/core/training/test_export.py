import copy

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from core.language.encoder.model import Encoder, unpack_pieces  # noqa: E402
from core.language.encoder.pieces import UnigramTokenizer  # noqa: E402
from core.language.encoder.quantized import PieceVectors  # noqa: E402
from core.training import export, network  # noqa: E402
from core.training.batches import Encoded  # noqa: E402
from core.training.e5 import Shape  # noqa: E402
from core.training.graph import packed_graph  # noqa: E402
from core.training.rounding import round_encoder, round_nearest  # noqa: E402

SHAPE = Shape(width=32, layers=2, heads=4, inner=64, positions=64, epsilon=1e-12)
TOKENIZER = UnigramTokenizer(
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b"], [0.0, 0.0, 0.0, 0.0, -1.0, -2.0, -3.0], {ord("ﬁ"): "fi"}
)


@pytest.fixture(scope="module")
def encoder() -> network.Encoder:
    torch.manual_seed(0)
    return network.Encoder(SHAPE).eval()


def test_the_shipped_graph_computes_what_the_rounded_network_computes(encoder: network.Encoder) -> None:
    rows = np.random.default_rng(0).integers(0, 256, (7, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    sentences = [Encoded((4, 5), (), ()), Encoded((4, 5, 6, 6, 5, 4), (), ())]
    rounded = copy.deepcopy(encoder)
    matrices = round_encoder(rounded, PieceVectors(rows), sentences)
    graph = packed_graph(export.encoder_weights(rounded, matrices))
    shipped = Encoder(export.encoder_files(graph, rows, TOKENIZER), threads=1, batch_pieces=64)
    sequences = [[0, 4, 5, 2], [0, 4, 5, 6, 6, 5, 4, 2], [0, 2]]
    for sequence, states in zip(sequences, shipped.encode(sequences), strict=True):
        vectors = torch.from_numpy(shipped.vectors[np.array([sequence])])
        with torch.no_grad():
            expected, before = (
                net(vectors, torch.ones(1, len(sequence)))[0].numpy() for net in (rounded, encoder)
            )
        np.testing.assert_allclose(states, expected, atol=0.05)
        np.testing.assert_allclose(states, before, atol=0.05)


def test_other_matrices_than_those_of_the_encoder_are_refused(encoder: network.Encoder) -> None:
    others = [round_nearest(np.ones((32, 96), np.float32))] * 8
    with pytest.raises(ValueError, match="is not the rounded one"):
        export.encoder_weights(encoder, others)


def test_a_graph_in_full_precision(encoder: network.Encoder) -> None:
    rows = np.random.default_rng(0).integers(0, 256, (7, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    graph = packed_graph(export.encoder_weights(encoder))
    shipped = Encoder(export.encoder_files(graph, rows, TOKENIZER), threads=1, batch_pieces=64)
    sequences = [[0, 4, 5, 2], [0, 4, 5, 6, 6, 5, 4, 2]]
    for sequence, states in zip(sequences, shipped.encode(sequences), strict=True):
        with torch.no_grad():
            vectors = torch.from_numpy(shipped.vectors[np.array([sequence])])
            expected = encoder(vectors, torch.ones(1, len(sequence)))[0].numpy()
        np.testing.assert_allclose(states, expected, atol=1e-5)


def test_padding_changes_nothing(encoder: network.Encoder) -> None:
    vectors = torch.randn(1, 6, SHAPE.width)
    present = torch.tensor([[1.0, 1.0, 1.0, 1.0, 0.0, 0.0]])
    with torch.no_grad():
        padded = encoder(vectors, present)[:, :4]
        bare = encoder(vectors[:, :4], present[:, :4])
    torch.testing.assert_close(padded, bare, atol=1e-5, rtol=1e-5)


def test_pieces_survive_packing() -> None:
    packed = unpack_pieces(export.pack_pieces(TOKENIZER))
    assert (packed.pieces, packed.scores, packed.normalization) == (
        TOKENIZER.pieces,
        TOKENIZER.scores,
        TOKENIZER.normalization,
    )


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("O", "O"),
        ("B-OTH", "B-MISC"),
        ("I-LOCderiv", "I-LOC|derived"),
        ("B-OTHpart", "B-MISC|part"),
        ("I-PER", "I-PER"),
    ],
)
def test_labels_become_those_of_spacy(theirs: str, ours: str) -> None:
    assert export.shipped_label(theirs) == ours
