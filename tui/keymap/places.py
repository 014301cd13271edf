"""The places in which keys are active."""

from collections.abc import Mapping

from core.translation import N_
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
    "links": ("links", "anywhere"),
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
    "article": N_("the text"),
    "text": N_("the text"),
    "reader": N_("text and panels"),
    "panel": N_("a panel"),
    "filter": N_("the line that narrows a list"),
    "map": N_("the strip"),
    "search": N_("the search line"),
    "tags": N_("the sheet of tags"),
    "note": N_("the note"),
    "mark": N_("a mark that is read"),
    "export": N_("the sheet of formats"),
    "links": N_("the list of links"),
    "open": N_("the line for an address or a file"),
    "opening": N_("what is being opened"),
    "reason": N_("the reason of a quote"),
    "card": N_("the card of an actor"),
    "dossier": N_("the dossier of an actor"),
    "correct": N_("the list of corrections"),
    "choice": N_("a choice"),
    "naming": N_("the line for a name"),
    "history": N_("the corrections so far"),
    "library": N_("the library"),
    "feeds": N_("the list of feeds"),
    "people": N_("the list of people"),
    "versions": N_("the versions of an article"),
    "changes": N_("the changes between versions"),
    "tag-list": N_("the list of all tags"),
    "rename": N_("the line for a tag"),
    "deleted": N_("what was deleted"),
    "confirm": N_("a question"),
    "help": N_("the keys"),
    "anywhere": N_("every place"),
}
"""What the places are called in headings, in the order in which they are listed."""

FIRST = frozenset(
    {"anywhere", "search", "filter", "tags", "note", "export", "links", "open", "choice", "naming", "rename"}
)
"""Places whose keys take precedence over those of a focused input."""
