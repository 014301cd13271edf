"""`python -m core.analyzer`: an article as JSON on standard input, its analysis as JSON on standard output.

On standard error it says how far it is, in lines that begin with PROGRESS. With `--each`, an article a line and an
analysis a line, until there are no more; null for one that fails.
"""

import gc
import json
import os
import sys

from core.analysis.serialise import analysis_to_dict
from core.analyzer.in_child_process import PROGRESS
from core.analyzer.once import analyze_once
from core.articles.serialise import article_from_dict
from core.quick_exit import quick_exit

EACH = "--each"
_OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
_PATIENCE = 15
"""By how much those that come in a row give way to everything else the machine has to do."""


def main() -> None:
    """Read one article and write its analysis, or do so with each that comes."""
    if sys.argv[1:] == [EACH]:
        _answer_each()
        return
    # One short article makes next to no garbage; looking for it among all that is loaded, as often as Python does by
    # default, takes a twentieth of the time.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    article = article_from_dict(json.load(sys.stdin))
    json.dump(analysis_to_dict(analyze_once(article, _tell)), sys.stdout)


def _tell(share: float) -> None:
    print(f"{PROGRESS}{share:.3f}", file=sys.stderr, flush=True)


def _answer_each() -> None:
    if hasattr(os, "nice"):
        os.nice(_PATIENCE)
    for line in sys.stdin:
        try:
            answer = json.dumps(analysis_to_dict(analyze_once(article_from_dict(json.loads(line)))))
        except Exception:
            answer = "null"  # Whatever is wrong with one article, the next is to be read.
        print(answer, flush=True)


if __name__ == "__main__":
    main()
    quick_exit(0)
