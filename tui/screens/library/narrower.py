"""Narrow the list to a source, a tag, a speaker or an author, chosen from those that there are."""

from asyncio import to_thread
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from core.library import Library, LibraryError
from core.library.index.facets import Facet, Field, narrowed, value_in
from core.translation import _
from tui.model.library_words import articles_words, field_words, value_words
from tui.screens.correct.choice import Choice, ChoiceDialog
from tui.screens.library.interface import Shelves

_FIRST = 3
"""Values of each field that come before all others: those that have a digit."""
_ALL = "all"
"""What the id of a choice begins with that takes a narrowing off."""


class Narrower:
    """Asks what the list is to be narrowed to."""

    def __init__(self, shelves: Shelves, archive: Library, look: Callable[[], None]) -> None:
        """`look` lists what is left."""
        self._shelves = shelves
        self._archive = archive
        self._look = look

    def ask(self) -> None:
        """Offer the sources, tags, speakers and authors in the list."""
        self._shelves.desk.begin(self._ask(), "narrow", exclusive=True)

    def narrow(self, field: Field, value: str) -> None:
        """List only what has a value; with an empty one, all again."""
        state = self._shelves.state
        self._shelves.show(replace(state, choice=narrowed(state.choice, field, value)))
        self._look()

    async def _ask(self) -> None:
        shelves = self._shelves
        shelves.doing = _("looking …")
        try:
            found = await to_thread(self._archive.facets, shelves.state.choice)
        except LibraryError as error:
            shelves.desk.say(str(error), "error")
            return
        finally:
            shelves.doing = ""
        offers = {each.id: each for each in self._offers(found)}
        if not offers:
            shelves.told = _("no sources, tags, speakers or authors here")
            return
        sheet = ChoiceDialog(_("Only articles with …"), self._now(), list(offers.values()), shelves.own)
        chosen = await shelves.desk.ask(sheet)
        if chosen is not None:
            first, name, value = chosen.split("\t", 2)
            self.narrow(Field(name), "" if first == _ALL else value)

    def _now(self) -> str:
        """How many articles are listed, and what they are narrowed to."""
        state = self._shelves.state
        values = [value_words(field, value_in(state.choice, field)) for field in Field]
        return " · ".join(filter(None, (articles_words(state.contents.articles), *values)))

    def _offers(self, found: Sequence[Facet]) -> Iterator[Choice]:
        """What can be chosen: first what takes a narrowing off, then the most frequent of each field, then the rest."""
        choice = self._shelves.state.choice
        for field in Field:
            if value := value_in(choice, field):
                words = {
                    Field.SOURCE: _("all sources again"),
                    Field.TAG: _("all tags again, and articles without"),
                    Field.SPEAKER: _("all speakers again"),
                    Field.AUTHOR: _("all authors again"),
                }[field]
                yield Choice(f"{_ALL}\t{field.value}\t", words, value_words(field, value))
        by_field = [[each for each in found if each.field is field] for field in Field]
        first = [each for some in by_field for each in some[:_FIRST]]
        rest = [each for some in by_field for each in some[_FIRST:]]
        for each in (*first, *rest):
            aside = f"{field_words(each.field)} · {articles_words(each.articles)}"
            yield Choice(
                f"only\t{each.field.value}\t{each.value}", value_words(each.field, each.value), aside
            )
