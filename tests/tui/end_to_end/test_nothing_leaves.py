"""Nothing leaves the machine, and nothing is written but where the reader's things lie: programs under a guard."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.guard import Guard, obstacle
from tests.tui.end_to_end.terminal import Terminal

LESART = (sys.executable, "-P", "-m", "tui.cli")
SAMPLES = [str(path) for path in sorted((ASSETS / "samples").glob("*.txt"))]

LONG = 15.0
"""Seconds of work after the first article: what a library gathers it may send later, onnxruntime after about ten."""
PACE = 1.5
"""Seconds from one analysis to the next: it is time that counts, and nobody takes in more of them."""

UNWRITABLE = "/dev/null/nowhere"
"""A folder that cannot be made, not even by the superuser."""


@pytest.fixture(autouse=True, scope="module")
def _guarded() -> None:
    if (why := obstacle()) is not None:
        pytest.skip(why)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The only folder in which Lesart may leave something."""
    return tmp_path / "lesart"


@pytest.fixture
def passing(tmp_path: Path) -> Path:
    """The folder for temporary files, of which none may be left: py3langid unpacks its model into one."""
    folder = tmp_path / "passing"
    folder.mkdir()
    return folder


@pytest.fixture
def guard(home: Path, passing: Path) -> Iterator[Guard]:
    with Guard(home, passing) as guard:
        yield guard
    assert not guard.breaches, "\n".join(guard.breaches)
    assert list(passing.iterdir()) == []


@pytest.fixture
def environment(tmp_path: Path, home: Path, passing: Path) -> dict[str, str]:
    """That of a reader at home.

    It is made anew: libraries keep still by themselves where they find the variables of a build server.
    """
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "user"),
        "LESART_HOME": str(home),
        "TMPDIR": str(passing),
        "PYTHONPATH": str(ASSETS.parent),
        "PYTHONDONTWRITEBYTECODE": "1",  # Python's own, beside the code.
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def _heeding_interrupts() -> None:
    """Undo what a shell does to commands in the background: they and all their children ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_long_analysis(guard: Guard, environment: dict[str, str], tmp_path: Path) -> None:
    # More than there is time for: it works until it is told to stop, however fast the machine is.
    command = guard.command(*LESART, "analyze", "--format", "jsonl", *SAMPLES * 1000)
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, preexec_fn=_heeding_interrupts
    ) as analysis:
        assert analysis.stdout is not None
        assert analysis.stdout.readline().startswith(b"{")
        end = time.monotonic() + LONG
        while time.monotonic() < end:
            assert analysis.stdout.readline().startswith(b"{")
            time.sleep(PACE)
        analysis.send_signal(signal.SIGINT)
        analysis.communicate()
    assert analysis.returncode == 130


def test_the_demo_and_the_library(guard: Guard, environment: dict[str, str]) -> None:
    with closing(Terminal(guard.command(*LESART, "demo"), environment)) as demo:
        demo.wait(" names, ")
        demo.press("e", "t")
        demo.wait("type a tag")
        demo.press("hafen", "\r")
        demo.wait("saved")
        demo.press("q")
        assert demo.wait_end() == 0
    with closing(Terminal(guard.command(*LESART), environment)) as library:
        library.wait("Machtkampf am Kap")
        library.press("\r")
        library.wait(" names, ")
        library.press("q", "q")
        assert library.wait_end() == 0


def test_the_pipeline_loaded_with_spacy_alone(
    guard: Guard, environment: dict[str, str], tmp_path: Path
) -> None:
    code = "import sys, spacy; print(spacy.load(sys.argv[1])('Ada Lind fuhr nach Kiel.').ents)"
    command = guard.command(sys.executable, "-P", "-c", code, str(ASSETS / "models" / "de_lesart"))
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("(Ada Lind, Kiel)\n", "")


def test_an_export_leaves_the_file_that_was_named(
    environment: dict[str, str], home: Path, passing: Path, tmp_path: Path
) -> None:
    (pages := tmp_path / "pages").mkdir()
    page = pages / "page.html"
    with Guard(home, passing, pages) as guard:
        command = guard.command(*LESART, "export", SAMPLES[0], "--format", "html", "-o", str(page))
        subprocess.run(command, env=environment, cwd=tmp_path, check=True)
    assert not guard.breaches, "\n".join(guard.breaches)
    assert list(pages.iterdir()) == [page]


def test_no_library_complains_where_nothing_can_be_written(
    guard: Guard, environment: dict[str, str], tmp_path: Path
) -> None:
    nowhere = environment | {"HOME": UNWRITABLE, "LESART_HOME": UNWRITABLE}
    command = guard.command(*LESART, "analyze", SAMPLES[0])
    done = subprocess.run(command, env=nowhere, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
