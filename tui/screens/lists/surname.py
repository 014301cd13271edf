"""What there is under a surname alone, which may be somebody's: to see, and to be taken in where it is."""

from asyncio import to_thread

from textual import work

from core.analysis import ActorKind
from core.annotations.corrections.aliases import Alias, holds_elsewhere
from core.library import Library, LibraryError
from core.library.dossiers import Dossier
from core.library.index.query import Query
from core.translation import _
from tui.keymap import Keys, key
from tui.notify import say
from tui.screens.lists.searched_listing import SearchedListing

BARE = ["dossier-surname", "dossier-take-in"]
"""What shows it, and what takes it in."""


class Surname:
    """A surname that articles have alone, and whose it may be."""

    bearer = ""
    """The full name of whoever may be meant, while that is looked at; else empty."""

    def __init__(self, archive: Library) -> None:
        self._archive = archive
        self._taken: Alias | None = None
        self._alone = ""

    def look_for(self, dossier: Dossier) -> bool:
        """Look at the surname of somebody; False if no article has it alone."""
        if not dossier.doubtful:
            return False
        self.bearer, self._alone = dossier.name, dossier.name.split()[-1]
        return True

    def gather(self, query: Query) -> Dossier:
        """What there is under the surname alone. Raises LibraryError."""
        return self._archive.dossier(self._alone, ActorKind.PERSON, query, alone=True)

    def words(self, own: Keys) -> str:
        """Whose it may be, and how to say that it is."""
        return _("perhaps {name}, {key} says so").format(name=self.bearer, key=key("dossier-take-in", own))

    def take_in(self) -> str:
        """Keep that the surname is theirs in all articles; what is to be said then. Raises LibraryError."""
        if not self.bearer:
            return _("first see what there is only of the surname")
        alias = Alias(self._alone, self.bearer)
        if not holds_elsewhere(alias):
            return _("“{name}” is no name in full").format(name=self.bearer)
        self._archive.keep_alias(alias)
        self._taken, self.bearer = alias, ""
        return _("“{alias}” is {name} from now on, in every article").format(
            alias=alias.alias, name=alias.name
        )

    def take_back(self) -> str:
        """Take that back. Raises LibraryError."""
        if (alias := self._taken) is None:
            return _("nothing to undo")
        self._archive.drop_alias(alias.alias, alias.name)
        self._taken = None
        return _("“{alias}” is in doubt again").format(alias=alias.alias)


class SurnameListing(SearchedListing):
    """A list that may show what there is under a surname alone in place of a dossier."""

    surname: Surname

    @property
    def chosen(self) -> Dossier | None:
        """The dossier that the keys act on; None before there is any."""

    def renew(self) -> None:
        """Gather what is listed again."""

    def action_surname(self) -> None:
        """List what there is only of the surname, or the dossier again."""
        if self.surname.bearer:
            self.surname.bearer = ""
        elif self.chosen is None or not self.surname.look_for(self.chosen):
            self.status.told = _("no further article has nothing but the surname")
            return
        self.renew()

    @work(exclusive=True, group="keeping", exit_on_error=False)
    async def action_take_in(self, back: bool = False) -> None:
        """Keep that the surname is this one's in all articles, or take that back."""
        try:
            told = await to_thread(self.surname.take_back if back else self.surname.take_in)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        self.status.told = told
        self.renew()

    def action_leave(self) -> None:
        """Go back to the dossier from what there is of the surname, else as every list does."""
        if self.surname.bearer and not self._line and not self._by_month:
            self.action_surname()
        else:
            super().action_leave()
