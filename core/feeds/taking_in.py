"""Take the entries of a feed into the library: from their pages, or what the feed itself has of them."""

from collections.abc import Generator, Iterator
from dataclasses import replace

from core.articles.article import Article
from core.articles.errors import SourceError
from core.articles.source_names import is_address
from core.feeds.delivered import mark_of, mark_of_words
from core.feeds.entries import article_of, heading_of, headline_of, is_in_feed, part_of, source_of
from core.feeds.parsing import Entry, ParsedFeed
from core.library import ArticleRecord, Library
from core.library.feed_store import Failure, Feed
from core.library.states import State
from core.translation import language

MOST_TROUBLES = 100
"""Pages of a feed that may fail before the others are left for the next time: a server in trouble is not asked on."""
TRIES = 5
"""Fetches after which a page that always fails is asked for no more."""


Steps = Generator[str, Article, None]
"""Yields the address of each page that is needed, and is sent its article, or thrown a SourceError."""
Step = Generator[str, Article, Article]


class TakingIn:
    """Takes in what is new in one feed. Raises LibraryError.

    An entry whose page cannot be read is taken as far as the feed has it, since the feed may not have it for long, and
    its page is tried again the next times.
    """

    def __init__(self, library: Library, feed: Feed, parsed: ParsedFeed) -> None:
        self._library, self._name, self._parsed = library, feed.name, parsed
        self._before = {each.id: each for each in feed.failed}
        self.new = 0
        """Articles that were added."""
        self.parts = 0
        """How many of them are known to be parts of an article only."""
        self.seen = list(feed.seen)
        self.taken = dict.fromkeys(feed.taken or self._taken_before())
        """Keys of the articles that it has, in their order."""
        self.failed: list[Failure] = []
        self.given_up: list[Failure] = []
        """Entries that have failed for the last time."""
        self.corrected = 0
        """How many of the new articles are new versions of earlier ones."""
        self._changed = dict(feed.changed)
        self.changed = {each.id: each.changed for each in parsed.entries if each.id and each.changed}
        """When the entries that it has now were changed last."""
        self._delivered = dict(feed.delivered)
        self.delivered = {each.id: mark_of(each) for each in parsed.entries if each.id}
        """What it has of each entry now, as `mark_of` has it."""

    def all(self) -> Steps:
        """Take in the entries not seen yet, the earliest first."""
        known = set(self.seen)
        for entry in reversed(self._parsed.entries):
            if entry.id in known:
                yield from self._correct(entry)
            if not entry.id or entry.id in known:
                continue
            known.add(entry.id)
            if len(self.failed) + len(self.given_up) >= MOST_TROUBLES:
                self.failed += [self._before[entry.id]] if entry.id in self._before else []
                continue
            try:
                yield from self._take(entry)
            except SourceError as error:
                self._fail(entry, str(error))
            else:
                self.seen.append(entry.id)

    @property
    def failed_so_far(self) -> tuple[Failure, ...]:
        """The entries to be tried again if this is broken off now: those not come to yet are among them."""
        come_to = {*self.seen, *(each.id for each in self.failed)}
        return (*self.failed, *(each for id, each in self._before.items() if id not in come_to))

    def pages(self) -> Iterator[str]:
        """The addresses of the pages that will be needed, in order, as far as that can be told; some may not be."""
        known = set(self.seen)
        for entry in reversed(self._parsed.entries):
            if not entry.id or entry.id in known or is_in_feed(entry):
                continue
            known.add(entry.id)
            if not self._is_there(entry, self._library.article_from(entry.address)):
                yield entry.address

    def _is_there(self, entry: Entry, known: ArticleRecord | None) -> bool:
        """Whether an entry that is `known` by its address needs no page: only a part may become whole."""
        return known is not None and (entry.id not in self._before or bool(known.removed))

    def _article(self, entry: Entry, from_page: bool = False) -> Step:
        pages = dict[str, Article]()
        if from_page or not is_in_feed(entry):
            pages[entry.address] = yield entry.address
        return article_of(entry, self._parsed, self._name, pages.__getitem__, from_page)

    def _is_changed(self, entry: Entry) -> bool:
        """Whether the feed says that an entry was changed since it was fetched last, or has other words of it."""
        before, delivered = self._changed.get(entry.id, ""), self._delivered.get(entry.id, "")
        return bool(before and entry.changed > before) or delivered not in ("", self.delivered[entry.id])

    def _correct(self, entry: Entry) -> Steps:
        """Take in the new version of an entry that was changed."""
        if not self._is_changed(entry):
            return
        known = self._library.article_from(source_of(entry, self._name))
        if known is None or known.removed:
            return
        known = self._library.versions(known.key)[-1]
        try:
            # Where the feed had no more than a part, it may have no more of the correction.
            is_part = known.partial and not is_in_feed(entry)
            # What was read from the page meanwhile has more than the feed.
            from_page = known.key not in self.taken and is_address(entry.address)
            article = (
                part_of(entry, self._parsed, self._name)
                if is_part
                else (yield from self._article(entry, from_page))
            )
        except SourceError:
            for kept, before in ((self.changed, self._changed), (self.delivered, self._delivered)):
                kept.pop(entry.id, None)  # It is tried again the next time.
                kept.update({entry.id: before[entry.id]} if entry.id in before else {})
            return
        if article is None or self._says_the_same(article, known.key):
            return
        added = self._library.add(article, back=False)
        if added.is_new:
            self._library.link_versions(known.key, added.key)
            self.taken.setdefault(added.key)
            self.new += 1
            self.corrected += 1

    def _says_the_same(self, article: Article, key: str) -> bool:
        known = self._library.load_article(key)
        return known is not None and mark_of_words(known.text) == mark_of_words(article.text)

    def _taken_before(self) -> Iterator[str]:
        """The keys of what is there of a feed that was fetched when they were not kept with it."""
        for entry in self._parsed.entries:
            if (
                entry.id in self.seen
                and entry.address
                and (known := self._library.article_from(entry.address))
            ):
                yield known.key

    def _take(self, entry: Entry) -> Steps:
        known = self._library.article_from(entry.address) if entry.address else None
        if known is not None:
            self.taken.setdefault(known.key)
        if self._is_there(entry, known):
            return
        article = yield from self._article(entry)
        if known is None:
            self._add(article)
        else:
            self.taken.setdefault(self._library.add(article, back=False).key)
            self._put_away(known, article.key)

    def _add(self, article: Article) -> None:
        added = self._library.add(article, back=False)
        self.taken.setdefault(added.key)
        if added.is_new:
            self.new += 1
            self.parts += added.partial

    def _put_away(self, part: ArticleRecord, whole: str) -> None:
        """Remove the part of an article that is there as a whole now, unless the reader has done something with it."""
        is_untouched = part.state is State.NEW and not part.annotations
        later = self._library.record(whole)
        if part.partial and is_untouched and part.key != whole and later and later.previous != part.key:
            self._library.remove(part.key)

    def _fail(self, entry: Entry, sentence: str) -> None:
        before = self._before.get(entry.id)
        failure = Failure(entry.id, heading_of(entry), sentence, language())
        if before is None:
            part = part_of(entry, self._parsed, self._name) or headline_of(entry, self._name)
            if part is not None:
                self._add(part)
        else:
            failure = replace(failure, tries=before.tries + 1)
        if failure.tries < TRIES:
            self.failed.append(failure)
        else:
            self.given_up.append(failure)
            self.seen.append(entry.id)
