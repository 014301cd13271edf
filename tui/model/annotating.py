"""Which annotation is worked on, and what it becomes: by tagging, highlighting, noting, confirming its place."""

from collections.abc import Iterator
from dataclasses import replace

from core.annotations import Anchor, Annotation
from core.annotations.anchoring import How, Placed
from core.annotations.tags import normalise_tags
from core.text.search import LONGEST, find
from core.text.spans import Span
from tui.model.describe import in_marks
from tui.model.lens import span_of
from tui.model.reader_state import Position, ReaderState
from tui.model.undo import Change

HIGHLIGHT = "highlight"
"""The tag of what was highlighted by one key."""


def annotation_here(state: ReaderState, position: Position) -> Annotation | None:
    """The annotation to work on: the one on the selection or target, or a new one there; None where neither is."""
    span = _span_here(state, position)
    if span is None:
        return state.annotation_at(position)
    return _on(state, span) or Annotation.new(Anchor.of(state.article.text, *span))


def _span_here(state: ReaderState, position: Position) -> Span | None:
    """The words to work on: the selection, else the target, unless one is in the panel of notes."""
    if position.part == "notes":
        return None
    if position.selection is not None:
        return position.selected(state.article.text)
    return (state.target.start, state.target.end) if state.target is not None else None


def _on(state: ReaderState, span: Span) -> Annotation | None:
    return next((each.annotation for each in state.annotations if span_of(each) == span), None)


def annotation_of_article(state: ReaderState) -> Annotation:
    """The annotation on the whole article, or a new one."""
    whole = (each.annotation for each in state.annotations if each.annotation.anchor is None)
    return next(whole, None) or Annotation.new(None)


def tagged(annotation: Annotation, tags: tuple[str, ...]) -> Annotation | None:
    """With further tags; None where it has them all."""
    more = normalise_tags((*annotation.tags, *tags))
    return annotation.edited(tags=more) if more != annotation.tags else None


def highlighted(annotation: Annotation) -> Annotation:
    """With a highlight, or without it where it has one."""
    if HIGHLIGHT in annotation.tags:
        return annotation.edited(tags=tuple(tag for tag in annotation.tags if tag != HIGHLIGHT))
    return annotation.edited(tags=(*annotation.tags, HIGHLIGHT))


def change_to(state: ReaderState, after: Annotation) -> Change | None:
    """The change to an edited annotation: a blank one is deleted. None where it was blank and stays so."""
    known = next((each.annotation for each in state.annotations if each.annotation.id == after.id), None)
    if not after.blank:
        return Change(known, after)
    return Change(known, None) if known is not None else None


def whole_words(text: str, words: str) -> list[Span]:
    """Where the words are found, not as a part of longer ones."""
    return [
        (start, end)
        for start, end in find(text, words[:LONGEST])
        if not (text[start - 1 : start].isalnum() and text[start].isalnum())
        and not (text[end : end + 1].isalnum() and text[end - 1].isalnum())
    ]


def marking(state: ReaderState, places: list[Span], tags: tuple[str, ...]) -> Change | None:
    """One change that gives every place the tags; None where all have them."""
    changes = list(_markings(state, places, tags))
    return replace(changes[0], also=tuple(changes[1:])) if changes else None


def _markings(state: ReaderState, places: list[Span], tags: tuple[str, ...]) -> Iterator[Change]:
    for span in places:
        known = _on(state, span)
        if known is None:
            yield Change(None, Annotation.new(Anchor.of(state.article.text, *span), tags))
        elif (more := tuple(dict.fromkeys((*known.tags, *tags)))) != known.tags:
            yield Change(known, known.edited(tags=more))


def confirmed(state: ReaderState, position: Position) -> Change | None:
    """The change that says that the mark one is on, whose words have changed, is in its right place.

    From anywhere else the only such mark there is; None where there is none in doubt, or several.
    """
    doubtful = [each for each in state.annotations if each.located and each.located.how is How.APPROXIMATE]
    if (here := state.annotation_at(position)) is not None:
        doubtful = [each for each in doubtful if each.annotation.id == here.id]
    span = span_of(doubtful[0]) if len(doubtful) == 1 else None
    if span is None:
        return None
    before = doubtful[0].annotation
    return Change(before, replace(before.edited(), anchor=Anchor.of(state.article.text, *span)))


def after_change(state: ReaderState, change: Change, placed: tuple[Placed, ...]) -> ReaderState:
    """The state once a change is kept; `placed` is what it leaves, each with its place."""
    changed = {each.id for each in change.all}
    rest = tuple(each for each in state.annotations if each.annotation.id not in changed)
    return state.with_annotations((*rest, *placed))


def draft_place(annotation: Annotation) -> str:
    """What a draft is kept under: where the annotation is, so that a new one finds it as well."""
    anchor = annotation.anchor
    return "article" if anchor is None else f"{anchor.start}:{anchor.end}"


def passage_words(state: ReaderState, annotation: Annotation) -> str:
    """What an annotation is on, in a line."""
    if annotation.anchor is None:
        return f"on the whole article “{state.article.title}”"
    return f"on {in_marks(' '.join(annotation.anchor.exact.split()))}"
