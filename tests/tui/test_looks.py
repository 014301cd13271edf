"""What the reader looks like, as reviewed pictures; few of them, and each for something only a picture shows."""

import pytest
from textual.widgets import Input

from tests.tui.sample import ARTICLE, Memory, analyze_at_once, annotation
from tui.app import LesartApp


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """No movement and no environment that would colour the picture otherwise."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)


@pytest.fixture
def looks(snap_compare):
    """Compares the reader, after some keys, with its picture."""

    def compare(size, *keys, theme="ink"):
        memory = Memory(
            annotation("a", "hundert Hafenarbeiter", ("hafen",), "Frist prüfen: bis wann?"),
            annotation("b", None, (), "Gut geschrieben"),
            annotation("c", "Rücktritt", ("hafen", "amt")),
        )
        app = LesartApp(ARTICLE, memory, analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")

        async def run(pilot):
            pilot.app.theme = theme
            reader = pilot.app.screen
            while not reader.furnished or reader.analysis is None or len(reader.annotations) < 3:
                await pilot.pause(0.01)
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            for input in pilot.app.screen.query(Input):
                input.cursor_blink = False
            await pilot.pause(0.1)

        return snap_compare(app, terminal_size=size, run_before=run)

    return compare


def test_the_page_with_a_quote_as_target(looks):
    """At 120 columns: text, one thin rule, three panels; the target in text, panel and status line alike."""
    assert looks((120, 40), "c", "c")


def test_the_page_on_paper_with_a_name_as_target(looks):
    assert looks((120, 40), "e", "e", "e", "e", theme="paper")


def test_a_small_terminal_has_the_text_to_itself(looks):
    assert looks((80, 24), "c")


def test_a_panel_over_the_text_of_a_small_terminal(looks):
    assert looks((80, 24), "2", "j")


def test_a_large_terminal_keeps_the_measure_and_sets_panels_side_by_side(looks):
    assert looks((200, 60), "a")


def test_tags_are_chosen_at_the_foot_of_the_page(looks):
    assert looks((120, 40), "c", "t", "h", "a")
