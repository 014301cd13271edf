"""Send batches of documents to workers and yield the outcomes in order, whatever happens to the workers.

The number of batches under way is limited, so memory does not grow with the archive. If a worker dies, what it and its
neighbours were doing is lost. Lost batches are then run one at a time, and halved for as long as they end their worker,
until the document responsible is found and set aside; all others are analysed.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from typing import Protocol

from core.corpus.document import Document, Outcome
from core.translation import N_, _

Batch = Sequence[Document]
FATAL = N_("It ended the process that analysed it, twice; it was set aside.")
_WAITING = 3
"""Batches per worker that are under way or wait for their turn in the output."""


class Engine(Protocol):
    """Workers that analyse batches."""

    @property
    def slots(self) -> int:
        """How many batches are analysed at the same time."""

    @property
    def deaths(self) -> tuple[type[BaseException], ...]:
        """What a future raises whose worker died."""

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        """Analyse a batch."""

    def renew(self) -> None:
        """Begin again with new workers, or with a new connection to them."""

    def close(self) -> None:
        """Stop; what is under way is given up."""


def batches(documents: Iterator[Document], most: int, weight: int) -> Iterator[list[Document]]:
    """Runs of documents, each at most so many and, but for a single long one, of at most so many characters."""
    batch: list[Document] = []
    heavy = 0
    for document in documents:
        if batch and (len(batch) == most or heavy + document.weight > weight):
            yield batch
            batch, heavy = [], 0
        batch.append(document)
        heavy += document.weight
    if batch:
        yield batch


def dispatch(work: Iterator[Batch], engine: Engine) -> Iterator[list[Outcome]]:
    """The outcomes of all batches, in the order of the batches."""
    return _Dispatcher(engine).run(work)


class _Dispatcher:
    """Batches under way, by number."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.pending: dict[Future[list[Outcome]], tuple[int, Batch]] = {}
        self.ready: dict[int, list[Outcome]] = {}
        self.lost: list[tuple[int, Batch]] = []
        self.again: list[tuple[int, Batch]] = []
        self.is_cut_off = False
        """Whether the workers have been lost sight of, so that nothing more is heard of what is under way."""

    def run(self, work: Iterator[Batch]) -> Iterator[list[Outcome]]:
        coming = enumerate(work)
        following = 0
        more = True
        while more or self.pending or self.ready:
            while more and len(self.pending) + len(self.ready) < _WAITING * self.engine.slots:
                numbered = next(coming, None)
                if more := numbered is not None:
                    self._submit(*numbered)
            if self.pending and following not in self.ready:
                self._collect()
            while following in self.ready:
                yield self.ready.pop(following)
                following += 1

    def _submit(self, number: int, batch: Batch) -> None:
        try:
            self.pending[self.engine.submit(batch)] = number, batch
        except CancelledError:
            self.again.append((number, batch))
            self.is_cut_off = True
            self._recover()
        except self.engine.deaths:
            self.again.append((number, batch))
            self._recover()

    def _collect(self) -> None:
        """Take in what is done; where a worker has died, all that is under way, and then what was lost."""
        done, _ = wait(self.pending, return_when=FIRST_COMPLETED)
        self._take(done)
        if self.lost or self.again:
            self._recover()

    def _recover(self) -> None:
        if self.pending:
            done, silent = wait(self.pending, timeout=0 if self.is_cut_off else None)
            self._take(done)
            self.again += [self.pending.pop(future) for future in silent]
        self.is_cut_off = False
        self.engine.renew()
        lost, again, self.lost, self.again = self.lost, self.again, [], []
        for number, batch in sorted(lost, key=lambda each: each[0]):
            self.ready[number] = self._alone(batch)
        for number, batch in again:
            self._submit(number, batch)

    def _take(self, done: set[Future[list[Outcome]]]) -> None:
        for future in done:
            number, batch = self.pending.pop(future)
            try:
                self.ready[number] = future.result()
            except self.engine.deaths:
                self.lost.append((number, batch))
            except CancelledError:
                self.again.append((number, batch))
                self.is_cut_off = True

    def _alone(self, batch: Batch) -> list[Outcome]:
        """The outcomes of a batch that may hold what kills its worker, with nothing else under way."""
        while True:
            try:
                return self.engine.submit(batch).result()
            except self.engine.deaths:
                self.engine.renew()
                break
            except CancelledError:
                self.engine.renew()
        if len(batch) == 1:
            return [Outcome(batch[0].source, error=_(FATAL))]
        middle = len(batch) // 2
        return [*self._alone(batch[:middle]), *self._alone(batch[middle:])]
