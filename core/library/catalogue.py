"""What is annotated where: counts, tags, and words to search for, gathered from all annotation files.

An entry holds for as long as its file looks as it did when it was read, so the catalogue is right after a crash, after
another Lesart's saves, and when what was remembered is lost. What is remembered is a file of lines, one per annotation
file, that is only ever added to. It is mapped into memory, and a line is parsed only when something in it is asked for.
"""

import contextlib
import json
import mmap
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from core.annotations.annotation import Annotation
from core.annotations.tags import same
from core.library import durable_files
from core.library.errors import LibraryError
from core.library.sealed_lines import Bytes, seal, sound_lines
from core.text.folding import fold

_UNCERTAIN = 2_000_000_000
"""Nanoseconds within which two writes may leave a file looking the same."""
_WASTE = 1 << 20
"""Bytes of outdated lines from which the file is written anew once they make up half of it."""
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
    """What is in one article's annotation file: the head of a line, and where the rest of it begins."""

    signature: Signature
    marks: int
    """Number of annotations that are the reader's tags and notes."""
    deleted: int
    """Number of annotations that were deleted and can be brought back."""
    data: Bytes
    """What the line is in."""
    tags_at: int
    """Where in it the tags begin, as JSON."""
    texts_at: int
    """Where the folded text begins."""
    annotations_at: int
    """Where the annotations begin, as JSON."""

    @cached_property
    def tags(self) -> list[list[str]]:
        """The tags of each annotation that has any."""
        found: list[list[str]] = json.loads(self.data[self.tags_at : self.texts_at - 1])
        return found

    def holds(self, words: Iterable[bytes]) -> bool:
        """Whether the folded text holds each of some folded words."""
        return all(self.data.find(word, self.texts_at, self.annotations_at - 1) >= 0 for word in words)

    def texts(self) -> list[str]:
        """The folded text of each annotation: passage, note and tags."""
        text = self.data[self.texts_at : self.annotations_at - 1]
        return text.decode("utf-8", "surrogatepass").split(_ANNOTATION)

    def annotations(self) -> list[tuple[str, int, str, list[str], str]]:
        """Id, start, passage, tags and note of each annotation, in the order they were made.

        The start is where the passage was in the text, -1 if the annotation is on the whole article.
        """
        return [tuple(each) for each in json.loads(self.data[self.annotations_at : self.end])]

    @property
    def end(self) -> int:
        """Where the line ends."""
        return self.data.find(b"\n", self.annotations_at)


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
                    line = self._line(key, signature)
                    entry = _made(line)
                    # A file written just now may be written again and look the same: it is read again next time.
                    if abs(time.time_ns() - signature[0]) > _UNCERTAIN:
                        lines.append(line)
                    else:
                        entry = replace(entry, signature=(0, 0, 0))
                entries[key] = entry
            self._entries = entries
            if lines and self._remembered is not None:
                with contextlib.suppress(OSError):
                    durable_files.make_folder(self._remembered.parent)
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

    def _line(self, key: str, signature: Signature) -> bytes:
        """The line of one file; one that cannot be read counts as empty, and is looked at again."""
        try:
            annotations, deleted = self._read(key)
        except (LibraryError, ValueError):
            return _packed(key, (0, 0, 0), (), 0)
        return _packed(key, signature, annotations, deleted)

    def _recall(self) -> dict[str, Entry]:
        """The entries of an earlier run, as far as they are sound."""
        entries: dict[str, Entry] = {}
        if self._remembered is None:
            return entries
        try:
            with self._remembered.open("rb") as file:
                data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # An empty file cannot be mapped.
            return entries
        for start, line in sound_lines(data):
            with contextlib.suppress(ValueError):
                key, entry = _entry(line, data, start)
                entries[key] = entry
        used = sum(entry.end - entry.tags_at for entry in entries.values())
        if len(data) - used > max(_WASTE, len(data) // 2):
            lines = b"".join(
                seal(
                    _head(key, entry.signature, entry.marks, entry.deleted) + data[entry.tags_at : entry.end]
                )
                for key, entry in entries.items()
            )
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


def _packed(key: str, signature: Signature, annotations: Iterable[Annotation], deleted: int) -> bytes:
    """The line of one annotation file."""
    marks = [annotation for annotation in annotations if annotation.correction is None]
    tags = [list(mark.tags) for mark in marks if mark.tags]
    passages = [mark.anchor.exact if mark.anchor else "" for mark in marks]
    texts = (
        _FIELD.join(map(fold, (passage, mark.note, *mark.tags)))
        for mark, passage in zip(marks, passages, strict=True)
    )
    documents = [
        [mark.id, mark.anchor.start if mark.anchor else -1, passage, list(mark.tags), mark.note]
        for mark, passage in zip(marks, passages, strict=True)
    ]
    rest = (_json(tags), _ANNOTATION.join(texts).encode("utf-8", "surrogatepass"), _json(documents))
    return seal(_head(key, signature, len(marks), deleted) + b"\t".join(rest))


def _head(key: str, signature: Signature, marks: int, deleted: int) -> bytes:
    """The first fields of a line, with the tab after them."""
    return b"\t".join([_FORMAT, key.encode(), *(b"%d" % each for each in (*signature, marks, deleted)), b""])


def _entry(line: bytes, data: Bytes, start: int) -> tuple[str, Entry]:
    """Key and entry of a line whose content begins at `start` of `data`. Raises ValueError when it is not one."""
    form, key, modified, size, inode, marks, deleted, rest = line.split(b"\t", 7)
    if form != _FORMAT:
        raise ValueError("a line of another form")
    tags = start + len(line) - len(rest)
    texts = rest.index(b"\t") + 1
    annotations = rest.index(b"\t", texts) + 1
    signature = int(modified), int(size), int(inode)
    entry = Entry(signature, int(marks), int(deleted), data, tags, tags + texts, tags + annotations)
    return key.decode(), entry


def _made(line: bytes) -> Entry:
    """The entry of a line that was just made."""
    start, content = next(sound_lines(line))
    return _entry(content, line, start)[1]


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _same(tag: str) -> str:
    """The tag without regard to capital letters; what is not a tag, from a file edited by hand, stays itself."""
    try:
        return same(tag)
    except ValueError:
        return tag
