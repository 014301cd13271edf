"""The runs of the German training one after another, on sentences of which all can be learnt."""

import copy
import dataclasses
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from core.language.encoder.pieces import UnigramTokenizer  # noqa: E402
from core.training import files, sources  # noqa: E402
from core.training.e5 import E5File, read_e5  # noqa: E402
from core.training.further.runs import keep_one_head  # noqa: E402
from core.training.learning import OWN, TASK, evaluate  # noqa: E402
from core.training.lessons import Lessons, Shares  # noqa: E402
from core.training.network import encoder_from_e5  # noqa: E402
from core.training.recipe import Recipe  # noqa: E402
from core.training.recipes import JOINT, NAMES, TEACHERS, Plan, Run  # noqa: E402
from core.training.runs import Names, Untrained, new_joint, new_tagger, train_jointly, train_names  # noqa: E402
from core.training.scoring import MICRO  # noqa: E402
from core.training.sources import Corpus, Pruned  # noqa: E402
from core.training.stages import Stages  # noqa: E402
from tests.core.training import small  # noqa: E402

RECIPE = Recipe(
    epochs=15, batch=4, encoder_rate=1e-2, head_rate=1e-2, layer_decay=1.0, blanked=0.0, average=0.5, threads=1,
    bfloat16=False,
)  # fmt: skip
QUICK = dataclasses.replace(RECIPE, epochs=1)


