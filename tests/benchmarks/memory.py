"""`python -m tests.benchmarks.memory`: what an article in Lesart holds in memory, against a bare ScrollView.

Both programs show the same text, have been scrolled to its end and back and rest. What counts is the ratio of the
resident memory. The exit status is 1 when it is above the bar at any size.
"""

import sys
import time

from tests.benchmarks.painting import SIZES, once_each
from tests.benchmarks.program import Program


def _memory(program: Program) -> list[float]:
    for key in " bnj bnk":
        program.press(key)
    time.sleep(2)
    return [program.memory()]


if __name__ == "__main__":
    sys.exit(once_each(__doc__ or "", "MiB", 1.5, SIZES, _memory))
