"""The feeds that are followed: added, renamed, removed and brought back, taken from a list and written as one."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.articles.feed_signs import is_feed
from core.articles.late import late
from core.articles.source_names import as_typed
from core.library import Library, LibraryError
from core.library.feed_store import Feed
from core.system_errors import cause
from core.translation import _, ngettext
from tui.services.exporting import SaveError, plan, save

LIST = "feeds.opml"
"""The file that the feeds are written to."""


class Following:
    """Changes the list of feeds. Methods belong in a thread, say what they have done, and raise LibraryError."""

    def __init__(self, archive: Library, exports: Path) -> None:
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
        read: Callable[[bytes], list[tuple[str, str]]] = late("core.feeds.opml:read_opml")
        try:
            found = read(path.read_bytes())
        except (OSError, ValueError) as error:
            reason = cause(error)
            message = _("Cannot read feeds from {path}: {reason}; give an OPML file.")
            raise LibraryError(message.format(path=path, reason=reason)) from None
        if not found:
            raise LibraryError(_("There is no feed with an address on the web in {file}.").format(file=path))
        new = [address for name, address in found if self._archive.follow(Feed(address, name or address))]
        self._undoing.append(lambda: [self._archive.unfollow(address) for address in new])
        return ngettext("{new} feed added", "{new} feeds added", len(new)).format(new=len(new))

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
        content = write((each.name, each.address) for each in self._archive.feeds())
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
