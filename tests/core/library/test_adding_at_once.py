"""Two programs that add the same words from different places at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from core.articles.texts import plain_article
from core.library import Library


def test_the_same_words_from_two_places_at_once_are_there_once(tmp_path: Path) -> None:
    def add(place: str) -> None:
        library = Library(tmp_path / "library", tmp_path / "cache")
        for number in range(12):
            # Not the same to the letter, so that each has a key of its own.
            text = f"Nummer {number}\n\nAm Teich sitzt Reiher {number} {place and ' '}und wartet auf Regen.\n"
            library.add(plain_article(text, f"{place}{number}.txt"))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, ("", "b")))
    titles = [each.title for each in Library(tmp_path / "library", tmp_path / "cache").articles()]
    assert sorted(titles) == sorted({f"Nummer {number}" for number in range(12)})
