"""Pastes without an end."""

import sys

import pytest
from textual import _parser, events
from textual.drivers import linux_driver

from tui import pastes
from tui.pastes import PasteParser, end_every_paste

BEGIN, END = "\x1b[200~", "\x1b[201~"


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(pastes, "get_time", lambda: now[0])
    return now


def taken(parser: PasteParser, *chunks: str) -> list[str]:
    """What comes of chunks of input, in words."""
    return [shown(event) for chunk in chunks for event in (*parser.feed(chunk), *parser.tick())]


def shown(event) -> str:
    return f"“{event.text}”" if isinstance(event, events.Paste) else event.key


def quiet(parser: PasteParser, clock: list[float], seconds: float) -> list[str]:
    found = []
    for _ in range(round(seconds * 10)):
        clock[0] += 0.1
        found += [shown(event) for event in parser.tick()]
    return found


def test_a_paste_with_an_end_is_one_whatever_its_pieces(clock):
    parser = PasteParser()
    assert taken(parser, "a", BEGIN + "Kai ", "am", " Deich" + END + "b") == ["a", "“Kai am Deich”", "b"]
    parser = PasteParser()
    assert taken(parser, *BEGIN, *"Kai", *END, "b") == ["“Kai”", "b"]


def test_no_part_of_what_is_pasted_acts_as_a_key(clock):
    coloured = "\x1b[1;31mKai\x1b[0m\x1b am" + "\x1b" + "quit " * 20
    words = "Kai am" + "quit " * 20
    parser = PasteParser()
    assert taken(parser, BEGIN + coloured + END, "j") == [f"“{words}”", "j"]
    assert taken(parser, *BEGIN, *coloured, *END, "j") == [f"“{words}”", "j"]
    assert taken(parser, BEGIN + coloured) == []
    assert quiet(parser, clock, 1.2) == [f"“{words}”"]
    assert taken(parser, BEGIN + "Kai", BEGIN + " am" + END, "j") == ["“Kai am”", "j"]


def test_a_mark_in_pieces_that_became_a_key_is_no_paste(clock, monkeypatch):
    parser = PasteParser()
    monkeypatch.setattr(_parser, "get_time", lambda: clock[0])
    assert taken(parser, "\x1b") == []
    assert quiet(parser, clock, 0.3) == ["escape"]
    assert taken(parser, *"[200~j")[-1] == "j"


def test_a_paste_without_an_end_is_over_after_silence(clock):
    parser = PasteParser()
    assert taken(parser, BEGIN + "Kai") == []
    assert quiet(parser, clock, 0.8) == []
    assert quiet(parser, clock, 0.4) == ["“Kai”"]
    assert taken(parser, "j", "k") == ["j", "k"]
    assert quiet(parser, clock, 3) == []


def test_an_empty_one_as_well(clock):
    parser = PasteParser()
    assert taken(parser, BEGIN) == []
    assert quiet(parser, clock, 1.2) == ["“”"]
    assert taken(parser, "j") == ["j"]


def test_a_program_that_was_stopped_has_missed_nothing(clock):
    parser = PasteParser()
    taken(parser, BEGIN + "Kai")
    clock[0] += 60
    assert [shown(event) for event in parser.tick()] == []
    assert taken(parser, " und Deich" + END) == ["“Kai und Deich”"]


@pytest.mark.parametrize(("sequence", "key"), [("\x1b[24~", "f12"), ("\x1b[B", "down"), ("\x1bOP", "f1")])
def test_a_key_with_a_sequence_of_its_own_ends_it(clock, sequence, key):
    parser = PasteParser()
    assert taken(parser, BEGIN + "Kai", sequence, "j") == ["“Kai”", key, "j"]


def test_what_comes_late_is_pasted_and_not_typed(clock):
    parser = PasteParser()
    taken(parser, BEGIN + "Kai")
    assert quiet(parser, clock, 1.5) == ["“Kai”"]
    assert taken(parser, " quit" + END, "j") == ["“ quit”", "j"]


def test_drivers_take_the_parser(monkeypatch):
    monkeypatch.setattr(linux_driver, "XTermParser", pastes.XTermParser)
    end_every_paste(linux_driver.LinuxDriver, sys.modules)
    assert linux_driver.XTermParser is PasteParser
