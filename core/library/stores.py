"""The stores that a library is made of, put together with its first use."""

from pathlib import Path

from core.library.adding import Adding
from core.library.alias_store import AliasStore
from core.library.analyses import AnalysisCache
from core.library.annotation_store import AnnotationStore
from core.library.article_store import ArticleStore
from core.library.feed_store import FeedStore
from core.library.filing import Filing
from core.library.overview import Overview
from core.library.passing_on import PassingOn
from core.library.states import StateStore
from core.library.storage import Files
from core.library.tag_store import TagStore


class Stores:
    """The stores of one library, which share its files. Making them reads nothing.

    None of them holds this: what nobody uses any longer is gone at once, and with it the open files of the index.
    """

    def __init__(self, folder: Path, cache: Path | None) -> None:
        """The stores of the library in `folder`; what can be made again goes to `cache`, or nowhere if that is None."""
        self.files = Files(folder)
        self.annotations = AnnotationStore(self.files)
        self.states = StateStore(self.files)
        self.analyses = AnalysisCache(cache / "analyses" if cache else None)
        self.aliases = AliasStore(self.files)
        self.overview = Overview(
            self.files, self.annotations.stored_and_deleted, self.states, self.analyses, self.aliases.all
        )
        self.articles = ArticleStore(self.files, self.overview)
        self.passing_on = PassingOn(self.annotations, self.articles.load, self.overview.later)
        self.filing = Filing(self.articles, self.passing_on)
        self.adding = Adding(self.overview, self.filing.file, self.articles, self.states, self.files.locks)
        self.feeds = FeedStore(self.files)
        self.tags = TagStore(self.files, self.annotations, self.overview.bearing, self.passing_on.to_later)
