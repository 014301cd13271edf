"""What is exported: an article with all that is known of it and all that its reader added."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.analysis import Actor, Analysis, Form, Label, Mention, Quote
from core.annotations.anchoring import How, Placed
from core.articles import Article, Publication
from core.articles.source_names import is_address
from core.text.spans import Span

NAMES = frozenset((Label.PER, Label.LOC, Label.ORG, Label.MISC))
"""The labels of names, as all tools for named entities know them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, its analysis with the reader's corrections in it, and the annotations in their places."""

    article: Article
    analysis: Analysis
    annotations: tuple[Placed, ...] = ()
    opened: str = ""
    """When the article was read, the first time as far as that is known, as ISO 8601; empty where nothing is known."""

    @property
    def marks(self) -> tuple[Placed, ...]:
        """The annotations that hold a tag or a note: corrections alone show in the analysis."""
        return tuple(
            placed for placed in self.annotations if placed.annotation.tags or placed.annotation.note.strip()
        )

    @property
    def address(self) -> str:
        """Where the article stands on the web; empty for a file."""
        source = self.article.source
        return source if is_address(source) else self.publication.address

    @property
    def publication(self) -> Publication:
        """Who wrote the article, when and where it was published, as far as its page told."""
        return self.article.publication or Publication()

    @property
    def origin(self) -> str:
        """Where the article is from, for someone else's eyes: its address, or a file's name without its folders."""
        source = self.article.source
        return "" if source == "-" else self.address or source.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in the article, each once, in the order of the text."""
        return tuple(dict.fromkeys(tag for placed in self.marks for tag in placed.annotation.tags))

    def speaker(self, quote: Quote) -> Actor | None:
        """The actor who says a quote, where that is known."""
        return self.analysis.actor(quote.speaker.actor) if quote.speaker else None

    def perhaps(self, quote: Quote) -> list[Actor]:
        """Who may be the speaker of a quote where that is unclear, the likeliest first."""
        actors = (self.analysis.actor(candidate.actor) for candidate in quote.candidates)
        return [actor for actor in actors if actor is not None]


def span_of(placed: Placed) -> Span | None:
    """Where an annotation stands in the text; None on the whole article, and where its passage is gone."""
    return placed.located.span if placed.located else None


def is_gone(placed: Placed) -> bool:
    """Whether the passage of an annotation is no longer in the text."""
    return placed.located is not None and placed.located.how is How.ORPHAN


def names(analysis: Analysis) -> Iterator[Mention]:
    """The names of persons, places, bodies and other things in text order, none within another."""
    end = 0
    for mention in sorted(analysis.mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.form is Form.NAME and mention.label in NAMES and mention.start >= end:
            yield mention
            end = mention.end
