"""The screens that the library opens beside its list: tags, people, feeds, versions, what was deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.library import Library
from core.library.index.facets import Field
from tui.screens.library.filer import Filer
from tui.screens.library.finder import Finder
from tui.screens.library.interface import Shelves
from tui.screens.library.narrower import Narrower
from tui.screens.lists.deleted import DeletedScreen
from tui.screens.lists.feeds import FeedsLeft, FeedsScreen
from tui.screens.lists.people import PeopleScreen
from tui.screens.lists.tag_list import TagChosen, TagListScreen
from tui.screens.lists.versions import VersionsScreen
from tui.services.apart import Read
from tui.services.filing import Filing
from tui.services.following import Following


class Beside:
    """Opens other lists, and shows what was chosen in one of them."""

    def __init__(
        self,
        shelves: Shelves,
        archive: Library,
        read: Read,
        exports: Path,
        controllers: tuple[Finder, Narrower, Filer],
    ) -> None:
        self._shelves = shelves
        self._archive = archive
        self._read = read
        self._exports = exports
        self._finder, self._narrower, self._filer = controllers
        self.came_from: Callable[[], None] | None = None
        """What opens the list that led to what is shown now; None where no other list did."""

    def versions(self) -> None:
        """Show the versions of the article under the cursor."""
        if (record := self._shelves.record) is not None:
            self._shelves.desk.open(VersionsScreen(self._archive, record.key, self._shelves.own))

    def tags(self) -> None:
        """Show all tags."""

        def chosen(choice: TagChosen | None) -> None:
            if choice is None:
                return
            self.came_from = self.tags
            if choice.marks:
                self._finder.find(f"#{choice.tag}")
            else:
                self._narrower.narrow(Field.TAG, choice.tag)

        self._shelves.desk.open(TagListScreen(self._archive, self._shelves.own), chosen)

    def people(self) -> None:
        """Show everyone who speaks."""
        self._shelves.desk.open(PeopleScreen(self._archive, self._shelves.own))

    def feeds(self, row: str = "") -> None:
        """Show the feeds that are followed, then the articles of one, and fetch those that were still to be fetched.

        The list begins at a `row`.
        """

        def left(result: FeedsLeft | None) -> None:
            if result is not None and result.query:
                self.came_from = partial(self.feeds, result.row)
                self._finder.begin()
                self._finder.find(result.query)
            if result is not None and result.to_fetch:
                self._filer.fetch(result.to_fetch)

        filing, following = Filing(self._archive, self._read), Following(self._archive, self._exports)
        screen = FeedsScreen(self._archive, self._shelves.own, filing, following)
        screen.begin_at(row)
        self._shelves.desk.open(screen, left)

    def deleted(self) -> None:
        """Show what was deleted."""
        self._shelves.desk.open(DeletedScreen(self._archive, self._shelves.own))
