"""Keeping the text of an article, with what its earlier version bears."""

from core.articles import Article
from core.library.article_store import ArticleStore
from core.library.passing_on import PassingOn


class Filing:
    """Keeps texts of articles, and lets each version have the marks of the one before it."""

    def __init__(self, articles: ArticleStore, passing_on: PassingOn) -> None:
        self._articles = articles
        self._passing_on = passing_on

    def file(self, article: Article, filed: str = "") -> str:
        """Keep an article's text, and give it the marks of the version before it. Raises LibraryError.

        `filed` is since when it is kept, now if that is empty. Returns the key of the version before it, or "".
        """
        document = self._articles.file(article, filed)
        self._passing_on.from_earlier(document["previous"], article)
        return str(document["previous"])

    def keep_text(self, article: Article) -> None:
        """The same for an article that may be kept already, as it is then. Raises LibraryError."""
        if not self._articles.kept(article.key):
            self.file(article)
