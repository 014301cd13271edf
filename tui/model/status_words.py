"""The words of the reader's status line: the current position, and the keys that are useful now."""

from collections.abc import Callable, Mapping

from core.translation import N_, _
from tui.model.describe import (
    actor_words,
    annotation_words,
    counted,
    describe,
    is_doubtful,
    placed_of,
    speaker_words,
)
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_modes import reading_words
from tui.model.speech import quoted
from tui.model.standing import PANELS, On, Opens, Standing, is_on_row, opens, standing

SHOWN = 400
"""Maximum length of a selection in the line, in characters."""

KEYS: Mapping[On, tuple[str, ...]] = {
    On.NOTHING: ("next-mark", "next-quote", "next-name", "search", "keys"),
    On.PASSAGE: (
        "correct",
        "leave-target",
        "copy-cited",
        "highlight",
        "keys",
        "search",
        "article.select",
        "note",
        "tag",
    ),
    On.NAME: ("copy-cited", "correct", "next-target", "keys", "search", "note", "tag", "enter-mark"),
    On.FIGURE: ("copy-cited", "next-target", "keys", "search", "note", "tag"),
    On.QUOTE: (
        "copy-cited",
        "correct",
        "reason",
        "next-target",
        "keys",
        "search",
        "note",
        "tag",
        "enter-mark",
    ),
    On.MARK: ("next-target", "keys", "edit", "delete", "search", "note", "tag", "enter-mark"),
    On.HIT: ("copy-cited", "correct", "next-target", "keys", "search", "note", "tag", "enter-mark"),
}
"""Commands whose keys are shown for what one stands on in the text, the most needed last."""

KEYS_ROW: Mapping[On, tuple[str, ...]] = {
    On.NOTHING: ("list-leave", "keys"),
    On.ACTOR: ("list-leave", "correct", "list-show", "keys", "list-filter", "note", "tag", "list-go"),
    On.QUOTE: (
        "list-leave",
        "correct",
        "reason",
        "list-show",
        "keys",
        "list-filter",
        "note",
        "tag",
        "list-go",
    ),
    On.MARK: ("list-leave", "list-show", "keys", "edit", "delete", "list-filter", "note", "tag", "list-go"),
}
"""The same in a panel."""

KEYS_FILTER = ("filter-leave", "filter-keep")
KEYS_MAP = ("map-on", "map-stay", "map-leave", "keys")

OPENS_WORDS: Mapping[Opens, str] = {
    Opens.CARD: N_("card"),
    Opens.MARK: N_("read"),
    Opens.REASON: N_("why"),
    Opens.NOTE: N_("note"),
    Opens.PLACE: N_("go there"),
}
"""What Enter does, in a word or two."""

LABELS: Mapping[str, str] = {
    "next-quote": N_("quote"),
    "next-name": N_("name"),
    "next-mark": N_("mark"),
}

CARET: Mapping[str, str] = {"travels": N_("begin here"), "extends": N_("begin anew")}
"""What the key for selecting does, by what the caret does."""

WHOLE_ARTICLE, LOST, YOURS, IN_QUOTE = (
    N_("on the whole article"),
    N_("its words are gone"),
    N_("yours: {mark}"),
    N_("in a quote of {speaker}"),
)
"""What the line adds to what one stands on."""


def count_words(state: ReaderState) -> str:
    """What there is to step through; empty if nothing. What a part lacks is not said to be lacking."""
    counts = [counted(len(state.annotations), Kind.MARKS)] if state.annotations else []
    if state.analysis is not None:
        kinds = (Kind.NAMES, Kind.QUOTES)
        numbers = [(len(state.lens_of(kind).targets), kind) for kind in kinds]
        counts = [counted(n, kind) for n, kind in numbers if n or state.is_read_through] + counts
    words = ", ".join(counts)
    return _("{counts} so far").format(counts=words) if words and state.in_part else words


