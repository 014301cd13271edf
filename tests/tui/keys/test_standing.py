"""One table for every place: what the keys act on there; and the line at the foot says what Enter does, at any size."""

from collections.abc import Callable

import pytest

from tests.tui.keys.scenario import Scene, Stage, Step, typed
from tests.tui.keys.shelf import NOTED, TAGGED
from tests.tui.sample import annotation
from tui.keymap import commands_in, keys_of

Play = Callable[..., None]

SIZES = (60, 20), (80, 24), (120, 40), (200, 60)
WHOLE = annotation("w", None, (), "Zum Ganzen")
MARKS = (TAGGED, NOTED, WHOLE)

NO_MARK, NO_QUOTE, NO_PLACE = "no mark of yours here", "no quote here", "no words of the article"
QUOTE = "Ich gehe erst"
SAID = "der Hafen dürfe nicht"

TABLE: dict[str, tuple[tuple[Step, ...], dict[str, tuple[str, str]]]] = {
    "nothing": (
        (),
        {
            "tag": ("ReaderScreen", "tags the article"),
            "note": ("ReaderScreen", "writes on the article"),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("ReaderScreen", "nothing to correct here"),
            "copy-cited": ("ReaderScreen", "nothing to copy"),
            "enter-mark": ("ReaderScreen", "nothing to open"),
        },
    ),
    "a name": (
        ("next-name",),
        {
            "tag": ("TagDialog", "on “Ada Lind”"),
            "note": ("NoteDialog", "on “Ada Lind”"),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("CorrectDialog", "on “Ada Lind”"),
            "copy-cited": ("ReaderScreen", "„Ada Lind“"),
            "enter-mark": ("CardDialog", "person · 58"),
        },
    ),
    "a quote": (
        ("next-quote",),
        {
            "tag": ("TagDialog", QUOTE),
            "note": ("NoteDialog", QUOTE),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReasonScreen", QUOTE),
            "correct": ("CorrectDialog", QUOTE),
            "copy-cited": ("ReaderScreen", "— Ada Lind"),
            "enter-mark": ("CardDialog", "person · 58"),
        },
    ),
    "a mark": (
        ("next-mark", "next-mark", "next-mark"),
        {
            "tag": ("TagDialog", "on “hundert Hafenarbeiter”"),
            "note": ("NoteDialog", "on “hundert Hafenarbeiter”"),
            "edit": ("NoteDialog", "Wie viele?"),
            "delete": ("ReaderScreen", "note with #frist deleted"),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("CorrectDialog", "on “hundert Hafenarbeiter”"),
            "copy-cited": ("ReaderScreen", "„hundert Hafenarbeiter“"),
            "enter-mark": ("MarkDialog", "Wie viele?"),
        },
    ),
    "a mark on the article": (
        ("next-mark",),
        {
            "tag": ("TagDialog", "on the whole article"),
            "note": ("NoteDialog", "Zum Ganzen"),
            "edit": ("NoteDialog", "Zum Ganzen"),
            "delete": ("ReaderScreen", "note deleted"),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("ReaderScreen", "nothing to correct here"),
            "copy-cited": ("ReaderScreen", NO_PLACE),
            "enter-mark": ("MarkDialog", "Zum Ganzen"),
        },
    ),
    "a hit in a quote": (
        ("search", typed("Pfand"), "search-accept"),
        {
            "tag": ("TagDialog", "on “Pfand”"),
            "note": ("NoteDialog", "on “Pfand”"),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReasonScreen", SAID),
            "correct": ("CorrectDialog", "the quote around it is said by somebody else"),
            "copy-cited": ("ReaderScreen", "— Jon Varga"),
            "enter-mark": ("CardDialog", "person · 44"),
        },
    ),
    "a selection": (
        ("next-name", "article.select", "article.select"),
        {
            "tag": ("TagDialog", "on “Lind"),
            "note": ("NoteDialog", "on “Lind"),
            "edit": ("NoteDialog", "on “Lind"),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("CorrectDialog", "on “Lind"),
            "copy-cited": ("ReaderScreen", "„Lind"),
            "enter-mark": ("NoteDialog", "on “Lind"),
        },
    ),
    "an actor of the panel": (
        ("next-quote", "next-quote", "next-quote", "go-actors", "list-first"),
        {
            "tag": ("TagDialog", "on “Ada Lind”"),
            "note": ("NoteDialog", "on “Ada Lind”"),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("CorrectDialog", "on Ada Lind"),
            "copy-cited": ("ReaderScreen", "„Ada Lind“"),
            "list-go": ("CardDialog", "person · 58"),
        },
    ),
    "a quote of the panel": (
        ("next-name", "go-quotes", "list-first", "list-down"),
        {
            "tag": ("TagDialog", SAID),
            "note": ("NoteDialog", SAID),
            "edit": ("ReaderScreen", NO_MARK),
            "delete": ("ReaderScreen", NO_MARK),
            "reason": ("ReasonScreen", SAID),
            "correct": ("CorrectDialog", SAID),
            "copy-cited": ("ReaderScreen", "— Jon Varga"),
            "list-go": ("ReaderScreen", "quote 2 of 3"),
        },
    ),
    "a mark of the panel": (
        ("next-quote", "go-notes", "list-last"),
        {
            "tag": ("TagDialog", "on “hundert Hafenarbeiter”"),
            "note": ("NoteDialog", "Wie viele?"),
            "edit": ("NoteDialog", "Wie viele?"),
            "delete": ("ReaderScreen", "note with #frist deleted"),
            "reason": ("ReaderScreen", NO_QUOTE),
            "correct": ("CorrectDialog", "on “hundert Hafenarbeiter”"),
            "copy-cited": ("ReaderScreen", "„hundert Hafenarbeiter“"),
            "list-go": ("ReaderScreen", "mark 3 of 3"),
        },
    ),
    "what was made in a panel": (
        ("go-quotes", "tag-article", typed("ganz"), "tags-keep"),
        {
            "tag": ("TagDialog", "on the whole article"),
            "edit": ("NoteDialog", "Zum Ganzen"),
            "delete": ("ReaderScreen", "note with #ganz deleted"),
            "list-go": ("MarkDialog", "Zum Ganzen"),
        },
    ),
}
"""By place: how one comes there, and for each command the screen on top after it, and words that are seen then."""

