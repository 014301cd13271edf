"""From documents to whole parts, or to one stream of lines."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice

from core.corpus.dispatch import Engine, batches, dispatch
from core.corpus.document import Document, Outcome
from core.corpus.parts import Parts, digest

MOST, WEIGHT = 16, 120_000
"""Documents and characters of a batch: enough that handing it over costs nothing, few enough to share the work."""
Heard = Callable[[int, int], None]
"""Called as it goes on with how many documents more are done, and how many of them failed."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How many documents of an archive were analysed, and how many could not be."""

    documents: int
    failed: int
    kept: int
    """Documents that an earlier run had analysed."""


def stream(documents: Iterator[Document], engine: Engine) -> Iterator[Outcome]:
    """The outcome of each document, in order."""
    return chain.from_iterable(dispatch(batches(documents, MOST, WEIGHT), engine))


def into_parts(documents: Iterator[Document], engine: Engine, parts: Parts, size: int, heard: Heard) -> Sum:
    """Analyse all documents that no whole part has yet. Raises OSError and PartsError.

    What is written is the same whatever the engine and however often the run was stopped.
    """
    return _Parting(parts, size, heard).run(documents, engine)


class _Parting:
    """Documents gathered into parts of a fixed size, in their order."""

    def __init__(self, parts: Parts, size: int, heard: Heard) -> None:
        self.parts, self.size, self.heard = parts, size, heard
        self.coming: deque[tuple[int, str, int]] = deque()
        """Number, digest and documents of each part under way."""
        self.failed: dict[int, tuple[tuple[str, str], ...]] = {}
        self.documents = self.kept = 0

    def run(self, documents: Iterator[Document], engine: Engine) -> Sum:
        gathered: list[Outcome] = []
        for outcome in stream(self.missing(documents), engine):
            gathered.append(outcome)
            self.heard(1, bool(outcome.error))
            number, made_of, length = self.coming[0]
            if len(gathered) == length:
                self.coming.popleft()
                self.failed[number] = self.parts.finish(number, made_of, gathered).failed
                gathered = []
        failed = [each for number in sorted(self.failed) for each in self.failed[number]]
        self.parts.end(failed)
        return Sum(self.documents, len(failed), self.kept)

    def missing(self, documents: Iterator[Document]) -> Iterator[Document]:
        """The documents of parts that are not whole yet."""
        for number in count(1):
            piece = list(islice(documents, self.size))
            if not piece:
                return
            self.documents += len(piece)
            made_of = digest(piece)
            part = self.parts.whole(number, made_of)
            if part is None:
                self.coming.append((number, made_of, len(piece)))
                yield from piece
            else:
                self.failed[number] = part.failed
                self.kept += part.documents - len(part.failed)
                self.heard(part.documents, len(part.failed))
