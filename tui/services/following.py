"""The feeds that are followed: added, renamed, removed and brought back, taken from a list and written as one.

So are the saved searches that are listed with them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.articles.feed_signs import is_feed
from core.articles.late import late
from core.articles.source_names import as_typed
from core.library import Library, LibraryError
from core.library.feed_store import Feed
from core.system_errors import cause
from core.translation import _, ngettext
from tui.model.saved_search import SavedSearch
from tui.services.exporting import SaveError, plan, save
from tui.services.searches import Searches, own_searches

if TYPE_CHECKING:
    from core.feeds.foldering import Import

LIST = "feeds.opml"
"""The file that the feeds are written to."""


class Following:
    """Changes the list of feeds. Methods belong in a thread, say what they have done, and raise LibraryError."""

    def __init__(self, archive: Library, exports: Path, searches: Searches | None = None) -> None:
        """Lists are written to `exports`; `searches` are those that are saved, usually one's own."""
        self.searches = searches or own_searches()
        self._archive = archive
        self._exports = exports
        self._undoing: list[Callable[[], object]] = []

    def add(self, source: str) -> str:
        """Follow the feed at an address, or all feeds in an OPML file. Raises SourceError where there is none."""
        path = Path(source).expanduser()
        if path.suffix.lower() in (".opml", ".xml") and path.is_file() and not _is_feed(path):
            return self._take_in(path)
        follow: Callable[..., tuple[Feed, bool]] = late("core.feeds.following:follow")
        feed, is_new = follow(self._archive, as_typed(source))
        if is_new:
            self._undoing.append(lambda: self._archive.unfollow(feed.address))
        return feed.name if is_new else _("{feed} is followed already").format(feed=feed.name)

    def _take_in(self, path: Path) -> str:
        take_in: Callable[[Library, bytes], Import] = late("core.feeds.foldering:take_in")
        try:
            done = take_in(self._archive, path.read_bytes())
        except (OSError, ValueError) as error:
            reason = cause(error)
            message = _("Cannot read feeds from {path}: {reason}; give an OPML file.")
            raise LibraryError(message.format(path=path, reason=reason)) from None
        if not done.all:
            raise LibraryError(_("There is no feed with an address on the web in {file}.").format(file=path))
        self._undoing.append(lambda: [self._archive.unfollow(address) for address in done.new])
        self._undo_folders(done.sorted, also=True)
        return ngettext("{new} feed added", "{new} feeds added", len(done.new)).format(new=len(done.new))

    def put_into(self, feed: Feed, folder: str, to: str) -> str:
        """Take a feed out of a folder and put it into another, "" for none."""
        self._undo_folders(late("core.feeds.foldering:move")(self._archive, feed, folder, to))
        return _("now in {folder}").format(folder=to) if to else _("now in no folder")

    def rename_folder(self, folder: str, name: str) -> str:
        """Call a folder by another path; with "" its feeds, and the folders in it, are where it was."""
        above = folder.rpartition("/")[0]
        self._undo_folders(late("core.feeds.foldering:rename_folder")(self._archive, folder, name or above))
        return _("renamed") if name else _("{folder} removed; its feeds stay").format(folder=folder)

    def _undo_folders(self, before: Mapping[str, tuple[str, ...]], *, also: bool = False) -> None:
        """Be able to have feeds in the folders they were in; `also` together with the last change."""
        other = self._undoing.pop() if also else None

        def undo() -> None:
            if other is not None:
                other()
            late("core.feeds.foldering:put_back")(self._archive, before)

        self._undoing.append(undo)

    def rename(self, feed: Feed, name: str) -> str:
        """Call a feed by another name."""
        late("core.feeds.naming:rename")(self._archive, feed, name)
        self._undoing.append(
            lambda: self._archive.change_feed(feed.address, lambda now: replace(now, name=feed.name))
        )
        return _("renamed")

    def remove(self, feed: Feed) -> str:
        """Follow a feed no longer; its articles stay."""
        place = self._archive.unfollow(feed.address)
        self._undoing.append(lambda: self._archive.follow(feed, place))
        return _("{feed} removed; its articles stay").format(feed=feed.name)

    def rename_search(self, search: SavedSearch, name: str) -> str:
        """Call a saved search by another name."""
        self.searches.rename(search.name, name)
        self._undoing.append(lambda: self.searches.rename(name, search.name))
        return _("renamed")

    def remove_search(self, search: SavedSearch) -> str:
        """Forget a saved search."""
        place = self.searches.remove(search.name)
        self._undoing.append(lambda: self.searches.save(search, place))
        return _("{search} removed").format(search=search.name)

    def undo(self) -> str:
        """Take back what was done last."""
        if not self._undoing:
            return _("nothing to take back")
        self._undoing[-1]()
        self._undoing.pop()
        return _("taken back")

    def write_list(self, replaces: bool = False) -> str:
        """Write all feeds as OPML into the folder for exports.

        Returns nothing, and writes nothing, if another list is there that is not to be replaced.
        """
        write: Callable[..., Any] = late("core.feeds.opml:write_opml")
        path = self._exports / LIST
        content = write(self._archive.feeds())
        try:
            planned = plan({path: content}, grows=False)
            if planned.replaced and not replaces:
                return ""
            save(planned)
        except SaveError as error:
            raise LibraryError(str(error)) from None
        return _("written to {path}").format(path=path)


def _is_feed(path: Path) -> bool:
    """Whether a file is a feed itself; what cannot be read is none."""
    with contextlib.suppress(OSError):
        return is_feed(path.read_bytes())
    return False
