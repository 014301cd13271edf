"""Private index folders: each goes with its process, at the latest when the next one looks at its library."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.library.index.private_folders import LOCK, PREFIX, clear_left_behind, make_private_folder

pytest.importorskip("fcntl", reason="nothing is cleared away on Windows")

HOLDER = """\
import sys, time
from pathlib import Path
from core.library import Library
library = Library(Path(sys.argv[1]))
library.tags()
print("ready", flush=True)
time.sleep(60)
"""


class Owner:
    """Whatever has a private folder."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for what is temporary."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another Lesart, at work on a library that nothing was written to yet."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "none yet")],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def left(place: Path) -> Path:
    """A folder as a killed process leaves it."""
    owner = Owner()
    kept = make_private_folder(owner)
    copy = place / f"{PREFIX}left"
    shutil.copytree(kept, copy)
    (copy / "index.sqlite3").write_bytes(b"rows")
    return copy


def test_what_a_killed_process_left_goes_when_a_library_is_asked_something(place, folder, holder):
    (found,) = place.iterdir()
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert found.is_dir()
    Library(folder).tags()
    assert not found.exists()


def test_what_another_process_uses_stays(place, folder, holder):
    (used,) = place.iterdir()
    Library(folder).tags()
    assert (used / "index.sqlite3").is_file()
    assert (used / LOCK).is_file()


def test_what_this_process_uses_stays_and_goes_with_its_owner(place):
    owner = Owner()
    used = make_private_folder(owner)
    clear_left_behind()
    assert used.is_dir()
    del owner
    assert not list(place.iterdir())


def test_what_was_left_goes_whole(place):
    assert left(place).is_dir()
    clear_left_behind()
    assert not list(place.iterdir())


def test_a_folder_of_somebody_else_stays(place, monkeypatch):
    other = left(place)
    monkeypatch.setattr(os, "getuid", lambda: other.stat().st_uid + 1)
    clear_left_behind()
    assert (other / "index.sqlite3").is_file()


def test_no_link_is_followed(place, tmp_path):
    behind = tmp_path / "behind"
    left(place).rename(behind)
    (place / f"{PREFIX}link").symlink_to(behind)
    clear_left_behind()
    assert (behind / "index.sqlite3").is_file()


def test_a_lock_that_is_a_link_counts_for_none(place, tmp_path):
    folder = left(place)
    elsewhere = tmp_path / "elsewhere"
    (folder / LOCK).rename(elsewhere)
    (folder / LOCK).symlink_to(elsewhere)
    clear_left_behind()
    assert folder.is_dir()


def test_a_folder_that_is_being_made_stays(place):
    folder = left(place)
    (folder / LOCK).unlink()
    clear_left_behind()
    assert folder.is_dir()


def test_other_folders_and_files_stay(place):
    other = place / "lesart-note"
    left(place).rename(other)
    file = place / f"{PREFIX}file"
    file.write_bytes(b"")
    clear_left_behind()
    assert other.is_dir()
    assert file.is_file()
