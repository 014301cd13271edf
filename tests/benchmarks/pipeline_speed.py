"""`python -m tests.benchmarks.pipeline_speed`: how long the German pipeline takes, and how much memory.

Two sample articles of together some 690 words are read as one; loading is timed beyond the import of spaCy.
"""

import resource
import sys
import time
from statistics import median

import spacy  # noqa: F401 - what it costs to import is not the pipeline's

from core.language.pipeline import load_pipeline
from core.locations import ASSETS

RUNS = 7
COPIES = 15
"""How often the text stands in the stream."""


def main() -> int:
    """Measure and print."""
    started = time.perf_counter()
    nlp = load_pipeline("de")
    loading = time.perf_counter() - started
    samples = ("hafenkoenigin.txt", "bruecke.txt")
    text = "\n\n".join((ASSETS / "samples" / name).read_text(encoding="utf-8") for name in samples)
    words = len(text.split())
    nlp(text)
    alone = []
    for _ in range(RUNS):
        started = time.perf_counter()
        nlp(text)
        alone.append(time.perf_counter() - started)
    started = time.perf_counter()
    read = sum(1 for _ in nlp.pipe([text] * COPIES, batch_size=8))
    stream = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"loading             {loading:8.2f} s")
    print(f"one text, {words} words {median(alone):8.2f} s (median of {RUNS})")
    print(f"in a stream         {read * words / stream:8.0f} words a second")
    print(f"peak memory         {memory:8.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
