"""The program on the screen: its themes, its keys, and the reader it opens."""

import gc
import os
import sys
from asyncio import to_thread, wait_for
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen

from core.articles import Article
from core.articles.late import late
from core.library import Library
from core.locations import ASSETS, DEMO
from core.text.spans import Span
from tui.config.keyfile import KEY_FILE, faults_told, read_keys
from tui.config.settings import Preferences, SettingsError, Value
from tui.ending import EndFromOutside
from tui.key_order import KeyOrder
from tui.keymap import Keys, bindings, keys_of
from tui.lean_styles import lean_stylesheet
from tui.model.walk import Walk
from tui.navigation import PASSED, come_back_to, go_on_in
from tui.notify import forget_message, say
from tui.pastes import end_every_paste
from tui.removal import keep_nothing_removed
from tui.screens.reader import ReaderScreen
from tui.screens.reader.interface import Found, Services
from tui.screens.reader.page import size_classes
from tui.services.apart import Analyze, Read, analyze_apart, pipeline_version, read_apart
from tui.services.background import Analyzer, Background
from tui.services.drafts import Drafts
from tui.terminal_gone import outlast_terminal
from tui.themes import TERMINAL, THEMES, colours_for, unknown_look

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.messages import (
        ActorChosen,
        ArticleChosen,
        ArticleUpdated,
        QuoteChosen,
        SourceNamed,
        SourceRead,
        WordsChosen,
    )


PATIENCE = 2.0
"""Seconds that an end from outside waits for what is being saved."""


