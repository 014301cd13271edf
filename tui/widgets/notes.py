"""The panel of the reader's own tags and notes."""

from collections.abc import Sequence

from core.annotations import Annotation
from tui.lens import in_place
from tui.undo import tag_words
from tui.widgets.panel import Entry, Panel


class NotesPanel(Panel):
    """Tags and notes: those on the whole article first, then by place, then those whose words are gone."""

    NAME = "notes"
    EMPTY = "Nothing of yours yet: t tags, m writes a note."

    def show_annotations(self, annotations: Sequence[Annotation], text: str) -> None:
        """Show the annotations of `text`."""
        ordered = sorted(annotations, key=lambda annotation: _order(annotation, text))
        entries = [self._entry(annotation, text) for annotation in ordered]
        self.show_entries(entries, str(len(entries)) if entries else "")

    def _entry(self, annotation: Annotation, text: str) -> Entry:
        anchor = annotation.anchor
        note = " ".join(annotation.note.split())
        if anchor is None:
            sign, where, passage = "○", "whole article", ""
        elif in_place(annotation, text):
            sign, where, passage = "●", "", " ".join(anchor.exact.split())
        else:
            sign, where, passage = "?", "words not found", " ".join(anchor.exact.split())
        first = tag_words(annotation.tags) or note or "marked"
        second = note if annotation.tags and note else passage
        return Entry(
            annotation.id,
            ([(f"{sign} ", "$annotation-sign"), (first, "")], [(where, "$faint")] if where else []),
            ([(second, "$faint")], []),
        )


def _order(annotation: Annotation, text: str) -> tuple[int, int, str]:
    if annotation.anchor is None:
        return 0, 0, annotation.created
    return (1 if in_place(annotation, text) else 2), annotation.anchor.start, annotation.created
