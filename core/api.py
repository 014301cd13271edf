"""Lesart from Python: a text in, everything found in it out.

    import core
    read = core.analyze("„Ich gehe“, sagte Ada Lind (58).")
    for quote in read.analysis.quotes:
        print(read.speaker(quote), read.words(quote))

What is named here and in `core.analysis` keeps its meaning within a minor version; see CHANGELOG.md.
"""

from dataclasses import dataclass, replace
from typing import Any

from core.analysis.analysis import Actor, Analysis, Quote
from core.analysis.serialise import to_dict
from core.analyzer.analyze import analyze as _analyze
from core.articles import Article
from core.articles.decoding import normalise
from core.articles.texts import plain_article


@dataclass(frozen=True, slots=True)
class Read:
    """A text and its analysis. All offsets are code points into `article.text`, the end exclusive."""

    article: Article
    analysis: Analysis

    def speaker(self, quote: Quote) -> Actor | None:
        """Who says it; None if that is unclear."""
        return self.analysis.actor(quote.speaker.actor) if quote.speaker else None

    def words(self, quote: Quote) -> str:
        """The words of a quote; what interrupts it is left out."""
        return " ".join(self.article.text[start:end] for start, end in quote.spans)

    def to_dict(self) -> dict[str, Any]:
        """The object that `lesart analyze` writes."""
        return to_dict(self.article, self.analysis)


def analyze(text: str, *, language: str = "", title: str = "", source: str = "") -> Read:
    """Everything found in a text: names, actors, quotes and their speakers.

    The first call in a language loads its pipeline, which takes a second or two. The text's line breaks are made line
    feeds, and a byte order mark is removed; nothing else about it changes.

    Args:
        text: The article: paragraphs separated by empty lines, the headline first if it has one.
        language: ISO 639-1 code; detected if it is not given.
        title: What the article is called; its headline if it is not given.
        source: Where it comes from, for the output.

    Raises:
        OSError: The bundled model is missing or damaged.
    """
    article = plain_article(normalise(text), source)
    article = replace(article, language=language or article.language, title=title or article.title)
    return Read(article, _analyze(article))
