"""Workers on this machine: this process, or several that share the memory of one model."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread

from core.corpus.dispatch import Batch
from core.corpus.document import Outcome
from core.language.encoder.threads import THREADS
from core.translation import language_of, use_language

Work = Callable[[Batch], list[Outcome]]
"""What is done with a batch; a function of a module, so that other processes find it."""

_PRELOADED = "core.corpus.preloaded"


def use_one_thread() -> None:
    """Let this process and those it starts use one thread each for the model, unless the environment says otherwise.

    Several processes that each want all processors are slower than as many that each want one.
    """
    os.environ.setdefault(THREADS, "1")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class InProcess:
    """One batch at a time, in this process."""

    slots = 1
    deaths: tuple[type[BaseException], ...] = ()

    def __init__(self, work: Work) -> None:
        self._work = work

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        """Analyse it now."""
        future: Future[list[Outcome]] = Future()
        future.set_result(self._work(batch))
        return future

    def renew(self) -> None:
        """There is nothing that could have died."""

    def close(self) -> None:
        """There is nothing to stop."""


class Processes:
    """Several processes, each a copy of one that has loaded the model: what is never written is in memory once.

    Each uses one thread.
    """

    deaths: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, jobs: int, work: Work, preloaded: str = _PRELOADED) -> None:
        self.slots = jobs
        self._work = work
        use_one_thread()
        if sys.platform == "win32":
            self._context: multiprocessing.context.BaseContext = multiprocessing.get_context("spawn")
        else:
            self._context = multiprocessing.get_context("forkserver")
            self._context.set_forkserver_preload([preloaded])
        self._pool = self._made()

    def submit(self, batch: Batch) -> Future[list[Outcome]]:
        """Analyse it in the next process that is free."""
        return self._pool.submit(self._work, batch)

    def renew(self) -> None:
        """Begin again with new processes.

        A pool that breaks ends its processes, but not one that is begun at that moment; it would wait for that one for
        ever when the program ends.
        """
        self.close()
        self._pool = self._made()

    def close(self) -> None:
        """End the processes at once."""
        running = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in running:
            process.terminate()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.slots, self._context, initializer=_begin, initargs=(language_of(os.environ),)
        )


def _begin(language: str) -> None:
    """Follow the process that gives the work: in its language, with Ctrl-C left to it, and ending when it does."""
    use_language(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
