"""What is kept: articles, annotations and analyses, on TinyDB."""

from core.library.checking import Check
from core.library.errors import Damage, LibraryError, NewerFormatError
from core.library.library import Library
from core.library.records import ArticleRecord, Deletion, Shelf, TagChange
from core.library.searching import Found, named
from core.library.tagging import COLOURS

__all__ = [
    "COLOURS",
    "ArticleRecord",
    "Check",
    "Damage",
    "Deletion",
    "Found",
    "Library",
    "LibraryError",
    "NewerFormatError",
    "Shelf",
    "TagChange",
    "named",
]
