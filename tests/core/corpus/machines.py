"""A Dask cluster of processes on this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[3]


SETTINGS = {
    "DASK_DISTRIBUTED__NANNY__PRE_SPAWN_ENVIRON": str(
        {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "268435456"}
    ),
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
}
"""As `core/corpus/CLUSTER.md` recommends them."""


class Machines:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            **SETTINGS,
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
            "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5",
        }
        self.children: list[subprocess.Popen[bytes]] = []

    def scheduler(self) -> subprocess.Popen[bytes]:
        file = self.folder / "scheduler.json"
        where = ["--host", "127.0.0.1", "--port", getattr(self, "port", "0")]
        file.unlink(missing_ok=True)
        child = self._begin("scheduler", *where, "--no-dashboard", "--scheduler-file", str(file))
        wait_for(file.exists)
        time.sleep(0.1)
        self.address = json.loads(file.read_text())["address"]
        self.port = self.address.rsplit(":", 1)[1]
        return child

    def worker(self, *, guarded: bool = True) -> subprocess.Popen[bytes]:
        """A worker, with a guardian that begins it anew when it dies, or without."""
        return self._begin(
            "worker",
            self.address,
            "--nanny" if guarded else "--no-nanny",
            "--nthreads",
            "1",
            "--nworkers",
            "1",
            "--no-dashboard",
            "--host",
            "127.0.0.1",
            "--local-directory",
            str(self.folder),
            "--death-timeout",
            "60",
        )

    def _begin(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *words]
        child = subprocess.Popen(command, env=self.environment, cwd=self.folder, stderr=subprocess.DEVNULL)
        self.children.append(child)
        return child

    def end(self) -> None:
        for child in self.children:
            child.terminate()
        for child in self.children:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


def wait_for(true: Callable[[], object]) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
