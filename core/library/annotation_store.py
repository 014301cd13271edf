"""The annotations of each article, in a file of its own, with those that were deleted and can be brought back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import compress
from operator import itemgetter
from typing import Any

from tinydb import TinyDB

from core.annotations.anchoring import Placed, place
from core.annotations.annotation import Annotation, now
from core.annotations.merging import merge
from core.annotations.serialise import annotation_from_dict, annotation_to_dict
from core.annotations.tags import normalise_tags
from core.library.records import (
    ANNOTATIONS,
    DELETED,
    Deletion,
    annotation_from_document,
    deletion_from_document,
)
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
            return _annotations(database), len(database.table(DELETED))

    def in_text(self, key: str, text: str) -> tuple[Annotation, ...]:
        """The annotations of an article in the order of `text`, anchored to it where their passages are certain."""
        return tuple(placed.annotation for placed in place(self.stored(key), text))

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
            there = _with_ids(database, ANNOTATIONS.name, {annotation.id}) if base is not None else None
            if there:
                theirs = annotation_from_dict(next(iter(there.values())))
                if theirs not in (base, annotation):
                    annotation = merge(base, theirs, annotation)
            _put(database, ANNOTATIONS.name, [annotation_to_dict(annotation)])
            _take(database, DELETED, {annotation.id})
        return annotation

    def put_all(self, key: str, annotations: Iterable[Annotation]) -> None:
        """Keep many annotations with one write."""
        new = {each.id: annotation_to_dict(each) for each in annotations}
        with self._files.changing(ANNOTATIONS, key) as database:
            _put(database, ANNOTATIONS.name, new.values())
            _take(database, DELETED, new)

    def delete(self, key: str, id: str) -> Annotation | None:
        """Move an annotation to the deleted ones. Returns what it was; None if there was none."""
        with self._files.changing(ANNOTATIONS, key) as database:
            taken = _take(database, ANNOTATIONS.name, {id})
            if not taken:
                return None
            annotation = annotation_from_dict(taken[0])
            _put_deleted(database, [annotation])
        return annotation

    def deleted(self, key: str) -> tuple[Deletion, ...]:
        """What was deleted from an article, in the order in which it was deleted."""
        with self._files.reading(ANNOTATIONS, key) as database:
            found = [deletion_from_document(dict(document)) for document in database.table(DELETED)]
        return tuple(Deletion(key, annotation, moment) for annotation, moment in found)

    def undelete(self, key: str, id: str) -> Annotation | None:
        """Bring a deleted annotation back. Returns what it is; None if none of that id was deleted."""
        with self._files.changing(ANNOTATIONS, key) as database:
            taken = _take(database, DELETED, {id})
            if not taken:
                return None
            annotation, _ = deletion_from_document(taken[0])
            _put(database, ANNOTATIONS.name, [annotation_to_dict(annotation)])
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
                carried = (*(each.annotation for each in placed), *changed)
                _put(
                    database,
                    ANNOTATIONS.name,
                    ({**annotation_to_dict(each), _CARRIED: each.modified} for each in carried),
                )
        return placed

    def carried(self, key: str, text: str) -> tuple[Placed, ...]:
        """What an article has from an earlier version, with its places in `text`."""
        with self._files.reading(ANNOTATIONS, key) as database:
            documents = _documents(database, ANNOTATIONS.name).values()
            there = [annotation_from_document(document) for document in documents if _CARRIED in document]
        return place(there, text)

    def retag(self, key: str, change: Callable[[Annotation], tuple[str, ...]]) -> None:
        """Give annotations the tags that `change` says. One left with neither tag nor note counts as deleted."""
        with self._files.changing(ANNOTATIONS, key) as database:
            changed: list[Annotation] = []
            gone: list[Annotation] = []
            for annotation in _annotations(database):
                tags = change(annotation)
                if tags == annotation.tags:
                    continue
                after = annotation.edited(tags=tags)
                if after.blank:
                    gone.append(annotation)
                else:
                    changed.append(after)
            _put(database, ANNOTATIONS.name, map(annotation_to_dict, changed))
            _take(database, ANNOTATIONS.name, {each.id for each in gone})
            _put_deleted(database, gone)


def _annotations(database: TinyDB) -> tuple[Annotation, ...]:
    return tuple(map(annotation_from_document, _documents(database, ANNOTATIONS.name).values()))


def _documents(database: TinyDB, table: str) -> dict[str, dict[str, Any]]:
    """The documents of a table by number, to be looked at: TinyDB's own copies, or a query of each, take far longer."""
    return (database.storage.read() or {}).get(table, {})


def _with_ids(database: TinyDB, table: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """The documents with some ids, by number."""
    documents = _documents(database, table)
    wanted = map(ids.__contains__, map(itemgetter("id"), documents.values()))
    return dict(compress(documents.items(), wanted))


def _put(database: TinyDB, table: str, documents: Iterable[dict[str, Any]]) -> None:
    """Insert documents, or put them in place of those with their ids.

    As TinyDB would, which goes through all documents several times for that.
    """
    new = {document["id"]: document for document in documents}
    if not new:
        return
    tables = database.storage.read() or {}
    # Neither the table nor a document is changed where it is: they may be in use elsewhere.
    stored = dict(tables.get(table, {}))
    there = _with_ids(database, table, new)
    stored.update((number, {**document, **new[document["id"]]}) for number, document in there.items())
    known = {document["id"] for document in there.values()}
    if added := [dict(document) for id, document in new.items() if id not in known]:
        first = max(map(int, stored), default=0) + 1
        stored.update((str(number), document) for number, document in enumerate(added, first))
    database.storage.write({**tables, table: stored})


def _put_deleted(database: TinyDB, annotations: Iterable[Annotation]) -> None:
    _put(database, DELETED, ({**annotation_to_dict(each), "deleted": now()} for each in annotations))


def _take(database: TinyDB, table: str, ids: Collection[str]) -> list[dict[str, Any]]:
    """Take documents out of a table. Returns what they were."""
    there = _with_ids(database, table, ids)
    if there:
        tables = database.storage.read() or {}
        left = {number: each for number, each in tables[table].items() if number not in there}
        database.storage.write({**tables, table: left})
    return list(there.values())
