"""Processor time of a piece of work, for tests that it grows with the length of a text and not faster."""

import gc
import time
from collections.abc import Callable

RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """The least of some runs, without the garbage collector, whose time goes by all that the test process holds."""
    best = float("inf")
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        try:
            began = time.process_time()
            work()
            best = min(best, time.process_time() - began)
        finally:
            gc.enable()
    return best