def status_words(state: ReaderState, position: Position, overview: Callable[[ReaderState], str]) -> str:
    """What one stands on, else `overview`, preceded by the version, if it is an earlier one, and the reading mode."""
    here = standing(state, position)
    words = here_words(state, here, position) or overview(state)
    way = reading_words(state.reading, state.analysis)
    return " · ".join(filter(None, (version_words(state), way, words)))


def version_words(state: ReaderState) -> str:
    """Which version it is, where there is a later one: marks made here belong to an old text."""
    if state.earlier is None:
        return ""
    number, count = state.earlier
    return _("EARLIER VERSION {n} of {all}").format(n=number, all=count)


def here_words(state: ReaderState, here: Standing, position: Position) -> str:
    """What one stands on, in words; empty for nothing."""
    parts = [_main_words(state, here, position)]
    if here.on is On.MARK and here.span is None and here.annotation is not None:
        parts.append(_(LOST) if here.annotation.anchor is not None else _(WHOLE_ARTICLE))
    if here.on is On.HIT and here.quote is not None:
        parts.append(_(IN_QUOTE).format(speaker=speaker_words(here.quote, state.analysis)))
    if here.on is not On.MARK and here.annotation is not None:
        parts.append(_(YOURS).format(mark=annotation_words(here.annotation)))
    return " · ".join(filter(None, parts))


def _main_words(state: ReaderState, here: Standing, position: Position) -> str:
    text = state.article.text
    if here.on is On.PASSAGE and here.span is not None:
        start, end = here.span
        words = _("at {passage}") if position.caret == "travels" else _("selected {passage}")
        return words.format(passage=quoted(" ".join(text[start:end][:SHOWN].split())))
    if here.on is On.ACTOR and here.actor is not None:
        mentions = len(state.lens_of(Kind.ACTOR, here.id).targets)
        return f"{actor_words(here.actor)} · {counted(mentions, Kind.ACTOR)}"
    if here.on is On.NOTHING:
        return ""
    lens, target = state.lens, state.target
    if is_on_row(state, position):
        lens = state.lens_of(Kind.QUOTES if here.on is On.QUOTE else Kind.MARKS)
        target = lens.find(here.id)
    return describe(lens, target, text, state.analysis, state.annotations) if target is not None else ""


def status_keys(state: ReaderState, position: Position, *, typing: bool) -> tuple[str, ...]:
    """Ids of the commands whose keys are useful now; `typing` is whether the filter of a panel has the focus."""
    if position.part == "map":
        return KEYS_MAP
    if typing and position.part in PANELS:
        return KEYS_FILTER
    here, in_row = standing(state, position), is_on_row(state, position)
    of_row = position.part in PANELS and (in_row or here.on is On.NOTHING)
    keys = (KEYS_ROW if of_row else KEYS)[here.on]
    if here.annotation is not None and is_doubtful(placed_of(state.annotations, here.annotation.id)):
        keys = (*keys[:-1], "confirm-place", *keys[-1:])
    if opens(here, in_row) is Opens.NOTHING:
        keys = tuple(id for id in keys if id not in ENTER)
    if position.part in PANELS and not in_row:
        keys = tuple(IN_PANEL.get(id, id) for id in keys)
    has_marks = bool(state.annotations)
    return tuple(id for id in keys if has_marks or id != "next-mark")


def key_labels(state: ReaderState, position: Position) -> dict[str, str]:
    """What the keys do whose work depends on what one stands on, by command."""
    word = _(OPENS_WORDS.get(opens(standing(state, position), is_on_row(state, position)), ""))
    labels = {id: _(label) for id, label in LABELS.items()}
    if position.caret:
        labels["article.select"] = _(CARET[position.caret])
    return {**labels, **(dict.fromkeys(ENTER, word) if word else {})}


ENTER = ("enter-mark", "list-go")
"""The commands of Enter in the text and in a panel."""
IN_PANEL: Mapping[str, str] = {"enter-mark": "list-go", "search": "list-filter", "leave-target": "list-leave"}
"""What a panel has in place of a command of the text."""
