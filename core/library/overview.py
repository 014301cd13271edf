"""The library as a whole: lists of articles, counts of annotations, tags, and searches.

It answers every question that concerns more than one article, from the index, which is notified of each change to a
file and can be made anew from the files at any time.
"""

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from sqlite3 import Connection

from core.analysis import Analysis
from core.annotations.annotation import Annotation
from core.annotations.corrections.aliases import Alias
from core.annotations.tags import TagNode, hierarchy
from core.articles import Article
from core.library.analyses import AnalysisCache
from core.library.errors import LibraryError
from core.library.index import actors, entries, facets, listing, marks, searching, sources, terms, versioning
from core.library.index.actors import Person, Row, Said, Share
from core.library.index.facets import Facet
from core.library.index.intake import Intake
from core.library.index.listing import SHOWN
from core.library.index.marks import Found
from core.library.index.nested import outermost
from core.library.index.query import Choice, Order, Query
from core.library.index.searching import Hit
from core.library.index.snippets import Snippet, snippet
from core.library.index.upkeep import Progress, Upkeep
from core.library.records import ArticleRecord
from core.library.states import Reading, State, StateStore
from core.library.storage import Files
from core.library.versions import name_of, versions_of

_OF_NAME = f"name = ? AND {SHOWN} ORDER BY source = ? DESC, last_opened DESC, id DESC LIMIT 32"
_FIRST = 100
"""Articles for the first screen: more than it shows."""

Appearing = tuple[ArticleRecord, Row, tuple[Said, ...], tuple[Said, ...]]
"""Somebody in an article: what they say there, and what others say of them."""


