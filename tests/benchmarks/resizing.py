"""`python -m tests.benchmarks.resizing`: from another width to the end of the paint, against a bare ScrollView.

Both programs show the same text; what counts is the ratio of the medians. The exit status is 1 when it is
above the bar.
"""

import sys

from tests.benchmarks.painting import once_each
from tests.benchmarks.program import Program

WIDTHS = (70, 118, 84, 61, 109, 76, 66, 112, 90, 120)


def _resize(program: Program) -> list[float]:
    return [program.resize(columns) * 1000 for columns in WIDTHS]


if __name__ == "__main__":
    sys.exit(once_each(__doc__ or "", "ms", 1.5, (200_000,), _resize))
