"""The annotations of each article, in a file of its own, with those that were deleted and can be brought back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tinydb import TinyDB, where
from tinydb.table import Table

from core.annotations.anchoring import Placed, place
from core.annotations.annotation import Annotation, now
from core.annotations.merging import merge
from core.annotations.serialise import annotation_from_dict, annotation_to_dict
from core.annotations.tags import normalise_tags
from core.library.records import ANNOTATIONS, DELETED, Deletion, deletion_from_document
from core.library.storage import Files
from core.text.surrogates import whole
from core.translation import _

_CARRIED = "carried"
"""In the document of an annotation that came from an earlier version: when that one had last been modified."""


class AnnotationStore:
    """Annotations by the key of their article. Every method raises LibraryError, and then nothing is changed."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def stored(self, key: str) -> tuple[Annotation, ...]:
        """The annotations of an article, in the order they were made."""
        return self.stored_and_deleted(key)[0]

    def stored_and_deleted(self, key: str) -> tuple[tuple[Annotation, ...], int]:
        """The annotations of an article, and how many were deleted."""
        with self._files.reading(ANNOTATIONS, key) as database:
            return _annotations(database.table(ANNOTATIONS.name)), len(database.table(DELETED))

    def in_text(self, key: str, text: str) -> tuple[Annotation, ...]:
        """The annotations of an article in the order of `text`, anchored to it where their passages are certain."""
        return tuple(placed.annotation for placed in place(self.stored(key), text))

    def holds(self, key: str, words: bytes) -> bool:
        """Whether the file of an article holds some words anywhere; a quick look that never fails."""
        try:
            return words in self._files.path(ANNOTATIONS, key).read_bytes()
        except OSError:
            return False

    @staticmethod
    def as_kept(annotation: Annotation) -> Annotation:
        """An annotation as it is kept: dated, with tidy tags, and without halves of characters.

        Raises ValueError for one without tag and note, or with a tag that is not one.
        """
        if annotation.blank:
            raise ValueError(_("An annotation needs a tag or a note."))
        return replace(
            annotation,
            tags=normalise_tags(map(whole, annotation.tags)),
            note=whole(annotation.note),
            created=annotation.created or now(),
            modified=annotation.modified or now(),
        )

    def put(self, key: str, annotation: Annotation, base: Annotation | None = None) -> Annotation:
        """Keep an annotation, in place of the one with its id if there is one. Returns it as it is kept.

        `base` is what was there when the change began. If something else is there by now, the two are merged.
        """
        with self._files.changing(ANNOTATIONS, key) as database:
            table = database.table(ANNOTATIONS.name)
            if base is not None and (there := table.search(where("id") == annotation.id)):
                theirs = annotation_from_dict(dict(there[0]))
                if theirs not in (base, annotation):
                    annotation = merge(base, theirs, annotation)
            _put(table, annotation_to_dict(annotation))
            _take(database.table(DELETED), annotation.id)
        return annotation

    def put_all(self, key: str, annotations: Iterable[Annotation]) -> None:
        """Keep many annotations with one write."""
        new = {each.id: annotation_to_dict(each) for each in annotations}
        with self._files.changing(ANNOTATIONS, key) as database:
            table, deleted = database.table(ANNOTATIONS.name), database.table(DELETED)
            there = {document.doc_id: document["id"] for document in table if document["id"] in new}
            known = set(there.values())
            table.update(lambda document: document.update(new[document["id"]]), doc_ids=there)
            table.insert_multiple(document for id, document in new.items() if id not in known)
            if gone := [document.doc_id for document in deleted if document["id"] in new]:
                deleted.remove(doc_ids=gone)

    def delete(self, key: str, id: str) -> Annotation | None:
        """Move an annotation to the deleted ones. Returns what it was; None if there was none."""
        with self._files.changing(ANNOTATIONS, key) as database:
            document = _take(database.table(ANNOTATIONS.name), id)
            if document is None:
                return None
            annotation = annotation_from_dict(document)
            _put_deleted(database, annotation)
        return annotation

    def deleted(self, key: str) -> tuple[Deletion, ...]:
        """What was deleted from an article, in the order in which it was deleted."""
        with self._files.reading(ANNOTATIONS, key) as database:
            found = [deletion_from_document(dict(document)) for document in database.table(DELETED)]
        return tuple(Deletion(key, annotation, moment) for annotation, moment in found)

    def undelete(self, key: str, id: str) -> Annotation | None:
        """Bring a deleted annotation back. Returns what it is; None if none of that id was deleted."""
        with self._files.changing(ANNOTATIONS, key) as database:
            document = _take(database.table(DELETED), id)
            if document is None:
                return None
            annotation, _ = deletion_from_document(document)
            _put(database.table(ANNOTATIONS.name), annotation_to_dict(annotation))
        return annotation

    def carry_over(self, earlier: str, key: str, text: str) -> tuple[Placed, ...]:
        """Give the later version of an article, `text`, the annotations of the earlier one that it does not have yet.

        The earlier version keeps its own. What was found for certain gets the anchor of its new place, everything else
        keeps the anchor it had. What was changed on the earlier version since is changed on the later one, unless it
        was changed there as well: then each keeps its own. What was deleted from the later one stays deleted. Returns
        what was new.
        """
        there = self.stored(earlier)
        if not there:
            return ()
        with self._files.reading(ANNOTATIONS, key) as database:
            documents = {document["id"]: dict(document) for document in database.table(ANNOTATIONS.name)}
        known = {id: annotation_from_dict(document) for id, document in documents.items()}
        gone = {deletion.annotation.id for deletion in self.deleted(key)}
        new = [each for each in there if each.id not in known and each.id not in gone]
        changed = [
            replace(known[each.id], tags=each.tags, note=each.note, modified=each.modified)
            for each in there
            if each.id in known
            and documents[each.id].get(_CARRIED) == known[each.id].modified < each.modified
        ]
        placed = place(new, text)
        if placed or changed:
            with self._files.changing(ANNOTATIONS, key) as database:
                table = database.table(ANNOTATIONS.name)
                for annotation in (*(each.annotation for each in placed), *changed):
                    _put(table, {**annotation_to_dict(annotation), _CARRIED: annotation.modified})
        return placed

    def retag(self, key: str, change: Callable[[Annotation], tuple[str, ...]]) -> None:
        """Give annotations the tags that `change` says. One left with neither tag nor note counts as deleted."""
        with self._files.changing(ANNOTATIONS, key) as database:
            table = database.table(ANNOTATIONS.name)
            for annotation in _annotations(table):
                tags = change(annotation)
                if tags == annotation.tags:
                    continue
                after = annotation.edited(tags=tags)
                if after.blank:
                    _take(table, annotation.id)
                    _put_deleted(database, annotation)
                else:
                    _put(table, annotation_to_dict(after))


def _annotations(table: Table) -> tuple[Annotation, ...]:
    return tuple(annotation_from_dict(dict(document)) for document in table)


def _put(table: Table, document: dict[str, Any]) -> None:
    """Insert a document, or replace the one with its id."""
    if not table.update(document, where("id") == document["id"]):
        table.insert(document)


def _put_deleted(database: TinyDB, annotation: Annotation) -> None:
    _put(database.table(DELETED), {**annotation_to_dict(annotation), "deleted": now()})


def _take(table: Table, id: str) -> dict[str, Any] | None:
    """Take a document out of a table. Returns what it was."""
    found = table.search(where("id") == id)
    if found:
        table.remove(doc_ids=[document.doc_id for document in found])
    return dict(found[0]) if found else None
