"""Undo and redo: changes to annotations as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.translation import _, ngettext

if TYPE_CHECKING:
    from core.annotations import Annotation


@dataclass(frozen=True, slots=True)
class Change:
    """A change to an annotation: what was there before and what is there after, None for nothing."""

    before: Annotation | None
    after: Annotation | None
    also: tuple[Change, ...] = ()
    """Further changes that are made and undone together with this one; they have none of their own."""

    @property
    def id(self) -> str:
        """The id of the annotation changed. Raises ValueError for a change from nothing to nothing."""
        annotation = self.after or self.before
        if annotation is None:
            raise ValueError("a change needs something before or after it")
        return annotation.id

    @property
    def all(self) -> tuple[Change, ...]:
        """This change and those made with it, as separate changes."""
        return (Change(self.before, self.after), *self.also)

    @property
    def inverse(self) -> Change:
        """The change that undoes this one and those made with it."""
        return Change(self.after, self.before, tuple(each.inverse for each in self.also))

    @property
    def words(self) -> str:
        """What the change does, in a few words: "#hafen added", "note deleted", "#hafen added in 4 places"."""
        if not self.also:
            return self._words
        count = len(self.all)
        return ngettext("{change} in {n} place", "{change} in {n} places", count).format(
            change=self._words, n=count
        )

    @property
    def _words(self) -> str:
        before, after = self.before, self.after
        annotation = after or before
        if annotation is not None and annotation.correction is not None:
            from tui.model.describe_corrections import correction_words

            words = correction_words(annotation)
            return words if after is not None else _("taken back: {change}").format(change=words)
        if before is None and after is not None:
            return _("{thing} added").format(thing=thing(after))
        if after is None and before is not None:
            return _("{thing} deleted").format(thing=thing(before))
        if before is not None and after is not None:
            if before.note == after.note and before.tags == after.tags:
                return _("place confirmed")
            if before.note == after.note:
                return _tags_changed(before.tags, after.tags)
            if not before.note:
                return _("note written")
            return _("note changed") if after.note else _("note taken off")
        return _("nothing")


@dataclass(frozen=True, slots=True)
class History:
    """The changes made and those undone, the latest last."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    def add(self, change: Change) -> History:
        """The history with a new change; undone changes can no longer be redone."""
        return History((*self.done, change))

    def put_back(self, change: Change) -> History:
        """As it was before an undo or redo that could not be carried out; `change` is what was tried."""
        if self.undone and self.undone[-1].inverse == change:
            return History((*self.done, self.undone[-1]), self.undone[:-1])
        if self.done and self.done[-1] == change:
            return History(self.done[:-1], (*self.undone, self.done[-1]))
        return self

    def undo(self) -> tuple[History, Change] | None:
        """The history after undoing the last change, and the change to carry out; None if there is nothing to undo."""
        if not self.done:
            return None
        return History(self.done[:-1], (*self.undone, self.done[-1])), self.done[-1].inverse

    def redo(self) -> tuple[History, Change] | None:
        """The history after redoing the last undone change, and that change; None if there is nothing to redo."""
        if not self.undone:
            return None
        return History((*self.done, self.undone[-1]), self.undone[:-1]), self.undone[-1]


def _tags_changed(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """What came and what went: that holds of the change done and undone, as what there is afterwards does not."""
    added = tag_words(tuple(tag for tag in after if tag not in before))
    gone = tag_words(tuple(tag for tag in before if tag not in after))
    parts = (
        _("{thing} added").format(thing=added) if added else "",
        _("{names} taken off").format(names=gone) if gone else "",
    )
    return ", ".join(filter(None, parts)) or _("tags in another order")


def tag_words(tags: tuple[str, ...]) -> str:
    """Tags as they are printed: "#hafen #frist"."""
    return " ".join(f"#{tag}" for tag in tags)


def thing(annotation: Annotation) -> str:
    """What an annotation is, in a word or two: "#hafen", "note", "note with #hafen"."""
    tags = tag_words(annotation.tags)
    if annotation.note:
        return _("note with {tags}").format(tags=tags) if tags else _("note")
    return tags or _("mark")
