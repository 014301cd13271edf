"""Tags, notes, highlights, copies, and taking them back."""

from core.annotations import How
from tests.tui.keys.scenario import Scene, typed
from tests.tui.keys.shelf import NOTED, TAGGED, doubtful

TAG_FIRST = ("next-name", "tag", typed("hafen"), "tags-keep")

SCENES = (
    Scene("tag", lambda s: s.title == "Tags" and "on “Ada Lind”" in s.page, ("next-name",)),
    Scene(
        "tag-again",
        lambda s: [each.tags for each in s.kept] == [("hafen",), ("hafen",)],
        (*TAG_FIRST, "next-quote"),
    ),
    Scene("tag-article", lambda s: s.title == "Tags" and "on the whole article" in s.page),
    Scene("note", lambda s: s.title == "Note" and "on “Ada Lind”" in s.page, ("next-name",)),
    Scene("note-article", lambda s: s.title == "Note" and "on the whole article" in s.page),
    Scene("edit", lambda s: s.typing == "Wie viele?", ("next-mark",), (NOTED,)),
    Scene("delete", lambda s: s.kept == () and "deleted" in s.told, ("next-mark",), (TAGGED,)),
    Scene("highlight", lambda s: [each.tags for each in s.kept] == [("highlight",)], ("next-name",)),
    Scene("mark-everywhere", lambda s: len(s.kept) == 3, ("next-name",)),
    Scene(
        "copy-cited",
        lambda s: "Ada Lind" in s.app.clipboard and "Machtkampf" in s.app.clipboard,
        ("next-name",),
    ),
    Scene("save-cited", lambda s: "Ada Lind" in s.written("passages.md"), ("next-name",)),
    Scene(
        "confirm-place",
        lambda s: (
            s.reader.annotations[0].located.how is How.POSITION and s.kept[0].anchor.exact.endswith("wächst.")
        ),
        marks=(doubtful(),),
    ),
    Scene("undo", lambda s: s.kept == () and s.told.startswith("undone"), TAG_FIRST),
    Scene("redo", lambda s: len(s.kept) == 1 and s.told.startswith("redone"), (*TAG_FIRST, "undo")),
    Scene("enter-mark", lambda s: s.top == "CardDialog" and "person · 58" in s.page, ("next-name",)),
    Scene("correct", lambda s: s.title == "Correct" and "on “Ada Lind”" in s.page, ("next-name",)),
)
