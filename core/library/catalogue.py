"""What is annotated where: counts, tags, and words to search for, gathered from all annotation files.

Nothing here is a truth of its own. An entry holds for as long as its file looks as it did when it was read, so the
catalogue is right after a crash, after another Lesart's saves, and when what was remembered is lost. What is remembered
is a file of lines, one an annotation file, that is only ever added to; it is mapped into memory, and a line is parsed
no sooner than something in it is asked for.
"""

import contextlib
import json
import mmap
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
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
"""Bytes of outdated lines beyond which the file is written anew once they make up half of it."""
_FRESH = 3.0
"""Seconds within which a search, which is made with every key that is typed, does not look at the files again."""
_FORMAT = b"3"
"""What a line begins with: lines of another form are passed over."""
_FIELD, _ANNOTATION = "\x1f", "\x1e"
"""What parts the fields of an annotation, and annotations, in the folded text; folded text itself holds neither."""

Signature = tuple[int, int, int]
"""Modification time in nanoseconds, size and inode of a file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is in one article's annotation file: the head of a line, and where the rest of it stands."""

    signature: Signature
    marks: int
    """Number of annotations that are the reader's tags and notes."""
    deleted: int
    """Number of annotations that were deleted and can be brought back."""
    data: Bytes
    """What the line stands in."""
    tags: int
    """Where in it the tags begin, as JSON."""
    folded: int
    """Where the folded text begins."""
    documents: int
    """Where the annotations begin, as JSON."""

    def holds(self, words: Iterable[bytes]) -> bool:
        """Whether the folded text holds each of some folded words."""
        return all(self.data.find(word, self.folded, self.documents - 1) >= 0 for word in words)

    @property
    def rest(self) -> bytes:
        """The line from the tags on."""
        return self.data[self.tags : self.data.find(b"\n", self.documents)]


@dataclass(frozen=True, slots=True)
class Gist:
    """An annotation as the catalogue knows it."""

    key: str
    """The article it is on."""
    id: str
    start: int
    """Where its passage stood in the text, -1 where it is on the whole article."""
    passage: str
    tags: tuple[str, ...]
    note: str


