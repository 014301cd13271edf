"""The keys of correcting, of the card of an actor, and of the dossier: rows of the table in `tui.keymap`."""

from collections.abc import Iterable

Row = tuple[str, str, str, str, str, str]
"""Id, keys, action, label, tooltip and place, as in `tui.keymap.Command`."""

OFFERS = (
    ("speaker", "w", "who", "Somebody else says it"),
    ("type", "t", "type", "The quote is direct, indirect, …"),
    ("merge", "m", "same", "The actor is the same as another"),
    ("other", "o", "other", "These words stand for somebody else"),
    ("split", "s", "split", "These words are an actor of their own"),
    ("everywhere", "e", "all", "These words stand for the same actor wherever they are"),
    ("bounds", "b", "reach", "The name reaches further, or less far"),
    ("label", "l", "label", "It is the name of something else"),
    ("rename", "n", "name", "The actor is called otherwise"),
    ("alias", "a", "alias", "The actor has another name too, also in later articles"),
    ("kind", "i", "kind", "The actor is a person, an organisation, a place, …"),
    ("quote", "c", "quote", "The selection is a quote"),
    ("dismiss", "x", "none", "It is no name, or no quote"),
    ("nobody", "X", "no actor", "It is no actor, nowhere in the article"),
    ("history", "h", "so far", "See your corrections so far, and take any back"),
)
"""What can be corrected: name, keys, label, tooltip."""


def rows() -> Iterable[Row]:
    """All of them."""
    for what, keys, label, tooltip in OFFERS:
        yield f"correct-{what}", keys, f"take('{what}')", label, tooltip, "correct"
    yield from (
        ("correct-take", "enter", "take_here", "take", "Correct what is under the cursor", "correct"),
        ("correct-down", "down,j", "move(1)", "down", "One line down", "correct"),
        ("correct-up", "up,k", "move(-1)", "up", "One line up", "correct"),
        ("correct-leave", "escape,q", "leave", "leave", "Correct nothing", "correct"),
        ("choice-take", "enter,ctrl+s", "take", "take", "Take what is under the cursor", "choice"),
        ("choice-down", "down", "move(1)", "down", "One line down", "choice"),
        ("choice-up", "up", "move(-1)", "up", "One line up", "choice"),
        ("choice-leave", "escape", "leave", "leave", "Choose nothing", "choice"),
        ("naming-keep", "enter,ctrl+s,f2", "keep", "keep", "Keep the name", "naming"),
        ("naming-leave", "escape", "leave", "leave", "Change nothing", "naming"),
        ("history-show", "enter", "choose(False)", "show", "Show its place in the text", "history"),
        ("history-drop", "x,delete", "choose(True)", "take back", "Take the correction back", "history"),
        ("history-down", "j,down", "move(1)", "down", "One line down", "history"),
        ("history-up", "k,up", "move(-1)", "up", "One line up", "history"),
        ("history-leave", "escape,q", "leave", "close", "Close the list", "history"),
    )
