"""Panels, the line that narrows them, and the strip."""

from tests.tui.keys.scenario import Scene, typed

ACTORS = ("go-actors",)
FILTER = ("go-actors", "list-filter")
MAP = ("go-map",)

SCENES = (
    Scene("list-down", lambda s: s.cursor == 1, ACTORS),
    Scene("list-up", lambda s: s.cursor == 0, (*ACTORS, "list-down")),
    Scene("list-first", lambda s: s.cursor == 0, (*ACTORS, "list-last")),
    Scene("list-last", lambda s: s.cursor == 4, ACTORS),
    Scene("list-page-down", lambda s: s.cursor in (3, 4), ACTORS),
    Scene("list-page-up", lambda s: s.cursor in (0, 1), (*ACTORS, "list-last")),
    Scene("list-go", lambda s: s.top == "CardDialog" and "person · 58" in s.page, ACTORS),
    Scene("list-show", lambda s: s.at == "Ada Lind" and s.reader.page.part == "actors", ACTORS),
    Scene("list-order", lambda s: "ACTORS" in s.page and "5 · in order" in s.page, ACTORS),
    Scene("list-filter", lambda s: s.reader.page.part == "actors" and s.typing == "", ACTORS),
    Scene("list-kind", lambda s: "2 of 5" in s.page and "only people" in s.page, ACTORS),
    Scene("list-wider", lambda s: s.reader.page.side.outer_size.width == 48, ACTORS),
    Scene("list-narrower", lambda s: s.reader.page.side.outer_size.width == 40, ACTORS),
    Scene("list-leave", lambda s: s.reader.page.part == "text", ACTORS),
    Scene(
        "filter-keep",
        lambda s: (
            s.typing is None
            and s.reader.page.part == "actors"
            and s.reader.furniture.actors.shown == ("varga",)
        ),
        (*FILTER, typed("var")),
    ),
    Scene("filter-down", lambda s: s.cursor == 1 and s.typing == "", FILTER),
    Scene("filter-up", lambda s: s.cursor == 0 and s.typing == "", (*FILTER, "filter-down")),
    Scene(
        "filter-leave",
        lambda s: s.typing is None and len(s.reader.furniture.actors.shown) == 5,
        (*FILTER, typed("var")),
    ),
    Scene("map-down", lambda s: s.reader.page.minimap.cursor == 1, MAP),
    Scene("map-up", lambda s: s.reader.page.minimap.cursor == 0, (*MAP, "map-down")),
    Scene("map-on", lambda s: s.reader.page.minimap.cursor > 1, MAP),
    Scene("map-back", lambda s: 0 < s.reader.page.minimap.cursor < 20, (*MAP, "map-last")),
    Scene("map-first", lambda s: s.reader.page.minimap.cursor == 0 and s.row == 0, (*MAP, "map-last")),
    Scene("map-last", lambda s: s.reader.page.minimap.cursor == 38 and s.row > 50, MAP),
    Scene("map-stay", lambda s: s.reader.page.part == "text" and s.row > 50, (*MAP, "map-last")),
    Scene("map-leave", lambda s: s.reader.page.part == "text" and s.row == 0, (*MAP, "map-last")),
)
