"""`make soak KEYS=50000 SEED=1`: what no test has the time for. The exit status is 1 when anything was found.

* Two windows on one library under keys, pastes, clicks and resizes at random, over articles of our own; one of them, or
  in the first fifth both at once, are killed now and then. Neither may end with an error nor stop taking keys, and the
  library has to be sound. The one that is then left alone may not grow by more than a fifth once it is warm, which it
  is after some 8,000 keys; its modules are loaded beforehand, its caches small, and memory that is free is given back
  before it is measured (`tests.soak.program`). Fewer than 25,000 keys for both say nothing about memory.
* Programs that write notes are killed, and so is the one that recovers what they left: `tests.benchmarks.kills`.
* `lesart add` and `lesart fetch`, killed while they run at the same time: `tests.soak.taking_in`.
* Servers on this machine that are slow, break off, or send what they should not.
* Files of every kind that were cut, mixed up or made up.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from core.library import Library
from core.locations import ASSETS
from tests.soak.files import hostile_files
from tests.soak.servers import hostile_servers
from tests.soak.window import Window

ARTICLES = (
    *(ASSETS / "samples").glob("*.txt"),
    *(ASSETS / "samples").glob("f*.md"),
    *(Path(__file__).parent.parent / "data" / "articles").glob("*.txt"),
)
GROWTH = 1.2
WARM = 80
"""Samples of memory, one for each 100 keys, before a program counts as warm."""
TOGETHER = 0.2
"""The part of the run in which both windows are killed at once now and then."""


def windows(keys: int, seed: int, home: Path) -> list[str]:
    """What went wrong in two windows on one library."""
    chance = random.Random(seed)
    environment = {
        **os.environ,
        "LESART_HOME": str(home),
        "HOME": str(home),
        "TERM": "xterm-256color",
        "EDITOR": "true",
        "VISUAL": "true",
        "PYTHONPATH": str(ASSETS.parent),
    }
    home.mkdir(parents=True)
    os.chdir(home)
    stays, dies = (Window(ARTICLES, environment, seed * 2 + each) for each in range(2))
    lives: list[list[int]] = []
    memory = stays.memory
    while stays.sent + dies.sent < keys:
        for window in (stays, dies):
            window.step()
        if stays.memory is not memory:
            lives.append(memory)
            memory = stays.memory
        if chance.random() < 2 / 1000:
            dies.kill()
            if chance.random() < 0.2 and stays.sent + dies.sent < TOGETHER * keys:
                stays.kill()
    lives.append(memory)
    for window in (stays, dies):
        window.end()
    faults = stays.faults + dies.faults
    longest = max(lives, key=len)[WARM:]
    memory_words = "memory not measured, too few keys"
    if len(longest) >= 8:
        quarter = len(longest) // 4
        grown = median(longest[-quarter:]) / median(longest[:quarter])
        memory_words = f"memory {grown:.2f} over {len(longest)} samples, {longest[-1]} MiB"
        if grown > GROWTH:
            faults.append(f"memory grew to {grown:.2f} of what it was: {longest}")
    check = Library(home / "library").check()
    faults += check.troubles
    print(
        f"windows: {stays.sent + dies.sent} keys, {stays.starts + dies.starts} starts, "
        f"{stays.kills + dies.kills} kills, {memory_words}, "
        f"{check.annotations} annotations in {check.articles} articles, {len(faults)} faults",
        flush=True,
    )
    return faults


def kills(module: str, number: int, seed: int) -> list[str]:
    """What was lost when programs were killed, by the module that kills them."""
    command = [sys.executable, "-m", module, "--kills", str(number), "--seed", str(seed)]
    done = subprocess.run(command, cwd=ASSETS.parent, capture_output=True, text=True, check=False)
    print("kills: " + done.stdout.strip().rpartition("\n")[2], flush=True)
    return [done.stdout[-2000:] + done.stderr[-2000:]] if done.returncode else []


def main() -> int:
    """Run all of it, or one part."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--keys", type=int, default=50_000)
    options.add_argument("--kills", type=int, default=500)
    options.add_argument("--files", type=int, default=2_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=("windows", "kills", "taking-in", "servers", "files"))
    chosen = options.parse_args()
    started = time.monotonic()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        parts = {
            "files": lambda: hostile_files(chosen.files, chosen.seed, folder / "files", ARTICLES),
            "servers": lambda: hostile_servers(chosen.seed, folder / "servers"),
            "kills": lambda: kills("tests.benchmarks.kills", chosen.kills, chosen.seed),
            "taking-in": lambda: kills("tests.soak.taking_in", min(chosen.kills, 200), chosen.seed),
            "windows": lambda: windows(chosen.keys, chosen.seed, folder / "home"),
        }
        for name, part in parts.items():
            if chosen.only in (None, name):
                faults += [f"{name}: {each}" for each in part()]
        os.chdir("/")
    for fault in faults[:20]:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults in {time.monotonic() - started:.0f} s, seed {chosen.seed}")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
