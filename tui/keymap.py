"""Every key in one table: bindings, help, status line, palette and the reader's own key file all draw from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import key_to_character

from tui import correction_keys, library_keys
from tui.widgets.article import ArticleView


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does, in one place of the program."""

    id: str
    """Name in the key file, unique in the whole table."""
    keys: str
    """Keys as Textual names them, separated by commas."""
    action: str
    """The action, with its namespace where the place is not the widget that answers."""
    label: str
    """A word or two for the status line."""
    tooltip: str
    """What it does, in a sentence without a full stop."""
    place: str
    """Where it holds: a key of `PLACES`."""
    group: str
    """Heading in the help."""
    palette: bool = True
    """Whether the command palette offers it."""

    @property
    def key_list(self) -> tuple[str, ...]:
        """The keys one by one."""
        return tuple(key.strip() for key in self.keys.split(",") if key.strip())


PLACES: Mapping[str, tuple[str, ...]] = {
    "anywhere": ("anywhere",),
    "reader": ("reader", "anywhere"),
    "text": ("text", "reader", "anywhere"),
    "article": ("article", "text", "reader", "anywhere"),
    "panel": ("panel", "reader", "anywhere"),
    "filter": ("filter", "anywhere"),
    "map": ("map", "reader", "anywhere"),
    **{place: (place, "anywhere") for place in (*library_keys.PLACES, "rename", "confirm")},
    "search": ("search", "anywhere"),
    "tags": ("tags", "anywhere"),
    "note": ("note", "anywhere"),
    "export": ("export", "anywhere"),
    "help": ("help", "anywhere"),
    "correct": ("correct", "anywhere"),
    "choice": ("choice", "anywhere"),
    "naming": ("naming", "anywhere"),
    "history": ("history", "anywhere"),
    "card": ("card", "anywhere"),
    "dossier": ("dossier", "anywhere"),
    "reason": ("reason", "anywhere"),
}
"""Places a key can hold in, each with the places that hold together with it: no two of those may share a key."""

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
    "export": "the sheet of formats",
    "reason": "the reason of a quote",
    "card": "the card of an actor",
    "dossier": "the dossier of an actor",
    "correct": "the list of corrections",
    "choice": "a choice",
    "naming": "the line for a name",
    "history": "the corrections so far",
    "library": "the library",
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

STEP = "Stepping"
FIND = "Finding"
MARK = "Tags and notes"
CORRECT = "Correcting"
VIEW = "Panels and looks"
LIST = "In a list"
TYPE = "While writing"
MORE = "Lesart"
READ = "Reading and selecting"


