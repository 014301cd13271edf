"""An end without taking everything apart: nothing that was to be done or written before it is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRELUDE = "import sys; from core.quick_exit import quick_exit\n"


def _run(code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", PRELUDE + code],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )


def test_it_ends_with_the_status_and_all_that_was_written() -> None:
    ended = _run("print('x' * 100_000); print('why', file=sys.stderr, end=''); quick_exit(3); print('never')")
    assert ended.returncode == 3
    assert ended.stdout.strip() == b"x" * 100_000
    assert ended.stderr == b"why"


def test_nothing_loaded_is_taken_apart() -> None:
    taken_apart = "class Part:\n    def __del__(self): print('apart', flush=True)\npart = Part()\n"
    assert _run(taken_apart).stdout == b"apart\n"
    assert _run(taken_apart + "quick_exit(0)").stdout == b""


def test_what_is_registered_for_the_end_is_done_once_and_the_last_first(tmp_path: Path) -> None:
    ended = _run(
        "import atexit, tempfile\n"
        f"folder = tempfile.TemporaryDirectory(dir={str(tmp_path)!r})\n"
        "atexit.register(print, 'first'); atexit.register(print, 'second')\n"
        "quick_exit(0)"
    )
    assert ended.stdout.split() == [b"second", b"first"]
    assert not list(tmp_path.iterdir())


def test_work_in_another_thread_is_waited_for() -> None:
    ended = _run(
        "import threading, time\n"
        "threading.Thread(target=lambda: (time.sleep(0.3), print('done', flush=True))).start()\n"
        "quick_exit(4)"
    )
    assert (ended.returncode, ended.stdout) == (0, b"done\n"), "Python ends, once all threads have"


def test_a_thread_that_only_serves_others_holds_nothing_up() -> None:
    ended = _run(
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nquick_exit(4)"
    )
    assert ended.returncode == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_left_to_python() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", PRELUDE + "print('x'); quick_exit(0)"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )
    assert ended.returncode == 120
    assert b"No space left" in ended.stderr