class LesartApp(App[bool]):
    """Lesart, reading one article, or choosing one from the library first.

    Its result is whether it was left from wherever one was, so that no further source is to be opened.
    """

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
        walk: Walk | None = None,
        read: Read = read_apart,
        analyze: Analyze = analyze_apart,
        ahead: Callable[[], Analyzer] | None = None,
        pipeline: Callable[[str], str] = pipeline_version,
        config: Path | None = None,
        drafts: Path | None = None,
        exports: Path = Path(),
        tour: bool = False,
    ) -> None:
        """Read `article`, or show the library where there is none; what the reader does is kept in `archive`.

        Where a `source` is given, it is read first, by `read`, while the screen says so; `walk` is the list of which
        either is a stop. `analyze` makes the analysis,
        and what `ahead` makes those of articles that wait in the library, if it is given; `pipeline` names what would
        make it for a language, so that one made before can be used; `config` is the folder with the reader's own keys
        and settings; notes begun and not kept wait in the folder `drafts`; what is written for other programs goes to
        the folder `exports`, unless the settings name another; `tour` shows how to go about it, unless that was seen
        before.
        """
        super().__init__()
        self.stylesheet = lean_stylesheet(self.stylesheet)
        keep_nothing_removed()
        self._article = article
        self._source = source
        self._walk = walk
        self._keys = KeyOrder(self, self._handle, self._is_ready)
        self._read = read
        self._archive = archive
        self._background = Background(archive, ahead, self._work_behind) if ahead is not None else None
        self._analyze = self._background.ahead_of_all(analyze) if self._background is not None else analyze
        self._pipeline = pipeline
        self._drafts = drafts
        self._exports = exports
        self.animation_level = "none"  # nothing on the page moves that was not asked to
        self._tour = tour
        self.own_keys, complaints = read_keys(config / KEY_FILE) if config else ({}, ())
        self.preferences = Preferences(config)
        self.ending = EndFromOutside(self._begin_to_end)
        self._complaints = [*complaints, *self.preferences.complaints]
        self._take_look()
        self._mute()
        self.set_keymap(self.own_keys)

    def _take_look(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self._has_look = True
        self.theme = self._first_theme()

    def get_driver_class(self) -> type[Driver]:
        """What talks to the terminal, with an end for pastes that have none, and for terminals that go away."""
        driver = super().get_driver_class()
        end_every_paste(driver, sys.modules)
        outlast_terminal(driver, sys.modules)
        return driver

    def _work_behind(self, work: Coroutine[Any, Any, None]) -> None:
        self.run_worker(work, group="background", exit_on_error=False)

    def _first_theme(self) -> str:
        """The look that the environment asks for, else the one worn last; without colours, that of the terminal."""
        wanted, kept = os.environ.get("TEXTUAL_THEME", ""), self.preferences.now.theme
        if wanted in self.available_themes:
            return wanted
        if self.no_color:
            return TERMINAL.name
        if kept not in self.available_themes:
            self._complaints.append(unknown_look(kept))
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
            tour = self._tour and self.preferences.now.tour
            return self._reader(self._article, tour=tour, walk=self._walk)
        if self._source is not None:
            return self._opening(self._source, self._walk)
        from tui.screens.library import LibraryScreen

        exports = self.preferences.exports_folder(self._exports)
        return LibraryScreen(self._archive, self.own_keys, self._read, self._background, exports)

    # Messages are handled by name: their module is needed only when there is one.

    async def on_article_chosen(self, chosen: "ArticleChosen") -> None:
        """Read the article, at the mark that was chosen with it."""
        await self._show(chosen.article, mark=chosen.mark, walk=chosen.walk)

    async def on_words_chosen(self, chosen: "WordsChosen") -> None:
        """Read the article where the words are."""
        await self._show(chosen.article, found=(chosen.words, chosen.spans), walk=chosen.walk)

    def on_actor_chosen(self, chosen: "ActorChosen") -> None:
        """Show what all articles have of somebody."""
        make, own = late("tui.screens.lists.dossier:DossierScreen"), self.own_keys
        exports = self.preferences.exports_folder(self._exports)
        self.push_screen(make(chosen.actor, self._archive, own, self._analyze, exports))

    async def on_source_named(self, named: "SourceNamed") -> None:
        """Read a source, over what is shown or in its place."""
        opening = self._opening(named.source, named.walk)
        if named.walk is None:
            self.push_screen(opening)
        elif not isinstance(self.screen, ReaderScreen) or await self.screen.leaving.may_leave():
            go_on_in(self, opening)

    def on_source_read(self, read: "SourceRead") -> None:
        """Show what was read in place of the screen one waited on, unless that was left."""
        if getattr(self.screen, "PLACE", "") == "opening":
            go_on_in(self, self._reader(read.article, walk=read.walk))
            if read.warning:
                say(self, read.warning, "error" if read.stale else "warning")

    async def on_article_updated(self, updated: "ArticleUpdated") -> None:
        """Go on in another article, or in the new version of one."""
        if isinstance(self.screen, ReaderScreen) and await self.screen.leaving.may_leave():
            go_on_in(self, self._reader(updated.article, walk=updated.walk))

    async def on_quote_chosen(self, chosen: "QuoteChosen") -> None:
        """Read an article at a quote."""
        await self._show(chosen.article, quote=chosen.quote, walk=chosen.walk)

    async def _show(self, article: Article, walk: Walk | None = None, **wanted: Any) -> None:
        """Read an article at what is wanted: in the reader that has it open, or readers would pile up."""
        for reader in [each for each in self.screen_stack if isinstance(each, ReaderScreen)]:
            if reader.article.key == article.key and reader.furnished:
                if await come_back_to(self, reader):
                    reader.go_to(**wanted)
                return
        self.push_screen(self._reader(article, walk=walk, **wanted))

    def _opening(self, source: str, walk: Walk | None = None) -> Screen[None]:
        from tui.screens.opening import OpeningScreen

        return OpeningScreen(source, self._read, self._archive, self.own_keys, walk)

    def _reader(
        self,
        article: Article,
        *,
        mark: str | None = None,
        quote: Span | None = None,
        found: Found | None = None,
        tour: bool = False,
        walk: Walk | None = None,
    ) -> ReaderScreen:
        services = Services(
            self._archive,
            self._analyze,
            self._pipeline,
            self._read,
            self.own_keys,
            self.preferences,
            self.remember,
            Drafts(self._drafts, article.key),
            self.preferences.exports_folder(self._exports),
            walk,
        )
        screen = ReaderScreen(article, services, mark=mark, quote=quote, found=found, tour=tour)
        # Given the classes of its size now, it need not be styled twice before the first paint.
        for name in size_classes(self.size):
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
        """Handle keys and pastes one after the other, and all else at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await self._handle(event)

    async def _handle(self, event: events.Event) -> None:
        """Handle an event; what was just done is said until the next key or click."""
        if isinstance(event, events.Key | events.MouseDown) and self.screen_stack:
            forget_message(self.screen)
        await super().on_event(event)

    def _is_ready(self) -> bool:
        """Whether the screen on top has the parts that keys may be meant for."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(screen, ReaderScreen):
            return screen.furnished
        return screen is None or screen.is_mounted

    def on_mount(self) -> None:
        """Say what is wrong with the files of keys and settings, if anything is."""
        for complaint in faults_told(self._complaints):
            say(self, complaint, "warning")
        if not self.is_headless:
            self.ending.heed()

    def _begin_to_end(self, number: int) -> None:
        self.run_worker(self._end(number), exit_on_error=False)

    async def _end(self, number: int) -> None:
        from tui.screens.sheets.dialog import Dialog

        try:
            for screen in self.screen_stack:
                if isinstance(screen, Dialog) and screen.is_mounted:
                    screen.put_away()
                elif isinstance(screen, ReaderScreen) and screen.furnished:
                    with suppress(TimeoutError):
                        await wait_for(screen.leaving.put_away(), PATIENCE)
        finally:
            self.exit(True, return_code=128 + number)

    def key_ctrl_z(self) -> None:
        """Stop the program until the shell goes on with it; in a note the same key undoes."""
        self.action_suspend_process()

    def on_ready(self) -> None:
        """Now that the first screen is painted, look for garbage again where that was put off for it."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def action_command_palette(self) -> None:
        """Find a command by name."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_keys(self) -> None:
        """Show the keys of the place one is in."""
        from tui.screens.sheets.keys import KeysScreen

        if isinstance(self.screen, KeysScreen):
            return
        place = getattr(self.screen, "PLACE", "library")
        if isinstance(self.screen, ReaderScreen):
            place = {"text": "article", "map": "map"}.get(self.screen.page.part, "panel")

        def taken(id: str | None) -> None:
            if id is not None:
                self.simulate_key(keys_of(id, self.own_keys)[0])

        self.push_screen(KeysScreen(place, self.own_keys), taken)

    async def action_tour(self) -> None:
        """Take the tour, in the demo article."""
        from core.articles.sources import read_article

        demo = await to_thread(read_article, str(DEMO))
        await self._show(demo, tour=True)

    async def action_quit(self) -> None:
        """Leave from wherever one is; a note that is being written becomes a draft."""
        from tui.screens.sheets.dialog import Dialog

        if isinstance(self.screen, Dialog):
            self.screen.before_leaving(lambda: self.call_later(self._leave))
        else:
            await self._leave()

    async def _leave(self) -> None:
        """Leave; the reader sees to it that everything is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen) and not screen.has_class(PASSED):
                await screen.leaving.quit()
                return
        self.exit(True)
