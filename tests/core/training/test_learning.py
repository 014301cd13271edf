from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from core.language.encoder.pieces import UnigramTokenizer  # noqa: E402
from core.language.encoder.quantized import PieceVectors  # noqa: E402
from core.training.batches import encode  # noqa: E402
from core.training.e5 import Shape  # noqa: E402
from core.training.germeval import LABELS, Sentence  # noqa: E402
from core.training.learning import TASK, Material, evaluate, fit  # noqa: E402
from core.training.network import Encoder, Tagger  # noqa: E402
from core.training.recipe import Recipe  # noqa: E402

SHAPE = Shape(width=32, layers=1, heads=2, inner=64, positions=64, epsilon=1e-12)
TOKENIZER = UnigramTokenizer(
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁da", "▁Ida", "▁kam", "▁Ems"], [-1.0] * 9, {}
)
SENTENCES = [Sentence(("da", "kam", "Ida"), ("O", "O", "B-PER")), Sentence(("Ems", "da"), ("B-LOC", "O"))] * 8
DEV = [encode(sentence, TOKENIZER) for sentence in SENTENCES]
RECIPE = Recipe(
    epochs=12,
    batch=4,
    encoder_rate=1e-2,
    head_rate=1e-2,
    layer_decay=1.0,
    blanked=0.0,
    average=0.5,
    threads=1,
    bfloat16=False,
)


def vectors() -> PieceVectors:
    rows = np.random.default_rng(1).integers(0, 256, (9, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    return PieceVectors(rows)


def trained(checkpoints: Path) -> tuple[Tagger, list[str]]:
    torch.manual_seed(RECIPE.seed)
    tagger = Tagger(Encoder(SHAPE, 0.0), SHAPE.width, {TASK: len(LABELS)}, 0.0)
    lines: list[str] = []
    tagger.load_state_dict(fit(tagger, Material(vectors(), DEV, DEV), RECIPE, checkpoints, lines.append))
    return tagger, lines


def test_learns_what_can_be_learnt_and_keeps_the_best(tmp_path: Path) -> None:
    tagger, lines = trained(tmp_path)
    assert evaluate(tagger, vectors(), DEV)["micro"].f1 == 1.0
    assert len(lines) == 2 * RECIPE.epochs
    assert torch.load(tmp_path / "best.pt")["f1"] == 1.0
    assert (tmp_path / "last.pt").is_file()


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    (one, first), (other, second) = trained(tmp_path / "a"), trained(tmp_path / "b")
    assert [line.split("  ")[-1] for line in first] == [line.split("  ")[-1] for line in second]
    for left, right in zip(one.parameters(), other.parameters(), strict=True):
        assert torch.equal(left, right)
