"""Scrolling, and finding one's way through the text."""

from tests.tui.keys.scenario import Scene
from tests.tui.keys.shelf import NOTED, TAGGED

MARKS = (TAGGED, NOTED)

SCENES = (
    Scene("article.line-down", lambda s: s.row == 1),
    Scene("article.line-up", lambda s: s.row == 0, ("article.line-down",)),
    Scene("article.page-down", lambda s: 30 < s.row <= 39),
    Scene("article.page-up", lambda s: s.row == 0, ("article.page-down",)),
    Scene("article.half-page-down", lambda s: 15 < s.row < 22),
    Scene("article.half-page-up", lambda s: s.row == 0, ("article.half-page-down",)),
    Scene("article.top", lambda s: s.row == 0, ("article.bottom",)),
    Scene("article.bottom", lambda s: s.row == s.reader.view.max_scroll_y),
    Scene("article.fold", lambda s: s.page.count("vor dem Speicher drei") == 1, ("article.bottom",)),
    Scene("next-target", lambda s: s.words.startswith("name 1 of 14")),
    Scene("previous-target", lambda s: s.words.startswith("name 1 of 14"), ("next-target",) * 2),
    Scene("next-name", lambda s: s.words.startswith("name 1 of 14")),
    Scene("previous-name", lambda s: s.words.startswith("name 1 of 14"), ("next-name",) * 2),
    Scene("next-quote", lambda s: s.words.startswith("quote 1 of 3")),
    Scene("previous-quote", lambda s: s.words.startswith("quote 1 of 3"), ("next-quote",) * 2),
    Scene("next-mark", lambda s: s.words.startswith("mark 1 of 2"), marks=MARKS),
    Scene("previous-mark", lambda s: s.words.startswith("mark 1 of 2"), ("next-mark",) * 2, MARKS),
    Scene("next-figure", lambda s: s.at == "Montag"),
    Scene(
        "go-back",
        lambda s: s.row == s.reader.view.max_scroll_y,
        ("article.bottom", "previous-quote"),
    ),
    Scene("search", lambda s: s.typing == "" and s.reader.furniture.search_line.display),
    Scene("leave-target", lambda s: s.reader.target is None, ("next-name",)),
    Scene("reason", lambda s: s.title == "Why this is a quote", ("next-quote",)),
)
