"""What becomes of batches when workers are lost sight of; engines whose workers really die are in `test_cluster`."""

from concurrent.futures import CancelledError, Future

import pytest

from core.corpus.dispatch import Batch, dispatch
from core.corpus.document import Document, Outcome


class Forgetful:
    """Workers that are lost once: some batches are cancelled then, and of some nothing is heard any more."""

    slots = 2
    deaths: tuple[type[BaseException], ...] = ()

    def __init__(self, silent: set[str], cancelled: set[str], refused: set[str]) -> None:
        self.silent, self.cancelled, self.refused = silent, cancelled, refused
        self.submitted: list[str] = []
        self.renewed = 0

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        name = batch[0].source
        self.submitted.append(name)
        future: Future[list[Outcome]] = Future()
        if self.renewed or name not in self.silent | self.cancelled | self.refused:
            future.set_result([Outcome(document.source) for document in batch])
        elif name in self.refused:
            raise CancelledError
        elif name in self.cancelled:
            future.cancel()
            future.set_running_or_notify_cancel()
        return future

    def renew(self) -> None:
        self.renewed += 1

    def close(self) -> None:
        """There is nothing to stop."""


@pytest.mark.parametrize(
    ("silent", "cancelled", "refused"),
    [({"3"}, {"2"}, set()), ({"1", "4"}, {"2", "5"}, set()), ({"0"}, set(), {"2"}), (set(), set(), {"0"})],
)
def test_batches_of_which_nothing_is_heard_are_analysed_again(silent, cancelled, refused):
    engine = Forgetful(silent, cancelled, refused)
    found = list(dispatch(iter([[Document(str(number), "x")] for number in range(12)]), engine))
    assert [outcome.source for outcomes in found for outcome in outcomes] == [
        str(number) for number in range(12)
    ]
    assert engine.renewed == 1
    assert {
        name for name in engine.submitted if engine.submitted.count(name) > 1
    } == silent | cancelled | refused
