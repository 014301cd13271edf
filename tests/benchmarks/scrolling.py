"""`python -m tests.benchmarks.scrolling`: a key to its paint while scrolling, against a bare ScrollView.

Both programs show the same text and get the same keys in turn. Taken is the first frame after the key, which is the
text itself; what counts is the ratio of what nineteen of twenty keys take. The last figure is when Lesart has painted
all that follows the text too. The exit status is 1 when the ratio is above the bar at any size.
"""

import sys

from tests.benchmarks.painting import keys_to_paint

if __name__ == "__main__":
    sys.exit(keys_to_paint(__doc__ or "", prepare="", keys="jjjjjj kkkkkkb"))
