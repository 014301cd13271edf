"""A morning's reading in a real terminal, by keys alone: what came in is added, read, marked, searched, taken along."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site
from tests.tui.analysed import keep_analysis
from tests.tui.cli.test_feeds import item, rss
from tests.tui.end_to_end.terminal import Terminal

__all__ = ["site"]

ENTER, ESCAPE, CTRL_S, CTRL_Q = "\r", "\x1b", "\x13", "\x11"
MOST_KEYS = 3
"""Keys that a step takes at most, what is typed into a line not counted."""

PEOPLE = ("Marga Tessin", "Henrik Ohlsen", "Ilse Brandt", "Pelle Quast", "Nora Wieland")
PLACES = ("Hafen", "Rathaus", "Schleuse", "Werft", "Deich", "Markt")
WORDS = ("Die Schleuse bleibt zu", "Wir warten auf das Geld", "Niemand hat uns gefragt", "Das wird teuer")


def text(number: int) -> str:
    """An article of some length, like no other, in which two people speak."""
    first, second = PEOPLE[number % 5], PEOPLE[(number + 2) % 5]
    place, said = PLACES[number % 6], WORDS[number % 4]
    filler = " ".join(
        f"Am {day}. Tag lag der Bericht Nummer {number * 40 + day} noch immer im {place}, und keiner las ihn."
        for day in range(1, 5)
    )
    return (
        f"{place}: Meldung {number} vom Morgen\n\n"
        f"„{said}“, sagte {first} am Montag. {first} ist seit Jahren dabei.\n\n{filler}\n\n"
        f"{second} widersprach: „Das stimmt so nicht, und das weiß auch {first}.“\n\n{filler}\n"
    )


class Morning:
    """A terminal in which the keys of each step are counted."""

    def __init__(self, open_terminal: Callable[[], Terminal]) -> None:
        self._open = open_terminal
        self.terminal = open_terminal()
        self.keys: dict[str, int] = {}
        self.screens: list[str] = []

    def step(self, name: str, *keys: str, see: str, type: str = "", then: tuple[str, ...] = ()) -> None:
        """Press keys, type words, press more keys, and wait for words on the screen."""
        self.keys[name] = len(keys) + len(then)
        self.terminal.press(*keys)
        if type:
            self.terminal.press(type)
        self.terminal.press(*then)
        self.terminal.wait(see)
        self.screens.append(f"--- {name}\n{self.terminal.text}")

    def again(self) -> None:
        """Come back, the next time."""
        self.terminal.close()
        self.terminal = self._open()


@pytest.fixture
def morning(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Morning]:
    """The program with a home of its own."""
    columns, lines = request.param
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    opened: list[Terminal] = []

    def open_terminal() -> Terminal:
        opened.append(Terminal([sys.executable, "-P", "-m", "tui.cli"], environment, columns, lines))
        return opened[-1]

    yield Morning(open_terminal)
    for terminal in opened:
        terminal.close()


SIZES = (
    (80, 24),
    pytest.param((120, 40), marks=pytest.mark.benchmark),
    pytest.param((200, 60), marks=pytest.mark.benchmark),
)
"""The usual size, and two more that `make benchmark` plays."""


@pytest.mark.parametrize("morning", SIZES, indirect=True, ids=lambda size: "x".join(map(str, size)))
def test_a_morning(morning: Morning, site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    for number in range(10):
        (file := folder / f"m{number:02}.txt").write_text(text(number), "utf-8")
        # What is opened and asked for must not depend on how far the program is with its analyses.
        keep_analysis(tmp_path / "home", file)
    entries = []
    for number in range(10, 15):
        title, *paragraphs = text(number).strip().split("\n\n")
        whole = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        entries.append(item(title, f"{site.address}/{number}", whole, "Sat, 14 Mar 2026 08:00:00 GMT"))
    feed = site.put("/feed.xml", rss(*entries), "application/rss+xml")
    step = morning.step
    try:
        morning.terminal.wait("Nothing here yet")
        step("add a folder", "a", type=str(folder), then=(ENTER,), see="10 articles")
        step("add a feed", "a", type=feed, then=(ENTER,), see="15 articles")
        morning.terminal.wait("analysed")
        step("read the first", "n", see=" names, ")
        for number in range(2, 6):
            # To the end, which offers the next, and on; on a small screen it takes pages more.
            step(f"the end of number {number - 1}", "G", " ", see="the end")
            step(f"read number {number}", " ", see=f"{number} of 15")
        morning.terminal.wait(" names, ")
        step("tag a quote", "c", "t", type="frist", then=(ENTER,), see="saved")
        step("note on it", "m", type="Wer hat das bezahlt?", then=(CTRL_S,), see="saved")
        step("begin a note on the whole", "M", type="Rückruf bei Tessin", see="Rückruf")
        step("leave in the middle of it", CTRL_Q, see="")
        assert morning.terminal.wait_end() == 0
        morning.again()
        morning.terminal.wait("15 articles")
        step("go on where I was", "c", see="draft")
        step("take up the note", "M", see="Rückruf bei Tessin")
        step("keep it", CTRL_S, see="saved")
        step("the end of it", "G", " ", see="the end")
        step("next unread", " ", see="6 of 15")
        step("back to the library", "q", see="15 articles")
        step("search", "/", type="tessin", then=(ENTER,), see="6 articles, 1 mark")
        step("open what was found", ENTER, see="mark 1 of 2")
        step("back to what was found", "q", see="“tessin”")
        step("all again", ESCAPE, see="15 articles")
        step("people", "p", see="people, bodies and places")
        step("somebody", "/", type="tessin", then=(ENTER, ENTER), see="a full block")
        step("a statement in its article", ENTER, see=" of 3 · Marga Tessin")
        step("the formats", "X", see="markdown")
        step("export it", ENTER, see="written to ")
    finally:
        if where := os.environ.get("LESART_SCREENS"):
            name = f"{morning.terminal._screen.columns}.txt"
            (Path(where) / name).write_text("\n".join([*morning.screens, morning.terminal.text]), "utf-8")
    assert {name: keys for name, keys in morning.keys.items() if keys > MOST_KEYS} == {}
