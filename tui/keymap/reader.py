"""The keys of the reader: text and panels alike."""

from collections.abc import Iterable

from tui.keymap.command import CORRECT, FIND, MARK, MORE, STEP, VIEW, Command


def commands() -> Iterable[Command]:
    """All rows of the reader."""
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
    yield Command(
        "update",
        "U",
        "screen.update",
        "read anew",
        "Fetch or read the article anew; if it has changed, that is a new version",
        "reader",
        VIEW,
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
