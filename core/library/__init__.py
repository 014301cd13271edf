"""What is kept: articles, annotations and analyses, on TinyDB.

    articles/KEY.json              the text of one version of an article, for good
    annotations/KEY.json           what was noted on it, and what was deleted from it
    states/KEY.json                whether it was read, put off, put away or removed, and when it was opened
    feeds.json                     the feeds that are followed, and which of their entries are there already
    tags.json                      colours of tags, and changes of tags that can be taken back
    aliases.json                   the aliases that hold in all articles
    positions/KEY.json             where reading stopped
    backup/…                       a second copy of each, used when the first is damaged
    damaged/                       damaged files, put aside
    unfinished/                    where files are written before they get their names
    index.sqlite3                  all of it, to list, count and search; made again when deleted
    index.json, index.journal      moments of opening in the library of an older Lesart, only read

In the cache, and made again when deleted: `analyses/`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from core.library.errors import LibraryError, NewerFormatError
from core.library.library import Library

if TYPE_CHECKING:
    from core.library.records import ArticleRecord, Deletion, Shelf, TagChange
    from core.library.storage import Damage
else:
    _LATER = {
        "Damage": "storage",
        **dict.fromkeys(("ArticleRecord", "Deletion", "Shelf", "TagChange"), "records"),
    }

    def __getattr__(name: str) -> object:
        """What the library hands out is imported when it is asked for: the first paint needs none of it."""
        if name in _LATER:
            return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ArticleRecord",
    "Damage",
    "Deletion",
    "Library",
    "LibraryError",
    "NewerFormatError",
    "Shelf",
    "TagChange",
]
