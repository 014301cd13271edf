"""The status line: the position, a message, and the keys that are useful now, each of which can be clicked."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.keymap import BY_ID, Keys, keys_of, shown
from tui.notify import say
from tui.text import cells
from tui.widgets.lines import Piece, line

GAP = 3
"""Columns between the words and what is at the right."""
MARGIN = 2
"""Columns before the keys."""
EDGES = 6
"""Columns that a message in the corner, which has half of the screen, needs for its edges."""
NO_LABELS: Mapping[str, str] = {}


def key_pieces(ids: Sequence[str], own: Keys, labels: Mapping[str, str] = NO_LABELS) -> list[Piece]:
    """The keys of some commands with what they do: "n next  t tag". A click on one does what the key does.

    `labels` are words for commands whose work depends on where one is.
    """
    pieces: list[Piece] = []
    for id in ids:
        key, label = keys_of(id, own)[0], labels.get(id) or BY_ID[id].label_shown
        click = f"@click=app.simulate_key('{key}')"
        pieces += [("  ", "")] if pieces else []
        pieces += [(shown(key), f"bold $foreground {click}"), (f" {label}", f"$faint {click}")]
    return pieces


class StatusLine(Widget):
    """One line that never changes its height."""

    auto_links = False
    """Its keys look like keys, not like links."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 100%; padding: 0 2; color: $foreground; background: $panel; }
    """

    words = reactive("")
    """Where one is, in words."""
    whole = reactive(False)
    """Whether keys give way to the words until these are there in full, as where they explain something."""
    told = reactive("")
    """The message about what was just done: "saved"."""
    doing = reactive("")
    """What is going on, shown while there is no message: "reading …"."""
    keys: reactive[tuple[str, ...]] = reactive(())
    """Ids of the commands whose keys matter now, the most needed last."""
    labels: reactive[Mapping[str, str]] = reactive({})
    """What the keys do where that depends on where one is, by command."""
    own: reactive[Keys] = reactive({})
    """The reader's own keys."""

    def render(self) -> Content:
        """Words at the left, then the state, and as many keys as leave the words room enough.

        If there is no room for both, the message comes first, since it is shown only for a moment, and the words follow
        as far as they can. Where it does not fit beside the last key either, it has the line to itself.
        """
        width = self.content_size.width
        words, message = self.words, self.told or self.doing
        last = sum(cells(text) for text, _ in self._pieces(self.keys[-1:]))
        needed = min(cells(words), width if self.whole else width // 2) + GAP
        ids = self.keys
        if message and cells(words) + cells(message) + last + 2 * GAP > width:
            needed = max(cells(message), width // 2) + GAP
            ids = ids if cells(message) + last + GAP <= width else ()
            words, message = f"{message} · {words}", ""
        state: list[Piece] = [(message, "$faint"), ("   ", "")] if message else []
        right = [*state, *self._pieces(ids)]
        while len(ids) > 1 and sum(cells(text) for text, _ in right) + needed > width:
            ids = ids[1:]
            right = [*state, *self._pieces(ids)]
        return line([(words, "")], [(" " * MARGIN, ""), *right] if right else [], width)

    def watch_told(self, told: str) -> None:
        """Say in the corner what the line has no room for: it could be read nowhere else."""
        width = self.content_size.width
        if self.is_attached and 0 < width < cells(told):
            # Broken here: of a path that is broken there, the last line would be hidden.
            say(self.app, "\n".join(wrap(told, max(width // 2 - EDGES, 1))))

    def _pieces(self, ids: Sequence[str]) -> list[Piece]:
        return key_pieces(ids, self.own, self.labels)
