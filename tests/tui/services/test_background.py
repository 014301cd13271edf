"""Articles analysed ahead, while the reader reads others."""

import asyncio
from pathlib import Path
from time import monotonic

import pytest

from core.analysis import Analysis
from core.articles import Article
from core.library import Library
from tests.core.library.conftest import make_article
from tests.tui.rest import PATIENCE
from tui.services.background import Background


class ByHand:
    """Analyses an article once it is allowed to."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.has_ended = False
        self.allowed = asyncio.Event()
        self.allowed.set()

    async def analyze(self, article: Article) -> Analysis | None:
        self.seen.append(article.title)
        await self.allowed.wait()
        if "misslungen" in article.text:
            return None
        return Analysis(pipeline="x", language="de")

    async def end(self) -> None:
        self.has_ended = True


class Bench:
    """A background with all that belongs to it."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder / "library", folder / "cache")
        self.analyzer = ByHand()
        self.tasks: set[asyncio.Task[None]] = set()
        self.background = Background(self.library, lambda: self.analyzer, self._begin)
        self.told: list[str] = []
        self.background.watchers.append(lambda: self.told.append(self.background.words))

    def _begin(self, work) -> None:
        self.tasks.add(asyncio.create_task(work))

    def add(self, *texts: str) -> list[str]:
        return [self.library.add(make_article(text)).key for text in texts]

    async def settle(self) -> None:
        await asyncio.gather(*self.tasks)

    async def until(self, done) -> None:
        end = monotonic() + PATIENCE
        while not done():
            assert monotonic() < end, "it never came to that"
            await asyncio.sleep(0.01)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


async def test_all_that_wait_are_analysed_once_and_one_that_fails_stops_no_other(bench: Bench) -> None:
    keys = bench.add(
        "Der erste Text von heute\n", "Der zweite ist misslungen\n", "Der dritte Text von heute\n"
    )
    bench.background.wake()
    bench.background.wake()
    await bench.settle()
    assert [record.analysed for key in keys if (record := bench.library.record(key))] == [True, False, True]
    assert len(bench.analyzer.seen) == 3
    assert bench.analyzer.has_ended
    assert bench.told[0] == "0 of 3 analysed"
    assert bench.told[-1] == ""
    bench.background.wake()
    await bench.settle()
    assert len(bench.analyzer.seen) == 3


async def test_it_stops_and_goes_on(bench: Bench) -> None:
    bench.add("Der erste Text von heute\n", "Der zweite Text von heute\n")
    bench.analyzer.allowed.clear()
    bench.background.wake()
    await bench.until(lambda: bench.analyzer.seen)
    assert not bench.background.toggle()
    bench.analyzer.allowed.set()
    await bench.settle()
    assert len(bench.analyzer.seen) == 1
    assert bench.background.words.endswith("stopped")
    assert bench.background.toggle()
    await bench.settle()
    assert len(bench.analyzer.seen) == 2


async def test_what_the_reader_waits_for_comes_first(bench: Bench) -> None:
    opened = make_article("Was gerade gelesen wird\n")
    bench.add("Der erste Text von heute\n")
    finish = asyncio.Event()

    async def slow(article: Article) -> Analysis:
        await finish.wait()
        return Analysis(pipeline="y", language="de")

    asked = asyncio.create_task(bench.background.ahead_of_all(slow)(opened))
    await asyncio.sleep(0)
    bench.background.wake()
    await asyncio.sleep(0.05)
    assert not bench.analyzer.seen
    finish.set()
    assert (await asked).pipeline == "y"
    await bench.settle()
    assert len(bench.analyzer.seen) == 1


async def test_what_is_being_analysed_is_not_begun_again_for_the_reader(bench: Bench) -> None:
    (key,) = bench.add("Der erste Text von heute\n")
    bench.analyzer.allowed.clear()
    bench.background.wake()
    await bench.until(lambda: bench.analyzer.seen)
    article = bench.library.load_article(key)
    assert article is not None

    async def never(article: Article) -> Analysis:
        raise AssertionError("it is being analysed already")

    asked = asyncio.create_task(bench.background.ahead_of_all(never)(article))
    await asyncio.sleep(0)
    bench.analyzer.allowed.set()
    assert (await asked).pipeline == "x"
    await bench.settle()
