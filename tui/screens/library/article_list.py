"""The articles that a list shows: their numbers at once, all else as they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.library import ArticleRecord, Library
from core.library.index.query import Choice
from tui.widgets.long_list import HEADING

_PAGE = 60
"""Articles that are looked up at a time."""
_KEPT = 3000
"""Articles that are remembered."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a list holds, in order: numbers of articles as text, and headings."""

    ids: Sequence[str]
    articles: int


class ArticleList:
    """Looks articles up, and remembers some. `load` may be called in a thread, all else on the event loop."""

    def __init__(self, archive: Library) -> None:
        self._archive = archive
        self._known: dict[str, ArticleRecord] = {}

    def first(self, choice: Choice) -> Contents:
        """The first articles, as they were known last."""
        records = self._archive.first_articles(choice)
        self._known = {str(record.number): record for record in records}
        return Contents(list(self._known), len(records))

    def load(self, choice: Choice, grouped: bool) -> Contents:
        """All articles of a list. Raises LibraryError."""
        if not grouped:
            ids = [str(number) for number in self._archive.article_numbers(choice)]
            return Contents(ids, len(ids))
        ids, last, count = [], None, 0
        for number, group in self._archive.article_groups(choice):
            if group != last:
                ids.append(f"{HEADING}{group}")
                last = group
            ids.append(str(number))
            count += 1
        return Contents(ids, count)

    def forget(self) -> None:
        """Look everything up anew."""
        self._known = {}

    def record(self, ids: Sequence[str], index: int) -> ArticleRecord | None:
        """The article at a place of a list; None if it is gone meanwhile. Raises LibraryError."""
        id = ids[index]
        if id not in self._known:
            if len(self._known) > _KEPT:
                self._known = {}
            begin = max(0, index - _PAGE // 3)
            wanted = [int(each) for each in ids[begin : begin + _PAGE] if not each.startswith(HEADING)]
            self._known.update((str(record.number), record) for record in self._archive.records(wanted))
        return self._known.get(id)
