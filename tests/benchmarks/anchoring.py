"""`python -m tests.benchmarks.anchoring`: where 500 annotations land after their articles were edited.

Prints, for each kind of edit, how many passages were found or rightly given up, and how they were found. The exit
status is 1 when fewer than 97 in a hundred are right, or one landed on a wrong passage without being shown as a guess.
"""

import sys
from collections import Counter

from core.annotations import How
from tests.core.annotations.edits import KINDS
from tests.core.annotations.landing import CASES, GOOD, Landing, cases

BAR = 0.97


def main() -> int:
    """Measure, print, judge."""
    found = cases(CASES)
    print(f"{'edited first':24}{'cases':>6}{'right':>7}   {'lost':>5}{'guess':>6}{'wrong':>6}")
    for kind in KINDS:
        each = Counter(case.landing for case in found if case.kind == kind)
        good = sum(each[landing] for landing in GOOD)
        print(
            f"{kind:24}{each.total():6}{good / each.total():7.1%}   "
            f"{each[Landing.LOST]:5}{each[Landing.GUESSED_WRONG]:6}{each[Landing.WRONG]:6}"
        )
    hows = Counter(case.how for case in found)
    print("found by: " + ", ".join(f"{how.value} {hows[how]}" for how in How))
    landings = Counter(case.landing for case in found)
    right, wrong = sum(landings[landing] for landing in GOOD) / len(found), landings[Landing.WRONG]
    print(f"right or rightly given up {right:.1%} (bar {BAR:.0%}); wrong unseen {wrong} (bar 0)")
    return int(right < BAR or wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
