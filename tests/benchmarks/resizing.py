"""`python -m tests.benchmarks.resizing`: from another width to the text laid out anew, against a bare ScrollView.

Both programs show the same text; what counts is the ratio of the medians. The exit status is 1 when it is above the
bar. The widths are those of a window drawn narrower and wider by hand: one step crosses the width at which Lesart's
panels come and go.
"""

import sys

from tests.benchmarks.painting import once_each
from tests.benchmarks.program import Program

WIDTHS = (70, 84, 61, 76, 90, 66, 109, 118, 112, 120)


def _resize(program: Program) -> list[float]:
    return [program.resize(columns) * 1000 for columns in WIDTHS]


if __name__ == "__main__":
    sys.exit(once_each(__doc__ or "", "ms", 1.5, (200_000,), _resize))
