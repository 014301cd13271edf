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
            programs[-1].settle(3.0)
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
    print(
        f"{'words':>8}  {'bare p50':>9} {'p95':>7}  {'Lesart p50':>10} {'p95':>7}  {'ratio of p95':>12}  (bar {bar})"
    )
    for words in chosen.words:
        with both(words) as programs:
            times: tuple[list[float], list[float]] = ([], [])
            for program in programs:
                for key in prepare:
                    program.press(key)
            for nth in range(chosen.presses + 5):
                for program, taken in zip(programs, times, strict=True):
                    seconds = program.press(keys[nth % len(keys)])
                    if nth >= 5:  # the first ones warm up
                        taken.append(seconds * 1000)
        bare, lesart = times
        ratio = p95(lesart) / p95(bare)
        status |= ratio > bar
        print(
            f"{words:8}  {median(bare):6.1f} ms {p95(bare):7.1f}  {median(lesart):7.1f} ms {p95(lesart):7.1f}"
            f"  {ratio:12.2f}",
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
