"""The stores that a library is made of, put together with its first use."""

from pathlib import Path

from core.library.adding import Adding
from core.library.alias_store import AliasStore
from core.library.analyses import AnalysisCache
from core.library.annotation_store import AnnotationStore
from core.library.article_store import ArticleStore
from core.library.feed_store import FeedStore
from core.library.overview import Overview
from core.library.states import StateStore
from core.library.storage import Files
from core.library.tag_store import TagStore


class Stores:
    """The stores of one library, which share its files. Making them reads nothing."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        """The stores of the library in `folder`; what can be made again goes to `cache`, or nowhere if that is None."""
        self.files = Files(folder)
        self.annotations = AnnotationStore(self.files)
        self.states = StateStore(self.files)
        self.analyses = AnalysisCache(cache / "analyses" if cache else None)
        self.overview = Overview(self.files, self.annotations.stored_and_deleted, self.states, self.analyses)
        self.articles = ArticleStore(self.files, self.overview)
        self.adding = Adding(self.overview, self.articles, self.states, self.files.locks)
        self.feeds = FeedStore(self.files)
        self.tags = TagStore(self.files, self.annotations, self.overview.bearing)
        self.aliases = AliasStore(self.files)
