"""Compile the tests, on all processors, where that is not done yet: `python -m tests.compiled`, run by `make test`.

Each process of pytest-xdist imports all tests at the same time, so that where none is compiled each compiles them all.
"""

from compileall import compile_file
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import SimpleNamespace

from _pytest.assertion.rewrite import PYC_TAIL, _read_pyc, _rewrite_test, _write_pyc, get_cache_dir

STATE = SimpleNamespace(trace=lambda words: None)


def compile_test(path: Path) -> None:
    """Write what pytest itself would write: the module with its assertions explained."""
    folder = get_cache_dir(path)
    folder.mkdir(exist_ok=True)
    stat, code = _rewrite_test(path, None)
    _write_pyc(STATE, code, stat, _cached(path))


def is_stale(path: Path) -> bool:
    """Whether pytest would compile it."""
    return _read_pyc(path, _cached(path)) is None


def _cached(path: Path) -> Path:
    return get_cache_dir(path) / (path.stem + PYC_TAIL)


def main() -> None:
    """Compile what is new."""
    files = list(Path(__file__).parent.rglob("*.py"))
    tests = [path for path in files if path.name.startswith("test_") or path.name == "conftest.py"]
    for path in set(files).difference(tests):
        compile_file(path, quiet=1)
    stale = [path for path in tests if is_stale(path)]
    if stale:
        with ProcessPoolExecutor() as pool:
            list(pool.map(compile_test, stale, chunksize=8))


if __name__ == "__main__":
    main()
