"""The program on the screen: its themes, its keys, and the reader it opens."""

import gc
import os
from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from core.articles import Article
from core.library import Library
from core.locations import ASSETS, DEMO
from tui.config.keyfile import KEY_FILE, read_keys
from tui.config.settings import Preferences, SettingsError, Value
from tui.keymap import Keys, bindings, key, keys_of
from tui.notify import say
from tui.screens.reader import ReaderScreen
from tui.screens.reader.arranging import HEIGHTS, WIDTHS
from tui.screens.reader.state import Analyze
from tui.services.drafts import Drafts
from tui.themes import THEMES, colours_for

if TYPE_CHECKING:
    from textual.command import Provider

    from core.analysis import Analysis
    from tui.screens.dossier import DossierScreen
    from tui.screens.library import LibraryScreen
    from tui.screens.opening import OpeningScreen, Read
    from tui.screens.reader.versioning import Versioning


PACE = 0.02
"""Seconds between two keys that were kept until the reader had all that they need."""


async def analyze_apart(article: Article) -> "Analysis":
    """The analysis of an article, made by a child process; what that takes is imported behind the first paint."""
    from core.analyzer import in_child_process as remote

    return await remote.analyze_apart(article)


async def read_apart(source: str) -> Article:
    """The article in a source, read by a child process; imported when there is one to read."""
    from core.articles import in_child_process as remote

    return await remote.read_apart(source)


def pipeline_version(language: str) -> str:
    """What names the pipeline that analyses a language; imported behind the first paint too."""
    from core.analyzer import version

    return version.pipeline_version(language)


