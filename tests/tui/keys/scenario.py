"""A running Lesart on which one scene is played after the other, each from the same beginning."""

import os
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest
from textual import events
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from core.analysis import ActorKind
from core.annotations import Annotation
from core.annotations.anchoring import place
from core.articles import Article
from core.articles.errors import SourceError
from core.articles.texts import plain_article
from core.library import ArticleRecord, Library
from core.library.dossiers import Dossier
from tests.tui.keys.shelf import LONG
from tests.tui.rest import is_at_work
from tests.tui.sample import ANALYSIS, Memory, analyze_at_once
from tui.app import LesartApp
from tui.config.settings import Preferences
from tui.keymap import Keys, keys_of
from tui.model.lens import Kind
from tui.model.reader_state import ReaderState
from tui.screens.lists.listing import ListingScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sheets.export import ExportDialog
from tui.services.drafts import Drafts
from tui.widgets.search import SearchLine
from tui.widgets.status import StatusLine

SIZE = 120, 40
PATIENCE, LOOKS = 10.0, 100
"""Seconds until what a key is to do must be seen, and times it is looked for; most of it is seen at once."""

Step = str | Callable[["Stage"], Awaitable[None]]
"""The id of a command, whose first key is pressed; or anything else that is done."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one command does, told by what is seen or kept."""

    id: str
    """Of the command."""
    done: Callable[["Stage"], bool]
    """Whether it has been done: false before its key is pressed, and true after."""
    start: tuple[Step, ...] = ()
    """How one comes to where the key is pressed."""
    marks: tuple[Annotation, ...] = ()
    """What the article bears at the beginning."""
    size: tuple[int, int] = SIZE


class StageMemory(Memory):
    """The archive in memory, with the little that screens beside the reader ask of it."""

    def versions(self, key: str) -> tuple[ArticleRecord, ...]:
        return ()

    def dossier(self, name: str, kind: ActorKind | None = None) -> Dossier:
        return Dossier(name, kind or ActorKind.PERSON, (), (), (), 0)


class StageApp(LesartApp):
    """Lesart that stays when it is left, so that the next scene can be played."""

    left = False

    def get_default_screen(self) -> Screen[None]:
        return Screen()

    def exit(self, *args: object, **kwargs: object) -> None:
        self.left = True

    @contextmanager
    def suspend(self) -> Iterator[None]:
        yield


