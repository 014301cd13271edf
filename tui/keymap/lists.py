"""The keys of panels, strip and other lists."""

from collections.abc import Iterable

from tui.keymap import library
from tui.keymap.command import LIST, Command


def commands() -> Iterable[Command]:
    """All rows of panels, strip and lists of the library."""
    for id, keys, action, label, tooltip in (
        ("list-down", "j,down", "cursor_down", "down", "One entry down"),
        ("list-up", "k,up", "cursor_up", "up", "One entry up"),
        ("list-first", "g,home", "first", "first", "The first entry"),
        ("list-last", "G,end", "last", "last", "The last entry"),
        ("list-page-down", "pagedown,ctrl+f", "page_down", "page down", "A panel's height down"),
        ("list-page-up", "pageup,ctrl+b", "page_up", "page up", "A panel's height up"),
        (
            "list-go",
            "enter",
            "ask('go')",
            "open",
            "Open the card of an actor; go to the place of a quote or a mark and step through its like",
        ),
        ("list-show", "space", "ask('show')", "show", "Show its place in the text and stay in the panel"),
        ("list-order", "o", "ask('order')", "order", "Sort the list in another way"),
        ("list-filter", "slash", "ask('filter')", "filter", "Type to narrow the list"),
        ("list-kind", "f", "ask('kind')", "only", "Show one kind only, or one tag; again for the next"),
        ("list-wider", "less_than_sign", "screen.widen(1)", "wider", "Make the panels wider"),
        ("list-narrower", "greater_than_sign", "screen.widen(-1)", "narrower", "Make the panels narrower"),
        ("list-leave", "escape", "ask('leave')", "text", "Show all of the list again; then back to the text"),
    ):
        yield Command(id, keys, action, label, tooltip, "panel", LIST, palette=False)
    for id, keys, action, label, tooltip in (
        ("map-down", "j,down", "travel(1)", "down", "Go on by a line of the strip"),
        ("map-up", "k,up", "travel(-1)", "up", "Go back by a line of the strip"),
        ("map-on", "J,space,right", "jump(1)", "next", "Go on to where there is a quote or a mark of yours"),
        ("map-back", "K,b,left", "jump(-1)", "back", "Go back to where there is a quote or a mark of yours"),
        ("map-first", "g,home", "end(False)", "first", "Go to the beginning of the article"),
        ("map-last", "G,end", "end(True)", "last", "Go to the end of the article"),
        ("map-stay", "enter", "stay", "read on", "Read on here"),
        ("map-leave", "escape", "leave", "return", "Back to where you were"),
    ):
        yield Command(id, keys, action, label, tooltip, "map", LIST, palette=False)
    for id, keys, action, label, tooltip, place in library.rows():
        yield Command(id, keys, action, label, tooltip, place, LIST, palette=False)