class LesartApp(App[None]):
    """Lesart, reading one article, or choosing one from the library first."""

    TITLE = "Lesart"
    CSS_PATH = ASSETS / "lesart.tcss"
    ENABLE_COMMAND_PALETTE = False
    """Textual would bind it to a key of its own, ahead of the table's."""
    COMMANDS: ClassVar[set["type[Provider] | Callable[[], type[Provider]]"]] = set()
    BINDINGS: ClassVar[list[BindingType]] = bindings("anywhere")

    own_keys: Keys
    preferences: Preferences
    _has_look = False
    """Whether it is known yet which theme is worn: before that, colours would be worked out in vain."""

    def __init__(
        self,
        article: Article | None,
        archive: Library,
        *,
        source: str | None = None,
        read: "Read" = read_apart,
        analyze: Analyze = analyze_apart,
        pipeline: Callable[[str], str] = pipeline_version,
        config: Path | None = None,
        drafts: Path | None = None,
        tour: bool = False,
    ) -> None:
        """Read `article`, or show the library where there is none; what the reader does is kept in `archive`.

        Where a `source` is given, it is read first, by `read`, while the screen says so. `analyze` makes the analysis;
        `pipeline` names what would make it for a language, so that one made before can be used; `config` is the folder
        with the reader's own keys and settings; notes begun and not kept wait in the folder `drafts`; `tour` shows how
        to go about it, unless that was seen before.
        """
        super().__init__()
        self._article = article
        self._source = source
        self._early: list[events.Key] = []
        self._read = read
        self._archive = archive
        self._analyze = analyze
        self._pipeline = pipeline
        self._drafts = drafts
        self.animation_level = "none"  # nothing on the page moves that was not asked to
        self._tour = tour
        self.own_keys, complaints = read_keys(config / KEY_FILE) if config else ({}, ())
        self.preferences = Preferences(config)
        self._complaints = [*complaints, *self.preferences.complaints]
        for theme in THEMES:
            self.register_theme(theme)
        self._has_look = True
        self.theme = self._first_theme()
        self._mute()
        self.set_keymap(self.own_keys)

    def _first_theme(self) -> str:
        """The look that the environment asks for, else the one worn last."""
        wanted, kept = os.environ.get("TEXTUAL_THEME", ""), self.preferences.now.theme
        if wanted in self.available_themes:
            return wanted
        if kept not in self.available_themes:
            self._complaints.append(f"There is no look called “{kept}”; it is {THEMES[0].name} for now.")
            return THEMES[0].name
        return kept

    def watch_theme(self, before: str, name: str) -> None:
        """Remember the look."""
        self._mute()
        if before != name and self.is_running:
            self.remember(theme=name)

    def _mute(self) -> None:
        """Under NO_COLOR leave the colours out in the way that the look needs.

        Textual chooses between grey and none once, for the look it begins with; the terminal's own colours turned grey
        would all be black on black.
        """
        if not self.no_color:
            return
        from textual.filter import Monochrome, NoColor

        muted = NoColor() if self.native_ansi_color else Monochrome()
        self._filters[:] = [
            muted if isinstance(each, Monochrome | NoColor) else each for each in self._filters
        ]

    def remember(self, **changes: Value) -> None:
        """Change settings, now and for the next start; say so where they cannot be kept."""
        try:
            self.preferences.keep(**changes)
        except SettingsError as error:
            say(self, str(error), "warning")

    def get_default_screen(self) -> Screen[None]:
        """The reader, or the library, is the first thing painted."""
        if self._article is not None:
            reader = self._reader(self._article)
            reader.wants_tour = self._tour and self.preferences.now.tour
            return reader
        if self._source is not None:
            return self._opening(self._source)
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self._archive, self.own_keys)

    def on_library_screen_opened(self, opened: "LibraryScreen.Opened") -> None:
        """Read the article that was taken from the library, at the mark that was chosen there."""
        screen = self._reader(opened.article)
        screen.wanted = opened.mark
        self.push_screen(screen)

    def on_library_screen_sought(self, sought: "LibraryScreen.Sought") -> None:
        """Read what was named in the library."""
        self.push_screen(self._opening(sought.source))

    def on_opening_screen_opened(self, opened: "OpeningScreen.Opened") -> None:
        """Show what was read in place of the screen one waited on, unless that was left."""
        from tui.navigation import go_on_in
        from tui.screens.opening import OpeningScreen

        if isinstance(self.screen, OpeningScreen):
            go_on_in(self, self._reader(opened.article))
            if opened.warning:
                say(self, opened.warning, "error" if opened.stale else "warning")

    async def on_versioning_updated(self, updated: "Versioning.Updated") -> None:
        """Go on in the new version of an article."""
        from tui.navigation import go_on_in

        if isinstance(self.screen, ReaderScreen) and await self.screen.may_leave():
            go_on_in(self, self._reader(updated.article))

    async def on_dossier_screen_opened(self, opened: "DossierScreen.Opened") -> None:
        """Read an article that a dossier led to: in the reader that has it open already, else in a new one."""
        for screen in [each for each in self.screen_stack if isinstance(each, ReaderScreen)]:
            if screen.article.key == opened.article.key:
                while self.screen is not screen:
                    if isinstance(self.screen, ReaderScreen) and not await self.screen.may_leave():
                        return
                    await self.pop_screen()
                screen.go_to_quote(opened.quote)
                return
        reader = self._reader(opened.article)
        reader.wanted_quote = opened.quote
        self.push_screen(reader)

    def _opening(self, source: str) -> "OpeningScreen":
        from tui.screens.opening import OpeningScreen

        return OpeningScreen(source, self._read, self._archive, self.own_keys)

    def _reader(self, article: Article) -> ReaderScreen:
        screen = ReaderScreen(
            article, self._archive, self._analyze, self._pipeline, self.own_keys, self.preferences
        )
        screen.drafts = Drafts(self._drafts, article.key)
        screen.read = self._read
        # Given the classes of its size now, it need not be styled twice before the first paint.
        for size, steps in ((self.size.width, WIDTHS), (self.size.height, HEIGHTS)):
            name = next(name for least, name in reversed(steps) if size >= least)
            screen.set_class(True, name, update=False)
        return screen

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is a screen, only make the colours known that it is to be styled in."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, for the style sheet."""
        return super().get_css_variables() if self._has_look else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of names, quotes and marks for themes that are not our own."""
        return dict(colours_for(self.current_theme))

    async def on_event(self, event: events.Event) -> None:
        """Keep the keys that come before the reader has all that they may need, in their order."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._is_early():
            self._early.append(event)
        else:
            await super().on_event(event)

    def _is_early(self) -> bool:
        screen = self.screen_stack[-1] if self.screen_stack else None
        return bool(self._early) or (isinstance(screen, ReaderScreen) and not screen.furnished)

    async def on_reader_screen_furnished(self) -> None:
        """Do what was asked for meanwhile, one after the other: a key may open what the next is meant for."""
        if self._early:
            await super().on_event(self._early.pop(0))
        if self._early:
            self.set_timer(PACE, self._go_on_once_done)

    def _go_on_once_done(self) -> None:
        if self.screen_stack:
            self.screen.call_after_refresh(self.call_later, self.on_reader_screen_furnished)

    def on_mount(self) -> None:
        """Say what is wrong with the files of keys and settings, if anything is."""
        for complaint in self._complaints:
            say(self, complaint, "warning")

    def on_ready(self) -> None:
        """Now that the first screen is painted, look for garbage again where that was put off for it."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def action_command_palette(self) -> None:
        """Find a command by name."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_keys(self) -> None:
        """Show the keys of the place one is in."""
        from tui.screens.keys import KeysScreen

        place = getattr(self.screen, "PLACE", "library")
        if isinstance(self.screen, ReaderScreen):
            place = {"text": "article", "map": "map"}.get(self.screen.place, "panel")

        def taken(id: str | None) -> None:
            if id is not None:
                self.simulate_key(keys_of(id, self.own_keys)[0])

        self.push_screen(KeysScreen(place, self.own_keys), taken)

    async def action_tour(self) -> None:
        """Take the tour, in the demo article."""
        from core.articles.sources import read_article

        demo = await to_thread(read_article, str(DEMO))
        if isinstance(self.screen, ReaderScreen) and self.screen.article.key == demo.key:
            self.screen.begin_tour()
            return
        reader = self._reader(demo)
        reader.wants_tour = True
        self.push_screen(reader)

    async def action_quit(self) -> None:
        """Leave from wherever one is; the reader sees to it that everything is kept."""
        from tui.navigation import PASSED
        from tui.screens.dialog import Dialog

        if isinstance(self.screen, Dialog) and self.screen.unkept:
            keep, leave = key("note-save", self.own_keys), key("note-leave", self.own_keys)
            say(self, f"The note is not kept yet: {keep} keeps it, {leave} leaves it as a draft.", "warning")
            return
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen) and not screen.has_class(PASSED):
                await screen.action_quit()
                return
        self.exit()
