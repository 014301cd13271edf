"""What keys do, the pointer does too: at the foot, from the list of keys, or on the thing itself."""

from collections.abc import Callable, Mapping

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.frames import draw_now
from tests.tui.keys.pointer import by_click, click, drag, painted, place_at_rest, place_of, wheel
from tests.tui.keys.scenario import Scene, Stage, Step
from tests.tui.keys.scenes import SCENES
from tests.tui.keys.scenes.library import shelves
from tests.tui.keys.shelf import NOTED, TAGGED
from tests.tui.sample import PARAGRAPHS
from tui.keymap import BY_ID, key, library
from tui.model.lens import Kind
from tui.screens.sheets.keys import KeyTable, grouped

Play = Callable[..., None]

TYPING = "one types there, with both hands on the keys"
LINES = "a click takes any line of the list at once"
WHEEL = "the wheel scrolls there"

BY_KEYS_ALONE: Mapping[str, str] = {
    **{id: TYPING for id, each in BY_ID.items() if each.place in ("search", "filter")},
    **dict.fromkeys(("tags-up", "export-up", "choice-up", "correct-up", "history-up", "history-down"), LINES),
    **dict.fromkeys(("tags-down", "export-down", "choice-down", "correct-down"), LINES),
    **dict.fromkeys(("card-up", "card-down", "card-first", "card-last", "links-up", "links-down"), LINES),
    **dict.fromkeys(("links-page-down", "links-page-up"), WHEEL),
    **dict.fromkeys(("card-page-down", "card-page-up", "help-page-down", "help-page-up"), WHEEL),
    **dict.fromkeys(("help-first", "help-last"), WHEEL),
    **dict.fromkeys(("reason-down", "reason-up", "mark-down", "mark-up"), WHEEL),
}
"""Commands that the pointer has no use for, and why."""


LISTED = {"article": "article", "text": "article", "reader": "article", "anywhere": "article"}
"""The list of keys that a command stands in, by its place, where that has not one of its own."""
WITH_LIST = ("panel", "map", *library.PLACES, "dossier", "opening")
FROM_THE_LIST = (
    "article.bottom",
    "search",
    "read-skim",
    "tag-article",
    "palette",
    "leave-now",
    "list-kind",
    "map-last",
    "library-last",
    "versions-changes",
    "changes-next",
    "tag-list-colour",
    "deleted-last",
    "dossier-last",
    "opening-again",
)
"""Commands that are run from the list of keys here; the others stand in it in the same way."""


def list_of(place: str) -> str | None:
    """The place whose list of keys has the commands of a place; None where there is none."""
    return place if place in WITH_LIST else LISTED.get(place)


def test_every_command_stands_in_a_list_at_a_foot_or_needs_no_pointer() -> None:
    for id, command in BY_ID.items():
        place = list_of(command.place)
        if place is not None:
            rows = KeyTable(grouped(place), {}).lines(120)
            styles = {str(span.style) for row in rows for span in row.spans}
            assert any(f"@click=screen.run('{id}')" in style for style in styles), id
        else:
            assert (id in BY_KEYS_ALONE) != (id in AT_A_FOOT or is_offer(id)), id


def is_offer(id: str) -> bool:
    """Whether a command is a line in the list of what can be corrected."""
    return BY_ID[id].action.startswith("take('") and BY_ID[id].place == "correct"


AT_A_FOOT = (
    *("tags-toggle", "tags-keep", "tags-leave", "export-write", "export-leave"),
    *("mark-edit", "mark-tag", "mark-delete", "mark-confirm", "mark-leave"),
    *("note-save", "note-leave", "note-editor", "help-down", "help-up", "help-leave", "reason-leave"),
    *("correct-take", "correct-leave", "choice-take", "choice-leave", "naming-keep", "naming-leave"),
    *("history-drop", "history-show", "history-leave"),
    *("links-browse", "links-read", "links-copy", "links-leave"),
    *("card-go", "card-section", "card-correct", "card-dossier", "card-leave"),
    *("rename-keep", "rename-leave", "confirm-yes", "confirm-no", "open-read", "open-complete", "open-leave"),
)
"""Commands whose keys stand at the foot of their sheet."""


