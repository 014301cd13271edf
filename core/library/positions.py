"""Where a reader left off in each article: a small file each, which the first paint reads before all else."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from core.library import durable_files
from core.library.errors import LibraryError

if TYPE_CHECKING:
    from core.articles import Article

_POSITION = "position"


class Positions:
    """The reading positions kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, article: Article) -> int:
        """Where the reader left off in an article, a code point offset; 0 when that is not known."""
        try:
            content = self._path(article).read_bytes()
        except OSError:
            return 0
        from core.library.file_format import UnsoundError, unpack

        try:
            offset = unpack(_POSITION, content)[_POSITION]["1"]["offset"]
        except (LookupError, UnsoundError, LibraryError):
            return 0
        return min(offset, len(article.text)) if type(offset) is int and offset > 0 else 0

    def keep(self, article: Article, offset: int) -> None:
        """Remember where the reader is, if that can be done; does not wait for the disk."""
        from core.library.file_format import pack

        path = self._path(article)
        with contextlib.suppress(OSError):
            durable_files.make_folder(path.parent)
            content = pack(_POSITION, {_POSITION: {"1": {"offset": offset}}})
            durable_files.write(path, content, durable=False)

    def _path(self, article: Article) -> Path:
        return self._folder / f"{article.key}.json"
