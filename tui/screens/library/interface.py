"""The interface between the library's controllers and its screen: what is listed, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from core.library import ArticleRecord
from core.library.index.query import Choice, Query
from core.library.index.searching import Hit
from core.library.index.snippets import Snippet
from core.library.states import State
from tui.keymap import Keys
from tui.screens.desk import Desk
from tui.screens.library.article_list import Contents


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for, and what that found."""

    line: str = ""
    """As it was typed; empty for no search."""
    query: Query = field(default_factory=Query)
    hits: tuple[Hit, ...] = ()
    places: Mapping[str, Snippet] = field(default_factory=dict)
    """Where in the text the words are, by the key of an article."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """The colours of tags."""

    @property
    def has_hits(self) -> bool:
        """Whether hits are listed: a search by nothing but filters lists the articles that these leave."""
        query = self.query
        choice = query.choice
        return bool(query.words or query.phrases or choice.speaker or choice.kind or choice.tag)


@dataclass(frozen=True, slots=True)
class Listed:
    """Everything the library screen shows."""

    choice: Choice = field(default_factory=Choice)
    """How the list is narrowed and sorted by keys."""
    grouped: bool = False
    contents: Contents = field(default_factory=lambda: Contents((), 0))
    counts: Mapping[State, int] = field(default_factory=dict)
    """How many articles there are in each state, however the list is narrowed."""
    new: int = 0
    """How many of those listed are new."""
    chosen: Mapping[str, ArticleRecord] = field(default_factory=dict)
    """The articles that were chosen to do something with all of them, by key."""
    search: Search = field(default_factory=Search)
    with_path: bool = False
    """Whether the preview says where the article was read from."""

    @property
    def listed(self) -> Choice:
        """How it is narrowed and sorted in all, by the filters of a search too."""
        return self.choice if self.search.has_hits else within(self.search.query.choice, self.choice)

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the list."""
        return not self.search.line and self.choice == Choice(order=self.choice.order)

    @property
    def is_of_some(self) -> bool:
        """Whether something was searched for, or a source, a tag, somebody who speaks or who wrote was chosen."""
        choice = self.choice
        return bool(self.search.line or choice.site or choice.tag or choice.speaker or choice.author)

    def with_everything(self) -> "Listed":
        """All articles, however they are sorted."""
        return replace(self, search=Search(), choice=Choice(order=self.choice.order))


def within(choice: Choice, other: Choice) -> Choice:
    """A choice of articles, narrowed and sorted by another one as far as it is not narrowed itself."""
    return replace(
        choice,
        states=choice.states or other.states,
        site=choice.site or other.site,
        tag=choice.tag or other.tag,
        speaker=choice.speaker or other.speaker,
        author=choice.author or other.author,
        order=other.order,
    )


class Shelves(Protocol):
    """The screen as the controllers see it: a state that they read and replace."""

    told: str
    """The message in the status line until the next key."""
    doing: str
    """The words in the status line for what is going on."""
    own: Keys

    @property
    def desk(self) -> Desk:
        """Shows messages, opens screens, asks the user and runs background work."""

    @property
    def state(self) -> Listed:
        """What is listed now."""

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""

    @property
    def hit(self) -> Hit | None:
        """What was found that is under the cursor."""

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""

    @property
    def is_at_top(self) -> bool:
        """Whether the cursor is on the first entry, or there is none."""

    def show(self, state: Listed) -> None:
        """Replace the state; what shows it follows."""

    def go_to(self, id: str) -> None:
        """Put the cursor on an entry, if it is there."""

    def go_to_top(self) -> None:
        """Put the cursor on the first entry."""

    def go_down(self) -> None:
        """Put the cursor on the next entry."""
