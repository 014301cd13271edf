"""A row of the table of keys, and the headings of its groups in the help."""

from dataclasses import dataclass

STEP = "Stepping"
FIND = "Finding"
MARK = "Tags and notes"
CORRECT = "Correcting"
VIEW = "Panels and looks"
LIST = "In a list"
TYPE = "While writing"
MORE = "Lesart"
READ = "Reading and selecting"


@dataclass(frozen=True, slots=True)
class Command:
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
    def key_list(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(key.strip() for key in self.keys.split(",") if key.strip())
