"""How many annotations each article has and which tags they bear: counted from the files, and remembered.

Nothing here is a truth of its own. A count holds for as long as its file looks as it did when it was counted, so it is
right after a crash, after another Lesart's saves, and when what was remembered is lost.
"""

import contextlib
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.annotations.annotation import Annotation
from core.annotations.tags import same
from core.library import durable
from core.library.envelope import UnsoundError, pack, unpack
from core.library.errors import LibraryError

_UNCERTAIN = 2_000_000_000
"""Nanoseconds within which two writes may leave a file looking the same."""
_WORTH_KEEPING = 16
"""Files counted anew from which it pays to remember the counts for the next start."""
_KIND = "tally"

Signature = tuple[int, int, int]
"""Modification time in nanoseconds, size and inode of a file."""


@dataclass(frozen=True, slots=True)
class Count:
    """What is in one article's annotation file."""

    signature: Signature
    counted: int
    """When, in nanoseconds since 1970."""
    annotations: int
    tags: tuple[tuple[str, int], ...]

    def holds(self, signature: Signature) -> bool:
        """Whether the file, looking like that now, is surely the one that was counted."""
        return self.signature == signature and signature[0] < self.counted - _UNCERTAIN


class Tally:
    """The counts of one folder of annotation files; `read` gives those of a key and may raise LibraryError."""

    def __init__(
        self, folder: Path, remembered: Path | None, read: Callable[[str], Iterable[Annotation]]
    ) -> None:
        self._folder = folder
        self._remembered = remembered
        self._read = read
        self._counts: dict[str, Count] | None = None
        self._guard = threading.Lock()

    def annotations(self) -> dict[str, int]:
        """Number of annotations by article key."""
        return {key: count.annotations for key, count in self._current().items()}

    def tags(self) -> tuple[tuple[str, int], ...]:
        """All tags with the number of annotations that bear them, most used first, then by alphabet.

        Spellings that differ only in capital letters are one tag, under its most used spelling.
        """
        uses: Counter[str] = Counter()
        for count in self._current().values():
            for tag, number in count.tags:
                uses[tag] += number
        spellings: dict[str, Counter[str]] = {}
        for tag, number in uses.items():
            spellings.setdefault(_fold(tag), Counter())[tag] = number
        totals = [(variants.most_common(1)[0][0], variants.total()) for variants in spellings.values()]
        return tuple(sorted(totals, key=lambda item: (-item[1], _fold(item[0]))))

    def _current(self) -> dict[str, Count]:
        """Counts by article key; only files that may have changed are read."""
        with self._guard:
            known = self._recall() if self._counts is None else self._counts
            counts: dict[str, Count] = {}
            anew = 0
            for key, signature in self._signatures():
                count = known.get(key)
                if count is None or not count.holds(signature):
                    count = self._count(key, signature)
                    anew += 1
                counts[key] = count
            self._counts = counts
            if anew >= _WORTH_KEEPING:
                self._remember(counts)
            return counts

    def _signatures(self) -> Iterable[tuple[str, Signature]]:
        """What every annotation file looks like."""
        with contextlib.suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                key, dot, ending = entry.name.partition(".")
                if key and dot and ending == "json":
                    with contextlib.suppress(OSError):
                        status = entry.stat()
                        yield key, (status.st_mtime_ns, status.st_size, status.st_ino)

    def _count(self, key: str, signature: Signature) -> Count:
        """Count one file; what cannot be read counts as empty and is looked at again."""
        try:
            annotations = tuple(each for each in self._read(key) if each.correction is None)
        except (LibraryError, ValueError):
            return Count(signature, 0, 0, ())
        tags = Counter(tag for annotation in annotations for tag in annotation.tags)
        return Count(signature, time.time_ns(), len(annotations), tuple(tags.items()))

    def _recall(self) -> dict[str, Count]:
        """The counts of an earlier run, as far as they can be read."""
        if self._remembered is None:
            return {}
        try:
            documents = unpack(_KIND, self._remembered.read_bytes())[_KIND].values()
            return {
                document["key"]: Count(
                    (document["modified"], document["size"], document["inode"]),
                    document["counted"],
                    document["annotations"],
                    tuple((tag, number) for tag, number in document["tags"]),
                )
                for document in documents
            }
        except (OSError, LookupError, TypeError, UnsoundError, LibraryError, ValueError):
            return {}

    def _remember(self, counts: dict[str, Count]) -> None:
        """Keep the counts for the next start, if that can be done."""
        if self._remembered is None:
            return
        documents = {
            str(number): {
                "key": key,
                "modified": count.signature[0],
                "size": count.signature[1],
                "inode": count.signature[2],
                "counted": count.counted,
                "annotations": count.annotations,
                "tags": [list(item) for item in count.tags],
            }
            for number, (key, count) in enumerate(counts.items())
        }
        with contextlib.suppress(OSError):
            durable.make_folder(self._remembered.parent)
            durable.write(self._remembered, pack(_KIND, {_KIND: documents}, indent=None), durable=False)


def _fold(tag: str) -> str:
    """The tag without regard to capital letters; a tag that is none, from a file edited by hand, stays itself."""
    try:
        return same(tag)
    except ValueError:
        return tag
