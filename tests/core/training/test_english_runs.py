"""Training English above the frozen layers of a small encoder, and what of it is written."""

import dataclasses
import json
import random
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from core.language.encoder.model import GRAPH, EncoderFiles, unpack_pieces  # noqa: E402
from core.language.encoder.pieces import UnigramTokenizer  # noqa: E402
from core.language.encoder.sharing import SHARED, graph_field, shared_graph  # noqa: E402
from core.training.batches import IGNORED  # noqa: E402
from core.training.e5 import read_e5  # noqa: E402
from core.training.english import finish  # noqa: E402
from core.training.english.fit import Share, fit_english, score_grammar_of  # noqa: E402
from core.training.english.network import Read, english_loss, english_network, pad_lessons, read_lessons  # noqa: E402
from core.training.english.silver import with_silver  # noqa: E402
from core.training.english.sources import Lessons, Raw, lay_out, read_raw  # noqa: E402
from core.training.export import encoder_files, encoder_weights  # noqa: E402
from core.training.germeval import LABELS  # noqa: E402
from core.training.graph import packed_graph  # noqa: E402
from core.training.network import encoder_from_e5  # noqa: E402
from core.training.recipe import Recipe  # noqa: E402
from core.training.rounding import round_layers  # noqa: E402
from core.training.shared import Shared, lower_encoder, read_shared  # noqa: E402
from tests.core.training import small  # noqa: E402

RECIPE = Recipe(
    epochs=30,
    batch=8,
    encoder_rate=3e-3,
    head_rate=1e-2,
    layer_decay=1.0,
    average=0.5,
    threads=1,
    bfloat16=False,
)


@dataclasses.dataclass(frozen=True)
class Given:
    shared: Shared
    raw: Raw
    lessons: Lessons
    read: Read


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    folder = tmp_path_factory.mktemp("de") / "lesart_encoder"
    folder.mkdir()
    file = read_e5(small.write_encoder(folder.parent / "small.bin"))
    encoder = encoder_from_e5(file).eval()
    tokenizer = UnigramTokenizer(file.pieces, [float(score) for score in file.scores], {})
    rounded = round_layers(encoder, [(torch.randn(2, 5, small.SHAPE.width), torch.ones(2, 5))])
    graph = packed_graph(encoder_weights(encoder, rounded))
    encoder_files(graph, file.piece_rows(), tokenizer).write(folder)
    shared = read_shared(folder)
    options = small.write_english(folder.parent)
    paths = dict(zip(options[::2], map(Path, options[1::2]), strict=True))
    kinds = [[paths[f"--{name}"]] for name in ("treebank", "treebank-dev", "names", "germeval")]
    raw = read_raw(*kinds, paths["--annotated"])
    lessons = lay_out(raw, shared.tokenizer)
    return Given(shared, raw, lessons, read_lessons(lower_encoder(shared, 1, 1), lessons.all))


def test_the_shipped_encoder_is_read_back_with_its_shape(given: Given) -> None:
    assert dataclasses.replace(given.shared.shape, epsilon=0.0) == dataclasses.replace(
        small.SHAPE, epsilon=0.0
    )
    assert given.shared.vectors[np.array([[5, 6]])].shape == (1, 2, small.SHAPE.width)
    assert given.shared.tokenizer.pieces == unpack_pieces(given.shared.files.pieces).pieces


def test_the_states_of_a_sentence_are_where_it_begins(given: Given) -> None:
    sizes = [len(lesson.ids) + 2 for lesson in given.lessons.all]
    assert given.read.starts.tolist() == [sum(sizes[:number]) for number in range(len(sizes))]
    assert given.read.states.shape == (sum(sizes), small.SHAPE.width)
    batch = pad_lessons(given.read, [1, 0])
    start = given.read.starts[1]
    np.testing.assert_array_equal(batch.states[0, : sizes[1]], given.read.states[start : start + sizes[1]])


def trained(given: Given, recipe: Recipe, checkpoint: Path) -> tuple[Any, list[str]]:
    torch.manual_seed(1)
    model = english_network(given.shared, 1, given.raw.labels)
    share = Share([*given.lessons.trees, *given.lessons.names], given.lessons.german, 0.5)
    lines: list[str] = []
    state = fit_english(model, [given.read], share, recipe, lambda _: "measured", checkpoint, lines.append)
    model.load_state_dict(state)
    return model, lines


def test_english_learns_what_can_be_learnt(given: Given, tmp_path: Path) -> None:
    model, lines = trained(given, RECIPE, tmp_path / "last.pt")
    losses = [float(re.search(r"loss (\S+) measured", line)[1]) for line in lines]  # type: ignore[index]
    assert len(losses) == RECIPE.epochs
    assert losses[-1] < 0.2 * losses[0]
    scores = score_grammar_of(model, given.read, given.lessons.dev)
    assert scores == dict.fromkeys(("upos", "xpos", "morph", "lemma", "uas", "las"), 100.0)
    saved = torch.load(tmp_path / "last.pt")
    assert all(torch.equal(saved[name], tensor) for name, tensor in model.state_dict().items())
    labels = with_silver(model, given.read, [0, 1], 0.5)
    assert [LABELS[column] for column in labels[0].names] == ["B-PER", "O", "O", "O", "O"]


