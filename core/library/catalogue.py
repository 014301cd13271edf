"""What is annotated where: counts, tags, and words to search for, gathered from all annotation files.

An entry holds for as long as its file looks as it did when it was read, so the catalogue is right after a crash, after
another Lesart's saves, and when what was remembered is lost. What is remembered is a file of lines, one per annotation
file, that is only ever added to; the fields of a line are parsed only when they are asked for.
"""

import contextlib
import json
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from core.annotations.annotation import Annotation
from core.annotations.tags import same
from core.library import durable_files
from core.library.errors import LibraryError
from core.library.sealed_lines import seal, sound_lines
from core.text.folding import fold

_UNCERTAIN = 2_000_000_000
"""Nanoseconds within which two writes may leave a file looking the same."""
_WASTE = 1 << 20
"""Bytes of outdated lines from which the file is written anew once they make up half of it."""
_BUFFER = 1 << 20
"""Bytes of what is remembered that are read at a time."""
_FRESH = 3.0
"""Seconds within which a search, which is made with every key that is typed, does not look at the files again."""
_FORMAT = b"3"
"""What a line begins with; lines of another form are skipped."""
_FIELD, _ANNOTATION = "\x1f", "\x1e"
"""What separates the fields of an annotation, and annotations, in the folded text, which itself holds neither."""

Signature = tuple[int, int, int]
"""Modification time in nanoseconds, size and inode of a file."""


@dataclass(frozen=True)
class Entry:
    """What is in one article's annotation file, as the fields of a line; most are read only when asked for."""

    signature: Signature
    marks: int
    """Number of annotations that are the reader's tags and notes."""
    deleted: int
    """Number of annotations that were deleted and can be brought back."""
    tags_json: bytes
    """The tags of each annotation that has any."""
    folded: bytes
    """The folded text of all annotations: passages, notes and tags."""
    annotations_json: bytes
    """Id, start, passage, tags and note of each annotation."""

    @classmethod
    def of(cls, signature: Signature, annotations: Iterable[Annotation], deleted: int) -> "Entry":
        """The entry of a file with these annotations."""
        tags: list[list[str]] = []
        texts: list[str] = []
        rows: list[tuple[object, ...]] = []
        for each in annotations:
            if each.correction is None:
                passage, start = (each.anchor.exact, each.anchor.start) if each.anchor else ("", -1)
                tags += [list(each.tags)] if each.tags else []
                texts.append(_FIELD.join(map(fold, (passage, each.note, *each.tags))))
                rows.append((each.id, start, passage, each.tags, each.note))
        folded = _ANNOTATION.join(texts).encode("utf-8", "surrogatepass")
        return cls(signature, len(rows), deleted, _json(tags), folded, _json(rows))

    @cached_property
    def tags(self) -> list[list[str]]:
        """The tags of each annotation that has any."""
        found: list[list[str]] = json.loads(self.tags_json)
        return found

    @property
    def size(self) -> int:
        """About how many bytes the line takes."""
        return len(self.tags_json) + len(self.folded) + len(self.annotations_json)

    def holds(self, words: Iterable[bytes]) -> bool:
        """Whether the folded text holds each of some folded words."""
        return all(word in self.folded for word in words)

    def texts(self) -> list[str]:
        """The folded text of each annotation: passage, note and tags."""
        return self.folded.decode("utf-8", "surrogatepass").split(_ANNOTATION)

    def annotations(self) -> list[tuple[str, int, str, list[str], str]]:
        """Id, start, passage, tags and note of each annotation, in the order they were made.

        The start is where the passage was in the text, -1 if the annotation is on the whole article.
        """
        return [tuple(each) for each in json.loads(self.annotations_json)]