def _table() -> Iterable[Command]:
    yield from _article()
    yield Command(
        "next-target",
        "n",
        "screen.step(1)",
        "next",
        "Go to the next of its kind",
        "reader",
        STEP,
    )
    yield Command(
        "previous-target",
        "N",
        "screen.step(-1)",
        "back",
        "Go to the one before of its kind",
        "reader",
        STEP,
    )
    for name, key, what, thing in (
        ("name", "e", "names", "name"),
        ("quote", "c", "quotes", "quote"),
        ("mark", "a", "marks", "tag or note"),
    ):
        yield Command(
            f"next-{name}",
            key,
            f"screen.step_through('{what}', 1)",
            name,
            f"Go to the next {thing}",
            "reader",
            STEP,
        )
        yield Command(
            f"previous-{name}",
            key.upper(),
            f"screen.step_through('{what}', -1)",
            f"{name} back",
            f"Go to the {thing} before",
            "reader",
            STEP,
        )
    yield Command(
        "next-figure",
        "semicolon",
        "screen.step_through('figures', 1)",
        "figure",
        "Mark dates and quantities, and go to the next",
        "reader",
        STEP,
    )
    yield Command(
        "go-back",
        "backspace",
        "screen.go_back",
        "return",
        "Return to where you were before the last jump",
        "reader",
        STEP,
    )
    yield Command("search", "slash", "screen.search", "find", "Find words in the article", "text", FIND)
    yield Command(
        "reason",
        "r",
        "screen.reason",
        "why",
        "Say why this is a quote, and why of this speaker",
        "reader",
        STEP,
    )
    yield Command("tag", "t", "screen.tag", "tag", "Tag the selection or the target", "reader", MARK)
    yield Command(
        "tag-again",
        "number_sign",
        "screen.tag_again",
        "tag again",
        "Tag it with the same tags as the one before",
        "reader",
        MARK,
    )
    yield Command(
        "tag-article", "T", "screen.tag_article", "tag all", "Tag the article as a whole", "reader", MARK
    )
    yield Command(
        "note",
        "m",
        "screen.note",
        "note",
        "Write a note on the selection or target",
        "reader",
        MARK,
    )
    yield Command(
        "note-article",
        "M",
        "screen.note_article",
        "note all",
        "Write a note on the article as a whole",
        "reader",
        MARK,
    )
    yield Command("edit", "i", "screen.edit", "edit", "Edit the note you stand on", "reader", MARK)
    yield Command(
        "delete", "x,delete", "screen.delete", "delete", "Delete the tag or note you stand on", "reader", MARK
    )
    yield Command(
        "highlight",
        "z",
        "screen.highlight",
        "mark",
        "Highlight the selection or target, or take it off",
        "reader",
        MARK,
    )
    yield Command(
        "mark-everywhere",
        "Z",
        "screen.mark_everywhere",
        "mark all",
        "Mark every place that holds these words, with the same tags",
        "reader",
        MARK,
    )
    yield Command(
        "copy-cited",
        "y",
        "screen.copy_cited",
        "copy",
        "Copy the selection or target with its source",
        "reader",
        MARK,
    )
    yield Command(
        "save-cited",
        "Y",
        "screen.save_cited",
        "save",
        "Add it with its source to passages.md",
        "reader",
        MARK,
    )
    yield Command(
        "confirm-place",
        "O",
        "screen.confirm_place",
        "right",
        "Say that a mark whose words have changed stands in the right place",
        "reader",
        MARK,
    )
    yield Command(
        "versions", "V", "screen.versions", "versions", "Show the versions of the article", "reader", VIEW
    )
    yield Command("undo", "u", "screen.undo", "undo", "Take back the last change", "reader", MARK)
    yield Command(
        "redo", "ctrl+r", "screen.redo", "redo", "Make the change you took back again", "reader", MARK
    )
    yield Command("go-text", "0", "screen.go('text')", "text", "Go to the text", "reader", VIEW)
    yield Command(
        "go-actors",
        "1",
        "screen.go('actors')",
        "actors",
        "Go to the actors; there already, give them all the room",
        "reader",
        VIEW,
    )
    yield Command(
        "go-quotes",
        "2",
        "screen.go('quotes')",
        "quotes",
        "Go to the quotes; there already, give them all the room",
        "reader",
        VIEW,
    )
    yield Command(
        "go-notes",
        "3",
        "screen.go('notes')",
        "notes",
        "Go to your tags and notes; there already, give them all the room",
        "reader",
        VIEW,
    )
    yield Command(
        "go-map",
        "4",
        "screen.go('map')",
        "strip",
        "Go along the strip of the whole article; in it already, hide it",
        "reader",
        VIEW,
    )
    yield Command(
        "next-place", "tab", "screen.cycle(1)", "panels", "Go from text to panel to panel", "reader", VIEW
    )
    yield Command(
        "previous-place",
        "shift+tab",
        "screen.cycle(-1)",
        "panels",
        "The same the other way round",
        "reader",
        VIEW,
    )
    yield Command("panels", "P", "screen.toggle_panels", "panels", "Show or hide the panels", "reader", VIEW)
    for id, keys, action, label, tooltip in (
        (
            "next-way",
            "B",
            "next_way(1)",
            "bright",
            "Read for something else: an actor, quotes, a skim, no marks",
        ),
        ("read-all", "5", "read('all')", "all", "Read everything alike"),
        ("read-actor", "6", "read('actor')", "actor", "Read for one actor: only those sentences are bright"),
        ("read-quotes", "7", "read('quotes')", "said", "Read for what is said: only quotes are bright"),
        (
            "read-skim",
            "8",
            "read('skim')",
            "skim",
            "Skim: only the first sentence of each paragraph is bright",
        ),
        ("read-clean", "9", "read('clean')", "clean", "Read without names and marks"),
        ("ruler", "R", "ruler", "ruler", "Lay a ruler on the line you read, or take it away"),
        ("zen", "F", "zen", "zen", "Only the text; once more brings the rest back"),
        ("wider", "plus", "measure(1)", "wider", "Let the lines run wider"),
        ("narrower", "minus", "measure(-1)", "narrower", "Let the lines run narrower"),
        ("hyphens", "S", "hyphenate", "hyphens", "Part long words at the end of a line, or leave them whole"),
        ("next-look", "d", "look", "look", "Put on the next look"),
    ):
        yield Command(id, keys, f"screen.{action}", label, tooltip, "reader", VIEW)
    yield Command(
        "daylight", "D", "screen.daylight", "light", "Change between light and dark", "reader", VIEW
    )
    yield Command(
        "enter-mark",
        "enter",
        "screen.open_here",
        "open",
        "Edit the note you stand on; on a name or quote, open the card of the actor",
        "text",
        MARK,
        palette=False,
    )
    yield Command(
        "leave-target",
        "escape",
        "screen.leave",
        "leave",
        "Let go of selection, search and target",
        "text",
        STEP,
    )
    yield Command(
        "correct",
        "I",
        "screen.correct",
        "correct",
        "Correct what was found: the name, actor or quote you stand on, or the selection",
        "reader",
        CORRECT,
    )
    yield Command(
        "export",
        "X",
        "screen.export",
        "export",
        "Write the article with your notes to a file, for other programs",
        "reader",
        MORE,
    )
    yield from _lists()
    yield from _dialogs()
    yield from _correcting()
    yield Command(
        "keys",
        "question_mark,f1",
        "app.keys",
        "keys",
        "Show the keys of the place you are in",
        "reader",
        MORE,
    )
    yield Command(
        "palette",
        "colon,ctrl+p",
        "app.command_palette",
        "commands",
        "Find a command by name",
        "reader",
        MORE,
        palette=False,
    )
    yield Command(
        "leave",
        "q",
        "screen.close",
        "leave",
        "Leave the article, back to the library if it came from there",
        "reader",
        MORE,
    )
    yield Command(
        "leave-now",
        "ctrl+q",
        "app.quit",
        "leave",
        "Leave Lesart from wherever you are",
        "anywhere",
        MORE,
        palette=False,
    )


