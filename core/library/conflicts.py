"""Second files of one article's annotations: copies that a sync tool put beside the first, and newer backups.

They are left where they are. What they hold and the library lacks is named by `doctor` and when the article is opened;
`lesart import` merges it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from core.annotations.annotation import Annotation
from core.annotations.merging import merge
from core.annotations.serialise import annotation_from_dict
from core.library.errors import LibraryError, shown
from core.library.file_format import Tables, UnsoundError, unpack
from core.library.records import ANNOTATIONS, DELETED, newer_annotations
from core.library.storage import KEY, Files
from core.translation import ngettext


def strays(files: Files, key: str = "") -> Iterator[tuple[str, Path]]:
    """Files that are named after an article, or after the one of that key, and are not its own; with their keys."""
    own = files.folder / ANNOTATIONS.name
    for place in (own, files.folder / "backup" / ANNOTATIONS.name):
        try:
            names = [name for name in os.listdir(place) if name.startswith(key)]  # noqa: PTH208 - a tenth of the cost
        except OSError:
            continue
        own_length = len(".json") + 64 if place is own else 0
        for name in sorted(names):
            if len(name) != own_length and name.endswith(".json") and KEY.match(name):
                yield name[:64], place / name


def key_of(path: Path) -> str:
    """The key of the article that a file is named after; empty if it is named after none."""
    return path.name[:64] if KEY.match(path.name) else ""


def annotations_in(content: bytes) -> tuple[Annotation, ...] | None:
    """The annotations in a file of the library; None if the bytes are no such file, or a damaged one."""
    try:
        return _annotations(unpack(ANNOTATIONS.name, content, ANNOTATIONS.verify))
    except (UnsoundError, LibraryError):
        return None


def missing(files: Files, key: str, path: Path) -> int:
    """How many annotations of a second file hold something that the library does not."""
    try:
        content, own = path.read_bytes(), files.path(ANNOTATIONS, key).read_bytes()
        if content == own:
            return 0  # So it is with the backup as a rule.
        theirs = annotations_in(content)
        tables = unpack(ANNOTATIONS.name, own, ANNOTATIONS.verify)
    except (OSError, UnsoundError, LibraryError):
        theirs = None
    if theirs is None:
        return 0  # A damaged file is another trouble, and has a sentence of its own.
    if path == files.backup(ANNOTATIONS, key):
        # It may be the earlier state, of a save that was cut short: then it says nothing new.
        newer = set(newer_annotations(unpack(ANNOTATIONS.name, content), tables))
        theirs = tuple(each for each in theirs if each.id in newer)
    known = {each.id: each for each in _annotations(tables)}
    deleted = {document["id"] for document in tables.get(DELETED, {}).values()}
    return sum(
        says_more(each, known[each.id]) if each.id in known else each.id not in deleted for each in theirs
    )


def sentence(files: Files, key: str, path: Path) -> str:
    """What is to be known of a second file; empty if it holds nothing new."""
    count = missing(files, key, path)
    if not count:
        return ""
    return ngettext(
        "There is a second file of these annotations, of another computer or an earlier time, with "
        "{number} annotation that is not in the library: {path}; lesart import takes it up.",
        "There is a second file of these annotations, of another computer or an earlier time, with "
        "{number} annotations that are not in the library: {path}; lesart import takes it up.",
        count,
    ).format(number=count, path=shown(path))


def _annotations(tables: Tables) -> tuple[Annotation, ...]:
    return tuple(annotation_from_dict(document) for document in tables.get(ANNOTATIONS.name, {}).values())


def says_more(theirs: Annotation, mine: Annotation) -> bool:
    """Whether another state of an annotation has words or tags that ours lacks."""
    together = merge(None, mine, theirs)
    return (together.note, set(together.tags)) != (mine.note, set(mine.tags))
