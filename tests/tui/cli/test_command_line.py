"""The command line as scripts and shells meet it: output, complaints, exit statuses."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from core.analysis import Analysis
from core.analyzer.version import pipeline_version
from core.articles.sources import read_article
from core.library import Library
from core.locations import ASSETS
from tests.tui.cli.program import run
from tui.cli import COMMANDS

SAMPLES = ASSETS / "samples"
LESART = [sys.executable, "-P", "-m", "tui.cli"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def lesart(home: Path, *words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LESART_HOME": str(home), "PYTHONPATH": str(ASSETS.parent)}
    return subprocess.run(
        [*LESART, *words],
        input=given,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )


def test_version_and_help(home: Path) -> None:
    assert lesart(home, "--version").stdout.startswith("lesart 0.")
    told = lesart(home, "--help")
    assert told.returncode == 0
    listed = re.findall(r"^  lesart ([a-z, ]+)", told.stdout, re.MULTILINE)
    assert set(COMMANDS) <= set(re.findall(r"[a-z]+", " ".join(listed)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serach", "hafen"], "did you mean “lesart search”?"),
        (["Export"], "did you mean “lesart export”?"),
        (["themes"], "lesart --help lists the commands."),
    ],
)
def test_a_slip_is_no_missing_file(home: Path, words: list[str], said: str) -> None:
    done = run(home, *words)
    assert done.returncode == 1
    assert done.stderr == f"lesart: There is neither a file nor a command “{words[0]}”; {said}\n"


def test_help_is_a_word_too(home: Path) -> None:
    assert run(home, "help").stdout == run(home, "--help").stdout
    assert run(home, "help", "search").stdout.startswith("usage: lesart search")


def test_demo_without_a_terminal_prints_the_reading(home: Path) -> None:
    done = run(home, "demo")
    assert done.returncode == 0, done.stderr
    assert "[Ada Lind|PER]" in done.stdout
    assert "ACTORS" in done.stdout
    assert "QUOTES" in done.stdout
    assert not done.stderr


def test_an_article_is_printed_for_a_screen_reader(home: Path) -> None:
    printed = run(home, "read", "--plain", str(SAMPLES / "bruecke.txt")).stdout
    assert printed.startswith("Headline: ")
    assert " says: " in printed
    assert ", person]" in printed
    assert "=====" not in printed


def test_links_are_listed_behind_the_article_where_they_are_asked_for(home: Path, tmp_path: Path) -> None:
    page = tmp_path / "kai.md"
    page.write_text(
        "# Am Kai\n\nLaut [dem\nBericht](https://kap.example/b) und <https://kap.example/a> steht er still.\n"
    )
    printed = run(home, "read", "--links", str(page)).stdout
    assert printed == run(home, "read", "--plain", "--links", str(page)).stdout
    plain = run(home, "read", "--plain", str(page)).stdout
    assert printed.removeprefix(plain).splitlines() == [
        "Links: 2.",
        "1. dem Bericht: https://kap.example/b",
        "2. https://kap.example/a",
    ]
    page.write_text("# Am Kai\n\nNichts.\n")
    assert run(home, "read", "--links", str(page)).stdout.endswith("Links: none found.\n")


@pytest.mark.parametrize(("pipeline", "is_used"), [(pipeline_version("de"), True), ("older", False)])
def test_an_analysis_of_the_same_version_is_printed_as_it_was_kept(
    home: Path, pipeline: str, is_used: bool
) -> None:
    source = str(SAMPLES / "bruecke.txt")
    library = Library(home / "library", home / "cache")
    library.keep_analysis(read_article(source), Analysis(pipeline, language="de"))
    assert (" says: " not in run(home, "read", "--plain", source).stdout) is is_used


def test_analyze_prints_one_object_whose_offsets_fit_its_text(home: Path) -> None:
    done = lesart(home, "analyze", str(SAMPLES / "bruecke.txt"))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["language"] == "de"
    assert found["title"] == "Brückensperrung bei Rendsburg verlängert sich"
    assert found["text"] == (SAMPLES / "bruecke.txt").read_text(encoding="utf-8")
    actors = {actor["id"] for actor in found["actors"]}
    for mention in found["mentions"]:
        assert 0 <= mention["start"] < mention["end"] <= len(found["text"])
        assert mention["actor"] is None or mention["actor"] in actors
    assert {quote["id"] for quote in found["quotes"]}


def test_analyze_goes_on_after_a_source_that_cannot_be_read(home: Path) -> None:
    done = run(home, "analyze", "--format", "jsonl", "nowhere.txt", str(SAMPLES / "ferry.md"))
    assert done.returncode == 1
    assert [json.loads(line)["language"] for line in done.stdout.splitlines()] == ["en"]
    assert done.stderr == "lesart: Cannot find nowhere.txt: check the path.\n"


def test_several_sources_as_one_json_object_are_refused(home: Path) -> None:
    assert lesart(home, "analyze", "a", "b").returncode == 2


def test_standard_input_is_a_source(home: Path) -> None:
    done = run(home, "analyze", "-", given="Kiel (dpa) – „Wir bleiben“, sagte Jette Claasen.")
    assert json.loads(done.stdout)["source"] == "-"


def test_an_output_that_nobody_reads_on_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -P -m tui.cli analyze {SAMPLES / 'bruecke.txt'} | head -c 20"
    environment = {**os.environ, "LESART_HOME": str(home), "PYTHONPATH": str(ASSETS.parent)}
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=environment, check=False
    )
    assert done.stderr == ""


def test_annotate_prints_the_id_of_what_is_kept(home: Path) -> None:
    source = str(SAMPLES / "bruecke.txt")
    done = lesart(
        home, "annotate", source, "--exact", "Birte Clausen", "--tag", "Amt", "--note", "Nachfragen"
    )
    assert done.returncode == 0, done.stderr
    kept = "".join(path.read_text(encoding="utf-8") for path in home.rglob("*.json"))
    assert done.stdout.strip() in kept
    assert "Nachfragen" in kept


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--exact", "Bürgermeister"], "do not occur in the article"),
        (["--exact", "die"], "times in it; give the range instead"),
        (["--range", "5"], "is no range"),
        (["--range", "5:999999"], "no passage 5:999999"),
    ],
)
def test_annotate_says_why_not(home: Path, words: list[str], says: str) -> None:
    done = lesart(home, "annotate", str(SAMPLES / "bruecke.txt"), *words, "--tag", "x")
    assert done.returncode == 1
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_annotate_from_lines_keeps_the_good_ones(home: Path) -> None:
    lines = '{"range": [0, 5], "tags": ["a"]}\nnonsense\n{"note": "zum Ganzen"}\n{}\n'
    done = lesart(home, "annotate", str(SAMPLES / "bruecke.txt"), "--jsonl", "-", given=lines)
    assert done.returncode == 1
    assert len(done.stdout.split()) == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["line 2", "line 4"]


def test_doctor_names_what_is_wrong_with_the_files_of_settings_and_keys(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_bytes(b"measure = [\xff\n")
    (home / "config" / "keys.toml").write_text('no-such-command = "j"\n', encoding="utf-8")
    done = lesart(home, "doctor")
    assert done.returncode == 1
    assert "settings.toml" in done.stdout
    assert "no-such-command" in done.stdout


def test_doctor_names_a_look_that_there_is_not(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text('theme = "lila"\n', encoding="utf-8")
    done = lesart(home, "doctor")
    assert done.returncode == 1
    assert "There is no look called “lila”" in done.stdout


def test_doctor_is_well_on_an_empty_home_and_names_its_folders(home: Path) -> None:
    done = lesart(home, "doctor")
    assert done.returncode == 0, done.stdout
    assert str(home) in done.stdout
    assert "de_lesart" in done.stdout
    assert "telemetry of onnxruntime is off" in done.stdout


def test_opening_imports_no_language_model(home: Path) -> None:
    heavy = ("spacy", "onnxruntime", "numpy")
    code = f"import sys, tui.app, tui.cli.read; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ASSETS.parent)},
        check=True,
    )
    assert done.stdout.strip() == "[]"