@dataclasses.dataclass(frozen=True)
class Given:
    encoder: E5File
    corpus: Corpus
    lessons: Lessons


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    folder = tmp_path_factory.mktemp("given")
    moods = folder / "moods.txt"
    moods.write_text(small.MOODS, encoding="utf-8")
    options = small.write_german(folder)
    paths = dict(
        zip((name[2:].replace("-", "_") for name in options[::2]), map(Path, options[1::2]), strict=True)
    )
    raw = sources.read(files.files_of(SimpleNamespace(**{**paths, "treebank": [paths["treebank"]]})))
    encoder = read_e5(small.write_encoder(folder / "small.bin"))
    tokenizer = UnigramTokenizer(encoder.pieces, [float(score) for score in encoder.scores], {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "MOODS", moods)
        return Given(encoder, raw, sources.lessons(raw, Pruned(tokenizer, encoder.piece_rows())))


def test_names_end_with_the_best_of_the_runs_and_their_mean(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stages = Stages(tmp_path, {})
    names = train_names(given.encoder, given.lessons, [QUICK, RECIPE], stages)
    printed = capsys.readouterr().out
    assert "run 2: F1 100.00" in printed
    assert "mean of the runs: F1 " in printed
    tagger = new_tagger(given.encoder)
    tagger.load_state_dict(names.best)
    assert evaluate(tagger, given.lessons.vectors, given.lessons.names_dev)[MICRO].f1 == 1.0
    assert len(names.runs) == 2


def test_one_run_on_names_has_no_mean(
    given: Given, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = train_names(given.encoder, given.lessons, [QUICK], Stages(tmp_path, {}))
    assert "mean" not in capsys.readouterr().out
    assert names.best is names.runs[0]


def untaught(given: Given) -> Names:
    state = new_tagger(given.encoder).state_dict()
    return Names([state], state)


def test_the_network_has_the_weighted_mean_of_the_joint_runs(given: Given, tmp_path: Path) -> None:
    runs = (
        Run(QUICK, Shares(0.5, 0.5), weight=0.25),
        Run(dataclasses.replace(QUICK, seed=4), Shares(0.5, 0.5), {0: 1.0}, weight=0.75),
    )
    plan = Plan((QUICK,), runs, (), QUICK)
    untrained = Untrained(given.encoder, given.corpus.labels)
    names = untaught(given)
    stages = Stages(tmp_path, {})
    stages.run("names1", {}, (), lambda folder: names.best)
    model = train_jointly(untrained, given.lessons, names, plan, stages).state_dict()
    first, second = (torch.load(tmp_path / f"joint{number}" / "finished.pt") for number in (1, 2))
    for name, tensor in model.items():
        torch.testing.assert_close(tensor, 0.25 * first[name] + 0.75 * second[name])
    assert not torch.equal(first["speech.link"], second["speech.link"])


def test_a_run_without_speeches_leaves_their_head_to_the_others(given: Given, tmp_path: Path) -> None:
    runs = (Run(QUICK, Shares(0.5, 0.5), weight=0.5), Run(QUICK, Shares(0.5, 0.0), weight=0.5))
    stages, names = Stages(tmp_path, {}), untaught(given)
    stages.run("names1", {}, (), lambda folder: names.best)
    untrained = Untrained(given.encoder, given.corpus.labels)
    model = train_jointly(
        untrained, given.lessons, names, Plan((QUICK,), runs, (), QUICK), stages
    ).state_dict()
    first = torch.load(tmp_path / "joint1" / "finished.pt")
    assert torch.equal(model["speech.link"], first["speech.link"])
    assert not torch.equal(model["parser.arc"], first["parser.arc"])


def test_a_joint_run_begins_anew_when_the_names_have_changed(given: Given, tmp_path: Path) -> None:
    stages, names = Stages(tmp_path, {}), untaught(given)
    untrained = Untrained(given.encoder, given.corpus.labels)
    plan = Plan((), (Run(QUICK, Shares(0.5, 0.5), weight=1.0),), (), QUICK)

    def made(seed: int) -> bytes:
        stages.run("names1", {"seed": seed}, (), lambda folder: names.best)
        train_jointly(untrained, given.lessons, names, plan, stages)
        return (tmp_path / "joint1" / "finished.json").read_bytes()

    first, same, other = made(1), made(1), made(2)
    assert first == same != other


def test_a_taught_run_begins_anew_when_a_teacher_has_changed(given: Given, tmp_path: Path) -> None:
    stages, names = Stages(tmp_path, {}), untaught(given)
    stages.run("names1", {}, (), lambda folder: names.best)
    untrained = Untrained(given.encoder, given.corpus.labels)

    def made(seed: int) -> dict[str, bytes]:
        teacher = Run(dataclasses.replace(QUICK, seed=seed), Shares(0.5, 0.5))
        pupil = Run(QUICK, Shares(0.5, 0.5), {}, weight=1.0, taught=True)
        train_jointly(untrained, given.lessons, names, Plan((), (teacher, pupil), ({0: 1.0},), QUICK), stages)
        return {name: (tmp_path / name / "finished.json").read_bytes() for name in ("joint1", "joint2")}

    first, same, other = made(1), made(1), made(2)
    assert first == same
    assert first["joint1"] != other["joint1"]
    assert first["joint2"] != other["joint2"]


def test_the_encoder_has_the_weights_of_the_file(given: Given) -> None:
    file, width = given.encoder, small.SHAPE.width
    state = encoder_from_e5(file).state_dict()
    for place, name in enumerate("qkv"):
        rows = slice(place * width, (place + 1) * width)
        weight, bias = (
            state[f"layers.1.query_key_value.{kind}"][rows].numpy() for kind in ("weight", "bias")
        )
        np.testing.assert_array_equal(weight, file.tensor(f"l1.{name}.w", width, width))
        np.testing.assert_array_equal(bias, file.tensor(f"l1.{name}.b", width))
    first_type = file.tensor("emb.type", 2, width)[0]
    positions = file.tensor("emb.pos", small.SHAPE.positions, width)
    np.testing.assert_array_equal(state["positions"].numpy(), positions + first_type)


def test_one_head_for_names_is_kept_the_mean_of_both(given: Given) -> None:
    model = new_joint(given.encoder, untaught(given).best, given.corpus.labels)
    heads = model.tagger.heads
    heads[OWN] = copy.deepcopy(heads[TASK])
    with torch.no_grad():
        heads[TASK].weight.fill_(1.0)
        heads[OWN].weight.fill_(3.0)
    keep_one_head(model, 0.25)
    assert OWN not in heads
    assert set(heads[TASK].weight.flatten().tolist()) == {1.5}


def test_runs_start_only_from_earlier_ones_and_the_mean_is_whole() -> None:
    assert all(place < number for number, run in enumerate(JOINT) for place in run.start)
    first_taught = next(number for number, run in enumerate(JOINT) if run.taught)
    assert all(place < first_taught for mean in TEACHERS for place in mean)
    assert sum(run.weight for run in JOINT) == pytest.approx(1.0)


def test_a_machine_or_a_rehearsal_changes_every_run_alike() -> None:
    plan = Plan().on(3, False)
    recipes = [*plan.names, *(run.recipe for run in plan.joint), plan.polish]
    assert {(recipe.threads, recipe.bfloat16) for recipe in recipes} == {(3, False)}
    assert plan.on(NAMES[0].threads, NAMES[0].bfloat16) == Plan()
    rehearsed = plan.rehearsed()
    assert {recipe.last_epoch for recipe in (*rehearsed.names, *(run.recipe for run in rehearsed.joint))} == {
        1
    }
    assert [run.start for run in rehearsed.joint] == [run.start for run in JOINT]


def test_a_rehearsal_reads_the_first_sentences_with_the_labels_of_all(given: Given) -> None:
    some = given.corpus.first(2)
    assert [len(kind) for kind in (some.names, some.trees, some.trees_dev, some.speeches_dev)] == [2, 2, 2, 2]
    assert some.labels == given.corpus.labels
