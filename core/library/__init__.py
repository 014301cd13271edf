"""What is kept: articles, annotations and analyses, on TinyDB."""

from core.library.checking import Check
from core.library.errors import Damage, LibraryError, NewerFormatError
from core.library.library import Library
from core.library.records import ArticleRecord, Shelf

__all__ = ["ArticleRecord", "Check", "Damage", "Library", "LibraryError", "NewerFormatError", "Shelf"]
