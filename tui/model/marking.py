"""What is marked in the text: names, quotes, the reader's own tags and notes, and what a search has found."""

from collections.abc import Iterable, Sequence

from core.analysis import Analysis, Label
from core.annotations.anchoring import Placed
from tui.model.lens import Kind, Lens, span_of
from tui.model.marks import Mark, MarkKind

BY_LABEL = {
    Label.PER: MarkKind.PERSON,
    Label.ORG: MarkKind.ORGANISATION,
    Label.LOC: MarkKind.PLACE,
    Label.MISC: MarkKind.MISC,
}


def marks_for(
    analysis: Analysis | None, annotations: Sequence[Placed], lens: Lens, clean: bool = False
) -> tuple[Mark, ...]:
    """All current marks of the article, in text order. Ids are those of the targets of the lenses.

    On a `clean` page only search hits are marked.
    """
    marks = [] if clean else [*_found(analysis), *_own(annotations)]
    if lens.kind is Kind.FIGURES:
        marks.extend(Mark(*target.spans[0], MarkKind.MISC, target.id) for target in lens.targets)
    if lens.kind is Kind.HITS:
        marks.extend(Mark(*target.spans[0], MarkKind.HIT, target.id) for target in lens.targets)
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _found(analysis: Analysis | None) -> Iterable[Mark]:
    if analysis is None:
        return
    for mention in analysis.mentions:
        if mention.label.is_name:
            yield Mark(mention.start, mention.end, BY_LABEL[mention.label], f"{mention.start}:{mention.end}")
    for quote in analysis.quotes:
        for start, end in quote.spans:
            yield Mark(start, end, MarkKind.QUOTE, quote.id)


def _own(annotations: Sequence[Placed]) -> Iterable[Mark]:
    for each in annotations:
        if (span := span_of(each)) is not None:
            yield Mark(*span, MarkKind.ANNOTATION, each.annotation.id)


def kind_of(mark: Mark) -> Kind:
    """The lens that contains the target of a mark."""
    if mark.kind in (MarkKind.QUOTE, MarkKind.SPEAKER, MarkKind.CUE):
        return Kind.QUOTES
    if mark.kind is MarkKind.ANNOTATION:
        return Kind.MARKS
    return Kind.HITS if mark.kind is MarkKind.HIT else Kind.NAMES