class Stage:
    """The running program: keys and the pointer go in, state is looked at."""

    reader: ReaderScreen
    memory: StageMemory
    library: Library
    """The scene's copy of the library, once it was opened."""

    def __init__(self, folder: Path, environment: pytest.MonkeyPatch, template: Path) -> None:
        """`folder` takes what scenes write; `template` is a library of which each scene gets a copy."""
        self.folder = folder
        self.environment = environment
        self.template = template
        self.own: Keys = {}
        self._open = AsyncExitStack()
        self._drawn: set[tuple[tuple[Step, ...], tuple[int, int]]] = set()
        self.app: StageApp
        self.pilot: Pilot[None]

    async def rise(self) -> None:
        """Begin."""
        self.app = StageApp(
            LONG,
            StageMemory(),
            read=self._read,
            analyze=analyze_at_once,
            pipeline=lambda language: "hand-made-1",
        )
        self.own = {}
        self.pilot = await self._open.enter_async_context(self.app.run_test(size=SIZE, notifications=True))
        await self._new_reader()

    async def fall(self) -> None:
        """End."""
        await self._open.aclose()

    async def rise_again(self) -> None:
        """Begin anew, so that what went wrong in one scene is not in the way of the next."""
        with suppress(Exception):
            await self.fall()
        self._open = AsyncExitStack()
        await self.rise()

    async def _new_reader(self) -> None:
        self.memory = StageMemory(analysis=ANALYSIS)
        self.app._archive = self.memory
        self.app.preferences = Preferences(None)
        self.reader = self.app._reader(LONG)
        await self.app.push_screen(self.reader)
        await self.until(lambda: self.reader.furnished and self.reader.analysis is not None, "read")

    async def _read(self, source: str) -> Article:
        if not (self.folder / source).exists():
            raise SourceError(f"There is no {source}.")
        return plain_article(self.written(source), source)

    # From the beginning

    async def reset(self, scene: Scene, own: Keys | None = None) -> None:
        """Everything as it was at the beginning."""
        app = self.app
        while app.screen_stack[-1] is not self.reader and len(app.screen_stack) > 1:
            await app.pop_screen()
        app.workers.cancel_all()
        if (own or {}) != self.own:
            self.own = own or {}
            app.own_keys = self.own
            app.set_keymap(self.own)
            if len(app.screen_stack) > 1:
                await app.pop_screen()
        if len(app.screen_stack) == 1:
            await self._new_reader()
        if self.app.size != scene.size:
            await self.pilot.resize_terminal(*scene.size)
        await self._reset_reader(scene.marks)
        await self._clear_up()
        app.left, app._clipboard = False, ""
        app._notifications.clear()
        await self.rest()

    async def _clear_up(self) -> None:
        """Remove the files of the scene before; what it still keeps in the background may put some there meanwhile."""
        end = monotonic() + PATIENCE
        while left := list(self.folder.iterdir()):
            assert monotonic() < end, f"these files come again and again: {left}"
            for path in left:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
            await self.pilot.pause(0)

    def open_library(self) -> Library:
        """The scene's copy of the library, in place of the archive in memory."""
        copy = self.folder / "library"
        shutil.copytree(self.template, copy, copy_function=_take_over)
        self.library = self.app._archive = Library(copy / "data", copy / "cache")
        return self.library

    async def _reset_reader(self, marks: Sequence[Annotation]) -> None:
        reader, view = self.reader, self.reader.view
        self.memory.kept = {each.id: each for each in marks}
        self.memory.known = []
        self.app._archive = self.memory
        services = reader.services
        self.app.preferences = services.preferences = Preferences(None)
        services.drafts = Drafts(None, LONG.key)
        self.app.theme = services.preferences.now.theme
        reader.page.remove_class("-over")
        reader.on_resize(events.Resize(reader.size, reader.size))
        reader.leaving.has_warned = False
        reader.equip()
        await reader.do.corrector.take_up(ANALYSIS, ())
        reader.show(ReaderState(LONG, ANALYSIS).with_annotations(place(marks, LONG.text)))
        reader.show(reader.state.at(reader.state.lens_of(Kind.NAMES), None))
        search_line = reader.furniture.search_line
        with search_line.prevent(SearchLine.Typed):
            search_line.regex = False
        search_line.close()
        reader.status.display = True
        for panel in reader.page.panels.values():
            if panel.ORDERS:
                panel.sort_by(panel.ORDERS[0])
            panel.widen()
            panel.entries.highlighted = None
            panel.entries.scroll_to(y=0, animate=False, force=True)
        view.clear_selection()
        view._left_at = view.ruler = None
        view._page.begin()
        view.measure, view.hyphenated, view.unfolded = (
            services.preferences.now.measure,
            services.preferences.now.hyphenation,
            False,
        )
        view.scroll_to(y=0, animate=False, force=True)
        reader.set_focus(view)
        await self.rest()
        reader.told = reader.doing = ""

    # What is done

    async def rest(self) -> None:
        """Let everything that is under way be done, and what comes of it be laid out."""
        while True:
            for _ in range(3):
                await self.pilot.pause(0)
            if not is_at_work(self.app):
                return
            while is_at_work(self.app):
                await self.pilot.pause(0.002)

    async def until(self, done: Callable[[], bool], what: str) -> None:
        """Wait for it."""
        end, looks = monotonic() + PATIENCE, LOOKS
        while not done():
            await self.pilot.pause(0.01)
            looks -= 1
            assert looks > 0 or monotonic() < end, f"it was never {what}:\n{self.page}"

    async def press(self, *keys: str) -> None:
        """Press keys, as the terminal would name them."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await self.rest()

    async def do(self, *steps: Step) -> None:
        """Take steps."""
        for step in steps:
            if isinstance(step, str):
                await self.press(keys_of(step, self.own)[0])
            else:
                await step(self)
                await self.rest()

    def comes_first_to(self, scene: Scene) -> bool:
        """Whether no scene before began where this one does: the same place need not be drawn again and again."""
        place = scene.start, scene.size
        is_new = place not in self._drawn
        self._drawn.add(place)
        return is_new

    # What is seen and kept

    @property
    def page(self) -> str:
        """What the screen shows, line by line."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def top(self) -> str:
        """The screen or sheet that is uppermost, by the name of its class."""
        return type(self.app.screen).__name__

    @property
    def row(self) -> int:
        """Lines of the text above the uppermost that is seen."""
        return self.reader.view.scroll_offset.y

    @property
    def selected(self) -> str:
        """The words selected in the text."""
        return self.reader.view.selected_text

    @property
    def words(self) -> str:
        """What stands at the left of the line at the foot."""
        return "".join(each.words for each in self.app.screen.query(StatusLine))

    @property
    def told(self) -> str:
        """What was just done, as the line at the foot says it."""
        return "".join(each.told for each in self.app.screen.query(StatusLine))

    @property
    def said(self) -> str:
        """The last sentence in the corner."""
        return ([each.message for each in self.app._notifications] or [""])[-1]

    @property
    def at(self) -> str:
        """The words of the target."""
        target = self.reader.target
        return LONG.text[slice(*target.spans[0])] if target is not None else ""

    @property
    def kept(self) -> tuple[Annotation, ...]:
        """All annotations on the article in hand, as they are stored."""
        return tuple(self.memory.kept.values())

    @property
    def corrections(self) -> list[str]:
        """The kinds of correction that are stored."""
        return [type(each.correction).__name__ for each in self.kept if each.correction is not None]

    @property
    def cursor(self) -> int | None:
        """Where the cursor of the list stands: of the sheet or screen on top, else of the panel one is in."""
        screen = self.app.screen
        if isinstance(screen, ListingScreen):
            return screen.listing.highlighted
        if screen is self.reader:
            panel = self.reader.page.panels.get(self.reader.page.part)
            return panel.entries.highlighted if panel is not None else None
        return screen.query_one(OptionList).highlighted

    @property
    def scrolled(self) -> float:
        """How far the page of the sheet or screen on top is scrolled."""
        return self.app.screen.query_one(VerticalScroll).scroll_y

    @property
    def typing(self) -> str | None:
        """What stands in the line or field one types into; None where one does not."""
        focused = self.app.screen.focused
        if isinstance(focused, Input):
            return focused.value
        return focused.text if isinstance(focused, TextArea) else None

    @property
    def title(self) -> str:
        """The heading of the sheet on top; empty where there is none."""
        titles = self.app.screen.query(".dialog--title")
        return titles.first().render().lines(self.app.size.width)[0].plain.strip() if titles else ""

    def written(self, name: str) -> str:
        """What stands in a file in the folder one is in; empty where there is none."""
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def files(self) -> list[str]:
        """What was written there."""
        return [path.name for path in self.folder.iterdir() if path.name not in ("library", "editor.sh")]

    @property
    def export(self) -> ExportDialog:
        """The sheet of formats, on top."""
        assert isinstance(self.app.screen, ExportDialog)
        return self.app.screen

    def widget(self, selector: str) -> Widget:
        """A part of the screen on top."""
        return self.app.screen.query_one(selector)


def _take_over(source: str, target: str) -> None:
    """Copy a file of the library. Those that are never changed, only replaced as a whole, may be the same."""
    if source.endswith(".json"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def typed(words: str) -> Step:
    """Words are typed."""

    async def type_them(stage: Stage) -> None:
        for letter in words:
            stage.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await stage.rest()

    return type_them


def writes(name: str, words: str) -> Step:
    """A file comes to lie in the folder one is in."""

    async def write(stage: Stage) -> None:
        (stage.folder / name).write_text(words, encoding="utf-8")

    return write
