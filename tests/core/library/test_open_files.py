"""A library that nobody uses any longer has no open files, without waiting for the collector."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.library import Library
from core.library.index.query import parse
from tests.core.library.conftest import make_article

OPEN = Path("/proc/self/fd")


@pytest.fixture(autouse=True)
def _no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.skipif(not OPEN.exists(), reason="open files are listed on Linux only")
@pytest.mark.parametrize("is_there", [False, True])
def test_they_are_closed_with_the_library(folder: Path, tmp_path: Path, is_there: bool) -> None:
    if is_there:
        Library(folder, tmp_path / "cache").open_article(make_article("Am Kai\n\nEs regnet.\n", "kai.txt"))
    before = len(list(OPEN.iterdir()))
    library = Library(folder, tmp_path / "cache")
    library.articles()
    library.open_article(make_article())
    library.find(parse("Hafen"))
    assert len(list(OPEN.iterdir())) > before
    del library
    assert len(list(OPEN.iterdir())) == before
