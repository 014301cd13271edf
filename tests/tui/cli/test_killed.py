"""Programs that take articles in are killed: `python -m tests.soak.taking_in` does it two hundred times."""

import subprocess
import sys

from core.locations import ASSETS


def test_nothing_is_lost_or_there_twice_when_adding_and_fetching_are_killed() -> None:
    # In a process without threads, from which programs can be forked off.
    command = [sys.executable, "-m", "tests.soak.taking_in", "--kills", "6"]
    done = subprocess.run(command, cwd=ASSETS.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost, twice or unreadable" in done.stdout
