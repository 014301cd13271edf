import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from core.language.encoder.pieces import UnigramTokenizer  # noqa: E402
from core.language.encoder.quantized import PieceVectors  # noqa: E402
from core.language.parser.biaffine import Biaffine  # noqa: E402
from core.language.speech.roles import SpeechScores  # noqa: E402
from core.training.batches import encode  # noqa: E402
from core.training.e5 import Shape  # noqa: E402
from core.training.germeval import LABELS, Sentence  # noqa: E402
from core.training.grammar import inventory, target  # noqa: E402
from core.training.heads import lemma_table, parser_arrays, speech_arrays, trained_heads  # noqa: E402
from core.training.joint import fit_jointly  # noqa: E402
from core.training.joint_network import Joint  # noqa: E402
from core.training.joint_scores import score_speeches, score_trees  # noqa: E402
from core.training.learning import TASK, evaluate  # noqa: E402
from core.training.lessons import Annotated, Lessons, Shares, Taught  # noqa: E402
from core.training.network import Encoder, Tagger  # noqa: E402
from core.training.parser import Parser, ParserShape  # noqa: E402
from core.training.polish import polish  # noqa: E402
from core.training.recipe import Recipe  # noqa: E402
from core.training.scoring import MICRO  # noqa: E402
from core.training.silver import Silver, consult  # noqa: E402
from core.training.speech import SpeechHeads, encode_speech  # noqa: E402
from core.training.spkatt import Speech  # noqa: E402
from core.training.treebank import Tree, Word  # noqa: E402

SHAPE = Shape(width=32, layers=1, heads=2, inner=64, positions=64, epsilon=1e-12)
TOKENIZER = UnigramTokenizer(
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁da", "▁Ida", "▁kam", "▁Ems"], [-1.0] * 9, {}
)
RECIPE = Recipe(
    epochs=25, batch=4, encoder_rate=1e-2, head_rate=1e-2, layer_decay=1.0, blanked=0.0, average=0.5, threads=1,
    bfloat16=False,
)  # fmt: skip
HERE = Word("da", "ADV", "ADV", (), "da", 1, "advmod")
CAME = Word("kam", "VERB", "VVFIN", (("Mood", "Ind"),), "kommen", 1, "ROOT")
IDA = Word("Ida", "PROPN", "NE", (("Case", "Nom"),), "Ida", 1, "nsubj")
EMS = Word("Ems", "PROPN", "NE", (), "Ems", 0, "ROOT")
TREES = [Tree((HERE, CAME, IDA), native=True), Tree((EMS,), native=True)] * 8
NAMES = [Sentence(("da", "kam", "Ida"), ("O", "O", "B-PER"))] * 8
SPEECHES = [
    Speech(("Ida", "kam", "da"), ((frozenset({1}), frozenset({0}), frozenset({2}), frozenset()),)),
    Speech(("Ems",), ()),
] * 8
INVENTORY = inventory(TREES)


