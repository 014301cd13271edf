"""A real Dask cluster on this machine: nothing is lost or doubled, whoever dies."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from core.corpus.cluster import Cluster, ClusterError
from core.corpus.dispatch import FATAL
from core.corpus.document import Outcome
from core.corpus.local import InProcess
from core.corpus.run import MOST, stream
from tests.core.corpus.machines import Machines, wait_for
from tests.core.corpus.stub import deadly, made, quick, slow


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and a worker for all tests, each of which leaves as many."""
    found = Machines(tmp_path_factory.mktemp("cluster"))
    found.scheduler()
    found.worker()
    yield found
    found.end()


EXPECTED = list(stream(made(200), InProcess(quick)))


def test_a_cluster_gives_the_same_as_one_process(machines: Machines) -> None:
    cluster = Cluster(machines.address, quick, 60)
    assert list(stream(made(200), cluster)) == EXPECTED
    cluster.close()


def test_a_document_that_kills_its_worker_is_set_aside(machines: Machines) -> None:
    cluster = Cluster(machines.address, deadly, 60)
    # It is in a batch of two, so that few workers have to be begun anew; test_running has it in a full one.
    outcomes = list(stream(made(2 * MOST + 2, killing=(2 * MOST,)), cluster))
    assert [outcome.source for outcome in outcomes] == [f"archive#{n}" for n in range(2 * MOST + 2)]
    assert [n for n, outcome in enumerate(outcomes) if outcome.error == FATAL] == [2 * MOST]
    cluster.close()


def test_a_killed_worker_loses_nothing(machines: Machines) -> None:
    doomed = machines.worker(guarded=False)
    cluster = Cluster(machines.address, slow, 60)
    wait_for(lambda: cluster.slots == 2)
    threading.Timer(0.4, doomed.kill).start()
    assert list(stream(made(600), cluster))[:200] == EXPECTED
    cluster.close()


def test_a_result_that_is_lost_while_it_is_handed_over_is_made_again(
    machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = Cluster(machines.address, slow, 60)
    lost = Future[list[Outcome]]()
    lost.set_exception(ValueError("too many values to unpack (expected 3)"))
    submit, first = cluster.submit, [lost]
    monkeypatch.setattr(cluster, "submit", lambda batch: first.pop() if first else submit(batch))
    assert list(stream(made(600), cluster))[:200] == EXPECTED
    cluster.close()


def test_a_scheduler_that_is_restarted_loses_nothing(machines: Machines) -> None:
    first = machines.children[0]
    cluster = Cluster(machines.address, slow, 60)

    def restart() -> None:
        first.kill()
        first.wait()
        machines.scheduler()
        machines.worker(guarded=False)

    thread = threading.Timer(0.5, restart)
    thread.start()
    outcomes = list(stream(made(1000), cluster))
    thread.join()
    assert outcomes[:200] == EXPECTED
    assert [outcome.source for outcome in outcomes] == [f"archive#{n}" for n in range(1000)]
    cluster.close()


def test_nobody_at_the_address_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="Cannot reach a Dask scheduler"):
        Cluster("tcp://127.0.0.1:9", quick, 0.1)
