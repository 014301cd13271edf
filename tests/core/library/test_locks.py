"""Writers at the same time, and one who stopped half-way."""

import threading
from pathlib import Path

import pytest
from filelock import FileLock

from core.annotations import Annotation
from core.library import Library, LibraryError, durable_files
from tests.core.library.conftest import note


def test_a_library_that_stays_locked_is_a_clear_error(folder, library, article, monkeypatch):
    library.save(article, note(article))
    monkeypatch.setattr(durable_files, "PATIENCE", 0.05)
    with FileLock(folder / ".annotations.lock"), pytest.raises(LibraryError, match=r"locked .*\.$"):
        library.save(article, note(article))
    library.save(article, note(article))


def test_leftovers_of_a_killed_writer_are_removed_and_others_stay(folder, library, article):
    library.save(article, note(article))
    stray = folder / "unfinished" / "annotations" / ".x.json.99999-abcd.tmp"
    other = folder / "annotations" / "mine.txt"
    for path in (stray, other):
        path.write_bytes(b"half")
    Library(folder).save(article, note(article))
    assert not stray.exists()
    assert other.exists()


def test_a_writer_at_work_keeps_its_temporary_file(folder, library, article, monkeypatch):
    """Another library's clean-up has to wait until the writer is done."""
    library.save(article, note(article))
    at_work, go_on = threading.Event(), threading.Event()
    replace_file = Path.replace

    def slow_replace(self, target):
        if target.parent.name == "annotations" and target.parent.parent == folder and not at_work.is_set():
            at_work.set()
            assert go_on.wait(5)
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", slow_replace)
    first = threading.Thread(target=library.save, args=(article, note(article, "Ada")))
    second = threading.Thread(target=Library(folder).save, args=(article, note(article, "Lind")))
    first.start()
    assert at_work.wait(5)
    second.start()
    second.join(0.2)
    assert second.is_alive()
    go_on.set()
    first.join()
    second.join()
    assert len(library.annotations(article)) == 3


def test_threads_with_one_library_lose_nothing(folder, library, article):
    def work(name: int) -> None:
        for number in range(10):
            library.save(article, Annotation(f"{name}-{number}", None, ("t",)))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Library(folder).annotations(article)) == 40
