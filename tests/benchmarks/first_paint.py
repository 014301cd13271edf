"""`python -m tests.benchmarks.first_paint`: the first paint of an article against that of an empty Textual app.

Both are started in turn in a pseudo-terminal of 120 by 40, each time as a process of its own; what counts is the
ratio of the medians. The exit status is 1 when it is above the bar.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from core.locations import ASSETS
from tests.benchmarks.terminal import seconds_until

BAR = 1.25
EMPTY = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("Machtkampf")

Empty().run()
"""


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=11)
    options.add_argument("--article", type=Path, default=ASSETS / "samples" / "hafenkoenigin.txt")
    options.add_argument(
        "--marker", default="Machtkampf", help="a word that the first screen of the article shows"
    )
    options.add_argument(
        "--ahead",
        action="store_true",
        help="run both ahead of all other work on the machine (root only): steadier where there is much",
    )
    chosen = options.parse_args()
    if chosen.ahead:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    lesart = Path(sys.executable).with_name("lesart")
    empty, article = [], []
    with tempfile.TemporaryDirectory() as home:
        # As for any reader, Python keeps what it has compiled: the first pair of runs does the compiling.
        environment = {"LESART_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        for run in range(chosen.runs + 1):
            one = seconds_until([sys.executable, "-c", EMPTY], "Machtkampf", environment)
            two = seconds_until([str(lesart), str(chosen.article)], chosen.marker, environment)
            if run:
                empty.append(one)
                article.append(two)
    ratio = median(article) / median(empty)
    print(f"empty Textual app   {median(empty) * 1000:6.0f} ms to first paint (median of {chosen.runs})")
    print(f"article in Lesart   {median(article) * 1000:6.0f} ms to first paint")
    print(f"ratio               {ratio:6.2f} (bar {BAR})")
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
