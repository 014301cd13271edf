"""What was done with an article: new, begun, read, put off, put away, removed, and back again."""

from contextlib import contextmanager
from errno import ENOSPC

import pytest

from core.library import Library, LibraryError, durable_files
from core.library.adding import Outcome
from core.library.index.database import Database
from core.library.index.query import Choice
from core.library.states import State
from tests.core.library.conftest import make_article, note

ONE = make_article("Der Deich hält, sagt die Wache am Abend.\n", "deich.txt")
TWO = make_article("Die Fähre fährt wieder bis zur Insel hinüber.\n", "faehre.txt")


def shown(library: Library, *states: State) -> list[str]:
    return [record.source for record in library.records(library.article_numbers(Choice(states=states)))]


def test_what_is_added_is_new_and_what_is_opened_is_begun(library):
    assert library.add(ONE).outcome is Outcome.ADDED
    library.add(TWO)
    assert library.counts() == {State.NEW: 2}
    library.open_article(ONE)
    assert library.counts() == {State.NEW: 1, State.BEGUN: 1}
    assert library.record(ONE.key).state is State.BEGUN
    assert library.going_on().key == ONE.key


def test_a_state_is_kept_and_taken_back(folder, library):
    library.add(ONE)
    before = library.set_state(ONE.key, State.ARCHIVED)
    assert shown(Library(folder)) == []
    assert shown(Library(folder), State.ARCHIVED) == ["deich.txt"]
    library.set_reading(ONE.key, before)
    assert Library(folder).record(ONE.key).state is State.NEW


def test_what_is_put_off_stays_put_off_when_it_is_opened(library):
    library.add(ONE)
    library.set_state(ONE.key, State.LATER)
    library.open_article(ONE)
    assert library.record(ONE.key).state is State.LATER


def test_the_next_unread_goes_from_the_latest_to_the_earliest_and_round(library):
    for article in (ONE, TWO, make_article("Drittens wird es kalt heute Nacht.\n", "kalt.txt")):
        library.add(article)
    first = library.next_unread()
    second = library.next_unread(first.key)
    third = library.next_unread(second.key)
    assert [record.source for record in (first, second, third)] == ["kalt.txt", "faehre.txt", "deich.txt"]
    assert library.next_unread(third.key).key == first.key
    for record in (first, second):
        library.set_state(record.key, State.READ)
    assert library.next_unread(third.key) is None
    assert library.next_unread(first.key).key == third.key


def test_how_far_one_is_shows_in_the_list(folder, library):
    library.open_article(ONE)
    library.save_position(ONE, len(ONE.text) // 2)
    assert round(library.record(ONE.key).progress, 1) == 0.5
    for path in folder.glob("index.sqlite3*"):
        path.unlink()
    again = Library(folder).record(ONE.key)
    assert (round(again.progress, 1), again.state) == (0.5, State.BEGUN)


def test_what_is_removed_is_neither_listed_nor_found_and_comes_back_with_everything(folder, library):
    kept = library.save(ONE, note(ONE, "Deich"))
    library.open_article(ONE)
    before = library.remove(ONE.key)
    again = Library(folder)
    assert (shown(again), again.articles(), again.tags(), again.search("Frist")) == ([], (), (), ())
    assert [record.key for record in again.removed()] == [ONE.key]
    again.restore(ONE.key)
    assert again.removed() == []
    assert (shown(again), again.annotations(ONE)) == (["deich.txt"], (kept,))
    assert again.reading(ONE.key) == before


def test_an_article_is_there_once_however_often_it_is_added(library):
    assert library.add(ONE).outcome is Outcome.ADDED
    assert library.add(ONE).outcome is Outcome.KNOWN
    copy = make_article(ONE.text.replace(", ", " –  ").upper(), "https://zeitung.example/deich")
    added = library.add(copy)
    assert (added.outcome, added.key) == (Outcome.KNOWN, ONE.key)
    assert len(library.articles()) == 1
    for address in ("https://www.zeitung.example/deich/?utm_source=x#oben", "http://zeitung.example/deich"):
        assert library.known(address).key == ONE.key
    assert library.known("https://zeitung.example/andere") is None
    library.remove(ONE.key)
    assert library.known("https://zeitung.example/deich") is None
    assert library.add(copy).outcome is Outcome.BACK
    assert library.record(ONE.key).state is State.NEW


def many(library: Library, number: int) -> list[str]:
    return [library.add(make_article(f"Artikel Nummer {each} von heute\n")).key for each in range(number)]


def test_many_articles_cost_one_write_and_no_more_turns_of_the_index_than_one(library, monkeypatch):
    keys = many(library, 40)
    library.set_state(keys[0], State.ARCHIVED)
    written, synced, begun = [], [], []
    write_all, sync_folder, writing = durable_files.write_all, durable_files.sync_folder, Database.writing

    @contextmanager
    def counted(database):
        begun.append(database)
        with writing(database) as connection:
            yield connection

    monkeypatch.setattr(
        durable_files,
        "write_all",
        lambda contents, **more: (written.append(len(contents)), write_all(contents, **more)),
    )
    monkeypatch.setattr(durable_files, "sync_folder", lambda each: (synced.append(each), sync_folder(each)))
    monkeypatch.setattr(Database, "writing", counted)
    library.set_state(keys[0], State.LATER)
    one = written.pop(), len(synced), len(begun)
    synced.clear()
    begun.clear()
    before = library.set_states(keys, State.READ)
    assert (written.pop(), len(synced), len(begun)) == (40, *one[1:])
    assert library.counts() == {State.READ: 40}
    library.set_readings(before)
    assert written == [40]
    assert library.counts() == {State.LATER: 1, State.NEW: 39}
    library.set_readings(library.remove_all(keys))
    assert written == [40, 40, 40]
    assert library.counts() == {State.LATER: 1, State.NEW: 39}


def test_of_many_articles_none_is_changed_where_one_cannot_be(folder, library, monkeypatch):
    keys = many(library, 10)
    put = durable_files._put

    def full(path, content, durable=True):
        if keys[7] in path.name:
            raise OSError(ENOSPC, "No space left on device")
        put(path, content, durable)

    monkeypatch.setattr(durable_files, "_put", full)
    with pytest.raises(LibraryError, match="disk is full"):
        library.set_states(keys, State.READ)
    monkeypatch.undo()
    for each in (library, Library(folder)):
        assert each.counts() == {State.NEW: 10}
    assert list(durable_files.leftovers(folder / "unfinished" / "states")) == []