def lessons() -> Lessons:
    rows = np.random.default_rng(1).integers(0, 256, (9, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    names = [encode(sentence, TOKENIZER) for sentence in NAMES]
    trees = [target(tree, INVENTORY, TOKENIZER) for tree in TREES]
    speeches = [encode_speech(speech, TOKENIZER) for speech in SPEECHES]
    return Lessons(PieceVectors(rows), names, names, trees, trees, speeches, speeches)


def untrained() -> Joint:
    torch.manual_seed(0)
    tagger = Tagger(Encoder(SHAPE, 0.0), SHAPE.width, {TASK: len(LABELS)}, 0.0)
    return Joint(tagger, SHAPE.width, INVENTORY, ParserShape(16, 8, 0.0))


def test_all_heads_learn_what_can_be_learnt(tmp_path: Path) -> None:
    model = untrained()
    lines: list[str] = []
    model.load_state_dict(
        fit_jointly(model, lessons(), RECIPE, Shares(0.5, 0.5), tmp_path, report=lines.append)
    )
    known = lessons()
    assert set(score_trees(model, known.vectors, known.trees).values()) == {100.0}
    said = score_speeches(model, known.vectors, known.speeches)
    assert said == {"cue": 100.0, "source": 100.0, "message": 100.0, "addressee": 0.0}
    assert lines[-1].endswith("F1 100.00")
    assert torch.load(tmp_path / "last.pt")["epoch"] == RECIPE.epochs


def test_names_are_learnt_from_what_a_teacher_says_of_trees(tmp_path: Path) -> None:
    known, teacher = lessons(), untrained()
    teacher.load_state_dict(fit_jointly(teacher, known, RECIPE, Shares(1.0, 0.0), tmp_path, report=quiet))
    taught = Taught(*(ask(teacher, known, kind) for kind in (known.names, known.trees, known.speeches)))
    without = dataclasses.replace(known, names=[], speeches=[])
    pupil = untrained()
    pupil.load_state_dict(
        fit_jointly(pupil, without, RECIPE, Shares(0.0, 0.0), tmp_path, Taught([], taught.trees, []), quiet)
    )
    assert names_f1(pupil, known) == 1.0
    assert names_f1(untrained(), known) < 1.0


def test_trees_are_learnt_from_what_a_teacher_says_of_other_sentences(tmp_path: Path) -> None:
    known, teacher = lessons(), untrained()
    teacher.load_state_dict(fit_jointly(teacher, known, RECIPE, Shares(0.0, 0.0), tmp_path, report=quiet))
    unread = dataclasses.replace(known, trees=known.trees[1:2], speeches=[])
    taught = Taught(ask(teacher, known, known.names), ask(teacher, known, unread.trees), [])
    pupil = untrained()
    pupil.load_state_dict(fit_jointly(pupil, unread, RECIPE, Shares(1.0, 0.0), tmp_path, taught, quiet))
    assert score_trees(pupil, known.vectors, known.trees)["uas"] == 100.0


def ask(teacher: Joint, known: Lessons, sentences: Sequence[Annotated]) -> list[Silver]:
    pieces = [(sentence.ids, sentence.firsts) for sentence in sentences]
    return consult([teacher], [teacher.tagger], pieces, known.vectors)


def names_f1(model: Joint, known: Lessons) -> float:
    return evaluate(model.tagger, known.vectors, known.names)[MICRO].f1


def quiet(_: str) -> None:
    """Nothing is printed."""


def test_the_shipped_parser_computes_what_the_network_computes() -> None:
    torch.manual_seed(1)
    parser = Parser(SHAPE.width, 5, ParserShape(16, 8, 0.0)).eval()
    shipped = Biaffine(parser_arrays(parser))
    words = torch.randn(1, 6, SHAPE.width)
    heads = [2, 0, 2, 3, 3, 1]
    with torch.no_grad():
        arcs = parser(words, torch.ones(1, 6))[0].numpy()
        relations = parser.relations(words, torch.tensor([heads]))[0].numpy()
    narrowed = shipped.narrow(words[0].numpy())
    np.testing.assert_allclose(shipped.heads(narrowed), arcs, atol=0.02)
    np.testing.assert_allclose(shipped.relations(narrowed, heads), relations, atol=0.02)


def test_the_shipped_speech_heads_compute_what_the_network_computes() -> None:
    torch.manual_seed(1)
    heads = SpeechHeads(SHAPE.width, 8).eval()
    shipped = SpeechScores(speech_arrays(heads))
    words = torch.randn(1, 6, SHAPE.width)
    with torch.no_grad():
        roles, ties = heads(words, torch.tensor([0, 0]), torch.tensor([4, 1]))
    np.testing.assert_allclose(shipped.cues(words[0].numpy()), roles[0, :, 0].numpy(), atol=0.02)
    np.testing.assert_allclose(shipped.towards(words[0].numpy(), [4, 1]), ties.numpy(), atol=0.02)


def test_each_component_gets_weights_for_its_labels() -> None:
    files = trained_heads(untrained(), INVENTORY, TREES)
    assert files["lesart_tagger"].labels == ["ADV", "NE", "VVFIN"]
    assert len(files["lesart_morphologizer"].arrays["weights"]) == 3 + 2 + 2
    assert len(files["lesart_lemmatizer"].arrays["weights"]) == len(INVENTORY.edits)
    assert files["lesart_lemmatizer"].labels["table"]["VERB"] == {"kam": "kommen"}


def test_the_table_holds_only_words_with_one_lemma() -> None:
    other = Word("kam", "VERB", "VVFIN", (), "ankommen", 0, "ROOT")
    assert lemma_table([*TREES, Tree((other,), native=True)]) == {
        "ADV": {"da": "da"},
        "PROPN": {"Ida": "Ida", "Ems": "Ems"},
    }


def figures(model: Joint) -> float:
    known = lessons()
    return sum(score_trees(model, known.vectors, known.trees).values())


def test_polishing_leaves_encoder_and_names_alone_and_the_grammar_no_worse() -> None:
    model = untrained()
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    unread = figures(model)
    after = polish(model, lessons(), RECIPE, lambda line: None)
    changed = {name for name in after if not torch.equal(after[name], before[name])}
    assert changed
    assert not any(name.startswith(("tagger.encoder", f"tagger.heads.{TASK}")) for name in changed)
    assert figures(model) > unread
