"""From a link in the article to where it leads."""

from asyncio import to_thread
from collections.abc import Callable, Sequence

from core.articles import Article
from core.articles.source_names import is_address
from core.library import LibraryError
from core.translation import _
from tui.keymap import key
from tui.messages import ArticleChosen, SourceNamed
from tui.model.links import Row, first_from, rows_of
from tui.screens.reader.interface import Reader, Services
from tui.screens.sheets.links import LinksDialog, Taken, Way

_AT_ONCE = 200_000
"""Characters up to which the links of a text are found in a moment, so that no key has to wait for the list."""


class Linker:
    """Lists the links of the article; nothing is fetched or opened but the one that the user then chooses."""

    def __init__(self, reader: Reader, services: Services, copy: Callable[[str], bool]) -> None:
        """`copy` copies a text and says whether that is certain."""
        self._reader = reader
        self._services = services
        self._copy = copy

    def show(self) -> None:
        """List the links."""
        article = self._reader.state.article
        if len(article.text) <= _AT_ONCE:
            self._list(rows_of(article))
        else:
            self._reader.desk.begin(self._show_later(article), "links", exclusive=True)

    async def _show_later(self, article: Article) -> None:
        self._list(await to_thread(rows_of, article))

    def _list(self, rows: Sequence[Row]) -> None:
        reader, own = self._reader, self._services.own
        article = reader.state.article
        if rows:
            reader.desk.open(LinksDialog(article.title, rows, first_from(rows, self._place), own), self._take)
            return
        words = _("no links in this article")
        if is_address(article.source):
            words = _("no links in this article; {key} reads it anew").format(key=key("update", own))
        reader.told = words

    def _take(self, taken: Taken | None) -> None:
        """Do what the user wants with a link."""
        match taken.way if taken is not None else None:
            case Way.BROWSE if taken is not None:
                self._reader.told = self._reader.desk.browse_to(taken.row.address)
            case Way.COPY if taken is not None:
                is_taken = self._copy(taken.row.address)
                self._reader.told = _("address copied") if is_taken else _("address sent to the terminal")
            case Way.READ if taken is not None:
                self._reader.desk.begin(self._read(taken.row), "links", exclusive=True)

    @property
    def _place(self) -> int:
        """Where the list begins: at what the keys act on if that is in sight, else at the first line in sight."""
        here, (top, bottom) = self._reader.here.span, self._reader.view.visible_span
        return here[0] if here is not None and top <= here[0] < bottom else top

    async def _read(self, row: Row) -> None:
        """Read the page a link leads to: what the library has of it, else the page itself."""
        reader, archive = self._reader, self._services.archive
        if not row.page:
            reader.told = _("a mailbox, no page to read")
            return
        try:
            known = await to_thread(archive.article_from, row.page)
            is_there = known is not None and not known.removed
            article = await to_thread(archive.load_article, known.key) if known and is_there else None
        except LibraryError as error:
            reader.desk.say(str(error), "error")
            return
        reader.desk.post_message(ArticleChosen(article) if article is not None else SourceNamed(row.page))
