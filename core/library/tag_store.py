"""Tags across the library: renamed, merged, taken off, coloured; each change can be taken back."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from functools import partial
from typing import Any
from uuid import uuid4

from tinydb import where

from core.annotations.annotation import Annotation, now
from core.annotations.tags import is_within, normalise, retagged, same
from core.library.annotation_store import AnnotationStore
from core.library.errors import LibraryError
from core.library.records import (
    TAG_CHANGES,
    TAG_COLOURS,
    TAGS,
    TagChange,
    colour_from_document,
    tag_change_from_document,
)
from core.library.storage import Files
from core.library.tag_colours import recoloured, restored, touched
from core.translation import _

COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "violet", "grey")
"""The colours that a tag can have."""
_REMEMBERED = 50
"""Changes that can be taken back."""
_ROUNDS = 3
"""How often a change is repeated while another Lesart goes on giving an old tag."""


class TagStore:
    """Changes of tags. Methods raise LibraryError when something could not be kept.

    A change goes through many files. It is written down before the first of them is touched, so that a change cut short
    is finished by whoever looks at the tags next.
    """

    def __init__(
        self,
        files: Files,
        annotations: AnnotationStore,
        keys: Callable[[Iterable[str]], list[str]],
        pass_on: Callable[[str], None],
    ) -> None:
        """`keys` gives the articles with annotations that bear one of some tags, or a tag below one.

        `pass_on` gives the later versions of an article what has changed on it.
        """
        self._pass_on = pass_on
        self._files = files
        self._annotations = annotations
        self._keys = keys

    def change(self, old: Iterable[str], new: str) -> TagChange:
        """Give all that bears one of the `old` tags, or a tag below one, the `new` one instead; none if it is empty.

        Raises ValueError for a tag that is not one.
        """
        tags = tuple(dict.fromkeys(normalise(tag) for tag in old))
        target = normalise(new) if new else ""
        names = ", ".join(f"#{tag}" for tag in tags)
        words = f"{names} → #{target}" if target else _("{names} taken off").format(names=names)
        plan = TagChange(uuid4().hex, now(), words, tags, target, False, ())
        with self._files.locks.hold(TAGS.name):
            before = tuple(
                (key, annotation.id, annotation.tags, after)
                for key in self._keys(tags)
                for annotation in self._annotations.stored(key)
                if (after := _after(annotation, plan)) != annotation.tags
            )
            kept = tuple(touched(self.colours(), plan).items())
            plan = replace(plan, before=before, colours=kept)
            self._write(plan)
            return self._carry_out(plan)

    def resume(self) -> None:
        """Finish what was cut short, if that can be done and nobody is doing it just now. Never fails."""
        if not self._files.path(TAGS).exists():
            return
        with contextlib.suppress(LibraryError):
            unfinished = [change for change in self.changes() if not change.done]
            if unfinished:
                with self._files.locks.hold(TAGS.name, patience=0):
                    for change in unfinished:
                        self._carry_out(change)

    def changes(self) -> tuple[TagChange, ...]:
        """The changes that can be taken back, the latest last."""
        with self._files.reading(TAGS) as database:
            return tuple(tag_change_from_document(dict(each)) for each in database.table(TAG_CHANGES))

    def take_back(self, id: str) -> TagChange | None:
        """Give every annotation of a change the tags it had, unless changed since; None for no such change."""
        with self._files.locks.hold(TAGS.name):
            change = next((each for each in self.changes() if each.id == id), None)
            if change is None:
                return None
            by_key: dict[str, _Tags] = {}
            for key, annotation, before, after in change.before:
                by_key.setdefault(key, {})[annotation] = before, after
            for key, tags in by_key.items():
                for deletion in self._annotations.deleted(key):
                    if tags.get(deletion.annotation.id) == (deletion.annotation.tags, ()):
                        self._annotations.undelete(key, deletion.annotation.id)
                self._annotations.retag(key, partial(_restored, tags))
            # A version that came after the change has none of the marks that the change took away.
            for key in by_key:
                self._pass_on(key)
            there = restored(self.colours(), change, lambda tag: bool(self._keys((tag,))))
            with self._files.changing(TAGS) as database:
                database.table(TAG_CHANGES).remove(where("id") == id)
                _colour_all(database.table(TAG_COLOURS), there)
        return change

    def colours(self) -> dict[str, str]:
        """The colours of tags, by tag without regard to capital letters."""
        with self._files.reading(TAGS) as database:
            return dict(colour_from_document(dict(each)) for each in database.table(TAG_COLOURS))

    def set_colour(self, tag: str, colour: str) -> None:
        """Colour a tag; an empty colour takes it off. Raises ValueError for a colour or a tag that is not one."""
        if colour and colour not in COLOURS:
            raise ValueError(
                _("There is no colour “{colour}”; take one of {colours}.").format(
                    colour=colour, colours=", ".join(COLOURS)
                )
            )
        key = same(tag)
        with self._files.changing(TAGS) as database:
            table = database.table(TAG_COLOURS)
            table.remove(where("tag") == key)
            if colour:
                table.insert({"tag": key, "colour": colour})

    def _carry_out(self, change: TagChange) -> TagChange:
        """Go through all articles, and again through those to which another Lesart has meanwhile given an old tag."""
        planned = {(id, before): after for _key, id, before, after in change.before}
        for key in dict.fromkeys(key for key, *_tags in change.before):
            self._annotations.retag(key, lambda each: planned.get((each.id, each.tags), each.tags))
        # If the new tag lies below an old one, the rule alone would change it again and again.
        is_within_old = bool(change.new) and any(is_within(change.new, old) for old in change.old)
        for _round in range(0 if is_within_old else _ROUNDS):
            for key in (keys := self._keys(change.old)):
                self._annotations.retag(key, lambda each: _after(each, change))
            if not keys:
                break
        done = replace(change, done=True)
        self._write(done)
        return done

    def _write(self, change: TagChange) -> None:
        """Write a change down, or replace what was written of it; once it is done, the colours follow their tags."""
        with self._files.changing(TAGS) as database:
            table = database.table(TAG_CHANGES)
            document = asdict(change)
            if not table.update(document, where("id") == change.id):
                table.insert(document)
            numbers = [each.doc_id for each in table]
            if len(numbers) > _REMEMBERED:
                table.remove(doc_ids=numbers[:-_REMEMBERED])
            if change.done:
                colours = dict(colour_from_document(dict(each)) for each in database.table(TAG_COLOURS))
                _colour_all(database.table(TAG_COLOURS), recoloured(colours, change))


_Tags = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Tags before and after a change by id of the annotation."""


def _after(annotation: Annotation, change: TagChange) -> tuple[str, ...]:
    return retagged(annotation.tags, change.old, change.new)


def _restored(tags: "_Tags", annotation: Annotation) -> tuple[str, ...]:
    """The tags an annotation had before a change, if it still has those that the change gave it."""
    before, after = tags.get(annotation.id, (annotation.tags, annotation.tags))
    return before if annotation.tags == after else annotation.tags


def _colour_all(table: Any, colours: Mapping[str, str]) -> None:
    """Keep these colours and no others."""
    table.truncate()
    table.insert_multiple({"tag": tag, "colour": colour} for tag, colour in colours.items())
