"""Workers on other machines: a Dask cluster that is running already."""

import math
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any

from core.corpus.dispatch import Batch
from core.corpus.document import Outcome
from core.corpus.extras import needed
from core.corpus.local import Work
from core.translation import _

PATIENCE = 300.0
"""Seconds to wait for a scheduler that does not answer, and for the first worker."""
_COUNTED = 1.0
"""Seconds for which a count of the workers holds: the scheduler is asked for each."""


class ClusterError(Exception):
    """The cluster cannot be used. The message is one sentence for the reader."""


class Cluster:
    """The workers of a Dask scheduler. Each needs Lesart installed, in the same version."""

    def __init__(self, address: str, work: Work, patience: float) -> None:
        """Connect. Raises NeedsExtraError without `distributed`, ClusterError where nobody answers in time."""
        self._distributed = needed("distributed")
        # Where a worker dies while its result is handed over, Dask takes that for an error, and fails to unpack it.
        self.deaths: tuple[type[BaseException], ...] = (self._distributed.KilledWorker, TypeError, ValueError)
        self._address, self._work, self._patience = address, work, patience
        self._client: Any = None
        self._executor: Any = None
        self._slots, self._counted = 1, -math.inf
        self._connect()

    @property
    def slots(self) -> int:
        """As many as there are threads of workers, now or a moment ago; workers may come and go."""
        if time.monotonic() - self._counted > _COUNTED:
            self._slots, self._counted = self._threads(), time.monotonic()
        return self._slots

    def _threads(self) -> int:
        try:
            threads: dict[str, int] = self._client.nthreads()
        except (OSError, ValueError):
            return 1
        return max(1, sum(threads.values()))

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        """Analyse it on any worker. Raises CancelledError while the scheduler is out of reach."""
        if self._client.status != "running":  # It would never be heard of again.
            raise CancelledError
        future: Future[list[Outcome]] = self._executor.submit(self._work, list(batch))
        return future

    def renew(self) -> None:
        """Connect anew; if the scheduler was restarted, wait for it and its workers."""
        self.close()
        self._connect()

    def close(self) -> None:
        """Give up what is under way and leave the cluster."""
        if self._client is not None:
            with suppress(OSError, TimeoutError, RuntimeError):  # Whoever is to be told may be gone.
                self._executor.shutdown(wait=False)
                self._client.close(timeout=2)
            self._client = None

    def _connect(self) -> None:
        until = time.monotonic() + self._patience
        self._client = _patiently(
            lambda: self._distributed.Client(self._address, timeout=min(10.0, self._patience)),
            until,
            self._address,
        )
        remaining = max(1.0, until - time.monotonic())
        try:
            self._client.wait_for_workers(1, timeout=remaining)
        except TimeoutError:
            raise ClusterError(
                _("The cluster at {address} has no workers: start some.").format(address=self._address)
            ) from None
        self._executor = self._client.get_executor(pure=False)
        self._counted = -math.inf


def _patiently(connect: Callable[[], Any], until: float, address: str) -> Any:
    while True:
        try:
            return connect()
        except (OSError, TimeoutError, ValueError) as error:
            if time.monotonic() > until or isinstance(error, ValueError):
                raise ClusterError(
                    _("Cannot reach a Dask scheduler at {address}: {error}.").format(
                        address=address, error=error
                    )
                ) from None
            time.sleep(1)
