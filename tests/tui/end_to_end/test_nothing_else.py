"""One sitting in a real terminal, on a small and on a plain screen, in both languages: no step acts on another thing
than is shown."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.locations import ASSETS
from core.translation import _, use_language
from tests.tui.analysed import keep_analysis
from tests.tui.end_to_end.terminal import Terminal

ENTER, ESCAPE, CTRL_S, F12 = "\r", "\x1b", "\x13", "\x1b[24~"
KEEPS = {"en": "Ctrl+S keep", "de": "Strg+S sichern"}
"""What is seen while a note is written."""

Sitting = Callable[[], Terminal]


SITTINGS = (
    ("de", 60, 20),
    ("en", 120, 40),
    pytest.param(("en", 60, 20), marks=pytest.mark.benchmark),
    pytest.param(("de", 120, 40), marks=pytest.mark.benchmark),
)
"""The longer words on the smaller screen, the shorter on the larger; `make benchmark` plays the others as well."""


@pytest.fixture(params=SITTINGS, ids=lambda each: "-".join(map(str, each)))
def place(request: pytest.FixtureRequest) -> tuple[str, int, int]:
    """The language of the program and of the words to wait for, and the columns and lines of the screen."""
    use_language(request.param[0])
    return request.param


@pytest.fixture
def sitting(place: tuple[str, int, int], tmp_path: Path) -> Iterator[Sitting]:
    """Opens the demo article, which is analysed, each time with the same home."""
    language, columns, lines = place
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("tour = false\n", encoding="utf-8")
    keep_analysis(home)
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")},
        "LESART_HOME": str(home),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LANGUAGE": language,
    }
    opened: list[Terminal] = []

    def open_demo() -> Terminal:
        opened.append(Terminal([sys.executable, "-P", "-m", "tui.cli", "demo"], environment, columns, lines))
        return opened[-1]

    yield open_demo
    for terminal in opened:
        terminal.close()


def numbered(message: str, index: int, count: int | str = "") -> str:
    """The place among its like that the line at the foot shows, as far as it is known."""
    return _(message).format(index=index, count=count).strip()


def test_no_step_acts_on_another_thing_than_is_shown(sitting: Sitting, place: tuple[str, int, int]) -> None:
    language = place[0]
    mark, hit = "mark {index} of {count}", "hit {index} of {count}"
    keeps, names = KEEPS[language], {"en": " names, ", "de": " Namen, "}[language]
    undone = _("undone: {change}").format(change="")
    reader = sitting()
    reader.wait("Machtkampf am Kap")
    reader.wait(names)

    # A name is tagged, the tag is a target, and a note goes to it.
    reader.press("e")
    reader.wait(numbered("name {index} of {count}", 1))
    reader.press("t")
    reader.wait(_("Tags"))
    reader.press("eins", ENTER)
    reader.wait(numbered(mark, 1, 1))
    reader.press("m")
    reader.wait(keeps)
    reader.press("Wer ist das", CTRL_S)
    reader.wait_gone(keeps)
    reader.wait(numbered(mark, 1, 1))

    # It is read without being edited, and edited from there.
    reader.press(ENTER)
    reader.wait(_("Your mark"))
    reader.wait("Wer ist das")
    reader.press("i")
    reader.wait(keeps)
    reader.press(", bitte", CTRL_S)
    reader.wait_gone(keeps)

    # A note on the article is the target then: that it is deleted leaves the other alone.
    reader.press("M")
    reader.wait(_("on the whole article"))
    reader.press("Zum Ganzen", CTRL_S)
    reader.wait_gone(keeps)
    reader.wait(numbered(mark, 1, 2))
    reader.press("x")
    reader.wait(_("{thing} deleted").format(thing=_("note")))
    reader.press("a")
    reader.wait(numbered(mark, 1, 1))
    reader.press(ENTER)
    reader.wait(_("Your mark"))
    reader.wait("Wer ist das, bitte")
    reader.press(ESCAPE)
    reader.wait_gone(_("Your mark"))

    # What was deleted comes back as the target.
    reader.press("u")
    reader.wait(undone.strip())
    reader.press(ENTER)
    reader.wait(_("Your mark"))
    reader.wait("Zum Ganzen")
    reader.press(ESCAPE)
    reader.wait_gone(_("Your mark"))

    # A hit inside a quote knows the quote: it is explained and corrected there.
    reader.press("/")
    reader.press("Arbeit getan", ENTER)
    reader.wait(numbered(hit, 1))
    reader.press("r")
    reader.wait(_("Why this is a quote"))
    reader.press("r")
    reader.wait_gone(_("Why this is a quote"))
    reader.press("I", "w")
    reader.wait(_("Who says it?"))
    reader.press("Mokoena", ENTER)
    reader.wait(_("“{words}”").format(words="Ich gehe erst")[:-1])
    reader.press("u")
    reader.wait(undone.strip())

    # Left in the middle of a note, and found again.
    reader.press("/")
    reader.press("Faustpfand", ENTER)
    reader.wait(numbered(hit, 1))
    reader.press("m")
    reader.wait(keeps)
    reader.press("halb", F12)
    assert reader.wait_end() == 0

    again = sitting()
    again.wait(names)
    again.press("/")
    again.press("Faustpfand", ENTER)
    again.wait(numbered(hit, 1))
    again.press("m")
    again.wait(_("Note · your draft"))
    again.wait("halb")
    again.press(" fertig", CTRL_S)
    again.wait_gone(_("Note · your draft"))
    again.wait(numbered(mark, 3, 3))
    again.press(ENTER)
    again.wait(_("Your mark"))
    again.wait("halb fertig")
    again.press(ESCAPE)
    again.wait_gone(_("Your mark"))
    again.press("q")
    assert again.wait_end() == 0
