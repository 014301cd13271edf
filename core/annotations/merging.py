"""Merge two changes made to one annotation apart, in two windows or on two computers: neither of them is lost."""

from dataclasses import replace

from core.annotations.annotation import Annotation

BETWEEN = "\n\n———\n\n"
"""Stands between two notes of which neither replaces the other."""


def merge(base: Annotation | None, theirs: Annotation, mine: Annotation) -> Annotation:
    """`mine` with what `theirs` changed since `base`, the state that `mine` began from (None if that is unknown).

    What only one of them changed is as that one has it. Tags added by either are there, those removed by either are
    not. Where both changed the note, both notes are kept, one below the other.
    """
    if base is None:
        base = theirs if theirs == mine else replace(theirs, tags=(), note="")
    added = [tag for tag in theirs.tags if tag not in mine.tags and tag not in base.tags]
    removed = {tag for tag in base.tags if tag not in theirs.tags}
    return replace(
        mine,
        tags=(*(tag for tag in mine.tags if tag not in removed), *added),
        note=_merged_notes(base.note, theirs.note, mine.note),
        anchor=theirs.anchor if mine.anchor == base.anchor else mine.anchor,
        correction=theirs.correction if mine.correction == base.correction else mine.correction,
        modified=max(theirs.modified, mine.modified),
    )


def _merged_notes(base: str, theirs: str, mine: str) -> str:
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    parts = theirs.split(BETWEEN)
    if base in parts:  # They had kept another note beside ours before: only ours has changed since.
        parts[parts.index(base)] = mine
    else:
        parts.append(mine)
    return BETWEEN.join(dict.fromkeys(filter(None, parts)))
