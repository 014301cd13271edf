"""The commands that train: German from nothing, German further, and English on top, each in a rehearsal."""

import importlib
import importlib.util
import runpy
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from gzip import compress
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import spacy
from spacy.language import Language

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from core.language.encoder.model import GRAPH  # noqa: E402
from core.language.encoder.sharing import SHARED  # noqa: E402
from core.language.heads import HeadFiles  # noqa: E402
from core.language.pipeline import WHOLE, register_components  # noqa: E402
from core.training import evaluate, files  # noqa: E402
from core.training.english import __main__ as english  # noqa: E402
from core.training.further import __main__ as further  # noqa: E402
from core.training.shared import read_shared  # noqa: E402
from tests.core.training import small  # noqa: E402

REHEARSAL = ("--rehearse", "--threads", "1", "--no-bfloat16")
STAGES = ["names1", "names2", *(f"joint{number}" for number in range(1, 9))]


@contextmanager
def small_lists(folder: Path) -> Iterator[Any]:
    """The module of the German command, with word lists and sentences for moods of a few lines."""
    moods = folder / "moods.txt"
    moods.write_text(small.MOODS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        if importlib.util.find_spec("wordfreq") is None:
            patch.setitem(sys.modules, "wordfreq", SimpleNamespace(get_frequency_dict=frequencies))
        command = importlib.import_module("core.training.__main__")
        patch.setattr("core.training.vocabulary.get_frequency_dict", frequencies)
        patch.setattr("core.training.sources.MOODS", moods)
        yield command


def frequencies(language: str, wordlist: str) -> dict[str, float]:
    """Words that need pieces twice, but for the rare ones of English."""
    assert wordlist == "large"
    german = {"Hafen": 1e-4, "Hafenkran": 1e-9}
    return german if language == "de" else {"row": 1e-4, "rows": 1e-5, "They": 1e-9, "Theys": 1e-9}


@dataclass(frozen=True)
class Trained:
    """What the German command was given, and what it made."""

    home: Path
    files: Sequence[str]
    out: Path
    printed: str

    def again(self) -> None:
        """Give the command once more, with what it left behind."""
        with small_lists(self.home) as command:
            command.main(german_arguments(self.home, self.files))


def german_arguments(home: Path, raw: Sequence[str]) -> list[str]:
    places = {"encoder": "small.bin", "out": "models/de_lesart", "checkpoints": "build"}
    return [
        *raw,
        *(part for name, place in places.items() for part in (f"--{name}", str(home / place))),
        *REHEARSAL,
    ]


def printed_by(call: Callable[[], None]) -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        call()
    return printed.getvalue()


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    home = tmp_path_factory.mktemp("german")
    raw = small.write_german(home)
    small.write_encoder(home / "small.bin")
    out = home / "models" / "de_lesart"
    out.mkdir(parents=True)
    (out / "README.md").write_text("by hand\n", encoding="utf-8")
    trained = Trained(home, raw, out, "")
    return Trained(home, raw, out, printed_by(trained.again))


def loaded(folder: Path) -> Language:
    register_components()
    return spacy.load(folder, exclude=WHOLE)


def test_german_is_written_as_a_pipeline_that_reads(german: Trained) -> None:
    nlp = loaded(german.out)
    doc = nlp("Ida sagt, er komme nie.")
    assert {token.tag_ for token in doc} <= {
        "NE",
        "VVFIN",
        "$,",
        "PPER",
        "ADV",
        "$.",
        "VVIMP",
        "APPRART",
        "NN",
    }
    assert all(token.has_dep() and token.has_head() for token in doc)
    assert nlp.meta["training"]["sentences"] == {"names": 12, "trees": 19, "speech": 12}
    assert nlp.meta["training"]["polish"]["epochs"] == 1
    assert 0.0 <= nlp.meta["performance"]["tag_acc"] <= 1.0
    assert (german.out / "README.md").read_text(encoding="utf-8") == "by hand\n"


def test_german_keeps_the_pieces_that_two_of_its_words_need(german: Trained) -> None:
    pieces = read_shared(german.out / "lesart_encoder").tokenizer.pieces
    assert {piece for piece in pieces if len(piece) > 2} == {
        "<s>",
        "<pad>",
        "</s>",
        "<unk>",
        "▁Hafen",
        "▁row",
    }
    assert {"I", "d", "a"} <= set(pieces)
    assert f"{len(pieces)} pieces kept" in german.printed


def test_german_is_scored_in_full_precision_and_in_eight_bits(german: Trained) -> None:
    full, eight = (german.printed.index(f"in {kind}:") for kind in ("full precision", "eight bits"))
    assert full < eight
    assert german.printed.count("polish 1 loss") == 2
    assert german.printed.startswith("12 sentences with names, 19 trees, 12 with speech;")


def test_a_second_call_takes_up_every_run_and_makes_the_same(german: Trained) -> None:
    before = (german.out / "lesart_encoder").iterdir()
    files_before = {path.name: path.read_bytes() for path in before}
    said = printed_by(german.again)
    assert [line.split(":")[0] for line in said.splitlines() if "taken from" in line] == STAGES
    assert {
        path.name: path.read_bytes() for path in (german.out / "lesart_encoder").iterdir()
    } == files_before


def test_the_written_pipeline_is_measured(german: Trained, capsys: pytest.CaptureFixture[str]) -> None:
    options = dict(zip(german.files[::2], german.files[1::2], strict=True))
    names = ("--germeval-dev", "--treebank", "--spkatt-dev")
    evaluate.main(["--model", str(german.out), *(part for name in names for part in (name, options[name]))])
    printed = capsys.readouterr().out
    assert "3 sentences, 11 words" in printed
    assert "2 held-out sentences" in printed
    assert "3 sentences of speeches, 14 words" in printed


def further_arguments(german: Trained, home: Path) -> list[str]:
    own = home / "own_de.tsv.gz"
    own.write_bytes(compress(small.OWN.encode()))
    places = {
        "annotated": own,
        "model": german.out,
        "out": home / "out" / "de_lesart",
        "checkpoints": home / "build",
    }
    return [
        *german.files,
        *(part for name, place in places.items() for part in (f"--{name}", str(place))),
        *REHEARSAL,
    ]


@pytest.mark.parametrize(("more", "names"), [((), 12), (("--with-dev",), 15)])
def test_german_is_trained_further_above_the_frozen_layers(
    german: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], names: int
) -> None:
    monkeypatch.setattr(further, "OWN_LAYERS", 1)
    with small_lists(tmp_path):
        said = printed_by(lambda: further.main([*further_arguments(german, tmp_path), *more]))
    assert "in eight bits:" in said
    before, after = (
        read_shared(out / "lesart_encoder") for out in (german.out, tmp_path / "out" / "de_lesart")
    )
    frozen, trained = zip(before.weights.layers, after.weights.layers, strict=True)
    assert same_matrix(*frozen)
    assert not same_matrix(*trained)
    meta = loaded(tmp_path / "out" / "de_lesart").meta
    assert meta["training"]["sentences"] == {"names": names, "annotated": 2, "trees": 19, "speech": 12}
    assert meta["sources"][-1]["name"].startswith("Names in German sentences")


