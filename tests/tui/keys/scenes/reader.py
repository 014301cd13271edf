"""Going from place to place in the reader, and how it looks."""

from textual.command import CommandPalette

from tests.tui.keys.scenario import Scene, writes
from tui.model.reading_modes import Way

SCENES = (
    Scene("go-text", lambda s: s.reader.page.part == "text", ("go-actors",)),
    Scene("go-actors", lambda s: s.reader.page.part == "actors"),
    Scene("go-quotes", lambda s: s.reader.page.part == "quotes"),
    Scene("go-notes", lambda s: s.reader.page.part == "notes"),
    Scene("go-map", lambda s: s.reader.page.part == "map"),
    Scene("next-place", lambda s: s.reader.page.part == "actors"),
    Scene("previous-place", lambda s: s.reader.page.part == "notes"),
    Scene("panels", lambda s: "ACTORS" not in s.page),
    Scene("next-way", lambda s: s.words.startswith("only Ada Lind")),
    Scene("read-all", lambda s: s.reader.reading.way is Way.ALL, ("read-skim",)),
    Scene("read-actor", lambda s: s.words.startswith("only Ada Lind")),
    Scene("read-quotes", lambda s: s.words.startswith("only what is said")),
    Scene("read-skim", lambda s: s.words.startswith("skimming")),
    Scene("read-clean", lambda s: s.words.startswith("no marks") and not s.reader.view.marks),
    Scene("ruler", lambda s: s.reader.view.ruler is not None),
    Scene("zen", lambda s: "ACTORS" not in s.page),
    Scene("wider", lambda s: s.told.startswith("at most 76 columns")),
    Scene("narrower", lambda s: s.told == "at most 60 columns" and s.reader.view.text_width == 60),
    Scene("hyphens", lambda s: s.reader.view.hyphenated and s.told == "long words parted"),
    Scene("next-look", lambda s: s.app.theme != "ink" and s.told == f"look: {s.app.theme}"),
    Scene("daylight", lambda s: s.app.theme == "paper"),
    Scene("versions", lambda s: s.top == "VersionsScreen"),
    Scene(
        "update",
        lambda s: s.top == "ReaderScreen" and s.app.screen.article.title == "Alles anders",
        (writes("sample.txt", "Alles anders\n\nDer Hafen ist verkauft.\n"),),
    ),
    Scene("browse", lambda s: s.told == "no page to open: not read from the web"),
    Scene("links", lambda s: s.title == "Links"),
    Scene("export", lambda s: s.title == "Export"),
    Scene("keys", lambda s: s.title == "Keys in the text"),
    Scene("palette", lambda s: isinstance(s.app.screen, CommandPalette)),
    Scene("leave", lambda s: s.reader not in s.app.screen_stack),
    Scene("leave-now", lambda s: s.app.left),
)
