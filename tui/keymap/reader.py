"""The keys of the reader: text and panels alike."""

from collections.abc import Iterable

from tui.keymap.command import CORRECT, FIND, MARK, MORE, STEP, VIEW, Command


def _through(name: str, key: str, what: str, thing: str) -> Iterable[Command]:
    """Forwards and backwards through one kind of thing; backwards is the same letter in upper case."""
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


STEPPING: tuple[Command, ...] = (
    Command(
        "next-target",
        "n",
        "screen.step(1)",
        "next",
        "Go to the next of its kind",
        "reader",
        STEP,
    ),
    Command(
        "previous-target",
        "N",
        "screen.step(-1)",
        "back",
        "Go to the one before of its kind",
        "reader",
        STEP,
    ),
    *_through("name", "e", "names", "name"),
    *_through("quote", "c", "quotes", "quote"),
    *_through("mark", "a", "marks", "tag or note"),
    Command(
        "next-figure",
        "semicolon",
        "screen.step_through('figures', 1)",
        "figure",
        "Mark dates and quantities, and go to the next",
        "reader",
        STEP,
    ),
    Command(
        "go-back",
        "backspace",
        "screen.go_back",
        "return",
        "Return to where you were before the last jump",
        "reader",
        STEP,
    ),
    Command("search", "slash", "screen.search", "find", "Find words in the article", "text", FIND),
    Command(
        "reason",
        "r",
        "screen.reason",
        "why",
        "Say why this is a quote, and why of this speaker",
        "reader",
        STEP,
    ),
)
"""Going from one to the next."""

MARKING: tuple[Command, ...] = (
    Command("tag", "t", "screen.tag", "tag", "Tag the selection or the target", "reader", MARK),
    Command(
        "tag-again",
        "number_sign",
        "screen.tag_again",
        "tag again",
        "Tag it with the same tags as the one before",
        "reader",
        MARK,
    ),
    Command(
        "tag-article", "T", "screen.tag_article", "tag all", "Tag the article as a whole", "reader", MARK
    ),
    Command(
        "note",
        "m",
        "screen.note",
        "note",
        "Write a note on the selection or target",
        "reader",
        MARK,
    ),
    Command(
        "note-article",
        "M",
        "screen.note_article",
        "note all",
        "Write a note on the article as a whole",
        "reader",
        MARK,
    ),
    Command("edit", "i", "screen.edit", "edit", "Edit the note you stand on", "reader", MARK),
    Command(
        "delete", "x,delete", "screen.delete", "delete", "Delete the tag or note you stand on", "reader", MARK
    ),
    Command(
        "highlight",
        "z",
        "screen.highlight",
        "mark",
        "Highlight the selection or target, or take it off",
        "reader",
        MARK,
    ),
    Command(
        "mark-everywhere",
        "Z",
        "screen.mark_everywhere",
        "mark all",
        "Mark every place that holds these words, with the same tags",
        "reader",
        MARK,
    ),
    Command(
        "copy-cited",
        "y",
        "screen.copy_cited",
        "copy",
        "Copy the selection or target with its source",
        "reader",
        MARK,
    ),
    Command(
        "save-cited",
        "Y",
        "screen.save_cited",
        "save",
        "Add it with its source to passages.md",
        "reader",
        MARK,
    ),
    Command(
        "confirm-place",
        "O",
        "screen.confirm_place",
        "confirm",
        "Say that a mark whose words have changed stands in the right place",
        "reader",
        MARK,
    ),
)
"""Tags, notes and passages to take along."""

