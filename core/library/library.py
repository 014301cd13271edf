"""The library: the articles a reader has opened, with their annotations and cached analyses.

This module is imported before the first paint, which asks for the reading position and nothing else. So here and in
`positions` imports wait for their first use (tests/tui/test_start.py names what must not be loaded earlier): the stores
are imported with the first method that needs them, and import what they like, except for filelock, which is slow and
waits for the first save.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from core.library import durable_files, positions

if TYPE_CHECKING:
    from core.analysis import ActorKind, Analysis
    from core.annotations import Annotation
    from core.annotations.corrections.aliases import Alias
    from core.annotations.tags import TagNode
    from core.articles import Article
    from core.library.adding import Added
    from core.library.checking import Check
    from core.library.dossiers import Dossier
    from core.library.feed_store import Feed
    from core.library.index.actors import Person, Share
    from core.library.index.facets import Facet
    from core.library.index.marks import Found
    from core.library.index.query import Choice, Query
    from core.library.index.searching import Hit
    from core.library.index.snippets import Snippet
    from core.library.records import ArticleRecord, Deletion, Shelf, TagChange
    from core.library.states import Reading, State
    from core.library.storage import Damage
    from core.library.stores import Stores


class Library:
    """Articles, annotations and cached analyses of one reader, in one folder.

    Opening it reads nothing. What a method says it keeps is on disk when it returns, whatever then happens to the
    program; it may be called from any thread and by several running Lesarts at once. Methods that write raise
    LibraryError, with everything as it was, when that cannot be done.
    """

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """A library in `folder`; `cache` is where analyses and counts are remembered, None for not at all."""
        self._folder = folder
        self._cache = cache
        self._opening = Lock()
        self._opened: Stores | None = None

    @property
    def _stores(self) -> Stores:
        with self._opening:
            if self._opened is None:
                from core.library.stores import Stores

                self._opened = Stores(self._folder, self._cache)
            return self._opened

    # Articles

    def open_article(self, article: Article, *, unseen: bool = False) -> Shelf:
        """File an article, so that it is listed from now on, and say all that is known of it.

        `unseen` leaves its state as it is: a script opened it. Never fails: the shelf has a warning then, if need be.
        """
        from core.library.opening import open_article

        return open_article(self._stores, article, self.position(article), unseen)

    def load_article(self, key: str) -> Article | None:
        """The article filed under a key, or None if there is none. Raises LibraryError."""
        return self._stores.articles.load(key)

    def first_articles(self, choice: Choice | None = None) -> tuple[ArticleRecord, ...]:
        """The first hundred articles of a list, at once, as they were known last. Never fails."""
        return self._stores.overview.first(choice)

    def article_numbers(self, choice: Choice | None = None) -> list[int]:
        """The numbers of all articles of a list in its order: what `records` gives more of. Raises LibraryError."""
        return self._stores.overview.numbers(choice)

    def article_groups(self, choice: Choice) -> list[tuple[int, str]]:
        """The same, each with the day, the source or the state the list is sorted by. Raises LibraryError."""
        return self._stores.overview.groups(choice)

    def tags_of(self, key: str) -> list[str]:
        """The tags on an article and in it. Raises LibraryError."""
        return self._stores.overview.tags_of(key)

    def records(self, numbers: Sequence[int]) -> list[ArticleRecord]:
        """The articles of these numbers; those that are gone are left out. Raises LibraryError."""
        return self._stores.overview.records(numbers)

    def articles(self) -> tuple[ArticleRecord, ...]:
        """All articles in their latest versions, the last opened first. Raises LibraryError."""
        return self._stores.overview.articles()

    def record(self, key: str) -> ArticleRecord | None:
        """What is known of the article filed under a key; None if there is none. Raises LibraryError."""
        return self._stores.overview.record(key)

    def article_from(self, source: str) -> ArticleRecord | None:
        """The article that was read last from an address or a file. Raises LibraryError."""
        return self._stores.overview.from_source(source)

    def look_closely(self, progress: Callable[[int, int], object] | None = None) -> None:
        """Compare the index with every file of the library; `progress` is told how far that is. Raises LibraryError."""
        self._stores.overview.look_closely(progress)

    def watch_index(self, progress: Callable[[int, int], object]) -> None:
        """Tell `progress`, in any thread, how many files of how many are read whenever an index has to be made."""
        self._stores.overview.watch(progress)

    def add(self, article: Article, *, back: bool = True) -> Added:
        """Add an article as unread, unless its words are there; `back` revives a removed one. Raises LibraryError."""
        return self._stores.adding.add(article, back)

    def take_in(self, article: Article, reading: Reading, filed: str = "") -> None:
        """File an article with its state in another library, where it was filed at a moment. Raises LibraryError."""
        self._stores.adding.take_in(article, reading, filed)

    def link_versions(self, earlier: str, later: str) -> None:
        """Keep that an article, by its key, is the version before another that has none yet. Raises LibraryError."""
        self._stores.articles.link(earlier, later)

    def known(self, source: str) -> Added | None:
        """What is there already from an address, so that it need not be fetched. Raises LibraryError."""
        return self._stores.adding.known(source)

    # Feeds

    def feeds(self) -> tuple[Feed, ...]:
        """The feeds that are followed, in the order in which they were added. Raises LibraryError."""
        return self._stores.feeds.all()

    def follow(self, feed: Feed, place: int = 0) -> bool:
        """Follow a feed, again at a `place` it had; False if it is followed already. Raises LibraryError."""
        return self._stores.feeds.add(feed, place)

    def change_feed(self, address: str, change: Callable[[Feed], Feed]) -> Feed | None:
        """Keep what `change` makes of a feed; None if it is not followed. Raises LibraryError."""
        return self._stores.feeds.change(address, change)

    def unfollow(self, address: str) -> int:
        """Follow a feed no longer. Returns the place it had, 0 if none. Its articles stay. Raises LibraryError."""
        return self._stores.feeds.remove(address)

    # What was done with articles

    def reading(self, key: str) -> Reading:
        """What has been done with an article. Raises LibraryError."""
        return self._stores.overview.readings([key])[key]

    def set_state(self, key: str, state: State) -> Reading:
        """Say that an article is new, read, put off or so. Returns what held before. Raises LibraryError."""
        return self.set_states([key], state)[key]

    def set_states(self, keys: Collection[str], state: State) -> dict[str, Reading]:
        """The same of many articles with one wait for the disk; by key what held before. Raises LibraryError."""
        before = self._stores.overview.readings(keys)
        self.set_readings({key: replace(each, state=state) for key, each in before.items()})
        return before

    def set_reading(self, key: str, reading: Reading) -> Reading:
        """Keep what has been done with an article. Raises LibraryError."""
        self.set_readings({key: reading})
        return reading

    def set_readings(self, readings: Mapping[str, Reading]) -> None:
        """The same for many articles with one wait for the disk. Raises LibraryError."""
        self._stores.states.put_all(readings)

    def remove(self, key: str) -> Reading:
        """Remove an article but not its files; `set_reading` with the result brings it back. Raises LibraryError."""
        return self.remove_all([key])[key]

    def remove_all(self, keys: Collection[str]) -> dict[str, Reading]:
        """The same for many articles with one wait for the disk; by key what held before. Raises LibraryError."""
        before = self._stores.overview.readings(keys)
        self._stores.states.remove_all(keys)
        return before

    def removed(self) -> list[ArticleRecord]:
        """The articles that were removed and not brought back, the latest first. Raises LibraryError."""
        return self._stores.overview.removed()

    def restore(self, key: str) -> None:
        """Bring back an article that was removed. Raises LibraryError."""
        self.set_reading(key, replace(self.reading(key), removed=""))

    def next_unread(self, key: str = "", choice: Choice | None = None) -> ArticleRecord | None:
        """The new article after one by day, of all or those that a choice leaves; None if none. Raises LibraryError."""
        return self._stores.overview.next_unread(key, choice)

    def facets(self, choice: Choice) -> list[Facet]:
        """The sources, tags, speakers and authors that a list can be narrowed to. Raises LibraryError."""
        return self._stores.overview.facets(choice)

    def going_on(self) -> ArticleRecord | None:
        """The article that was begun and opened last. Raises LibraryError."""
        return self._stores.overview.going_on()

    def counts(self, keys: Collection[str] | None = None) -> dict[State, int]:
        """How many articles there are in each state, of those with some keys or of all. Raises LibraryError."""
        return self._stores.overview.counts(keys)

    def versions(self, key: str) -> tuple[ArticleRecord, ...]:
        """All versions of the article that one of them is filed under, the first one first. Raises LibraryError."""
        return self._stores.overview.versions(key)

    def later_than(self, beginning: str) -> list[str]:
        """The keys of the latest versions of articles with an earlier one whose key begins so. Raises LibraryError."""
        return self._stores.overview.later_than(beginning)

    def position(self, article: Article) -> int:
        """Where the reader left off in an article, a code point offset; 0 when that is not known."""
        return min(positions.load(*positions.files(self._folder, article.key)), len(article.text))

    def save_position(self, article: Article, offset: int, *, at_end: bool = False) -> None:
        """Remember the reading position, if possible; an article that was begun is read once its end was in sight."""
        file, backup = positions.files(self._folder, article.key)
        positions.keep(file, offset, backup)
        self._stores.overview.position_kept(article.key, offset)
        if at_end:
            self._stores.adding.finish(article.key)

    # Annotations

    def annotations(self, article: Article) -> tuple[Annotation, ...]:
        """Those on the whole article, then in text order (see `anchoring.locate`), then those whose words are gone."""
        return self._stores.annotations.in_text(article.key, article.text)

    def save(self, article: Article, annotation: Annotation, base: Annotation | None = None) -> Annotation:
        """Keep an annotation, new or in place of the one with its id, and with it the article's text.

        `base` is the state that the change began from: a change by another program since is merged, and two notes are
        both kept. Returns it as kept. Raises LibraryError when nothing was kept, and ValueError for an annotation
        without tag and note, or with a tag that is not one.
        """
        kept = self._stores.annotations.as_kept(annotation)
        self._stores.filing.keep_text(article)
        return self._stores.annotations.put(article.key, kept, base)

    def save_all(self, article: Article, annotations: Iterable[Annotation]) -> None:
        """Keep many annotations of one article with a single write. Raises LibraryError and ValueError as `save`."""
        kept = [self._stores.annotations.as_kept(each) for each in annotations]
        self._stores.filing.keep_text(article)
        self._stores.annotations.put_all(article.key, kept)
        self._stores.passing_on.to_later(article.key)

    def delete(self, article: Article, id: str) -> Annotation | None:
        """Delete an annotation; `save` or `undelete` bring it back. Returns it, or None. Raises LibraryError."""
        return self._stores.annotations.delete(article.key, id)

    def deletions(self) -> tuple[Deletion, ...]:
        """All annotations that were deleted and not brought back, the latest first. Raises LibraryError."""
        from core.library.deletions import deletions

        return deletions(self._stores)

    def undelete(self, key: str, id: str) -> Annotation | None:
        """Bring back an annotation that was deleted from the article of a key, on its later versions too.

        Returns what it is; None if none of that id was deleted there. Raises LibraryError when it stays deleted.
        """
        annotation = self._stores.annotations.undelete(key, id)
        self._stores.passing_on.to_later(key)
        return annotation

    def marks_with(self, key: str, tag: str) -> tuple[Found, ...]:
        """The annotations of an article that bear a tag or one below it. Raises LibraryError."""
        return self._stores.overview.marks_with(key, tag)

    def find(self, query: Query, most: int | None = None) -> tuple[Hit, ...]:
        """What a query finds in texts, statements, tags and notes, the best first. Raises LibraryError."""
        return self._stores.overview.find(query, most)

    def counts_found(self, query: Query) -> dict[State, int]:
        """How many articles in each state a query finds something in. Raises LibraryError."""
        return self._stores.overview.counts_found(query)

    def snippets(self, query: Query, keys: Iterable[str]) -> dict[str, Snippet]:
        """Where in some articles the words of a query are, by key. Raises LibraryError."""
        return self._stores.overview.snippets(query, keys, self._stores.articles.load)

    def search(self, query: str) -> tuple[Found, ...]:
        """Annotations with all words of `query`, the article opened last first; at most 500. Raises LibraryError.

        "#tag" is that tag or one below it.
        """
        return self._stores.overview.search(query)

    # Tags

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags in the library with the number of annotations that bear them, the most used first."""
        self._stores.tags.resume()
        return self._stores.overview.tags()

    def tag_tree(self) -> tuple[TagNode, ...]:
        """All tags and the levels above them, by alphabet, with their numbers of annotations."""
        self._stores.tags.resume()
        return self._stores.overview.tag_tree()

    def change_tags(self, old: Iterable[str], new: str) -> TagChange:
        """Give all annotations that bear one of the `old` tags, or one below it, the `new` one instead.

        That renames a tag, merges several, or takes them off if `new` is empty; what is left with neither tag nor note
        counts as deleted. One cut short is finished with the next look at the tags. Raises ValueError and LibraryError.
        """
        return self._stores.tags.change(old, new)

    def tag_changes(self) -> tuple[TagChange, ...]:
        """The changes of tags that can be taken back, the latest last. Raises LibraryError."""
        return self._stores.tags.changes()

    def take_back_tag_change(self, id: str) -> TagChange | None:
        """Take a change back but for tags changed since; None for no such change. Raises LibraryError."""
        return self._stores.tags.take_back(id)

    def tag_colours(self) -> dict[str, str]:
        """The colours of tags, by what `core.annotations.tags.same` makes of the tag. Raises LibraryError."""
        return self._stores.tags.colours()

    def set_tag_colour(self, tag: str, colour: str) -> None:
        """Give a tag one of `tag_store.COLOURS`, or none if that is empty. Raises ValueError and LibraryError."""
        self._stores.tags.set_colour(tag, colour)

    # Actors

    def cached_analysis(self, article: Article, pipeline: Callable[[str], str]) -> Analysis | None:
        """The analysis kept of this very article, if it was made by what `pipeline` names for its language."""
        return self._stores.analyses.load(article, pipeline)

    def keep_analysis(self, article: Article, analysis: Analysis) -> None:
        """Keep an analysis for the next time, if that can be done."""
        if self._stores.analyses.keep(article, analysis):
            self._stores.overview.analysis_kept(article, analysis)

    def aliases(self) -> tuple[Alias, ...]:
        """The aliases that the reader confirmed, in the order they were confirmed. Raises LibraryError."""
        return self._stores.aliases.all()

    def keep_alias(self, alias: Alias) -> bool:
        """Keep an alias for all articles; False if it was kept already. Raises LibraryError."""
        return self._stores.aliases.add(alias)

    def drop_alias(self, alias: str, name: str | None = None) -> tuple[Alias, ...]:
        """Forget an alias of someone, or of everyone who has it. Returns what was forgotten. Raises LibraryError."""
        return self._stores.aliases.remove(alias, name)

    def readings(self) -> Iterator[tuple[Article, Analysis]]:
        """Every article that is analysed, with its analysis as the reader corrected it. Raises LibraryError."""
        from core.library.dossiers import readings

        return readings(self._stores)

    def dossier(
        self, name: str, kind: ActorKind | None = None, query: Query | None = None, *, alone: bool = False
    ) -> Dossier:
        """All that the articles of a query say of whoever has this name or confirmed alias. Raises LibraryError.

        With `alone`, only of those who have no more of a name there: who that is, is in doubt.
        """
        from core.library.dossiers import gather

        return gather(self._stores, name, kind, query, alone)

    def shares(self, by: str) -> list[Share]:
        """How much is said by source or by month ("outlet", "month"). Raises LibraryError."""
        return self._stores.overview.shares(by)

    def people(self, words: str = "", ranking: str = "statements") -> list[Person]:
        """Everyone whose name holds the words, as `core.library.index.actors.Ranking` has it. Raises LibraryError."""
        return self._stores.overview.people(words, ranking)

    def not_analysed(self, most: int) -> list[ArticleRecord]:
        """Articles without an analysis, the latest first. Raises LibraryError."""
        return self._stores.overview.not_analysed(most)

    @property
    def damage(self) -> tuple[Damage, ...]:
        """All files that were found damaged or missing, and replaced, since this object was made."""
        return tuple(self._stores.files.damage)

    def check(self) -> Check:
        """Look at every file of the library, changing nothing."""
        from core.library.checking import check

        return check(self._stores.files)

    def obstacle(self) -> str | None:
        """One sentence when nothing can be saved here now, because of the disk or its permissions; else None."""
        return durable_files.obstacle(self._folder)
