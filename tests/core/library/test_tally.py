import os
import time
from pathlib import Path

from core.annotations import Annotation
from core.library import Library
from core.library.tally import Tally
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
    monkeypatch.setattr(Library, "_stored", lambda self, key: reads.append(key) or ())
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
    remembered = tmp_path / "cache" / "tally.json"
    for nonsense in (
        b"",
        b"{}",
        remembered.read_bytes()[:-30],
        b'{"lesart": {"kind": "tally", "schema": 1}}',
    ):
        remembered.write_bytes(nonsense)
        assert Library(folder, tmp_path / "cache").tags() == first


def test_without_a_cache_counts_are_only_in_memory(folder, article):
    library = Library(folder)
    library.save(article, tagged("kap"))
    assert library.tags() == (("kap", 1),)


def test_a_recent_file_is_not_trusted_to_look_different_after_a_change(tmp_path):
    """Two writes within one tick of the clock may leave size, time and inode alike."""
    path = tmp_path / f"{'0' * 64}.json"
    path.write_bytes(b"{}")
    answers = iter([(tagged("alt"),), (tagged("neu"),)])
    tally = Tally(tmp_path, None, lambda key: next(answers))
    assert tally.tags() == (("alt", 1),)
    assert tally.tags() == (("neu", 1),)
