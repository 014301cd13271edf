"""Confirmed aliases in their file."""

import pytest

from core.analysis import ActorKind
from core.annotations.corrections.aliases import Alias
from core.library.alias_store import AliasStore
from core.library.checking import check
from core.library.storage import Files

QUEEN = Alias("Hafenkönigin", "Ada Lind", ActorKind.PERSON, "2026-01-01T00:00:00.000+00:00")


@pytest.fixture
def book(folder) -> AliasStore:
    return AliasStore(Files(folder))


def test_an_empty_book_makes_no_file(book, folder):
    assert book.all() == ()
    assert not folder.exists()


def test_aliases_are_there_again_in_order(book, folder):
    assert book.add(QUEEN)
    assert book.add(Alias("Werft", "Nordstern", ActorKind.ORGANISATION))
    again = AliasStore(Files(folder)).all()
    assert again[0] == QUEEN
    assert again[1].alias == "Werft"
    assert again[1].confirmed > QUEEN.confirmed


def test_the_same_alias_is_kept_once_however_spelt(book):
    assert book.add(QUEEN)
    assert not book.add(Alias("die hafenkoenigin", "ADA LIND"))
    assert book.all() == (QUEEN,)


def test_removed_of_one_or_of_all(book):
    other = Alias("Hafenkönigin", "Ulla Hain")
    book.add(QUEEN)
    book.add(other)
    assert [each.name for each in book.remove("hafenkönigin", "Ulla Hain")] == ["Ulla Hain"]
    assert book.all() == (QUEEN,)
    assert book.remove("Hafenkönigin") == (QUEEN,)
    assert book.remove("Hafenkönigin") == ()
    assert book.all() == ()


def test_a_damaged_file_gives_way_to_its_copy_and_is_told_of(folder):
    AliasStore(Files(folder)).add(QUEEN)
    (folder / "aliases.json").write_text("{ no json")
    files = Files(folder)
    assert "aliases.json is damaged" in check(files).troubles[0]
    assert AliasStore(files).all() == (QUEEN,)
    assert len(files.damage) == 1
    assert list((folder / "damaged").iterdir())
