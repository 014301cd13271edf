"""What a library is made of, put together with its first use."""

from collections.abc import Callable, Iterable
from pathlib import Path

from core.library.analyses import AnalysisCache
from core.library.annotation_store import AnnotationStore
from core.library.article_store import ArticleStore
from core.library.catalogue import Catalogue
from core.library.files import Files, Kind
from core.library.tag_store import TagStore


class Parts:
    """The parts of one library, which share its files. Making them reads nothing."""

    def __init__(
        self, folder: Path, cache: Path | None, bearing: Callable[[Iterable[str]], list[str]]
    ) -> None:
        """The parts of the library in `folder`; `cache` is where analyses and counts are remembered, None for nowhere.

        `bearing` gives the keys of the articles with annotations that bear one of some tags.
        """
        self.files = Files(folder)
        self.analyses = AnalysisCache(cache / "analyses") if cache else None
        self.shelves = ArticleStore(self.files, cache / "recent.json" if cache else None)
        self.notebook = AnnotationStore(self.files, lambda: self.catalogue.changed())
        remembered = cache / "catalogue.lines" if cache else None
        self.catalogue = Catalogue(folder / Kind.ANNOTATIONS, remembered, self.notebook.stored_and_deleted)
        self.tagging = TagStore(self.files, self.notebook, bearing)
