"""How far an index is that has to be made is told to whoever watches."""

from pathlib import Path

from core.library import Library
from core.library.index import upkeep
from tests.core.library.conftest import make_article


def test_making_the_index_anew_tells_how_far_it_is(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(upkeep, "_BATCH", 2)
    library = Library(tmp_path / "library")
    for number in range(5):
        library.add(make_article(f"Artikel Nummer {number} von heute\n"))
    for file in (tmp_path / "library").glob("index.sqlite3*"):
        file.unlink()
    told: list[tuple[int, int]] = []
    library = Library(tmp_path / "library")
    library.watch_index(lambda done, every: told.append((done, every)))
    assert len(library.article_numbers()) == 5
    assert told[:3] == [(0, 5), (2, 5), (4, 5)]
