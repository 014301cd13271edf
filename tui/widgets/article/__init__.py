"""The article: a text that is laid out, marked, stepped through and selected from."""

from tui.widgets.article.view import ArticleView

__all__ = ["ArticleView"]
