"""The keys of the text."""

from collections.abc import Iterable, Sequence

from tui.keymap.command import READ, Command

ROWS: Sequence[tuple[str, str, str, str]] = (
    ("j,down", "down", "line down", "Scroll one line down; while selecting, go to the line below"),
    ("k,up", "up", "line up", "Scroll one line up; while selecting, go to the line above"),
    ("space,pagedown", "page(1)", "page down", "Go one page on"),
    ("b,pageup", "page(-1)", "page up", "Go one page back"),
    ("ctrl+d", "page(0.5)", "half page down", "Go half a page on"),
    ("ctrl+u", "page(-0.5)", "half page up", "Go half a page back"),
    ("g,home", "top", "top", "Go to the beginning of the article"),
    ("G,end", "bottom", "bottom", "Go to the end of the article"),
    ("v", "select", "select", "Select by keyboard; once more, begin or drop the passage"),
    ("l,right", "move('word', 1)", "word on", "While selecting: one word on"),
    ("h,left", "move('word', -1)", "word back", "While selecting: one word back"),
    ("L,ctrl+right", "move('sentence', 1)", "sentence on", "While selecting: one sentence on"),
    ("H,ctrl+left", "move('sentence', -1)", "sentence back", "While selecting: one sentence back"),
    ("J,ctrl+down", "move('paragraph', 1)", "paragraph on", "While selecting: one paragraph on"),
    ("K,ctrl+up", "move('paragraph', -1)", "paragraph back", "While selecting: one paragraph back"),
    ("shift+right", "extend('word', 1)", "extend on", "While selecting: move only the end, one word on"),
    (
        "shift+left",
        "extend('word', -1)",
        "extend back",
        "While selecting: move only the end, one word back",
    ),
    ("w", "grow('word')", "grow by word", "While selecting: take the word, then one more each time"),
    (
        "s",
        "grow('sentence')",
        "grow by sentence",
        "While selecting: take the sentence, then one more each time",
    ),
    (
        "p",
        "grow('paragraph')",
        "grow by paragraph",
        "While selecting: take the paragraph, then one more each time",
    ),
    (
        "W",
        "grow('name')",
        "grow by name",
        "While selecting: take the name, then on to the next each time",
    ),
    (
        "Q",
        "grow('quote')",
        "grow by quote",
        "While selecting: take the quote, then on to the next each time",
    ),
    (
        "full_stop",
        "widen",
        "widen",
        "While selecting: take what is around it: word, name, sentence, quote, paragraph",
    ),
    ("comma", "narrow", "narrow", "While selecting: back to what was selected before widening"),
    ("greater_than_sign", "nudge(1)", "letter on", "While selecting: move the end on by one letter"),
    ("less_than_sign", "nudge(-1)", "letter back", "While selecting: move the end back by one letter"),
    ("o", "swap", "other end", "While selecting: move the other end from now on"),
    ("ctrl+c,super+c", "copy", "copy", "Copy the selection"),
    ("f", "fold", "fold", "Show captions in full that repeat an earlier one, or fold them again"),
    ("escape", "drop", "drop selection", "Drop the selection and go on reading"),
)
"""Keys, action, label, tooltip."""


def commands() -> Iterable[Command]:
    """All rows of the text view. The id of each is its label."""
    for keys, action, label, tooltip in ROWS:
        yield Command(
            f"article.{label.replace(' ', '-')}",
            keys,
            action,
            label,
            tooltip,
            "article",
            READ,
            palette=not tooltip.startswith("While selecting"),
        )
