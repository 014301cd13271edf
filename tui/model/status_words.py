"""The words of the reader's status line: the current position, and the keys that are useful now."""

from collections.abc import Callable

from tui.model.describe import counted, describe
from tui.model.lens import Kind
from tui.model.reader_state import Position, ReaderState
from tui.model.reading_modes import reading_words

SHOWN = 400
"""Maximum length of a selection in the line, in characters."""

KEYS_TEXT = ("search", "note", "tag", "next-target", "keys")
KEYS_MARK = ("delete", "edit", "tag", "next-target", "keys")
KEYS_SELECTION = ("leave-target", "copy-cited", "note", "highlight", "tag", "keys")
KEYS_PANEL = ("list-filter", "list-show", "list-go", "list-leave", "keys")
KEYS_FILTER = ("filter-leave", "filter-keep")
KEYS_MAP = ("map-on", "map-stay", "map-leave", "keys")


def count_words(state: ReaderState) -> str:
    """What there is to step through; empty if nothing."""
    counts = [counted(len(state.annotations), Kind.MARKS)] if state.annotations else []
    if state.analysis is not None:
        kinds = (Kind.NAMES, Kind.QUOTES)
        counts = [counted(len(state.lens_of(kind).targets), kind) for kind in kinds] + counts
    return ", ".join(counts)


def status_words(state: ReaderState, position: Position, overview: Callable[[ReaderState], str]) -> str:
    """The position: the selection, else the target, else `overview`, preceded by the reading mode."""
    text = state.article.text
    if position.selection is not None:
        start, end = position.selection
        words = f"selected “{' '.join(text[start:end][:SHOWN].split())}”"
    elif state.target is not None:
        words = describe(state.lens, state.target, text, state.analysis, state.annotations)
    else:
        words = overview(state)
    way = reading_words(state.reading, state.analysis)
    return f"{way} · {words}" if way else words


def status_keys(state: ReaderState, position: Position, *, typing: bool) -> tuple[str, ...]:
    """Ids of the commands whose keys are useful now; `typing` is whether the filter of a panel has the focus."""
    if position.part == "map":
        return KEYS_MAP
    if position.part != "text":
        return KEYS_FILTER if typing else KEYS_PANEL
    if position.selection is not None:
        return KEYS_SELECTION
    return KEYS_MARK if state.target is not None and state.target.kind is Kind.MARKS else KEYS_TEXT
