"""Marks passed on to the later versions of an article, where they are listed, counted and found."""

import contextlib
from collections.abc import Callable

from core.articles import Article
from core.library.annotation_store import AnnotationStore
from core.library.errors import LibraryError


class PassingOn:
    """Passes marks on. It never fails: what could not be passed on now is when the later version is opened."""

    def __init__(
        self,
        annotations: AnnotationStore,
        load: Callable[[str], Article | None],
        later: Callable[[str], list[tuple[str, str]]],
    ) -> None:
        """`later` gives all versions that came after one of a key, each with the key of the version before it."""
        self._annotations = annotations
        self._load = load
        self._later = later

    def from_earlier(self, earlier: str, article: Article) -> None:
        """Give an article, just filed, the marks of the version before it; `earlier` is its key, or empty."""
        if earlier:
            with contextlib.suppress(LibraryError):
                self._annotations.carry_over(earlier, article.key, article.text)

    def to_later(self, key: str) -> None:
        """Give all later versions what has come back, or was changed, on this one."""
        with contextlib.suppress(LibraryError):
            for earlier, later in self._later(key):
                if (article := self._load(later)) is not None:
                    self._annotations.carry_over(earlier, later, article.text)
