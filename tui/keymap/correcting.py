"""The keys of correcting, of the card of an actor, and of the dossier: rows of the table in `tui.keymap`."""

from collections.abc import Iterable

from tui.keymap.library import FIND_COMMAND

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
        ("card-go", "enter", "go", "go there", "Go to where it stands, and step through its like", "card"),
        ("card-down", "j,down", "cursor('down')", "down", "One line down", "card"),
        ("card-up", "k,up", "cursor('up')", "up", "One line up", "card"),
        ("card-page-down", "space,pagedown", "cursor('page_down')", "page down", "A page down", "card"),
        ("card-page-up", "b,pageup", "cursor('page_up')", "page up", "A page up", "card"),
        ("card-first", "g,home", "cursor('first')", "first", "The first line", "card"),
        ("card-last", "G,end", "cursor('last')", "last", "The last line", "card"),
        ("card-section", "tab", "section", "next part", "On to the next part of the card", "card"),
        ("card-correct", "I", "take('correct')", "correct", "Correct what was found of this actor", "card"),
        ("card-dossier", "d", "take('dossier')", "dossier", "See the actor in all your articles", "card"),
        ("card-leave", "escape,q", "leave", "close", "Close the card", "card"),
        ("dossier-open", "enter", "select", "open", "Read the article from there on", "dossier"),
        ("dossier-down", "j,down", "cursor_down", "down", "One entry down", "dossier"),
        ("dossier-up", "k,up", "cursor_up", "up", "One entry up", "dossier"),
        ("dossier-page-down", "space,pagedown", "page_down", "page down", "One page down", "dossier"),
        ("dossier-page-up", "b,pageup", "page_up", "page up", "One page up", "dossier"),
        ("dossier-first", "g,home", "first", "first", "The first entry", "dossier"),
        ("dossier-last", "G,end", "last", "last", "The last entry", "dossier"),
        ("dossier-leave", "escape,q", "screen.leave", "back", "Back to where you came from", "dossier"),
        ("dossier-keys", "question_mark,f1", "app.keys", "keys", "Show the keys of this place", "dossier"),
        ("dossier-palette", "colon,ctrl+p", "app.command_palette", "commands", FIND_COMMAND, "dossier"),
    )
