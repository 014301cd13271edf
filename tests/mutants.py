"""Change the core in small ways and see whether a test fails: `make mutants`, or `python -m tests.mutants core/quotes`.

Cosmic Ray makes the changes ("<" becomes "<=", 8 becomes 9, `not` goes …). A sample of them, drawn by a seed, is tried
one by one on a copy of the project, each with the tests of the folder that mirrors the changed one, up to the first
that fails. A change that no test notices is listed: either a test is missing, or the change makes no difference.
"""

import argparse
import math
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parent.parent
ROOMS = ("core/annotations", "core/library", "core/quotes")
COPIED = ("core", "tui", "tests", "pyproject.toml")
LINKED = ("assets", ".venv")
HEAVY = ("spacy", "hypothesis", "numpy", "onnxruntime", "tinydb", "lxml.html", "pytest_asyncio")
"""Imported once; what is forked from here has them."""
PATIENCE = 4
"""How many times as long as all tests of its room a change may take; then it made something endless."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file."""

    file: Path
    operator: str
    occurrence: int
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.operator.removeprefix('core/')} #{self.occurrence}"


def mutants(file: Path) -> Iterator[Mutant]:
    """All changes of a file but those no test can notice: that a data class is not frozen, that types are imported."""
    source = (ROOT / file).read_text(encoding="utf-8")
    lines, tree = source.splitlines(), get_ast(source)
    nodes = list(ast_nodes(tree))
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments():
            continue
        spots = [spot for node in nodes for spot in operator().mutation_positions(node)]
        for at, (start, _) in enumerate(spots):
            if not lines[start[0] - 1].lstrip().startswith(("@", "if TYPE_CHECKING")):
                yield Mutant(file, name, at, start[0])


def draw(rooms: list[str], count: int, seed: int) -> list[Mutant]:
    """As many from each room, and from each place of a file one at most."""
    chance = random.Random(seed)
    drawn: list[Mutant] = []
    for room in rooms:
        files = [each.relative_to(ROOT) for each in sorted((ROOT / room).rglob("*.py"))]
        found = [mutant for file in files for mutant in mutants(file)]
        chance.shuffle(found)
        by_place = {(mutant.file, mutant.line): mutant for mutant in reversed(found)}
        drawn += list(by_place.values())[-1 : -1 - count // len(rooms) : -1]
    return drawn


class NamedFirst:
    """Lets the tests of the module that is named like a file go first; given to pytest by name, they would go alone."""

    def __init__(self, file: Path) -> None:
        self._stem = f"test_{file.stem}"

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items.sort(key=lambda item: item.path.stem != self._stem)


def is_noticed(copy: Path, mutant: Mutant, seconds: float) -> bool | None:
    """Whether a test fails with the change, or goes on after some seconds; None where it changes nothing that runs."""
    target = copy / mutant.file
    whole = target.read_text(encoding="utf-8")
    changed = mutate_code(whole, get_operator(mutant.operator)(), mutant.occurrence)
    if changed is None or changed == whole:
        return None
    target.write_text(changed, encoding="utf-8")
    try:
        return _fails(copy, mutant.file, seconds)
    finally:
        target.write_text(whole, encoding="utf-8")


def _fails(copy: Path, file: Path, seconds: float = math.inf) -> bool:
    """Whether a test of the file's room fails."""
    child = os.fork()
    if child == 0:
        os.setsid()
        os._exit(_run(copy, file))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(copy: Path, file: Path) -> int:
    import pytest

    with (copy / "output.txt").open("w") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    os.chdir(copy)
    os.environ["PYTHONPATH"] = str(copy)
    os.environ["CI"] = "1"
    sys.dont_write_bytecode = True
    sys.path[:] = [str(copy), *(each for each in sys.path if each not in ("", str(ROOT)))]
    for name in [name for name in sys.modules if name.split(".")[0] in ("core", "tui", "tests")]:
        del sys.modules[name]
    room = str(Path("tests", *file.parts[:2]))
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", room]
    return int(pytest.main(options, plugins=[NamedFirst(file)]))


def make_copy(folder: Path) -> None:
    """What the tests of the core need, apart from what is only read."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "__snapshots__")
            )
        else:
            shutil.copy2(source, folder / name)
    for name in LINKED:
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name)


def main() -> None:
    """Try a sample and say what share was noticed; ends with status 1 below `--least`."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("rooms", nargs="*", default=list(ROOMS))
    options.add_argument("--count", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--least", type=float, default=0.85)
    chosen = options.parse_args()
    for name in HEAVY:
        import_module(name)
    noticed: list[Mutant] = []
    survived: list[Mutant] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        make_copy(copy)
        seconds: dict[str, float] = {}
        for room in chosen.rooms:
            began = time.monotonic()
            if _fails(copy, Path(room)):
                sys.exit(f"The tests of {room} fail as it is:\n{(copy / 'output.txt').read_text()[-2000:]}")
            seconds[room] = PATIENCE * (time.monotonic() - began)
        for mutant in draw(chosen.rooms, chosen.count, chosen.seed):
            room = next(each for each in chosen.rooms if mutant.file.is_relative_to(each))
            result = is_noticed(copy, mutant, seconds[room])
            if result is not None:
                (noticed if result else survived).append(mutant)
                print("noticed " if result else "SURVIVED", mutant, flush=True)
    share = len(noticed) / max(1, len(noticed) + len(survived))
    print(f"{len(noticed)} of {len(noticed) + len(survived)} changes noticed: {share:.2f}")
    sys.exit(share < chosen.least)


if __name__ == "__main__":
    main()
