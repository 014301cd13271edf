"""What was confirmed outlives the death of the program, also with two of them at work."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from core.library import Library, durable_files
from tests.core.library.conftest import make_article, note

ROOT = Path(__file__).parents[3]


def start(folder: Path, name: str, seed: int, times: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "tests.core.library.writer", str(folder), name, str(seed), str(times)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE)


class Expected:
    """What must be on disk: everything confirmed, and of the change under way either the old state or the new."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.confirmed = 0
        self.under_way: list[str] | None = None

    def hear(self, line: bytes) -> None:
        stage, kind, id, note = json.loads(line)
        if stage == "begin":
            self.under_way = [kind, id, note]
            return
        self.under_way = None
        self.confirmed += 1
        self._apply(kind, id, note)

    def compare(self, found: dict[str, str]) -> None:
        """Check what was found, and take over the change under way if it was made."""
        if found != self.notes and self.under_way is not None:
            self._apply(*self.under_way)
        self.under_way = None
        assert found == self.notes

    def _apply(self, kind: str, id: str, note: str) -> None:
        if kind == "save":
            self.notes[id] = note
        else:
            self.notes.pop(id, None)


def found(folder: Path, name: str = "") -> dict[str, str]:
    library = Library(folder)
    shelf = library.open_article(make_article())
    assert (shelf.damage, shelf.warning) == ((), None)
    assert library.check().troubles == ()
    return {one.id: one.note for one in shelf.annotations if one.id.startswith(name)}


def test_kill_9_at_any_moment_loses_nothing_confirmed(folder):
    """A few kills; `make soak` makes 500, of two programs at a time."""
    chance = random.Random(20)
    expected = Expected()
    rounds = 0
    while expected.confirmed < 60:
        rounds += 1
        writer = start(folder, "w", rounds, 1000)
        assert writer.stdout is not None
        for _ in range(2 * chance.randint(8, 24)):
            expected.hear(writer.stdout.readline())
        time.sleep(chance.uniform(0, 0.03))
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout.read().splitlines():
            expected.hear(line)
        assert writer.wait() == -signal.SIGKILL
        expected.compare(found(folder))
    assert rounds >= 3
    assert expected.notes


def test_a_stray_temporary_file_of_a_killed_writer_goes_with_the_next_save(folder):
    """Killed over and over, the program leaves no heap of files behind."""
    chance = random.Random(4)
    for seed in range(4):
        writer = start(folder, "w", seed, 1000)
        assert writer.stdout is not None
        for _ in range(6):
            writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.02))
        writer.kill()
        writer.stdout.close()
        writer.wait()
    assert start(folder, "w", 9, 3).wait() == 0
    assert list(folder.rglob("*.tmp")) == []


def test_what_a_killed_writer_left_goes_with_the_first_save_of_the_next_program(folder, library, article):
    library.save(article, note(article))
    left = folder / "unfinished" / "annotations" / ".half.tmp"
    left.write_text("{")
    assert left in durable_files.leftovers(left.parent)
    Library(folder).save(article, note(article, "Tore"))
    assert not left.exists()


def test_two_programs_writing_at_once_lose_nothing_of_each_other(folder):
    writers = {name: start(folder, name, seed, 60) for seed, name in enumerate(("links", "rechts"))}
    for name, writer in writers.items():
        output, _ = writer.communicate(timeout=60)
        assert writer.returncode == 0
        expected = Expected()
        for line in output.splitlines():
            expected.hear(line)
        assert expected.confirmed == 60
        expected.compare(found(folder, name))


def test_one_of_two_programs_killed_takes_nothing_of_the_other_with_it(folder):
    killed, other = start(folder, "links", 1, 1000), start(folder, "rechts", 2, 60)
    assert killed.stdout is not None
    lines = [killed.stdout.readline() for _ in range(30)]
    killed.send_signal(signal.SIGKILL)
    lines += killed.stdout.read().splitlines()
    killed.wait()
    output, _ = other.communicate(timeout=60)
    assert other.returncode == 0
    for name, told in (("links", lines), ("rechts", output.splitlines())):
        expected = Expected()
        for line in told:
            expected.hear(line)
        expected.compare(found(folder, name))