class Overview:
    """What is in a library. Methods raise LibraryError unless they say otherwise."""

    def __init__(
        self,
        files: Files,
        read: Callable[[str], tuple[Iterable[Annotation], int]],
        states: StateStore,
        analyses: AnalysisCache,
        aliases: Callable[[], tuple[Alias, ...]],
    ) -> None:
        """`read` gives the annotations of an article by its key, and the number of those deleted."""
        self._index = Upkeep(files, Intake(files, read, states, analyses, aliases))

    # Notifications

    def analysis_kept(self, article: Article, analysis: Analysis) -> None:
        """Take in an analysis that was just kept. Never fails."""
        self._index.keep_analysis(article, analysis)

    def position_kept(self, key: str, offset: int) -> None:
        """Take in where reading stopped. Never fails."""
        self._index.keep_position(key, offset)

    def look_closely(self, progress: Progress | None = None) -> None:
        """Compare every file with what is known of it."""
        before, self._index.progress = self._index.progress, progress or self._index.progress
        try:
            self._index.look_closely()
        finally:
            self._index.progress = before

    def watch(self, progress: Progress) -> None:
        """Tell `progress` from now on how far it is whenever much has to be taken in, as for a new index."""
        self._index.progress = progress

    # Lists of articles

    def first(self, choice: Choice | None = None) -> tuple[ArticleRecord, ...]:
        """The first hundred articles of a list, as they were known last. Never fails."""
        with contextlib.suppress(LibraryError):
            return tuple(
                self._index.ask(
                    lambda database: listing.records(
                        database, listing.listed(database, choice or Choice(), _FIRST)
                    ),
                    stale=True,
                )
            )
        return ()

    def numbers(self, choice: Choice | None = None) -> list[int]:
        """The numbers, for `records`, of all articles of a list, in order."""
        return self._index.ask(lambda database: listing.listed(database, choice or Choice()))

    def groups(self, choice: Choice) -> list[tuple[int, str]]:
        """The same, each with the day, the source or the state the list is sorted by."""
        return self._index.ask(lambda database: listing.grouped(database, choice))

    def records(self, numbers: Sequence[int]) -> list[ArticleRecord]:
        """The articles of these numbers; those that are gone are left out."""
        return self._index.ask(lambda database: listing.records(database, numbers), stale=True)

    def articles(self) -> tuple[ArticleRecord, ...]:
        """The latest versions of all articles, archived ones too, the last opened first."""
        choice = Choice(states=tuple(State), order=Order.OPENED)
        return tuple(
            self._index.ask(lambda database: listing.records(database, listing.listed(database, choice)))
        )

    def record(self, key: str) -> ArticleRecord | None:
        """The article filed under a key, whether or not it was removed or has a later version."""
        return self._index.ask(lambda database: listing.by_key(database, key))

    def tags_of(self, key: str) -> list[str]:
        """The tags on an article and in it, by alphabet."""
        query = (
            "SELECT DISTINCT tag FROM tags JOIN articles ON articles.id = article WHERE key = ? ORDER BY same"
        )
        return self._index.ask(
            lambda database: [tag for (tag,) in database.execute(query, (key,))], stale=True
        )

    def readings(self, keys: Iterable[str]) -> dict[str, Reading]:
        """What has been done with some articles, by key."""
        return self._index.ask(lambda database: listing.readings(database, keys))

    def removed(self) -> list[ArticleRecord]:
        """The articles that were removed, the latest first."""
        return self._index.ask(
            lambda database: listing.chosen(
                database, "removed != '' AND superseded = 0 ORDER BY removed DESC"
            )
        )

    def next_unread(self, key: str = "", choice: Choice | None = None) -> ArticleRecord | None:
        """The new article after one, the latest first, of those that a choice leaves; None if there is no other."""
        return self._index.ask(lambda database: listing.next_unread(database, key, choice))

    def facets(self, choice: Choice) -> list[Facet]:
        """The sources, tags, speakers and authors that a list can be narrowed to."""
        return self._index.ask(lambda database: facets.facets(database, choice))

    def going_on(self) -> ArticleRecord | None:
        """The article that was begun and opened last."""
        return self._index.ask(listing.going_on)

    def counts(self, keys: Collection[str] | None = None) -> dict[State, int]:
        """How many articles there are in each state, of those with some keys or of all."""
        return self._index.ask(lambda database: listing.counts(database, keys))

    def versions(self, key: str) -> tuple[ArticleRecord, ...]:
        """All versions of the article that one of them is filed under, the first one first."""
        return versions_of(key, self._index.ask(lambda database: versioning.relatives(database, key)))

    def later(self, key: str) -> list[tuple[str, str]]:
        """The versions that came after one, each behind the one before it, whose key stands with it."""
        return self._index.ask(lambda database: versioning.later(database, key))

    def later_than(self, beginning: str) -> list[str]:
        """The keys of the latest versions of the articles with an earlier one whose key begins so."""
        query = "SELECT key FROM articles WHERE superseded = 1 AND key >= ? AND key < ?"
        bounds = (beginning, f"{beginning}g")
        keys = self._index.ask(lambda database: database.execute(query, bounds).fetchall())
        return list(dict.fromkeys(self.versions(key)[-1].key for (key,) in keys))

    def of_name(self, source: str) -> list[ArticleRecord]:
        """Some articles from files or pages of the same name, in whatever folder: from this very source first."""
        name = name_of(source)
        if not name:
            return []
        return self._index.ask(
            lambda database: listing.chosen(database, _OF_NAME, (terms.sound(name), terms.sound(source)))
        )

    def from_source(self, source: str) -> ArticleRecord | None:
        """The article read last from an address or a file; of an address, what makes no difference is left aside."""
        address = sources.plain_address(source)
        where = "id IN (SELECT article FROM addresses WHERE address = ?) ORDER BY last_opened DESC, id DESC LIMIT 1"
        return self._index.ask(lambda database: next(iter(listing.chosen(database, where, (address,))), None))

    def like(self, text: str) -> ArticleRecord | None:
        """An article that has the same words."""
        where = "fingerprint = ? ORDER BY id LIMIT 1"
        mark = terms.fingerprint(text)
        return self._index.ask(lambda database: next(iter(listing.chosen(database, where, (mark,))), None))

    # Actors

    def people(self, words: str = "", ranking: str = actors.Ranking.STATEMENTS) -> list[Person]:
        """Everyone whose name holds the words, in the order of a ranking."""
        order = actors.Ranking(ranking)
        return self._index.ask(lambda database: actors.people(database, words, ranking=order))

    def called(self, key: str, most: int) -> list[Person]:
        """Who has some words in the name, as `core.analysis.identity.alias_key` has them."""
        return self._index.ask(lambda database: actors.called(database, key, most))

    def shares(self, by: str) -> list[Share]:
        """How much is said by source or by month ("outlet", "month")."""
        return self._index.ask(lambda database: actors.shares(database, by))

    def days(self, wanted: Collection[str], choice: Choice) -> list[tuple[str, int, int]]:
        """Each day on which some identities are in articles of a list: with how many, and their statements there."""
        return self._index.ask(lambda database: actors.days(database, wanted, choice))

    def doubtful(self, key: str, wanted: Collection[str]) -> int:
        """In how many articles without some identities somebody has no more of a name than this alias key."""
        return self._index.ask(lambda database: actors.doubtful(database, key, wanted))

    def appearances(self, wanted: Collection[str], most: int, query: Query) -> list[Appearing]:
        """Where some identities appear in articles that hold the words of a query, the latest first."""
        return self._index.ask(
            lambda database: _found(database, actors.appearances(database, wanted, most, query), query)
        )

    def in_doubt(self, key: str, most: int, query: Query) -> list[Appearing]:
        """The same for a name that identifies nobody, as a surname alone."""
        return self._index.ask(
            lambda database: _found(database, actors.in_doubt(database, key, most, query), query)
        )

    def not_analysed_with(self, name: str, choice: Choice) -> list[str]:
        """Keys of the articles of a list that hold the last word of a name and are not analysed, the latest first."""

        def keys(database: Connection) -> list[str]:
            last = terms.terms(name)[-1:]
            sought = searching.expression(database, Query(words=tuple(last)))
            if not sought:
                return []
            where, values = listing.conditions(replace(choice, states=choice.states or tuple(State)))
            query = (
                f"SELECT key FROM articles WHERE analysed = 0 AND {where}"
                " AND id IN (SELECT rowid FROM texts WHERE texts MATCH ?) ORDER BY dated DESC"
            )
            return [key for (key,) in database.execute(query, (*values, sought))]

        return self._index.ask(keys)

    def not_analysed(self, most: int) -> list[ArticleRecord]:
        """Articles without an analysis, the latest first."""
        where = f"analysed = 0 AND {SHOWN} AND state != 'archived' ORDER BY dated DESC LIMIT ?"
        return self._index.ask(lambda database: listing.chosen(database, where, (most,)))

    def is_superseded(self, key: str) -> bool:
        """Whether a later version of an article is there. Never fails."""
        with contextlib.suppress(LibraryError):
            query = "SELECT superseded FROM articles WHERE key = ?"
            return any(
                row[0] for row in self._index.ask(lambda database: database.execute(query, (key,)).fetchall())
            )
        return False

    # Annotations of all articles

    def search(self, query: str) -> tuple[Found, ...]:
        """The annotations that hold every word of `query`, as `core.library.index.marks.marks` finds them."""
        return self._index.ask(lambda database: marks.marks(database, query))

    def find(self, query: Query, most: int | None = None) -> tuple[Hit, ...]:
        """What a query finds in texts, statements, tags and notes; at most so many."""
        limit = searching.MOST if most is None else most
        return self._index.ask(lambda database: searching.search(database, query, limit))

    def counts_found(self, query: Query) -> dict[State, int]:
        """How many of the articles in which a query finds something there are in each state."""
        return self._index.ask(
            lambda database: listing.counts_among(database, searching.articles(database, query))
        )

    def snippets(
        self, query: Query, keys: Iterable[str], load: Callable[[str], Article | None]
    ) -> dict[str, Snippet]:
        """Where in some articles, as `load` gives them, the words of a query are, by key."""
        sought = self._index.ask(
            lambda database: [frozenset(searching.forms(database, word)) for word in query.words], stale=True
        )
        found: dict[str, Snippet] = {}
        for key in keys:
            article = load(key)
            if article is not None and (there := snippet(article.text, sought, query.phrases)) is not None:
                found[key] = there
        return found

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with the number of annotations that bear them, the most used first. Never fails.

        Spellings that differ only in capital letters are one tag, under its most used spelling.
        """
        uses = Counter(dict(self._tags()))
        spellings: dict[str, Counter[str]] = {}
        for tag, number in uses.items():
            spellings.setdefault(entries.same_tag(tag), Counter())[tag] = number
        counted = [(variants.most_common(1)[0][0], variants.total()) for variants in spellings.values()]
        return tuple(sorted(counted, key=lambda item: (-item[1], entries.same_tag(item[0]))))

    def marks_with(self, key: str, tag: str) -> tuple[Found, ...]:
        """The annotations of an article that bear a tag or one below it, in the order of the text."""
        return self._index.ask(lambda database: marks.marks_of(database, key, tag), stale=True)

    def tag_tree(self) -> tuple[TagNode, ...]:
        """All tags and the levels above them, by alphabet. Never fails."""
        query = (
            f"SELECT tags FROM marks JOIN articles ON articles.id = article WHERE tags != '[]' AND {SHOWN}"
        )
        with contextlib.suppress(LibraryError):
            return hierarchy(
                self._index.ask(lambda database: [json.loads(tags) for (tags,) in database.execute(query)])
            )
        return ()

    def bearing(self, tags: Iterable[str]) -> list[str]:
        """Keys of the articles with annotations that bear one of some tags, or a tag below one. Never fails."""
        query = (
            "SELECT DISTINCT key FROM tags JOIN articles ON articles.id = article"
            " WHERE same = ? OR (same >= ? AND same < ?)"
        )
        wanted = [(tag, f"{tag}/", f"{tag}0") for tag in map(entries.same_tag, tags)]

        def found(database: Connection) -> list[str]:
            return [key for values in wanted for (key,) in database.execute(query, values)]

        with contextlib.suppress(LibraryError):
            return list(dict.fromkeys(self._index.ask(found)))
        return []

    def with_deletions(self) -> list[str]:
        """Keys of the articles from which annotations were deleted. Never fails."""
        with contextlib.suppress(LibraryError):
            query = "SELECT key FROM articles WHERE deletions > 0"
            return [key for (key,) in self._index.ask(lambda database: database.execute(query).fetchall())]
        return []

    def _tags(self) -> list[tuple[str, int]]:
        query = (
            "SELECT tag, count(*) FROM tags JOIN articles ON articles.id = article"
            f" WHERE {SHOWN} GROUP BY tag"
        )
        with contextlib.suppress(LibraryError):
            return self._index.ask(lambda database: database.execute(query).fetchall())
        return []


def _found(database: Connection, rows: Sequence[Row], query: Query) -> list[Appearing]:
    """Articles in which somebody is, with what of that holds the words of a query."""
    holds_all = searching.holding(database, query)
    numbers = list(dict.fromkeys(row.article for row in rows))
    known = {record.number: record for record in listing.records(database, numbers)}
    found: list[Appearing] = []
    for row in rows:
        said, about = (
            tuple(
                outermost(
                    (each for each in some(database, row) if _fits(each, query) and holds_all(each.words)),
                    attrgetter("spans"),
                    attrgetter("speaker"),
                )
            )
            for some in (actors.statements, actors.about)
        )
        sentence = row.sentence if holds_all(row.sentence) else ""
        if row.article in known and (said or about or sentence or not (query.plain or query.choice.kind)):
            found.append((known[row.article], replace(row, sentence=sentence), said, about))
    return found


def _fits(said: Said, query: Query) -> bool:
    return query.choice.kind in ("", said.type.value)
