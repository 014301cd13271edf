"""The places in which keys are active."""

from collections.abc import Mapping

from tui.keymap import library

PLACES: Mapping[str, tuple[str, ...]] = {
    "anywhere": ("anywhere",),
    "reader": ("reader", "anywhere"),
    "text": ("text", "reader", "anywhere"),
    "article": ("article", "text", "reader", "anywhere"),
    "panel": ("panel", "reader", "anywhere"),
    "filter": ("filter", "anywhere"),
    "map": ("map", "reader", "anywhere"),
    **{place: (place, "anywhere") for place in (*library.PLACES, "rename", "confirm")},
    "search": ("search", "anywhere"),
    "tags": ("tags", "anywhere"),
    "note": ("note", "anywhere"),
    "mark": ("mark", "anywhere"),
    "export": ("export", "anywhere"),
    "open": ("open", "anywhere"),
    "opening": ("opening", "anywhere"),
    "help": ("help", "anywhere"),
    "correct": ("correct", "anywhere"),
    "choice": ("choice", "anywhere"),
    "naming": ("naming", "anywhere"),
    "history": ("history", "anywhere"),
    "card": ("card", "anywhere"),
    "dossier": ("dossier", "anywhere"),
    "reason": ("reason", "anywhere"),
}
"""Places in which a key can be active, each with those active at the same time, which must not share a key."""

PLACE_NAMES: Mapping[str, str] = {
    "article": "the text",
    "text": "the text",
    "reader": "text and panels",
    "panel": "a panel",
    "filter": "the line that narrows a list",
    "map": "the strip",
    "search": "the search line",
    "tags": "the sheet of tags",
    "note": "the note",
    "mark": "a mark that is read",
    "export": "the sheet of formats",
    "open": "the line for an address or a file",
    "opening": "what is being opened",
    "reason": "the reason of a quote",
    "card": "the card of an actor",
    "dossier": "the dossier of an actor",
    "correct": "the list of corrections",
    "choice": "a choice",
    "naming": "the line for a name",
    "history": "the corrections so far",
    "library": "the library",
    "feeds": "the list of feeds",
    "people": "the list of people",
    "versions": "the versions of an article",
    "changes": "the changes between versions",
    "tag-list": "the list of all tags",
    "rename": "the line for a tag",
    "deleted": "what was deleted",
    "confirm": "a question",
    "help": "the keys",
    "anywhere": "every place",
}
"""What the places are called in headings, in the order in which they are listed."""

FIRST = frozenset(
    {"anywhere", "search", "filter", "tags", "note", "export", "open", "choice", "naming", "rename"}
)
"""Places whose keys take precedence over those of a focused input."""