class Catalogue:
    """The entries of one folder of annotation files; `read` gives what is in that of a key, and may raise LibraryError.

    What it gives is the annotations and the number of those deleted.
    """

    def __init__(
        self,
        folder: Path,
        remembered: Path | None,
        read: Callable[[str], tuple[Iterable[Annotation], int]],
    ) -> None:
        self._folder = folder
        self._remembered = remembered
        self._read = read
        self._entries: dict[str, Entry] | None = None
        self._tags: dict[str, tuple[Entry, list[list[str]]]] = {}
        self._looked: float | None = None
        self._guard = threading.Lock()

    def marks(self) -> dict[str, int]:
        """Number of annotations by article key."""
        return {key: entry.marks for key, entry in self._current().items()}

    def with_deletions(self) -> list[str]:
        """Keys of the articles of which annotations were deleted."""
        return [key for key, entry in self._current().items() if entry.deleted]

    def tags(self, without: Collection[str] = ()) -> dict[str, list[list[str]]]:
        """The tags of each annotation that has any, by article key; those of the articles `without` are left out."""
        entries = self._current()
        with self._guard:
            known = self._tags
            self._tags = {
                key: known[key]
                if key in known and known[key][0] is entry
                else (entry, json.loads(entry.data[entry.tags : entry.folded - 1]))
                for key, entry in entries.items()
                if entry.marks
            }
            return {key: tags for key, (_, tags) in self._tags.items() if tags and key not in without}

    def entries(self) -> dict[str, Entry]:
        """The entries by article key, as they were some seconds ago or as this program has changed them since."""
        return self._current(_FRESH)

    def changed(self) -> None:
        """Tell that a file was changed by this program, so that also a search finds it at once."""
        self._looked = None

    def _current(self, fresh: float = 0.0) -> dict[str, Entry]:
        """Entries by article key; only files that may have changed are read, and none for so many seconds."""
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
            if lines:
                self._remember(lines)
            return entries

    def _signatures(self) -> Iterable[tuple[str, Signature]]:
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
                data: Bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):  # An empty file cannot be mapped.
            return entries
        for start, line in sound_lines(data):
            with contextlib.suppress(ValueError):
                key, entry = _entry(line, data, start)
                entries[key] = entry
        used = sum(entry.data.find(b"\n", entry.documents) - entry.tags for entry in entries.values())
        if len(data) - used > max(_WASTE, len(data) // 2):
            self._rewrite(entries)
        return entries

    def _remember(self, lines: list[bytes]) -> None:
        """Keep lines for the next start, if that can be done."""
        if self._remembered is None:
            return
        with contextlib.suppress(OSError):
            durable_files.make_folder(self._remembered.parent)
            durable_files.append(self._remembered, b"".join(lines))

    def _rewrite(self, entries: dict[str, Entry]) -> None:
        """Leave only what is up to date in the file, if that can be done."""
        if self._remembered is None:
            return
        lines = b"".join(
            seal(_head(key, entry.signature, entry.marks, entry.deleted) + entry.rest)
            for key, entry in entries.items()
        )
        with contextlib.suppress(OSError):
            durable_files.write(self._remembered, lines, durable=False)


def gists(key: str, entry: Entry) -> list[Gist]:
    """The annotations of an entry, in the order they were made."""
    return [
        Gist(key, id, start, passage, tuple(tags), note)
        for id, start, passage, tags, note in json.loads(
            entry.data[entry.documents : entry.data.find(b"\n", entry.documents)]
        )
    ]


def folded(entry: Entry) -> list[str]:
    """The folded text of each annotation of an entry: passage, note and tags."""
    text = entry.data[entry.folded : entry.documents - 1]
    return text.decode("utf-8", "surrogatepass").split(_ANNOTATION)


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
    tags = [list(annotation.tags) for annotation in marks if annotation.tags]
    text = _ANNOTATION.join(
        _FIELD.join(map(fold, (_passage(annotation), annotation.note, *annotation.tags)))
        for annotation in marks
    )
    documents: list[list[Any]] = [
        [
            annotation.id,
            annotation.anchor.start if annotation.anchor else -1,
            _passage(annotation),
            list(annotation.tags),
            annotation.note,
        ]
        for annotation in marks
    ]
    rest = (_json(tags), text.encode("utf-8", "surrogatepass"), _json(documents))
    return seal(_head(key, signature, len(marks), deleted) + b"\t".join(rest))


def _head(key: str, signature: Signature, marks: int, deleted: int) -> bytes:
    """The first fields of a line, with the tab after them."""
    return b"\t".join([_FORMAT, key.encode(), *(b"%d" % each for each in (*signature, marks, deleted)), b""])


def _entry(line: bytes, data: Bytes, start: int) -> tuple[str, Entry]:
    """Key and entry of a line whose content begins at `start` of `data`. Raises ValueError when it is none."""
    form, key, modified, size, inode, marks, deleted, rest = line.split(b"\t", 7)
    if form != _FORMAT:
        raise ValueError("a line of another form")
    tags = start + len(line) - len(rest)
    folded = rest.index(b"\t") + 1
    documents = rest.index(b"\t", folded) + 1
    signature = int(modified), int(size), int(inode)
    entry = Entry(signature, int(marks), int(deleted), data, tags, tags + folded, tags + documents)
    return key.decode(), entry


def _made(line: bytes) -> Entry:
    """The entry of a line that was just made."""
    start, content = next(sound_lines(line))
    return _entry(content, line, start)[1]


def _passage(annotation: Annotation) -> str:
    return annotation.anchor.exact if annotation.anchor else ""


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _same(tag: str) -> str:
    """The tag without regard to capital letters; a tag that is none, from a file edited by hand, stays itself."""
    try:
        return same(tag)
    except ValueError:
        return tag
