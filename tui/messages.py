"""What screens tell the program: that an article is to be read, and where in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from core.articles import Article
from core.text.spans import Span
from tui.model.walk import Walk

if TYPE_CHECKING:
    from core.analysis import Actor


@dataclass
class ArticleChosen(Message):
    """An article of the library is to be read."""

    article: Article
    mark: str | None = None
    """The id of the annotation to go to in it."""
    walk: Walk | None = None
    """The list that is walked from it on."""


@dataclass
class WordsChosen(Message):
    """An article of the library is to be read where words were found in it."""

    article: Article
    words: str
    spans: tuple[Span, ...]
    """Every place of theirs in the text."""
    walk: Walk | None = None


@dataclass
class ActorChosen(Message):
    """The dossier of an actor is to be seen."""

    actor: "Actor"


@dataclass
class SourceNamed(Message):
    """An address or a file is to be read; in place of the present one if it is a stop of a walk."""

    source: str
    walk: Walk | None = None


@dataclass
class SourceRead(Message):
    """A source that was waited for was read."""

    article: Article
    warning: str = ""
    """A sentence on what is missing."""
    stale: bool = False
    """Whether this is the article as it was kept, not as asked for."""
    walk: Walk | None = None


@dataclass
class ArticleUpdated(Message):
    """Another article is to be read in place of the present one, for instance a later version of it."""

    article: Article
    walk: Walk | None = None


@dataclass
class ArticleLeft(Message):
    """The reader was left for the list that it came from."""

    number: str
    """The article that was read last, as the list walked calls it."""


@dataclass
class QuoteChosen(Message):
    """An article is to be read at one of its quotes."""

    article: Article
    quote: Span | None
    """Where the quote begins, and how far its first part reaches; None for the article from its beginning."""
    walk: Walk | None = None
