"""The keys of sheets, lines to type in and pages to read."""

from collections.abc import Iterable, Sequence

from tui.keymap.command import MORE, TYPE, Command

ROWS: Sequence[tuple[str, str, str, str, str, str]] = (
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
    ("tags-leave", "escape", "leave", "leave", "Change nothing", "tags"),
    ("export-down", "down", "move(1)", "down", "One format down", "export"),
    ("export-up", "up", "move(-1)", "up", "One format up", "export"),
    ("export-write", "enter,ctrl+s,f2", "keep", "write", "Write the article in that format", "export"),
    ("export-leave", "escape", "leave", "leave", "Write nothing", "export"),
    (
        "open-read",
        "enter,ctrl+s,f2",
        "read",
        "open",
        "Read what is at that address or in that file",
        "open",
    ),
    ("open-complete", "tab", "complete", "complete", "Complete the path of a file or folder", "open"),
    ("open-leave", "escape", "leave", "leave", "Open nothing", "open"),
    ("note-save", "ctrl+s,f2", "keep", "keep", "Keep the note", "note"),
    ("note-leave", "escape", "leave", "leave", "Leave; what you typed waits for you as a draft", "note"),
    (
        "note-editor",
        "ctrl+o,f4",
        "edit_apart",
        "editor",
        "Go on writing in the editor that EDITOR names",
        "note",
    ),
    ("mark-edit", "i,m", "take('EDIT')", "edit", "Edit the note, or begin one", "mark"),
    ("mark-tag", "t", "take('TAG')", "tag", "Change the tags", "mark"),
    ("mark-delete", "x,delete", "take('DELETE')", "delete", "Delete the mark", "mark"),
    (
        "mark-confirm",
        "O",
        "take('CONFIRM')",
        "confirm",
        "Say that a mark whose words have changed stands in the right place",
        "mark",
    ),
    ("mark-down", "j,down", "scroll(1)", "down", "Scroll down", "mark"),
    ("mark-up", "k,up", "scroll(-1)", "up", "Scroll up", "mark"),
    ("mark-leave", "escape,q,enter", "leave", "close", "Close the mark", "mark"),
    ("opening-again", "r", "again", "try again", "Read it once more", "opening"),
    ("opening-follow", "f", "follow", "follow", "Follow the feed that this is, and fetch it", "opening"),
    (
        "opening-next",
        "right_parenthesis",
        "next",
        "next article",
        "Leave it out, and read the next article of the list",
        "opening",
    ),
    ("opening-leave", "escape,q", "leave", "leave", "Leave off reading it, and go back", "opening"),
    ("opening-keys", "question_mark,f1", "app.keys", "keys", "Show the keys of this place", "opening"),
    ("help-down", "j,down", "scroll(1)", "down", "Scroll down", "help"),
    ("help-up", "k,up", "scroll(-1)", "up", "Scroll up", "help"),
    ("help-page-down", "space,pagedown", "scroll(15)", "page down", "Scroll a page down", "help"),
    ("help-page-up", "b,pageup", "scroll(-15)", "page up", "Scroll a page up", "help"),
    ("help-first", "g,home", "end(False)", "first", "The first line", "help"),
    ("help-last", "G,end", "end(True)", "last", "The last line", "help"),
    ("help-leave", "escape,q,question_mark", "leave", "close", "Close the keys", "help"),
    ("reason-down", "j,down", "scroll(1)", "down", "Scroll down", "reason"),
    ("reason-up", "k,up", "scroll(-1)", "up", "Scroll up", "reason"),
    ("reason-leave", "escape,q,r,enter", "leave", "close", "Close the reason", "reason"),
)
"""Id, keys, action, label, tooltip, place."""


def commands() -> Iterable[Command]:
    """All rows, sheet by sheet."""
    for id, keys, action, label, tooltip, place in ROWS:
        yield Command(
            id,
            keys,
            action,
            label,
            tooltip,
            place,
            MORE if place in ("help", "reason", "opening", "mark") else TYPE,
            palette=False,
        )
