"""Saved searches: a file that may be edited by hand, of which a change touches one line."""

import threading
from pathlib import Path

import pytest

from core.library.errors import LibraryError
from tui.model.saved_search import SavedSearch, searches_called
from tui.services.searches import Searches

PORT, QUAY = SavedSearch("Hafen neu", "hafen state:new"), SavedSearch("Kai", '"am Kai" since:7d')


@pytest.fixture
def searches(tmp_path: Path) -> Searches:
    return Searches(tmp_path / "config" / "searches.toml", tmp_path / "cache")


def file(tmp_path: Path) -> Path:
    path = tmp_path / "config" / "searches.toml"
    path.parent.mkdir(exist_ok=True)
    return path


def test_what_is_saved_is_there_again_in_its_order(searches):
    assert searches.all() == ((), ())
    for each in (PORT, QUAY):
        searches.save(each)
    assert searches.all() == ((PORT, QUAY), ())
    searches.save(SavedSearch(PORT.name, "kran"))
    assert searches.all()[0] == (SavedSearch(PORT.name, "kran"), QUAY)


def test_a_change_touches_no_other_line(searches, tmp_path):
    by_hand = (
        "# die wichtigen\n\n'Hafen neu' = 'hafen state:new'   # jeden Morgen\nKai='x'\n\n[other]\ny = 1\n"
    )
    file(tmp_path).write_text(by_hand, encoding="utf-8")
    searches.rename("Hafen neu", "Hafen")
    text = file(tmp_path).read_text(encoding="utf-8")
    assert text == by_hand.replace("'Hafen neu' = 'hafen state:new'", '"Hafen" = "hafen state:new"')
    searches.save(SavedSearch("Neu", "z"))
    assert '\nKai=\'x\'\n\n"Neu" = "z"\n[other]\ny = 1\n' in file(tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ['mit "Zeichen"', "a.b", "Größe #1", "\\", "del\x7f"])
def test_any_name_will_do(searches, name):
    searches.save(SavedSearch(name, f"wort {name}"))
    assert searches.all() == ((SavedSearch(name, f"wort {name}"),), ())
    searches.rename(name, "anders")
    searches.remove("anders")
    assert searches.all() == ((), ())


def test_what_was_removed_comes_back_where_it_was(searches):
    for each in (PORT, QUAY):
        searches.save(each)
    place = searches.remove(PORT.name)
    assert searches.all()[0] == (QUAY,)
    searches.save(PORT, place)
    assert searches.all()[0] == (PORT, QUAY)


def test_what_is_no_search_is_named_and_stays(searches, tmp_path):
    file(tmp_path).write_text('zahl = 5\nleer = ""\ngut = "hafen"\n', encoding="utf-8")
    found, faults = searches.all()
    assert found == (SavedSearch("gut", "hafen"),)
    assert [sentence[:6] for sentence in faults] == ["“zahl”", "“leer”"]
    searches.save(PORT)
    assert file(tmp_path).read_text(encoding="utf-8").startswith('zahl = 5\nleer = ""\n')


@pytest.mark.parametrize("broken", [b'"a" = "b\n', b"\xff\xfe", b'a = "b"\na = "c"\n'])
def test_a_file_that_cannot_be_read_is_not_written_over(searches, tmp_path, broken):
    file(tmp_path).write_bytes(broken)
    found, (fault,) = searches.all()
    assert (found, "could not be read" in fault) == ((), True)
    with pytest.raises(LibraryError, match="has a fault"):
        searches.save(PORT)
    assert file(tmp_path).read_bytes() == broken


def test_an_entry_over_several_lines_is_read_but_not_changed(searches, tmp_path):
    written = 'a = """\nhafen\n"Kai" = "x"\n"""\n'
    file(tmp_path).write_text(written, encoding="utf-8")
    assert [each.name for each in searches.all()[0]] == ["a"]
    with pytest.raises(LibraryError, match="not understood"):
        searches.remove("a")
    assert file(tmp_path).read_text(encoding="utf-8") == written


def test_a_name_in_use_is_not_taken_by_another(searches):
    for each in (PORT, QUAY):
        searches.save(each)
    with pytest.raises(LibraryError, match="There is a saved search “Kai” already"):
        searches.rename(PORT.name, "Kai")
    with pytest.raises(LibraryError, match="no saved search “weg”"):
        searches.remove("weg")
    assert searches.all()[0] == (PORT, QUAY)


def test_two_programs_lose_nothing(tmp_path):
    path, locks = tmp_path / "config" / "searches.toml", tmp_path / "cache"

    def save(letter: str) -> None:
        for number in range(5):
            Searches(path, locks).save(SavedSearch(f"{letter}{number}", "x"))

    threads = [threading.Thread(target=save, args=(letter,)) for letter in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Searches(path, locks).all()[0]) == 10


def test_a_part_of_a_name_will_do():
    known = (PORT, SavedSearch("Hafen", "x"))
    assert searches_called(known, "hafen") == [known[1]]
    assert searches_called(known, "NEU") == [PORT]
    assert searches_called(known, "afe") == list(known)
