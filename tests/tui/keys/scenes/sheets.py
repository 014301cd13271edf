"""Lines to type into and sheets to read: search, tags, notes, formats, keys, reasons."""

from core.exchange.plugins import formats
from tests.tui.keys.scenario import Scene, Stage, typed
from tests.tui.keys.shelf import MAIL, NOTED, SALE, TAGGED, doubtful
from tests.tui.sample import annotation
from tui.model.lens import Kind

MARKS = (TAGGED, NOTED)
SEARCH = ("search", typed("kapstadt"))
TAGS = ("next-name", "tag")
NOTE = ("next-name", "note", typed("Wer da"))
MARK = ("next-mark", "enter-mark")
LONG_NOTE = annotation("n", "hundert", (), "\n".join("abcdefgh"))
LOW = 40, 9
"""Columns and lines of a terminal in which the reason of a quote needs scrolling."""


async def with_an_editor(stage: Stage) -> None:
    """Have an editor named that adds a word."""
    editor = stage.folder / "editor.sh"
    editor.write_text('printf " und mehr" >> "$1"\n', encoding="utf-8")
    stage.environment.setenv("EDITOR", f"sh {editor}")
    stage.environment.delenv("VISUAL", raising=False)


SCENES = (
    Scene("mark-edit", lambda s: s.typing == "Wie viele?", MARK, (NOTED,)),
    Scene("mark-tag", lambda s: s.title == "Tags", MARK, (NOTED,)),
    Scene("mark-delete", lambda s: s.kept == () and "deleted" in s.told, MARK, (NOTED,)),
    Scene("mark-confirm", lambda s: s.kept[0].anchor.exact.endswith("wächst."), MARK, (doubtful(),)),
    Scene("mark-down", lambda s: s.scrolled == 1, MARK, (LONG_NOTE,), LOW),
    Scene("mark-up", lambda s: s.scrolled == 0, (*MARK, "mark-down"), (LONG_NOTE,), LOW),
    Scene("mark-leave", lambda s: s.top == "ReaderScreen", MARK, (NOTED,)),
    Scene("search-accept", lambda s: s.typing is None and s.words.startswith("hit 1 of 2"), SEARCH),
    Scene("search-regex", lambda s: "/ regex" in s.page, SEARCH),
    Scene("search-next", lambda s: "2 of 2 hits" in s.page, SEARCH),
    Scene("search-previous", lambda s: "1 of 2 hits" in s.page, (*SEARCH, "search-next")),
    Scene(
        "search-leave",
        lambda s: s.typing is None and s.reader.lens.kind is not Kind.HITS,
        SEARCH,
    ),
    Scene("tags-down", lambda s: s.cursor == 0, TAGS, MARKS),
    Scene("tags-up", lambda s: s.cursor == 1, TAGS, MARKS),
    Scene("tags-toggle", lambda s: "✓ #frist" in s.page, (*TAGS, typed("fri")), MARKS),
    Scene("tags-keep", lambda s: ("hafen",) in [each.tags for each in s.kept], (*TAGS, typed("hafen"))),
    Scene("tags-leave", lambda s: s.top == "ReaderScreen" and s.kept == (), (*TAGS, typed("hafen"))),
    Scene("export-down", lambda s: s.export._format is formats().all[1] and s.cursor == 1, ("export",)),
    Scene(
        "export-up",
        lambda s: s.export._format is formats().all[0] and s.cursor == 0,
        ("export", "export-down"),
    ),
    Scene("export-write", lambda s: any(s.files) and s.told.startswith("written to"), ("export",)),
    Scene("export-leave", lambda s: s.top == "ReaderScreen" and not any(s.files), ("export",)),
    Scene("links-down", lambda s: s.cursor == 1, ("links",)),
    Scene("links-up", lambda s: s.cursor == 2, ("links",)),
    Scene("links-page-down", lambda s: s.cursor == 2, ("links",)),
    Scene("links-page-up", lambda s: s.cursor == 0, ("links", "links-up")),
    Scene(
        "links-browse", lambda s: s.app.clipboard == SALE and s.told.startswith("no browser here"), ("links",)
    ),
    Scene("links-read", lambda s: s.top == "OpeningScreen" and SALE.partition("#")[0] in s.page, ("links",)),
    Scene("links-copy", lambda s: s.app.clipboard == MAIL, ("links", "links-up")),
    Scene("links-leave", lambda s: s.top == "ReaderScreen" and not s.app.clipboard, ("links",)),
    Scene("note-save", lambda s: [each.note for each in s.kept] == ["Wer da"], NOTE),
    Scene(
        "note-leave",
        lambda s: (
            s.kept == () and list(s.reader.services.drafts.values()) == ["Wer da"] and s.told == "draft waits"
        ),
        NOTE,
    ),
    Scene("note-editor", lambda s: s.typing == "Wer da und mehr", (*NOTE, with_an_editor)),
    Scene("help-down", lambda s: s.scrolled == 1, ("keys",)),
    Scene("help-up", lambda s: s.scrolled == 0, ("keys", "help-down")),
    Scene("help-page-down", lambda s: s.scrolled > 5, ("keys",)),
    Scene("help-page-up", lambda s: s.scrolled == 0, ("keys", "help-page-down")),
    Scene("help-first", lambda s: s.scrolled == 0, ("keys", "help-last")),
    Scene("help-last", lambda s: s.scrolled > 5, ("keys",)),
    Scene("help-leave", lambda s: s.top == "ReaderScreen", ("keys",)),
    Scene("reason-down", lambda s: s.scrolled == 1, ("next-quote", "reason"), size=LOW),
    Scene("reason-up", lambda s: s.scrolled == 0, ("next-quote", "reason", "reason-down"), size=LOW),
    Scene("reason-leave", lambda s: s.top == "ReaderScreen", ("next-quote", "reason")),
)