async def by_pointer(stage: Stage, id: str) -> None:
    """Do what a command does without a key: click the line of the sheet that it stands on, or its key."""
    if is_offer(id):
        sign = key(id, stage.own)
        line = next(y for y, line in enumerate(stage.page.splitlines()) if line[4:7] == f"{sign:<3}")
        await click(stage, Offset(10, line))
    else:
        assert await by_click(stage, id), f"no way by mouse:\n{stage.page}"


@pytest.mark.parametrize(
    "scene",
    [each for each in SCENES if each.id in (*AT_A_FOOT, *FROM_THE_LIST) or is_offer(each.id)],
    ids=lambda each: each.id,
)
def test_pointer(play: Play, scene: Scene) -> None:
    play(scene, lambda stage: by_pointer(stage, scene.id))


def on(words: str, times: int = 1, nth: int = 0, aside: int = 1) -> Callable[[Stage], object]:
    """Clicks some words on the screen."""

    async def act(stage: Stage) -> None:
        place = await place_at_rest(stage, words, nth)
        await click(stage, Offset(place.x + aside, place.y), times)

    return act


def pressing(words: str) -> Callable[[Stage], object]:
    """Press the button on some words, and let it go when all has been drawn that this brings about."""

    async def act(stage: Stage) -> None:
        place = await place_at_rest(stage, words) + Offset(2, 0)
        await stage.pilot.mouse_down(offset=place)
        await stage.rest()
        draw_now(stage.app)
        # What Textual sends when a real button is let go; its `mouse_up` alone makes no click.
        await stage.pilot._post_mouse_events([events.MouseUp, events.Click], offset=place, button=1)
        await stage.rest()

    return act


async def drag_words(stage: Stage) -> None:
    """Drags over the headline."""
    place = place_of(stage, "Machtkampf am Kap")
    await drag(stage, Offset(place.x + 2, place.y), Offset(place.x + 15, place.y))


async def sign_of_mark(stage: Stage) -> None:
    """Clicks the sign at the end of a line that bears a mark."""
    line = place_of(stage, "ihren Rücktritt.").y
    await click(stage, Offset(stage.page.splitlines()[line].index("●"), line))


async def strip_below(stage: Stage) -> None:
    """Clicks the strip far down."""
    await click(stage, Offset(stage.reader.page.minimap.region.x + 1, 36))


async def strip_drag(stage: Stage) -> None:
    """Drags along the strip."""
    x = stage.reader.page.minimap.region.x + 1
    await drag(stage, Offset(x, 2), Offset(x, 36))


def turning(words: str, by: int = 1) -> Callable[[Stage], object]:
    """Turns the wheel over some words."""

    async def act(stage: Stage) -> None:
        await wheel(stage, place_of(stage, words), by)

    return act


async def bar_down(stage: Stage) -> None:
    """Drags the scroll bar of the text to its end."""
    bar = stage.reader.view.vertical_scrollbar.region
    await drag(stage, Offset(bar.x, bar.y + 1), Offset(bar.x, bar.bottom - 1))


NARROW = 70, 30
MARKS = (TAGGED, NOTED)
LEAD = PARAGRAPHS[3][1]