def same_matrix(one: Any, other: Any) -> bool:
    left, right = (layer.inner.matrix for layer in (one, other))
    return bool((left.values == right.values).all() and (left.scales == right.scales).all())


def test_training_further_wants_the_labels_of_the_pipeline(
    german: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(further, "OWN_LAYERS", 1)
    arguments = further_arguments(german, tmp_path)
    other = tmp_path / "other.conllu"
    other.write_text("\n".join(small.GERMAN_TREES[2:] * 10), encoding="utf-8")
    arguments[arguments.index("--treebank") + 1] = str(other)
    with pytest.raises(ValueError, match="de_lesart was trained on other labels"):
        further.main(arguments)
    assert not (tmp_path / "out" / "de_lesart").exists()


def test_english_is_trained_on_the_lower_layers_of_german(
    german: Trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(english, "OWN_LAYERS", 1)
    out = german.out.with_name("en_lesart")
    places = {"model": german.out, "out": out, "checkpoints": tmp_path / "build"}
    arguments = [part for name, place in places.items() for part in (f"--{name}", str(place))]
    said = printed_by(lambda: english.main([*small.write_english(tmp_path), *arguments, *REHEARSAL]))
    assert said.count("epoch 1 ") == 2
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"english_first.pt", "english_second.pt"}
    nlp = loaded(out)
    assert nlp.lang == "en"
    assert "lesart_speech" not in nlp.pipe_names
    assert nlp.meta["training"]["sentences"] == {"trees": 12, "names": 4, "annotated": 1, "german": 6}
    assert {token.tag_ for token in nlp("Ada doesn't row.")} <= {"NNP", "VBZ", "RB", "VB", "VBP", "PRP", "."}
    assert set(HeadFiles.read(out / "lesart_lemmatizer").labels["table"]) == {"AUX", "PART", "VERB", "PRON"}
    own = out / "lesart_encoder"
    assert {path.name for path in own.iterdir()} == {GRAPH, SHARED}
    whole = german.out / "lesart_encoder" / GRAPH
    assert (own / GRAPH).stat().st_size < whole.stat().st_size


@pytest.mark.parametrize("command", [english, further])
def test_a_command_without_its_files_says_which_are_missing(
    command: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([])
    assert ended.value.code == 2
    missing = capsys.readouterr().err
    assert "--treebank" in missing
    assert "--out" in missing


@pytest.mark.parametrize("module", ["", "english/", "further/", "evaluate"])
def test_each_module_runs_as_a_command(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{module}__main__.py" if not module or module.endswith("/") else f"{module}.py"
    monkeypatch.setattr(sys, "argv", [path, "--help"])
    with small_lists(tmp_path), pytest.raises(SystemExit) as ended:
        runpy.run_path(str(Path(evaluate.__file__).parent / path), run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(
        f"usage: python -m core.training{'.' * bool(module)}{module.strip('/')} "
    )


def test_files_to_measure_by_alone_do_not_begin_a_training_anew(german: Trained) -> None:
    parser = further.argparse.ArgumentParser()
    files.add_files(parser)
    given = files.files_of(parser.parse_args([str(each) for each in german.files]))
    known = files.materials(given)
    assert set(known) == {"names", "names_dev", "treebank treebank.txt", "speeches"}
    given.speeches_dev.with_name("other").write_text("other", encoding="utf-8")
    assert files.materials(replace(given, speeches_dev=given.speeches_dev.with_name("other"))) == known
    assert files.materials(replace(given, speeches=given.speeches_dev.with_name("other"))) != known