def test_layers_whose_rate_is_0_stay_as_they_are(given: Given, tmp_path: Path) -> None:
    recipe = dataclasses.replace(RECIPE, epochs=1, encoder_rate=0.0)
    before = english_network(given.shared, 1, given.raw.labels).state_dict()
    model, _ = trained(given, recipe, tmp_path / "last.pt")
    after = model.state_dict()
    layers = [name for name in after if name.startswith("tagger.encoder.layers")]
    assert layers
    assert all(torch.equal(before[name], after[name]) for name in layers)
    assert not any(weight.requires_grad for weight in model.tagger.encoder.layers.parameters())
    assert not torch.equal(before["tagger.heads.upos.weight"], after["tagger.heads.upos.weight"])


def test_only_sure_labels_are_silver_and_other_sentences_keep_theirs(given: Given) -> None:
    model = english_network(given.shared, 1, given.raw.labels)
    unsure, sure = (with_silver(model, given.read, [1], least) for least in (1.1, 0.0))
    assert set(unsure[1].names) == {IGNORED}
    assert IGNORED not in sure[1].names
    assert len(sure[1].names) == 2
    assert not sure[1].narrow
    assert unsure[2:] == sure[2:] == list(given.lessons.all[2:])


def test_a_word_outside_may_have_a_label_that_a_narrow_annotation_does_not_know(given: Given) -> None:
    model = english_network(given.shared, 1, given.raw.labels).eval()
    number = given.lessons.names[0]
    batch = pad_lessons(given.read, [number])
    assert batch.narrow.tolist() == [True]
    strict = dataclasses.replace(batch, narrow=np.array([False]))
    nothing = dataclasses.replace(batch, names=np.full_like(batch.names, IGNORED))
    with torch.no_grad():
        narrow, wide, none = (float(english_loss(model, each, False)) for each in (batch, strict, nothing))
    assert 0 < narrow < wide
    assert none == 0


def test_a_graph_that_shares_layers_is_whole_again_when_it_is_read(given: Given, tmp_path: Path) -> None:
    model = english_network(given.shared, 1, given.raw.labels)
    upper = model.tagger.encoder
    batch = pad_lessons(given.read, [0, 1])
    rounded = round_layers(upper, [(batch.states, torch.from_numpy(batch.trees.present))])
    graph = finish.upper_graph(given.shared, upper, rounded)
    own = {each.name for each in graph.graph.initializer}
    assert "layer1.inner.int8" in own
    assert not any(name.startswith("layer0.") for name in own)
    folder = write(given, tmp_path, graph)
    whole = shared_graph(folder)
    assert whole == finish.whole_graph(given.shared, graph)
    names = {each.name for each in onnx.load_model_from_string(whole).graph.initializer}
    assert names > own
    assert "layer0.inner.int8" in names


def test_a_pipeline_may_share_the_whole_encoder(given: Given, tmp_path: Path) -> None:
    folder = write(given, tmp_path, None)
    assert [path.name for path in folder.iterdir()] == [SHARED]
    assert json.loads((folder / SHARED).read_text(encoding="utf-8")) == {"pipeline": "de"}
    assert shared_graph(folder) == given.shared.files.graph


def write(given: Given, place: Path, graph: Any) -> Path:
    """Write an empty pipeline beside that whose encoder it shares, and return the folder of its encoder."""
    encoder = place / "de" / "lesart_encoder"
    encoder.mkdir(parents=True)
    given.shared.files.write(encoder)
    own = place / "en" / "lesart_encoder"
    own.mkdir(parents=True)
    (own / GRAPH).write_bytes(b"an older one")
    finish.write(spacy.blank("en"), place / "en", "de", given.shared, graph)
    return own


def test_weights_that_lie_elsewhere_are_not_shared(given: Given) -> None:
    graph = onnx.load_model_from_string(given.shared.files.graph).graph
    first, rest = onnx.GraphProto(), onnx.GraphProto()
    first.initializer.append(graph.initializer[0])
    first.name = graph.name
    rest.CopyFrom(graph)
    del rest.initializer[0]
    scattered = graph_field(first.SerializeToString() + rest.SerializeToString())
    files = EncoderFiles(scattered, given.shared.files.vectors, given.shared.files.pieces)
    with pytest.raises(ValueError, match="not where they were expected"):
        finish.shared_part(dataclasses.replace(given.shared, files=files), 1)
    start, end, names = finish.shared_part(given.shared, 1)
    assert 0 < start < end < len(given.shared.files.graph)
    assert "layer0.inner.int8" in names
    assert "layer1.inner.int8" not in names


def test_batches_hold_every_chosen_sentence_once(given: Given) -> None:
    chosen = [*given.lessons.trees][:7]
    sizes = [len(batch.names) for batch in finish.batches(given.read, chosen, 3, random.Random(1))]
    assert sorted(sizes) == [1, 3, 3]
