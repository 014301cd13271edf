"""How the text is looked at."""

import pytest

from tests.tui.sample import TEXT, Memory, annotation, at
from tui.model.reading_modes import Reading, Way
from tui.themes import THEMES


def page(reader) -> list[str]:
    view = reader.screen.view
    return [view.render_line(y).text for y in range(view.size.height)]


def signs_off(lines: list[str]) -> list[str]:
    return [line.replace("┃", " ").replace("●", " ").replace("›", " ") for line in lines]


async def test_reading_for_one_actor_is_said_and_taken_back(reading):
    async with reading() as reader:
        await reader.press("6")
        assert reader.screen.reading == Reading(Way.ACTOR, "lind")
        assert reader.words.startswith("only Ada Lind · ")
        assert reader.screen.view.bright
        await reader.press("6")
        assert reader.screen.view.bright is None
        assert "only" not in reader.words


async def test_the_actor_is_the_one_stood_on(reading):
    async with reading() as reader:
        await reader.press("e", "e", "e")
        assert reader.at == "Kapstadt"
        await reader.press("6")
        assert reader.words.startswith("only Kapstadt · ")


@pytest.mark.parametrize(
    ("key", "words"), [("7", "only what is said"), ("8", "skimming"), ("9", "no marks"), ("5", "")]
)
async def test_each_way_has_a_key_and_words(reading, key, words):
    async with reading() as reader:
        before = page(reader)
        await reader.press(key)
        assert reader.words.startswith(f"{words} · " if words else "")
        assert signs_off(page(reader)) == signs_off(before)


async def test_a_clean_page_has_no_marks_but_what_is_searched_for(reading):
    async with reading() as reader:
        await reader.press("9")
        assert reader.screen.view.marks == ()
        await reader.press("slash", *"hafen", "enter")
        assert {mark.kind for mark in reader.screen.view.marks} == {"hit"}
        await reader.press("escape", "9")
        assert len(reader.screen.view.marks) > 5


async def test_one_key_goes_through_all_ways_and_escape_leaves(reading):
    async with reading() as reader:
        seen = []
        for _ in Way:
            await reader.press("B")
            seen.append(reader.screen.reading.way)
        assert seen == [Way.ACTOR, Way.QUOTES, Way.SKIM, Way.CLEAN, Way.ALL]
        await reader.press("8", "escape")
        assert reader.screen.reading == Reading()


async def test_the_measure_changes_by_key_is_remembered_and_keeps_the_place(reading, tmp_path):
    async with reading(config=tmp_path, size=(140, 14)) as reader:
        await reader.press("j", "j", "j")
        top = reader.screen.view.top_offset
        await reader.press("minus", "minus")
        assert reader.screen.view.measure == 64
        assert reader.screen.view.top_offset == top
        assert "64" in reader.state
    async with reading(config=tmp_path) as reader:
        assert reader.screen.view.measure == 64
        await reader.press("plus")
        assert reader.screen.view.measure == 68


async def test_the_measure_has_its_limits(reading):
    async with reading() as reader:
        await reader.press(*["minus"] * 20)
        assert reader.screen.view.measure == 40
        await reader.press(*["plus"] * 30)
        assert reader.screen.view.measure == 100


async def test_narrower_is_narrower_than_what_is_seen(reading):
    async with reading(size=(120, 40)) as reader:
        before = reader.screen.view.text_width
        assert before < reader.screen.view.measure
        await reader.press("minus")
        assert reader.screen.view.text_width == before - 4


async def test_hyphenation_is_switched_and_remembered(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        assert not reader.screen.view.hyphenated
        await reader.press("S")
        assert reader.screen.view.hyphenated
    async with reading(config=tmp_path) as reader:
        assert reader.screen.view.hyphenated


async def test_the_ruler_is_laid_and_taken_away(reading):
    async with reading() as reader:
        await reader.press("R", "j")
        assert sum("›" in line for line in page(reader)) == 1
        await reader.press("R")
        assert not any("›" in line for line in page(reader))


async def test_zen_shows_the_text_alone_until_escape(reading):
    async with reading() as reader:
        await reader.press("F")
        assert not reader.screen.query_one("#side").display
        assert not reader.screen.page.minimap.display
        assert reader.screen.view.size.width == 120
        await reader.press("escape")
        assert reader.screen.query_one("#side").display


async def test_every_look_is_reached_and_moves_nothing(reading):
    async with reading() as reader:
        await reader.press("j")
        before, seen = page(reader), set()
        for _ in THEMES:
            await reader.press("d")
            seen.add(reader.app.theme)
            assert page(reader) == before
        assert seen == {theme.name for theme in THEMES}


async def test_text_never_moves_when_marks_ways_and_targets_come_and_go(reading):
    async with reading(size=(100, 16)) as reader:
        await reader.press("space")
        before = signs_off(page(reader))
        start, end = at("sprach Lind mit Varga")
        reader.screen.view.select(start, end)
        for key in ("z", "6", "7", "8", "9", "5", "R", "R", "u", "d", "d", "D", "P", "P", "F", "F"):
            await reader.press(key)
            if key not in "PF":
                assert signs_off(page(reader)) == before, key
            assert reader.screen.view.visible_span[0] <= reader.screen.view.top_offset
        assert signs_off(page(reader)) == before
        assert TEXT[reader.screen.view.top_offset :]


async def test_light_and_dark(reading):
    async with reading() as reader:
        assert reader.app.current_theme.dark
        await reader.press("D")
        assert not reader.app.current_theme.dark
        await reader.press("D")
        assert reader.app.current_theme.dark


@pytest.mark.parametrize(
    "theme", ["ink", "paper", "contrast", "terminal", "nord", "ansi-light", "textual-light"]
)
async def test_every_theme_can_be_worn(reading, theme):
    async with reading(Memory(annotation("a", "Rücktritt", ("x",)))) as reader:
        reader.app.theme = theme
        await reader.press("c", "1", "0", "slash", *"lind", "escape", "t", "escape", "m", "escape")
        assert reader.app.is_running


async def test_without_colour_everything_still_works(reading, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        assert reader.app.no_color
        await reader.press("c", "e", "1", "0")
        assert reader.at


async def test_without_colour_the_terminal_keeps_its_own_ground(reading, monkeypatch):
    """A light look would be a white box on a black terminal: nothing is painted that was not asked for."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading() as reader:
        assert reader.app.theme == "terminal"
        assert reader.app.preferences.now.theme == "ink"


async def test_day_and_night_are_named(reading):
    async with reading() as reader:
        await reader.press("D")
        assert reader.state == "look: paper"