def _article() -> Iterable[Command]:
    """The keys of the text view, which binds them itself."""
    for binding in ArticleView.BINDINGS:
        if isinstance(binding, Binding) and binding.id:
            yield Command(
                binding.id,
                binding.key,
                binding.action,
                binding.description.lower(),
                binding.tooltip,
                "article",
                READ,
                palette=not binding.tooltip.startswith("While selecting"),
            )


def _lists() -> Iterable[Command]:
    for id, keys, action, label, tooltip in (
        ("list-down", "j,down", "cursor_down", "down", "One entry down"),
        ("list-up", "k,up", "cursor_up", "up", "One entry up"),
        ("list-first", "g,home", "first", "first", "The first entry"),
        ("list-last", "G,end", "last", "last", "The last entry"),
        ("list-page-down", "pagedown,ctrl+f", "page_down", "page down", "A panel's height down"),
        ("list-page-up", "pageup,ctrl+b", "page_up", "page up", "A panel's height up"),
        ("list-go", "enter", "select", "go there", "Go to its place in the text and step through its like"),
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
    for id, keys, action, label, tooltip, place in library_keys.rows():
        yield Command(id, keys, action, label, tooltip, place, LIST, palette=False)


def _dialogs() -> Iterable[Command]:
    for id, keys, action, label, tooltip, place in (
        ("search-accept", "enter", "accept", "go", "Step through what was found", "search"),
        (
            "search-regex",
            "ctrl+r,f2",
            "regex",
            "regex",
            "Read the words as a regular expression, or as they stand",
            "search",
        ),
        ("search-next", "down", "hit(1)", "next", "The next hit while you type", "search"),
        ("search-previous", "up", "hit(-1)", "back", "The hit before while you type", "search"),
        (
            "search-leave",
            "escape",
            "cancel",
            "leave",
            "Leave the search and go back to where you were",
            "search",
        ),
        ("filter-keep", "enter", "keep", "keep", "Go on in the narrowed list", "filter"),
        ("filter-down", "down", "move(1)", "down", "One entry down", "filter"),
        ("filter-up", "up", "move(-1)", "up", "One entry up", "filter"),
        ("filter-leave", "escape", "cancel", "all", "Show all of the list again", "filter"),
        ("tags-down", "down", "move(1)", "down", "One tag down", "tags"),
        ("tags-up", "up", "move(-1)", "up", "One tag up", "tags"),
        ("tags-toggle", "tab", "choose", "add", "Add the tag, or take it off again", "tags"),
        ("tags-keep", "enter,ctrl+s,f2", "keep", "keep", "Add the tag and keep", "tags"),
        ("tags-leave", "escape", "cancel", "leave", "Change nothing", "tags"),
        ("export-down", "down", "move(1)", "down", "One format down", "export"),
        ("export-up", "up", "move(-1)", "up", "One format up", "export"),
        ("export-write", "enter,ctrl+s,f2", "keep", "write", "Write the article in that format", "export"),
        ("export-leave", "escape", "cancel", "leave", "Write nothing", "export"),
        ("note-save", "ctrl+s,f2", "keep", "keep", "Keep the note", "note"),
        ("note-leave", "escape", "cancel", "leave", "Leave; what you typed waits for you as a draft", "note"),
        (
            "note-editor",
            "ctrl+o,f4",
            "edit_apart",
            "editor",
            "Go on writing in the editor that EDITOR names",
            "note",
        ),
        ("help-down", "j,down", "scroll(1)", "down", "Scroll down", "help"),
        ("help-up", "k,up", "scroll(-1)", "up", "Scroll up", "help"),
        ("help-page-down", "space,pagedown", "scroll(15)", "page down", "Scroll a page down", "help"),
        ("help-page-up", "b,pageup", "scroll(-15)", "page up", "Scroll a page up", "help"),
        ("help-leave", "escape,q,question_mark", "leave", "close", "Close the keys", "help"),
        ("reason-down", "j,down", "scroll(1)", "down", "Scroll down", "reason"),
        ("reason-up", "k,up", "scroll(-1)", "up", "Scroll up", "reason"),
        ("reason-leave", "escape,q,r,enter", "leave", "close", "Close the reason", "reason"),
    ):
        yield Command(
            id,
            keys,
            action,
            label,
            tooltip,
            place,
            MORE if place in ("help", "reason") else TYPE,
            palette=False,
        )


def _correcting() -> Iterable[Command]:
    for row in correction_keys.rows():
        yield Command(*row, group=CORRECT, palette=False)


COMMANDS: tuple[Command, ...] = tuple(_table())
BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

Keys = Mapping[str, str]
"""The reader's own choice of keys: command id to keys."""


FIRST = frozenset({"anywhere", "search", "filter", "tags", "note", "export", "choice", "naming", "rename"})
"""Places whose keys come before those of the widget one types into."""


def bindings(place: str) -> list[BindingType]:
    """The Textual bindings of one place; their ids let the app lay the reader's own keys over them."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=False,
            tooltip=command.tooltip,
            id=command.id,
            priority=place in FIRST,
        )
        for command in COMMANDS
        if command.place == place
    ]


def commands_in(place: str) -> tuple[Command, ...]:
    """The commands that hold in a place, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place in PLACES[place])


