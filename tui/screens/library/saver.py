"""Save what is searched for, or what the list is narrowed to, under a name."""

from asyncio import to_thread

from core.library import LibraryError
from core.library.index.query import faults, in_codes, in_words
from core.translation import _
from tui.keymap import key
from tui.model.saved_search import SavedSearch, line_for
from tui.screens.correct.naming import NameDialog
from tui.screens.library.interface import Shelves
from tui.screens.sheets.confirm import ConfirmDialog
from tui.services.searches import own_searches


class Saver:
    """Asks for a name, and saves the search under it."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def ask(self) -> None:
        """Ask under which name the search is to be kept: at first the one it has."""
        self._shelves.desk.begin(self._ask(), "keeping", exclusive=True)

    async def _ask(self) -> None:
        shelves, state = self._shelves, self._shelves.state
        line = in_codes(line_for(state.search.line, state.choice))
        if not line:
            words = _("nothing to save: “{key}” searches")
            shelves.told = words.format(key=key("library-search", shelves.own))
            return
        if fault := faults(state.search.query):
            shelves.desk.say(fault, "warning")
            return
        searches = own_searches()
        known, complaints = await to_thread(searches.all)
        if complaints and not known:
            shelves.desk.say(complaints[0], "error")
            return
        now = next((each.name for each in known if each.line == line), state.search.line)
        name = await shelves.desk.ask(NameDialog(_("Save search"), in_words(line), now, shelves.own))
        if name is None:
            return
        other = next((each for each in known if each.name == name and each.line != line), None)
        if other is not None:
            question = _("Replace the search “{name}”?").format(name=name)
            if not await shelves.desk.ask(ConfirmDialog(question, in_words(other.line), shelves.own)):
                return
        try:
            await to_thread(searches.save, SavedSearch(name, line))
        except LibraryError as error:
            shelves.desk.say(str(error), "error")
            return
        feeds = key("library-feeds", shelves.own)
        shelves.told = _("saved as {name} · {key} lists it").format(name=name, key=feeds)
