"""Go on to another article: the next in the list that is walked, the one before, else the next that is new."""

from asyncio import to_thread

from core.articles import Article
from core.library import LibraryError
from core.translation import _
from tui.keymap import key
from tui.messages import ArticleUpdated, SourceNamed
from tui.model.walk import Walk
from tui.screens.reader.interface import Reader, Services
from tui.text import shorten

TITLE = 24
"""Columns of the title of the article that comes next."""

Stop = tuple[Walk | None, Article | None]
"""Where one comes to, and the article there unless it is to be read from its source."""


class Walker:
    """Leads from article to article."""

    def __init__(self, reader: Reader, services: Services) -> None:
        self._reader = reader
        self._services = services
        self._offered: Stop | None = None
        """What comes next, once it was offered."""

    def step(self, by: int) -> None:
        """Read the next article, or the one before."""
        self._reader.desk.begin(self._step(by), "next", exclusive=True)

    def offer_next(self) -> None:
        """At the end of the article name the next one; asked once more, open it."""
        self._reader.desk.begin(self._offer_next(), "next", exclusive=True)

    async def _step(self, by: int) -> None:
        walk = self._services.walk
        is_free = walk is None or walk.is_trail
        stop = await self._find(by)
        if stop is None and is_free and by > 0:
            stop = await self._find_new()
        if stop is not None:
            self._go(stop)
        elif is_free:
            self._reader.told = _("nothing new") if by > 0 else _("there is none before")
        else:
            self._reader.told = _("the last one") if by > 0 else _("the first one")

    async def _offer_next(self) -> None:
        if self._offered is not None:
            self._go(self._offered)
            return
        walk = self._services.walk
        offers_new = walk is None or walk.is_everything or walk.is_trail
        self._offered = await (self._find_new() if offers_new else self._find(1))
        if self._offered is None:
            self._reader.told = _("the end")
            return
        walk, article = self._offered
        page = key("article.page-down", self._services.own)
        title = shorten(article.title if article is not None else walk.here if walk else "", TITLE)
        offer = _("the end · {key} opens the next: {title}")
        if offers_new:
            offer = _("the end · {key} opens the next new article: {title}")
        self._reader.told = offer.format(key=page, title=title)

    def _go(self, stop: Stop) -> None:
        walk, article = stop
        if article is not None:
            self._reader.desk.post_message(ArticleUpdated(article, walk))
        elif walk is not None:
            self._reader.desk.post_message(SourceNamed(walk.here, walk))

    async def _find(self, by: int) -> Stop | None:
        """The stop that is so many steps on; None beyond the ends of the list."""
        archive, walk = self._services.archive, self._services.walk
        try:
            while walk is not None and (walk := walk.moved(by)) is not None:
                if not walk.in_library:
                    return walk, None
                records = await to_thread(archive.records, [int(walk.here)])
                # One that was removed meanwhile is passed over.
                if records and (article := await to_thread(archive.load_article, records[0].key)) is not None:
                    return walk, article
        except LibraryError as error:
            self._reader.desk.say(str(error), "error")
        return None

    async def _find_new(self) -> Stop | None:
        """The next new article; None if there is none."""
        archive, walk, own = self._services.archive, self._services.walk, self._reader.state.article.key
        try:
            record = await to_thread(archive.next_unread, own)
            article = await to_thread(archive.load_article, record.key) if record is not None else None
            here = await to_thread(archive.record, own) if walk is None else None
        except LibraryError as error:
            self._reader.desk.say(str(error), "error")
            return None
        if record is None or article is None:
            return None
        stop = str(record.number)
        if here is not None:
            # What was opened by itself is the beginning of a way that leads back to it.
            walk = Walk((str(here.number),), in_library=True, is_trail=True)
        if walk is None or not walk.is_trail:
            return (walk.at_stop(stop) if walk is not None else None), article
        return walk.and_then(stop), article
