"""What goes in and out of the commands: any bytes, any encoding, and ends that close or are full."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from core.locations import ASSETS
from core.text.surrogates import SURROGATE
from tests.tui.analysed import keep_analysis

LESART = [sys.executable, "-P", "-m", "tui.cli"]
FULL = Path("/dev/full")
ARTICLE = "Möwen über Kiel 🐦\n\nAda Lind sprach am Montag mit Karl Brehm.\n"

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in a folder with an article in it, which is analysed; streams are bytes."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for home in ("home", "other"):
        keep_analysis(tmp_path / home, tmp_path / "a.txt")

    def command(*words: str | bytes, given: bytes = b"", home: str = "home", **more: str) -> object:
        environment = {**os.environ, "LESART_HOME": str(tmp_path / home), "PYTHONPATH": str(ASSETS.parent)}
        return subprocess.run(
            [*LESART, *words],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **more},
            timeout=120,
            check=False,
        )

    return command


def test_output_is_utf8_whatever_the_encoding_of_the_system(run: Run) -> None:
    done = run("export", "a.txt", "--format", "jsonl", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert "🐦" in done.stdout.decode()


def test_bytes_of_another_encoding_are_read_as_in_a_file_and_come_back(run: Run) -> None:
    lines = b'{"note":"eins"}\n{"note":"M\xfcller"}\n{"note":"\\ud800"}\n'
    assert run("annotate", "a.txt", "--jsonl", "-", given=lines).stdout.count(b"\n") == 3
    assert run("annotate", "a.txt", "--note", b"x\xff", "--tag", b"m\xfcll").returncode == 0
    backup = run("export", "a.txt", "--format", "jsonl").stdout
    notes = [each["note"] for each in json.loads(backup)["annotations"]]
    assert notes == ["eins", "Müller", "\ufffd", "xÿ"]
    assert run("import", "-", given=backup, home="other").returncode == 0
    again = run("export", "a.txt", "--format", "jsonl", home="other").stdout
    assert [each["note"] for each in json.loads(again)["annotations"]] == notes
    assert not SURROGATE.search(again.decode())


BAD = (
    b'{"range": [1e999, 5], "tags": ["x"]}',
    b'{"range": [0, %s], "tags": ["x"]}' % (b"9" * 5000),
    b'{"note": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"note": "x\x00"}',
    b'{"range": [-Infinity, NaN], "tags": ["x"]}',
)
"""Lines that are no annotations: endless numbers, deep nesting, NUL, and what JSON has no numbers for."""


@pytest.mark.parametrize("source", ["-", "lines.jsonl"])
def test_bad_lines_are_named_and_the_rest_goes_on(run: Run, source: str, tmp_path: Path) -> None:
    lines = b"".join(b'{"note": "vorher %d"}\n%s\n' % (n, bad) for n, bad in enumerate(BAD))
    lines += b'{"note": "nachher"}\n'
    (tmp_path / "lines.jsonl").write_bytes(lines)
    done = run("annotate", "a.txt", "--jsonl", source, given=lines)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") == len(BAD) + 1
    said = done.stderr.splitlines()
    assert len(said) == len(BAD)
    for n, sentence in enumerate(said):
        assert b"line %d: Not kept: " % (2 * n + 2) in sentence
        assert len(sentence) < 300


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", [("read", "--plain", "a.txt"), ("export", "a.txt", "--format", "jsonl")])
def test_an_output_that_is_full_is_named(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    shell = ["sh", "-c", '"$@" > /dev/full', "sh", *LESART, *words]
    environment = {**os.environ, "LESART_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ASSETS.parent)}
    done = subprocess.run(shell, capture_output=True, cwd=tmp_path, env=environment, timeout=120, check=False)
    assert done.returncode == 1
    assert done.stderr.decode() == "lesart: Cannot write the output: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the stream")
def test_nothing_is_done_without_an_output(run: Run, tmp_path: Path) -> None:
    shell = ["sh", "-c", '"$@" >&-', "sh", *LESART, "annotate", "a.txt", "--tag", "x"]
    environment = {**os.environ, "LESART_HOME": str(tmp_path / "empty"), "PYTHONPATH": str(ASSETS.parent)}
    done = subprocess.run(shell, capture_output=True, cwd=tmp_path, env=environment, timeout=120, check=False)
    assert done.returncode == 1
    assert b"standard output is closed" in done.stderr
    assert not (tmp_path / "empty").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no FIFOs")
def test_an_export_leaves_what_it_writes_into_as_it_is(run: Run, tmp_path: Path) -> None:
    target, link, fifo = tmp_path / "target", tmp_path / "link", tmp_path / "fifo"
    target.write_text("old")
    link.symlink_to(target)
    assert run("export", "a.txt", "--format", "jsonl", "--force", "-o", "link").returncode == 0
    assert link.is_symlink()
    assert ARTICLE in json.loads(target.read_text(encoding="utf-8"))["text"]
    os.mkfifo(fifo)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(fifo.read_bytes()), daemon=True)
    reader.start()
    assert run("export", "a.txt", "--format", "jsonl", "-o", "fifo").returncode == 0
    reader.join(60)
    assert json.loads(read[0])["text"] == ARTICLE
    assert stat.S_ISFIFO(fifo.stat().st_mode)
    assert run("export", "a.txt", "--format", "jsonl", "-o", "/dev/null").returncode == 0
    assert run("export", "a.txt", "--format", "jsonl", "-o", ".backup").returncode == 0
    assert (tmp_path / ".backup").is_file()
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes there")
def test_a_file_whose_name_is_no_utf8_is_read(run: Run, tmp_path: Path) -> None:
    name = b"k\xfcste.txt"
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(ARTICLE, encoding="utf-8")
    for words in (
        ("read", "--plain", name),
        ("annotate", name, "--tag", "x"),
        ("export", name, "--format", "jsonl"),
    ):
        done = run(*words)
        assert b"Traceback" not in done.stderr
        assert done.returncode == 0, done.stderr
    assert run("export", "--list").returncode == 0