PLACES: tuple[Command, ...] = (
    Command(
        "walk-on",
        "right_parenthesis",
        "screen.walk(1)",
        "next article",
        "Read the next article of the list; where there is no list, the next new one",
        "reader",
        VIEW,
    ),
    Command(
        "walk-back",
        "left_parenthesis",
        "screen.walk(-1)",
        "article before",
        "Read the article before it in the list",
        "reader",
        VIEW,
    ),
    Command(
        "archive",
        "equals_sign",
        "screen.set_state('archived')",
        "archive",
        "Archive the article, or take it back out of the archive",
        "reader",
        VIEW,
    ),
    Command(
        "later",
        "underscore",
        "screen.set_state('later')",
        "later",
        "Put the article off for later, or back into the list",
        "reader",
        VIEW,
    ),
    Command(
        "renew",
        "asterisk",
        "screen.set_state('new')",
        "new again",
        "Mark the article as new again, or as read",
        "reader",
        VIEW,
    ),
    Command(
        "versions", "V", "screen.versions", "versions", "Show the versions of the article", "reader", VIEW
    ),
    Command(
        "update",
        "U",
        "screen.update",
        "read anew",
        "Fetch or read the article anew; if it has changed, that is a new version",
        "reader",
        VIEW,
    ),
    Command("undo", "u", "screen.undo", "undo", "Take back the last change", "reader", MARK),
    Command("redo", "ctrl+r", "screen.redo", "redo", "Make the change you took back again", "reader", MARK),
    Command("go-text", "0", "screen.go('text')", "text", "Go to the text", "reader", VIEW),
    Command(
        "go-actors",
        "1",
        "screen.go('actors')",
        "actors",
        "Go to the actors; there already, give them all the room",
        "reader",
        VIEW,
    ),
    Command(
        "go-quotes",
        "2",
        "screen.go('quotes')",
        "quotes",
        "Go to the quotes; there already, give them all the room",
        "reader",
        VIEW,
    ),
    Command(
        "go-notes",
        "3",
        "screen.go('notes')",
        "notes",
        "Go to your tags and notes; there already, give them all the room",
        "reader",
        VIEW,
    ),
    Command(
        "go-map",
        "4",
        "screen.go('map')",
        "strip",
        "Go along the strip of the whole article; in it already, hide it",
        "reader",
        VIEW,
    ),
    Command(
        "next-place", "tab", "screen.cycle(1)", "panels", "Go from text to panel to panel", "reader", VIEW
    ),
    Command(
        "previous-place",
        "shift+tab",
        "screen.cycle(-1)",
        "panels",
        "The same the other way round",
        "reader",
        VIEW,
    ),
    Command("panels", "P", "screen.toggle_panels", "panels", "Show or hide the panels", "reader", VIEW),
)
"""Versions and the places of the screen."""

LOOKS: tuple[Command, ...] = (
    *(
        Command(id, keys, f"screen.{action}", label, tooltip, "reader", VIEW)
        for id, keys, action, label, tooltip in (
            (
                "next-way",
                "B",
                "next_way(1)",
                "bright",
                "Read for something else: an actor, quotes, a skim, no marks",
            ),
            ("read-all", "5", "read('all')", "all", "Read everything alike"),
            (
                "read-actor",
                "6",
                "read('actor')",
                "actor",
                "Read for one actor: only those sentences are bright",
            ),
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
            (
                "hyphens",
                "S",
                "hyphenate",
                "hyphens",
                "Part long words at the end of a line, or leave them whole",
            ),
            ("next-look", "d", "look", "look", "Put on the next look"),
        )
    ),
    Command("daylight", "D", "screen.daylight", "light", "Change between light and dark", "reader", VIEW),
)
"""Ways to read and looks."""

ELSE: tuple[Command, ...] = (
    Command(
        "enter-mark",
        "enter",
        "screen.open_here",
        "open",
        "Open the card of who is named or speaks, or the mark you stand on; on a selection, begin a note",
        "text",
        MARK,
        palette=False,
    ),
    Command(
        "leave-target",
        "escape",
        "screen.leave",
        "leave",
        "Let go of selection, search and target",
        "text",
        STEP,
    ),
    Command(
        "correct",
        "I",
        "screen.correct",
        "correct",
        "Correct what was found: the name, actor or quote you stand on, or the selection",
        "reader",
        CORRECT,
    ),
    Command(
        "browse",
        "exclamation_mark",
        "screen.browse",
        "browser",
        "Open the page of the article in the web browser",
        "reader",
        MORE,
    ),
    Command(
        "links",
        "ctrl+l,ampersand",
        "screen.links",
        "links",
        "List the links of the article: open one in the web browser, read or copy it",
        "reader",
        MORE,
    ),
    Command(
        "export",
        "X",
        "screen.export",
        "export",
        "Write the article with your notes to a file, for other programs",
        "reader",
        MORE,
    ),
)
"""What is done with the text under the cursor, and with the whole article."""


def commands() -> Iterable[Command]:
    """All rows of the reader."""
    return (*STEPPING, *MARKING, *PLACES, *LOOKS, *ELSE)
