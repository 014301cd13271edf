import copy

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from core.language.encoder.quantized import PieceVectors  # noqa: E402
from core.training import network  # noqa: E402
from core.training.batches import Encoded  # noqa: E402
from core.training.e5 import Shape  # noqa: E402
from core.training.rounding import round_encoder, round_for_inputs, round_nearest  # noqa: E402

SHAPE = Shape(width=32, layers=2, heads=4, inner=64, positions=64, epsilon=1e-12)


def test_columns_are_rounded_by_their_own_scale() -> None:
    matrix = np.array([[1.0, 100.0, 0.0], [-0.5, 25.0, 0.0]], np.float32)
    rounded = round_nearest(matrix)
    assert rounded.values[0].tolist() == [127, 127, 0]
    np.testing.assert_allclose(rounded.restored, matrix, atol=0.4)


def test_inputs_that_go_together_make_up_for_each_other() -> None:
    """Where inputs are correlated, the product loses less than by rounding each value to the nearest step."""
    generator = np.random.default_rng(3)
    matrix = generator.normal(size=(64, 16)).astype(np.float32)
    inputs = generator.normal(size=(500, 8)) @ generator.normal(size=(8, 64)) + 0.1 * generator.normal(
        size=(500, 64)
    )
    calibrated, nearest = round_for_inputs(matrix, inputs.T @ inputs), round_nearest(matrix)

    def loss(rounded) -> float:
        return float(np.mean((inputs @ (rounded.restored - matrix)) ** 2))

    assert loss(calibrated) < 0.5 * loss(nearest)
    assert np.abs(calibrated.restored - matrix).max() < 10 * nearest.scales.max()


def test_inputs_that_never_occur_do_no_harm() -> None:
    matrix = np.random.default_rng(1).normal(size=(8, 4)).astype(np.float32)
    rounded = round_for_inputs(matrix, np.zeros((8, 8)))
    np.testing.assert_array_equal(rounded.values, round_nearest(matrix).values)


def test_a_rounded_encoder_holds_what_is_returned_and_says_nearly_the_same() -> None:
    torch.manual_seed(0)
    encoder = network.Encoder(SHAPE).eval()
    rows = np.random.default_rng(0).integers(0, 256, (7, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    vectors = PieceVectors(rows)
    rounded = copy.deepcopy(encoder)
    matrices = round_encoder(rounded, vectors, [Encoded((4, 5, 6), (), ()), Encoded((5, 4), (), ())])
    held = [part.weight.T for part in rounded.layers.modules() if isinstance(part, torch.nn.Linear)]
    assert len(matrices) == len(held) == 8
    for matrix, weight in zip(matrices, held, strict=True):
        np.testing.assert_array_equal(matrix.restored, weight.detach().numpy())
    inputs = torch.from_numpy(vectors[np.array([[0, 4, 5, 2]])])
    with torch.no_grad():
        torch.testing.assert_close(
            rounded(inputs, torch.ones(1, 4)), encoder(inputs, torch.ones(1, 4)), atol=0.05, rtol=0
        )
