"""What the benchmarks of painting share: both programs side by side, the same keys in turn, the ratio of times."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from tests.benchmarks.program import Program

SIZES = (700, 20_000, 200_000)


@contextmanager
def both(words: int) -> Iterator[tuple[Program, Program]]:
    """The bare app and Lesart with the same text, both at rest."""
    programs: list[Program] = []
    try:
        for which in ("bare", "lesart"):
            command = [sys.executable, "-m", "tests.benchmarks.apps", which, str(words)]
            programs += [Program(command)]
            programs[-1].settle(5.0)
        yield programs[0], programs[1]
    finally:
        for program in programs:
            program.close()


def p95(times: list[float]) -> float:
    """What nineteen of twenty are not above."""
    return sorted(times)[int(0.95 * (len(times) - 1))]


def keys_to_paint(description: str, prepare: str, keys: str, bar: float = 1.5) -> int:
    """Press `prepare`, then `keys` over and over in both programs in turn; 1 where Lesart's p95 is above the bar."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--words", type=int, nargs="*", default=SIZES)
    options.add_argument("--presses", type=int, default=120)
    chosen = options.parse_args()
    status = 0
    for words in chosen.words:
        with both(words) as programs:
            text: tuple[list[float], list[float]] = ([], [])
            everything: list[float] = []
            for program in programs:
                for key in prepare:
                    program.press(key)
            for nth in range(chosen.presses + 5):
                for program, taken in zip(programs, text, strict=True):
                    first, last = program.press(keys[nth % len(keys)])
                    if nth >= 5:  # the first ones warm up
                        taken.append(first * 1000)
                        if program is programs[1]:
                            everything.append(last * 1000)
        bare, lesart = text
        ratio = p95(lesart) / p95(bare)
        status |= ratio > bar
        print(
            f"{words:8} words   bare p50 {median(bare):5.1f} p95 {p95(bare):5.1f} ms"
            f"   Lesart p50 {median(lesart):5.1f} p95 {p95(lesart):5.1f} ms   ratio of p95 {ratio:5.2f} (bar {bar})"
            f"   panels and status line p50 {median(everything):5.1f} ms",
            flush=True,
        )
    return int(status)


def once_each(
    description: str, unit: str, bar: float, sizes: tuple[int, ...], measure: Callable[[Program], list[float]]
) -> int:
    """Measure both programs at each size, print the medians and their ratio; 1 where one is above the bar."""
    options = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--words", type=int, nargs="*", default=sizes)
    chosen = options.parse_args()
    status = 0
    for words in chosen.words:
        with both(words) as programs:
            bare, lesart = (median(measure(program)) for program in programs)
        ratio = lesart / bare
        status |= ratio > bar
        print(
            f"{words:8} words   bare {bare:7.1f} {unit}   Lesart {lesart:7.1f} {unit}"
            f"   ratio {ratio:5.2f} (bar {bar})",
            flush=True,
        )
    return int(status)
