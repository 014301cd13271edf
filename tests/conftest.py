"""What holds for every test: a home of its own, and the same examples in every run of the checks."""

import faulthandler
import gc
import os
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from core.translation import ENGLISH, use_language

# In development each run tries new examples; the checks before a landing must not depend on luck.
# Few examples each time, since they are many times; `make thorough` tries many.
EXAMPLES = 40
settings.register_profile("checks", derandomize=True, deadline=None, max_examples=EXAMPLES)
settings.register_profile("development", deadline=None, max_examples=EXAMPLES)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("checks" if os.environ.get("CI") else "development")


PATIENCE = 600
"""Seconds that a test may take with so many examples, many times what the longest takes on a busy machine."""


MOST_OPEN = 300
"""Open files of a process above which what is over is closed."""
STDERR = pytest.StashKey[int]()
"""The standard error of the process, which pytest keeps for itself while a test runs."""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[STDERR] = os.dup(2)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let a test that never ends fail: its process says where each thread stands, and ends.

    The clock is not Python's, so it runs on where native code keeps Python from doing anything. pytest-xdist names the
    test that ended its worker, and goes on with another worker.
    """
    patience = PATIENCE * max(1, settings.default.max_examples // EXAMPLES)
    faulthandler.dump_traceback_later(patience, exit=True, file=item.config.stash[STDERR])
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
        _close_what_is_over()


def _close_what_is_over() -> None:
    """Screens hold each other, and the files of their libraries, until the collector comes, which is seldom (below);
    pexpect waits for no terminal once there are 1,024."""
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    if lowest > MOST_OPEN:
        gc.collect()


def pytest_collection_finish() -> None:
    """What was imported stays: the collector need not go through it again and again, least of all for each screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_sessionfinish() -> None:
    """When all is over, pytest collects five times; what is left then goes with the process."""
    gc.freeze()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where homes may be. Few tests write into theirs, and to make a folder takes longer than most tests."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches what the person running it keeps."""
    monkeypatch.setenv("LESART_HOME", str(next(_homes)))


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Messages are in English, also in the programs a test starts, whatever the language of whoever runs the tests."""
    monkeypatch.setenv("LANGUAGE", ENGLISH)
    yield
    use_language(ENGLISH)