def keys_of(id: str, own: Keys) -> tuple[str, ...]:
    """The keys that run a command, the reader's own choice first."""
    command = BY_ID[id]
    chosen = own.get(id)
    return tuple(key.strip() for key in chosen.split(",")) if chosen else command.key_list


def key(id: str, own: Keys) -> str:
    """The first key of a command, as it is printed."""
    return shown(keys_of(id, own)[0])


NAMES: Mapping[str, str] = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


HIDDEN = "super+"
"""Keys with this modifier are the same as those with Ctrl on another system, and not printed."""


def shown_keys(id: str, own: Keys) -> str:
    """All keys of a command as they are printed."""
    return " ".join(shown(key) for key in keys_of(id, own) if not key.startswith(HIDDEN))


def shown(key: str) -> str:
    """A key as it is printed for people: "Ctrl+R", "?", "Esc"."""
    if key in NAMES:
        return NAMES[key]
    *modifiers, base = key.split("+")
    name = NAMES.get(base) or key_to_character(base) or base
    if modifiers:
        return "+".join(
            (
                *(modifier.capitalize() for modifier in modifiers),
                name.capitalize() if len(name) > 1 else name.upper(),
            )
        )
    return name.upper() if len(name) > 1 and name[0] == "f" and name[1:].isdigit() else name
