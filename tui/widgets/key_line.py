"""The keys of a sheet, in the line at its foot."""

from collections.abc import Sequence

from textual.widgets import Static

from tui.keymap import Keys
from tui.widgets.lines import OneLine
from tui.widgets.status import key_pieces


class KeyLine(Static):
    """Some keys with what they do. Each can be clicked."""

    auto_links = False
    """They look like keys, not like links."""

    def __init__(self, ids: Sequence[str], own: Keys) -> None:
        super().__init__(OneLine(key_pieces(ids, own)), classes="dialog--keys")
