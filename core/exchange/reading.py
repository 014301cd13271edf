"""What is exported: an article with its analysis and the reader's annotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.analysis import Actor, Analysis, Form, Label, Mention, Quote
from core.annotations import Annotation
from core.annotations.anchoring import How, Placed
from core.articles import Article, Publication
from core.articles.source_names import is_address
from core.text.spans import Span

NAMES = frozenset((Label.PER, Label.LOC, Label.ORG, Label.MISC))
"""The labels of names, as common in named entity recognition."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version of an article."""

    article: Article
    opened: str = ""
    """When it was filed, as ISO 8601; empty if unknown."""
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, its analysis with the reader's corrections applied, and its annotations, located in the text."""

    article: Article
    analysis: Analysis
    annotations: tuple[Placed, ...] = ()
    opened: str = ""
    """When the article was read, for the first time if known, as ISO 8601; empty if unknown."""
    state: str = ""
    """What was done with it, as the library calls it ("new", "read"); empty if unknown."""
    last_opened: str = ""
    """When the reader opened it last, as ISO 8601; empty for never."""
    position: int = 0
    """Where reading stopped, a code point offset."""
    earlier: tuple[Earlier, ...] = ()
    """The versions before it, the first one first; only for formats that hold them."""

    @property
    def marks(self) -> tuple[Placed, ...]:
        """The annotations that have a tag or a note; mere corrections are visible in the analysis."""
        return tuple(
            placed for placed in self.annotations if placed.annotation.tags or placed.annotation.note.strip()
        )

    @property
    def address(self) -> str:
        """The web address of the article; empty for a file."""
        source = self.article.source
        return source if is_address(source) else self.publication.address

    @property
    def publication(self) -> Publication:
        """Who wrote the article, when and where it was published, as far as its page says."""
        return self.article.publication or Publication()

    @property
    def origin(self) -> str:
        """The source of the article in a form fit for others: its address, or a file's name without its folders."""
        source = self.article.source
        return "" if source == "-" else self.address or source.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in the article without duplicates, in text order."""
        return tuple(dict.fromkeys(tag for placed in self.marks for tag in placed.annotation.tags))

    def speaker(self, quote: Quote) -> Actor | None:
        """The speaker of a quote, if known."""
        return self.analysis.actor(quote.speaker.actor) if quote.speaker else None

    def speaker_of(self, span: Span | None) -> str:
        """Who says the words of a passage, by name or as the text has it; empty where nobody is known to."""
        quote = self.analysis.quote_around(*span) if span is not None else None
        if quote is None or quote.speaker is None:
            return ""
        actor = self.speaker(quote)
        return actor.name if actor is not None else quote.speaker.text

    @property
    def dated(self) -> str:
        """The day an article was published, as ISO 8601, or filed if that is all that is known."""
        return self.publication.published or self.opened[:10]

    def perhaps(self, quote: Quote) -> list[Actor]:
        """Who may be the speaker of a quote where that is unclear, the likeliest first."""
        actors = (self.analysis.actor(candidate.actor) for candidate in quote.candidates)
        return [actor for actor in actors if actor is not None]


def span_of(placed: Placed) -> Span | None:
    """The span of an annotation in the text; None if it is on the whole article or its passage is gone."""
    return placed.located.span if placed.located else None


def is_gone(placed: Placed) -> bool:
    """Whether the passage of an annotation is no longer in the text."""
    return placed.located is not None and placed.located.how is How.ORPHAN


def names(analysis: Analysis) -> Iterator[Mention]:
    """The names of persons, places, organisations and other things in text order, none nested in another."""
    end = 0
    for mention in sorted(analysis.mentions, key=lambda mention: (mention.start, -mention.end)):
        if mention.form is Form.NAME and mention.label in NAMES and mention.start >= end:
            yield mention
            end = mention.end