class Catalogue:
    """The entries of one folder of annotation files."""

    def __init__(
        self,
        folder: Path,
        remembered: Path | None,
        read: Callable[[str], tuple[Iterable[Annotation], int]],
    ) -> None:
        """`remembered` is the file of lines, None for no file.

        `read` gives the annotations in the file of a key and the number of those deleted, and may raise LibraryError.
        """
        self._folder = folder
        self._remembered = remembered
        self._read = read
        self._entries: dict[str, Entry] | None = None
        self._looked: float | None = None
        self._guard = threading.Lock()

    def changed(self) -> None:
        """Note that this program changed a file, so that a search finds the change at once."""
        self._looked = None

    def entries(self, fresh: float = 0.0) -> dict[str, Entry]:
        """Entries by article key.

        Only files that may have changed are read, and none within `fresh` seconds of the last look.
        """
        with self._guard:
            moment = time.monotonic()
            if self._entries is not None and self._looked is not None and moment - self._looked < fresh:
                return self._entries
            self._looked = moment
            known = self._recall() if self._entries is None else self._entries
            entries: dict[str, Entry] = {}
            lines: list[bytes] = []
            for key, signature in self._signatures():
                entry = known.get(key)
                if entry is None or entry.signature != signature:
                    entry = self._entry(key, signature)
                    # A file written just now may be written again and look the same: it is read again next time.
                    if abs(time.time_ns() - signature[0]) > _UNCERTAIN:
                        lines.append(_line(key, entry))
                    else:
                        entry = replace(entry, signature=(0, 0, 0))
                entries[key] = entry
            self._entries = entries
            if lines and self._remembered is not None:
                with contextlib.suppress(OSError):
                    durable_files.append(self._remembered, b"".join(lines))
            return entries

    def recent_entries(self) -> dict[str, Entry]:
        """Entries as they were some seconds ago, or as this program has changed them since."""
        return self.entries(_FRESH)

    def _signatures(self) -> Iterator[tuple[str, Signature]]:
        """What every annotation file looks like."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                key, dot, ending = entry.name.partition(".")
                if key and dot and ending == "json":
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        yield key, (status.st_mtime_ns, status.st_size, status.st_ino)

    def _entry(self, key: str, signature: Signature) -> Entry:
        """The entry of one file; one that cannot be read counts as empty, and is looked at again."""
        try:
            annotations, deleted = self._read(key)
        except (LibraryError, ValueError):
            return Entry.of((0, 0, 0), (), 0)
        return Entry.of(signature, annotations, deleted)

    def _recall(self) -> dict[str, Entry]:
        """The entries of an earlier run, as far as they are sound."""
        entries: dict[str, Entry] = {}
        size = 0
        if self._remembered is None:
            return entries
        with contextlib.suppress(OSError), self._remembered.open("rb", buffering=_BUFFER) as file:
            for line in sound_lines(file):
                with contextlib.suppress(ValueError):
                    key, entry = _entry_in(line)
                    entries[key] = entry
            size = file.tell()
        used = sum(entry.size for entry in entries.values())
        if size - used > max(_WASTE, size // 2):
            lines = b"".join(_line(key, entry) for key, entry in entries.items())
            with contextlib.suppress(OSError):
                durable_files.write(self._remembered, lines, durable=False)
        return entries


def totals(tags: Iterable[Iterable[Iterable[str]]]) -> tuple[tuple[str, int], ...]:
    """All tags with the number of annotations that bear them, most used first, then by alphabet.

    Spellings that differ only in capital letters are one tag, under its most used spelling.
    """
    uses = Counter(chain.from_iterable(chain.from_iterable(tags)))
    spellings: dict[str, Counter[str]] = {}
    for tag, number in uses.items():
        spellings.setdefault(_same(tag), Counter())[tag] = number
    counted = [(variants.most_common(1)[0][0], variants.total()) for variants in spellings.values()]
    return tuple(sorted(counted, key=lambda item: (-item[1], _same(item[0]))))


def _line(key: str, entry: Entry) -> bytes:
    numbers = (*entry.signature, entry.marks, entry.deleted)
    texts = entry.tags_json, entry.folded, entry.annotations_json
    return seal(b"\t".join([_FORMAT, key.encode(), *(b"%d" % each for each in numbers), *texts]))


def _entry_in(line: bytes) -> tuple[str, Entry]:
    """Key and entry in the content of a line. Raises ValueError when it holds none."""
    form, key, modified, size, inode, marks, deleted, tags, folded, annotations = line.split(b"\t")
    if form != _FORMAT:
        raise ValueError("a line of another form")
    signature = int(modified), int(size), int(inode)
    return key.decode(), Entry(signature, int(marks), int(deleted), tags, folded, annotations)


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _same(tag: str) -> str:
    """The tag without regard to capital letters; what is not a tag, from a file edited by hand, stays itself."""
    try:
        return same(tag)
    except ValueError:
        return tag