Done = Callable[[Stage], bool]
THINGS: Mapping[str, tuple[tuple[Step, ...], object, Done]] = {
    "a name is clicked": ((), on("Ada Lind (58)"), lambda s: s.at == "Ada Lind"),
    "a quote is clicked": ((), on("gehe erst"), lambda s: s.words.startswith("quote 1 of 3")),
    "the bar of a quote is clicked": ((), on("┃", aside=0), lambda s: s.words.startswith("quote 1 of 3")),
    "a mark is clicked": ((), on("Rücktritt"), lambda s: s.words.startswith("mark 1 of 2")),
    "the sign of a mark is clicked": ((), sign_of_mark, lambda s: s.reader.lens.kind is Kind.MARKS),
    "a folded caption is clicked": (
        ("article.bottom",),
        on("↳ caption"),
        lambda s: s.reader.view.unfolded,
    ),
    "two clicks take the word": ((), on("Machtkampf", 2), lambda s: s.selected == "Machtkampf"),
    "three take the sentence": (
        (),
        on("Der Druck", 3),
        lambda s: s.selected == LEAD[: LEAD.index("wächst.") + 7],
    ),
    "four take the paragraph": ((), on("Der Druck", 4), lambda s: s.selected == LEAD),
    "a drag selects whole words": ((), drag_words, lambda s: s.selected == "Machtkampf am Kap"),
    "a click on nothing lets the selection go": (
        ("article.select",),
        on("Machtkampf am", aside=40),
        lambda s: not s.selected,
    ),
    "the wheel scrolls the text": ((), turning("Die Hafenkönigin"), lambda s: s.row > 0),
    "the wheel scrolls it back": (
        ("article.bottom",),
        turning("Am Pier", -1),
        lambda s: s.row < s.reader.view.max_scroll_y,
    ),
    "the strip is clicked": ((), strip_below, lambda s: s.row > 40),
    "the strip is dragged along": ((), strip_drag, lambda s: s.row > 40),
    "an actor is clicked": (
        (),
        on("Union Blau   "),
        lambda s: s.top == "CardDialog" and "Union Blau" in s.page,
    ),
    "a quote in the panel is clicked": (
        (),
        on("› Jon Varga"),
        lambda s: s.words.startswith("quote 2 of 3"),
    ),
    "a quote in the panel is pressed for a moment": (
        (),
        pressing("› Jon Varga"),
        lambda s: s.words.startswith("quote 2 of 3"),
    ),
    "a note in the panel is clicked": ((), on("#frist"), lambda s: s.words.startswith("mark 2 of 2")),
    "the heading of a panel is clicked": ((), on("ACTORS"), lambda s: "5 · in order" in s.page),
    "a heading sorts quotes too": ((), on("QUOTES"), lambda s: "3 · by speaker" in s.page),
    "the line under a heading is clicked": (
        (),
        lambda s: click(s, s.reader.furniture.actors.filter.region.offset + Offset(3, 0)),
        lambda s: s.typing == "" and s.reader.page.part == "actors",
    ),
    "the kind a list is narrowed to is clicked": (
        ("go-actors", "list-kind"),
        on("only people"),
        lambda s: "only organisations" in s.page,
    ),
    "a line of a card is clicked": (
        ("next-name", "enter-mark"),
        on("gehe erst", nth=-1),
        lambda s: s.top == "ReaderScreen" and s.words.startswith("quote 1 of 3"),
    ),
    "a tag is clicked": (("next-name", "tag"), on("#hafen", nth=-1), lambda s: "✓ #hafen" in s.page),
    "a link is clicked": (
        ("links",),
        on("Union Blau", nth=-1),
        lambda s: s.app.clipboard == "https://blau.example/",
    ),
    "a format is clicked": (("export",), on("csv-actors"), lambda s: s.export._format.name == "csv-actors"),
    "a choice is clicked": (
        ("next-quote", "correct", "correct-speaker"),
        on("Jon Varga", nth=-1),
        lambda s: s.corrections == ["SetSpeaker"],
    ),
    "the list of keys is scrolled by the wheel": (("keys",), turning("Stepping"), lambda s: s.scrolled > 0),
    "an article of the library is clicked": (
        (shelves,),
        on("Meldung 22"),
        lambda s: s.top == "ReaderScreen" and s.app.screen.article.title == "Meldung 22",
    ),
    "the wheel scrolls a long list": (
        (shelves,),
        turning("Meldung 20", 2),
        lambda s: s.app.screen.listing.scroll_offset.y > 0,
    ),
}
"""What is done by the pointer on the thing itself: how one comes there, what is done, what comes of it."""


@pytest.mark.parametrize("what", THINGS)
def test_thing(play: Play, what: str) -> None:
    start, act, done = THINGS[what]
    play(Scene("", done, (*start, painted), MARKS), act)


def test_the_scroll_bar_is_dragged_where_there_is_no_strip(play: Play) -> None:
    play(Scene("", lambda s: s.row > 40, size=NARROW), bar_down)


def test_a_tag_clicked_once_more_is_taken_off(play: Play) -> None:
    play(
        Scene(
            "",
            lambda s: s.top == "TagDialog" and "no tags yet" in s.page,
            ("next-name", "tag", on("#hafen", nth=-1)),
            MARKS,
        ),
        on("#hafen", nth=-1),
    )
