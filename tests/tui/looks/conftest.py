"""The program in scenes, with pictures taken of it and compared with those that were looked at."""

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from itertools import chain

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from core.articles.texts import plain_article
from core.library import Library
from tests.tui.looks.article import (
    ANALYSIS,
    ANALYSIS_BEFORE,
    ARTICLE,
    BEFORE,
    MARKS,
    MOMENT,
    OTHERS,
    analyze,
)
from tests.tui.looks.picture import Picture
from tui.app import LesartApp
from tui.screens.reader import ReaderScreen

COLOURS = re.compile(r"\x1b\[[\d;]*m")
"""What paints each letter of a difference by itself."""
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
"""From the smallest terminal that is promised to a large one."""


class StoppedClock(datetime):
    """It is always the moment at which everything shown was kept."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        """That moment."""
        return datetime.fromisoformat(MOMENT)


class PictureFile(SingleFileSnapshotExtension):
    """A picture a file."""

    _file_extension = "txt"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: Picture, **options: object) -> str:
        """The picture as text."""
        return data.dump()


@pytest.fixture
def looked_at(snapshot):
    """What was seen and found good: `picture == looked_at(name="ink")`."""
    return snapshot.use_extension(PictureFile)


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """No movement, no clock, and no environment that would colour the picture otherwise."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TZ", "UTC")
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.setattr("core.annotations.annotation.datetime", StoppedClock)
    monkeypatch.setattr("tui.model.days.datetime", StoppedClock)


@pytest.fixture
def library(tmp_path):
    """A library that holds the article with its marks, an earlier version of it, and others."""
    library = Library(tmp_path / "library", tmp_path / "cache")
    for number, title in enumerate(OTHERS):
        text = f"{title}\n\nEs war ein ruhiger Tag auf der Insel.\n"
        library.open_article(plain_article(text, f"https://insel.example/{number}"))
    library.open_article(BEFORE)
    library.keep_analysis(BEFORE, ANALYSIS_BEFORE)
    library.open_article(ARTICLE)
    library.keep_analysis(ARTICLE, ANALYSIS)
    for mark in MARKS:
        library.save(ARTICLE, mark)
    return library


@pytest.fixture
def reading(library) -> Callable[[], LesartApp]:
    """The program with the article open."""
    return lambda: LesartApp(ARTICLE, library, analyze=analyze, pipeline=lambda language: ANALYSIS.pipeline)


@pytest.fixture
def shelves(library) -> Callable[[], LesartApp]:
    """The program with the library open."""
    return lambda: LesartApp(None, library, analyze=analyze, pipeline=lambda language: ANALYSIS.pipeline)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more, and nothing blinks."""
    for _ in range(500):
        await pilot.pause()
        # What was laid out then tells its parts their sizes, and they may want to be laid out once more.
        await pilot._wait_for_screen()
        if _is_at_rest(pilot.app):
            break
        await pilot.pause(0.01)
    for field in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
        field.cursor_blink = False
    await pilot.pause()


def _is_at_rest(app: App[None]) -> bool:
    screen = app.screen
    if screen._repaint_required or screen._dirty_widgets:
        return False
    # A pilot waits for the screen on top only, and those below it are in the picture, too.
    if not all(_is_laid_out(each) for each in (*app._background_screens, screen)):
        return False
    # Work that waits for the answer to a sheet belongs to the screen below it.
    if any(each.node is screen and not each.is_finished for each in app.workers):
        return False
    readers = [each for each in app.screen_stack if isinstance(each, ReaderScreen)]
    return all(
        each.furnished and each.analysis is not None and each.view._page.layout.is_settled for each in readers
    )


def _is_laid_out(screen: Screen[object]) -> bool:
    if screen._layout_required or screen._scroll_required or screen._recompose_required or screen._callbacks:
        return False
    return all(each._message_queue.empty() for each in screen.walk_children(with_self=True))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each once all is done that the one before set going."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def see_the_same(taken: Mapping[str, Picture], looked_at: SnapshotAssertion) -> None:
    """Fail where a picture is not the one of its name that was looked at, and show the lines that differ."""
    different = []
    for name, picture in taken.items():
        seen = looked_at(name=name)
        if picture != seen:
            different += [f"{name}:", *(COLOURS.sub("", line) for line in seen.get_assert_diff())]
    if different:
        pytest.fail("\n".join(different), pytrace=False)


def picture_of(app: App[None]) -> Picture:
    """What the terminal shows now."""
    drawn = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return Picture.of((chain.from_iterable(line) for line in drawn.strips), app.size.width)