CASES = [(place, id) for place, (_, keys) in TABLE.items() for id in keys]


def seen(stage: Stage) -> str:
    return "\n".join((stage.page, stage.told, stage.words, stage.app.clipboard))


@pytest.mark.parametrize(("place", "id"), CASES, ids=[" · ".join(case) for case in CASES])
def test_a_key_acts_on_what_was_chosen_or_made_last(play: Play, place: str, id: str) -> None:
    start, keys = TABLE[place]
    top, words = keys[id]
    pressed: list[str] = []

    async def press(stage: Stage) -> None:
        pressed.append(id)
        await stage.press(keys_of(id, {})[0])

    play(Scene(id, lambda s: bool(pressed) and s.top == top and words in seen(s), start, MARKS), press)


LABELS = {"CardDialog": "card", "MarkDialog": "read", "NoteDialog": "note", "ReaderScreen": "go there"}


# The size varies slowest: to come to another costs more than a key.
@pytest.mark.parametrize("place", [place for place in TABLE if place not in ("nothing", "a selection")])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_line_at_the_foot_says_what_enter_does(play: Play, place: str, size: tuple[int, int]) -> None:
    start, keys = TABLE[place]
    ((top, _),) = (found for id, found in keys.items() if id in ("enter-mark", "list-go"))

    labels = [f"Enter {LABELS[top]}", *(("t tag", "m note") if size[0] >= 80 else ())]

    began: list[bool] = []

    async def begin(stage: Stage) -> None:
        began.append(True)

    def shown(stage: Stage) -> bool:
        line = stage.page.splitlines()[-1]
        return bool(began) and all(label in line for label in labels)

    play(Scene("", shown, start, MARKS, size), begin)


ELSEWHERE: dict[str, dict[str, str]] = {
    "card": {"enter": "card-go", "I": "card-correct", "escape": "card-leave", "q": "card-leave"},
    "mark": {"enter": "mark-leave", "i": "mark-edit", "m": "mark-edit", "t": "mark-tag", "x": "mark-delete"},
    "dossier": {"enter": "dossier-open", "escape": "dossier-leave", "q": "dossier-leave"},
    "tag-list": {
        "enter": "tag-list-find",
        "i": "tag-list-rename",
        "r": "tag-list-rename",
        "x": "tag-list-delete",
        "escape": "tag-list-leave",
        "q": "tag-list-leave",
    },
    "library": {
        "enter": "library-open",
        "escape": "library-back",
        "q": "library-leave",
        "x": "library-remove",
    },
}
"""Where one does not stand in an article: what the keys do to the entry under the cursor."""


@pytest.mark.parametrize("place", ELSEWHERE)
def test_in_a_list_the_keys_act_on_the_entry_under_the_cursor(place: str) -> None:
    found = {key: command.id for command in commands_in(place) for key in command.key_list}
    assert {key: found[key] for key in ELSEWHERE[place]} == ELSEWHERE[place]
    assert found["f12"] == "leave-now"
