"""The panel of the reader's own tags and notes."""

from collections.abc import Sequence

from core.annotations.anchoring import How, Placed
from core.text.spans import Span
from core.translation import N_, _
from tui.keymap import Keys, key
from tui.model.describe import WORDS_CHANGED, in_marks
from tui.model.lens import span_of
from tui.model.speech import quoted
from tui.model.undo import tag_words
from tui.widgets.panel import Entry, Panel, Row


class NotesPanel(Panel):
    """Tags and notes: those on the whole article first, then by place, then those whose words are gone."""

    NAME = N_("notes")
    EMPTY = N_("Nothing of yours yet.")

    def show_annotations(self, annotations: Sequence[Placed], own: Keys) -> None:
        """Show annotations with their places."""
        empty = _("Nothing of yours yet. {tag} tags what you stand on, {note} writes a note on it.").format(
            tag=key("tag", own), note=key("note", own)
        )
        self.show_rows([_row(each) for each in sorted(annotations, key=_order)], empty)


def _row(placed: Placed) -> Row:
    annotation, located = placed.annotation, placed.located
    sign, where = _SIGNS[located.how] if located else ("○", N_("whole article"))
    note = " ".join(annotation.note.split())
    passage = " ".join(annotation.anchor.exact.split()) if annotation.anchor else ""
    first = tag_words(annotation.tags) or note or _("marked")
    second = note if annotation.tags and note else passage
    if located is not None and located.how in (How.APPROXIMATE, How.ORPHAN):
        # What the words were is all that tells where the mark belonged.
        second = quoted(passage) if not annotation.tags or not note else f"{quoted(passage)} {note}"
    right = [(_(where), "$faint")] if where else []
    entry = Entry(
        annotation.id,
        ([(f"{sign} ", "$annotation-sign"), (first, "")], right),
        ([(second, "$faint")], []),
        whole=[
            *((paragraph, "") for paragraph in annotation.note.split("\n") if annotation.note),
            *([(in_marks(passage), "$faint")] if passage else []),
        ],
        head=([(f"{sign} ", "$annotation-sign"), (tag_words(annotation.tags) or _("note"), "")], right),
    )
    words = " ".join((tag_words(annotation.tags), note, passage))
    return Row(entry, words, tuple(f"#{tag}" for tag in annotation.tags))


_SIGNS = {
    How.POSITION: ("●", ""),
    How.MOVED: ("●", ""),
    How.APPROXIMATE: ("≈", WORDS_CHANGED),
    How.ORPHAN: ("?", N_("words not found")),
}
"""How surely the words of an annotation were found again: a sign, and what it means."""


def _order(placed: Placed) -> tuple[int, Span, str]:
    if placed.located is None:
        return 0, (0, 0), placed.annotation.created
    return (1, span, "") if (span := span_of(placed)) else (2, (0, 0), placed.annotation.created)
