"""The library on the screen, driven by keys."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from core.annotations import Annotation
from core.articles.texts import plain_article
from core.library import Library
from core.library.index.query import Query
from core.library.index.searching import Hit
from tests.tui.gate import Gate
from tests.tui.rest import until
from tests.tui.sample import ANALYSIS, ARTICLE
from tui.app import LesartApp
from tui.screens.library import EMPTY, LibraryScreen
from tui.screens.reader import ReaderScreen


async def analyze(article: object) -> object:
    return ANALYSIS


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


def app_for(library: Library) -> LesartApp:
    return LesartApp(None, library, analyze=analyze, pipeline=lambda language: "hand-made-1")


def page(app: LesartApp) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size))


async def test_the_article_under_the_cursor_stays_in_sight_when_the_window_shrinks(library: Library) -> None:
    for number in range(30):
        library.add(plain_article(f"Boje {number}\n\nSie schaukelt.\n", f"{number}.txt"))
    app = app_for(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(
            pilot,
            lambda: isinstance(app.screen, LibraryScreen) and app.screen.listing.count == 30,
            lambda: page(app),
        )
        await pilot.press(*"jjjjjjjjjjjj")
        title = app.screen.record.title
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: f" {title} " in page(app), lambda: page(app))


async def settle(pilot: Pilot[None], awaited: type) -> None:
    def is_there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, awaited) and not (isinstance(screen, LibraryScreen) and screen.status.doing)

    await pilot.pause(0.01)
    await until(pilot, is_there, lambda: page(pilot.app))


async def test_an_empty_library_says_how_to_fill_it(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot, LibraryScreen)
        assert EMPTY in page(app)
        await pilot.press("q")
    assert app.return_code == 0


async def test_articles_come_latest_first_and_open_by_key(library: Library) -> None:
    other = plain_article("Rat ringt um [/Bäder\x1b[31m\n\nDer Rat tagte bis in die Nacht.", "rat.txt")
    for article in (ARTICLE, other):
        library.open_article(article)
        await asyncio.sleep(0.01)
    library.save(ARTICLE, Annotation.new(None, ("hafen",)))
    app = app_for(library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot, LibraryScreen)
        shown = page(app)
        assert shown.index("Rat ringt um [/Bäder") < shown.index(ARTICLE.title[:20])
        assert "\x1b" not in shown
        assert "1 mark" in shown
        await pilot.press("j", "enter")
        await settle(pilot, ReaderScreen)
        assert app.screen.article == ARTICLE
        await pilot.pause(0.2)
        await pilot.press("q")
        await settle(pilot, LibraryScreen)
        assert "1 mark" in page(app)
        await pilot.press("s")
        await pilot.pause(0.2)
        assert page(app).index(ARTICLE.title[:20]) < page(app).index("Rat ringt")
        await pilot.press("escape")
        assert app.is_running
        await pilot.press("q")
    assert app.return_code == 0


async def test_ctrl_q_in_an_article_from_the_library_leaves_lesart(library: Library) -> None:
    library.open_article(ARTICLE)
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("enter")
        await settle(pilot, ReaderScreen)
        await pilot.pause(0.2)
        await pilot.press("ctrl+q")
        for _ in range(100):
            await pilot.pause(0.01)
            if app.return_code is not None:
                break
    assert app.return_code == 0


async def test_the_keys_of_the_library_are_shown(library: Library) -> None:
    app = app_for(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("?")
        await pilot.pause()
        assert "Keys in the library" in page(app)
        assert "Open the article" in page(app)


async def test_what_was_found_stays_away_once_left_though_an_answer_comes_late(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.open_article(ARTICLE)
    library.open_article(plain_article("Markt im Regen\n\nNiemand kam, nur der Fischwagen.", "markt.txt"))
    app = app_for(library)
    gate = Gate()
    find = library.find

    def slow(query: Query, most: int | None = None) -> tuple[Hit, ...]:
        gate.hold()
        return find(query)

    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot, LibraryScreen)
        await pilot.press("slash", *"fischwagen", "enter")
        await pilot.pause(0.2)
        assert "1 article" in page(app)
        monkeypatch.setattr(library, "find", slow)
        app.screen.lister.look()
        await asyncio.to_thread(gate.reached.wait, 60)
        await pilot.press("escape")
        gate.open()
        await pilot.pause(0.3)
        assert "2 articles" in page(app)
