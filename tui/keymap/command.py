"""A row of the table of keys, and the headings of its groups in the help."""

from typing import NamedTuple

from core.translation import N_, _, pgettext

STEP = N_("Stepping")
FIND = N_("Finding")
MARK = N_("Tags and notes")
CORRECT = N_("Correcting")
VIEW = N_("Panels and looks")
LIST = N_("In a list")
TYPE = N_("While writing")
MORE = "Lesart"
READ = N_("Reading and selecting")


class Command(NamedTuple):
    """One thing a key does, in one place of the program."""

    id: str
    """Name in the key file, unique in the whole table."""
    keys: str
    """Keys as Textual names them, separated by commas."""
    action: str
    """The action, with its namespace if another widget than the place handles it."""
    label: str
    """A word or two for the status line."""
    tooltip: str
    """What it does, in a sentence without a full stop."""
    place: str
    """Where it is active: a key of `PLACES`."""
    group: str
    """Heading in the help."""
    palette: bool = True
    """Whether the command palette offers it."""

    @property
    def label_shown(self) -> str:
        """The label in the language in use."""
        return pgettext("key", self.label)

    @property
    def tooltip_shown(self) -> str:
        """The tooltip in the language in use."""
        return _(self.tooltip)

    @property
    def key_list(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(key.strip() for key in self.keys.split(",") if key.strip())
