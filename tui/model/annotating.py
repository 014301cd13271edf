"""Which annotation a command applies to, and how it changes: tagging, highlighting, notes, confirming its place."""

from collections.abc import Iterator
from dataclasses import replace

from core.annotations import Anchor, Annotation
from core.annotations.anchoring import How, Placed
from core.annotations.tags import normalise_tags
from core.text.search import LONGEST, find
from core.text.spans import Span
from core.translation import _
from tui.model.describe import in_marks, is_doubtful, placed_of
from tui.model.lens import span_of
from tui.model.reader_state import ReaderState
from tui.model.standing import Standing, mark_on
from tui.model.undo import Change

HIGHLIGHT = "highlight"
"""The tag of a highlight, which is made with one key."""


def annotation_here(state: ReaderState, here: Standing) -> Annotation | None:
    """The annotation on what one stands on, or a new one there; None where it has no place in the text."""
    if here.annotation is not None or here.span is None:
        return here.annotation
    return Annotation.new(Anchor.of(state.article.text, *here.span))


def annotation_of_article(state: ReaderState) -> Annotation:
    """The annotation on the whole article, or a new one."""
    whole = (each.annotation for each in state.annotations if each.annotation.anchor is None)
    return next(whole, None) or Annotation.new(None)


def tagged(annotation: Annotation, tags: tuple[str, ...]) -> Annotation | None:
    """The annotation with further tags; None if it already has them all."""
    more = normalise_tags((*annotation.tags, *tags))
    return annotation.edited(tags=more) if more != annotation.tags else None


def highlighted(annotation: Annotation) -> Annotation:
    """The annotation with its highlight toggled."""
    if HIGHLIGHT in annotation.tags:
        return annotation.edited(tags=tuple(tag for tag in annotation.tags if tag != HIGHLIGHT))
    return annotation.edited(tags=(*annotation.tags, HIGHLIGHT))


def change_to(state: ReaderState, after: Annotation) -> Change | None:
    """The change to an edited annotation: an empty one is deleted. None if it was empty and still is."""
    known = next((each.annotation for each in state.annotations if each.annotation.id == after.id), None)
    if not after.blank:
        return Change(known, after)
    return Change(known, None) if known is not None else None


def whole_words(text: str, words: str) -> list[Span]:
    """Where the words occur as whole words."""
    return [
        (start, end)
        for start, end in find(text, words[:LONGEST])
        if not (text[start - 1 : start].isalnum() and text[start].isalnum())
        and not (text[end : end + 1].isalnum() and text[end - 1].isalnum())
    ]


def marking(state: ReaderState, places: list[Span], tags: tuple[str, ...]) -> Change | None:
    """One change that adds the tags to every place; None if all places have them."""
    changes = list(_markings(state, places, tags))
    return replace(changes[0], also=tuple(changes[1:])) if changes else None


def _markings(state: ReaderState, places: list[Span], tags: tuple[str, ...]) -> Iterator[Change]:
    for span in places:
        known = mark_on(state, (span,))
        if known is None:
            yield Change(None, Annotation.new(Anchor.of(state.article.text, *span), tags))
        elif (more := tuple(dict.fromkeys((*known.tags, *tags)))) != known.tags:
            yield Change(known, known.edited(tags=more))


def confirmed(state: ReaderState, here: Standing) -> Change | None:
    """The change that confirms the place of the mark one stands on, whose words have changed.

    Elsewhere it confirms the only such mark; None if no mark is in doubt, or several are.
    """
    doubtful = [each for each in state.annotations if is_doubtful(each)]
    if here.annotation is not None:
        doubtful = [each for each in doubtful if each.annotation.id == here.annotation.id]
    span = span_of(doubtful[0]) if len(doubtful) == 1 else None
    if span is None:
        return None
    before = doubtful[0].annotation
    return Change(before, replace(before.edited(), anchor=Anchor.of(state.article.text, *span)))


def after_change(state: ReaderState, change: Change, placed: tuple[Placed, ...]) -> ReaderState:
    """The state after a change has been saved; `placed` are the resulting annotations with their places."""
    changed = {each.id for each in change.all}
    rest = tuple(each for each in state.annotations if each.annotation.id not in changed)
    return state.with_annotations((*rest, *placed))


def draft_place(annotation: Annotation) -> str:
    """The key of a draft: the place of the annotation, so that a new annotation there finds it as well."""
    anchor = annotation.anchor
    return "article" if anchor is None else f"{anchor.start}:{anchor.end}"


def passage_words(state: ReaderState, annotation: Annotation) -> str:
    """The passage of an annotation, in one line."""
    if annotation.anchor is None:
        return _("on the whole article “{title}”").format(title=state.article.title)
    before = in_marks(" ".join(annotation.anchor.exact.split()))
    placed = placed_of(state.annotations, annotation.id)
    if placed is not None and placed.located is not None and placed.annotation.anchor == annotation.anchor:
        if placed.located.how is How.ORPHAN:
            return _("once on {passage}; its words are gone").format(passage=before)
        if (span := span_of(placed)) is not None and is_doubtful(placed):
            now = in_marks(" ".join(state.article.text[slice(*span)].split()))
            return _("on {passage}; words changed, before: {before}").format(passage=now, before=before)
    return _("on {passage}").format(passage=before)
