"""What is kept: articles, annotations and analyses, on TinyDB.

    index.json, index.journal      one line an article; what was opened since the index was written
    articles/KEY.json              the text of one version of an article, for good
    annotations/KEY.json           what was noted on it, and what was deleted from it
    tags.json                      colours of tags, and changes of tags that can be taken back
    positions/KEY.json             where reading stopped
    backup/…                       a second copy of each, used where the first is damaged
    damaged/                       damaged files, put aside
    unfinished/                    where files are written before they get their names

In the cache, and made again when it is deleted: `analyses/`, `catalogue.lines` (what is annotated, to count and search)
and `recent.json` (what the first screen shows).
"""

from core.library.errors import Damage, LibraryError, NewerFormatError
from core.library.library import Library
from core.library.records import ArticleRecord, Deletion, Shelf, TagChange

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
