import os
import time
from pathlib import Path

from core.annotations import Annotation
from core.library import Library, catalogue
from core.library.annotation_store import AnnotationStore
from core.library.catalogue import Catalogue, totals
from tests.core.library.conftest import make_article


def tagged(*tags: str) -> Annotation:
    return Annotation.new(None, tags)


def test_tags_come_most_used_first_then_by_alphabet(library, article):
    other = make_article("zwei\n")
    library.save(article, tagged("kap", "hafen"))
    library.save(article, tagged("hafen"))
    library.save(other, tagged("Hafen", "Arbeit"))
    assert library.tags() == (("hafen", 3), ("Arbeit", 1), ("kap", 1))


def test_counts_follow_every_change_also_by_another_library(folder, library, article):
    saved = library.save(article, tagged("kap"))
    assert library.tags() == (("kap", 1),)
    Library(folder).save(article, tagged("kap", "hafen"))
    assert library.tags() == (("kap", 2), ("hafen", 1))
    library.save(article, saved.edited(tags=("watt",)))
    assert library.tags() == (("hafen", 1), ("kap", 1), ("watt", 1))
    library.delete(article, saved.id)
    assert library.tags() == (("hafen", 1), ("kap", 1))


def filled(library: Library, folder: Path, number: int = 20) -> None:
    """So many articles with a tag each, all last changed a minute ago."""
    for index in range(number):
        library.save(make_article(f"Artikel {index}\n"), tagged("alle", f"t{index}"))
    for path in (folder / "annotations").iterdir():
        long_ago = time.time() - 60
        os.utime(path, (long_ago, long_ago))


def test_counts_are_remembered_for_the_next_start(folder, tmp_path, library, monkeypatch):
    filled(library, folder)
    first = library.tags()
    assert first[0] == ("alle", 20)
    reads: list[str] = []
    monkeypatch.setattr(AnnotationStore, "stored_and_deleted", lambda self, key: reads.append(key) or ((), 0))
    again = Library(folder, tmp_path / "cache")
    assert again.tags() == first
    assert reads == []


def test_a_file_changed_while_nobody_looked_is_counted_again(folder, tmp_path, library):
    filled(library, folder)
    library.tags()
    Library(folder).save(make_article("Artikel 3\n"), tagged("neu"))
    assert dict(Library(folder, tmp_path / "cache").tags())["neu"] == 1


def test_damaged_memories_are_counted_anew(folder, tmp_path, library):
    filled(library, folder)
    first = library.tags()
    remembered = tmp_path / "cache" / "catalogue.lines"
    whole = remembered.read_bytes()
    half = len(whole) // 2
    for damaged in (
        b"",
        b"{}",
        b"\n\n",
        whole[:-30],
        whole[half:],
        whole[:half] + b"x" + whole[half:],
        whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :],
        whole.replace(b"\t", b" "),
    ):
        remembered.write_bytes(damaged)
        assert Library(folder, tmp_path / "cache").tags() == first


def test_outdated_lines_do_not_pile_up(folder, tmp_path, library, monkeypatch, quick):
    """However often the files change, the file of what is remembered stays within a few times what is in them."""
    monkeypatch.setattr(catalogue, "_WASTE", 1000)
    sizes = []
    for _ in range(6):
        filled(library, folder)
        library = Library(folder, tmp_path / "cache")
        library.tags()
        sizes.append((tmp_path / "cache" / "catalogue.lines").stat().st_size)
    assert max(sizes) < 12 * sizes[0]
    assert dict(Library(folder, tmp_path / "cache").tags())["alle"] == 120


def test_without_a_cache_counts_are_only_in_memory(folder, article):
    library = Library(folder)
    library.save(article, tagged("kap"))
    assert library.tags() == (("kap", 1),)


def test_a_recent_file_is_not_trusted_to_look_different_after_a_change(tmp_path):
    """Two writes within one tick of the clock may leave size, time and inode alike."""
    path = tmp_path / f"{'0' * 64}.json"
    path.write_bytes(b"{}")
    answers = iter([((tagged("alt"),), 0), ((tagged("neu"),), 0)])
    counts = Catalogue(tmp_path, None, lambda key: next(answers))
    assert totals(entry.tags for entry in counts.entries().values()) == (("alt", 1),)
    assert totals(entry.tags for entry in counts.entries().values()) == (("neu", 1),)


def test_a_file_from_the_future_is_read_once(tmp_path):
    """A clock that was set back must not make every look read every file."""
    path = tmp_path / f"{'0' * 64}.json"
    path.write_bytes(b"{}")
    os.utime(path, (time.time() + 10**6,) * 2)
    answers = iter([((tagged("kap"),), 0)])
    counts = Catalogue(tmp_path, None, lambda key: next(answers))
    assert [entry.marks for _ in range(2) for entry in counts.entries().values()] == [1, 1]
