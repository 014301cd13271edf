"""`python -m tests.benchmarks.pipeline_speed`: how long the German pipeline takes, and how much memory.

Two sample articles of together some 690 words are read as one, by everything that reads an article: model, rules and
quotes. Loading is timed beyond the import of spaCy. `--components` adds the processor time of each component, which
other programs on the machine disturb less.
"""

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

import core.quotes.component  # noqa: F401 - registers it; and what spaCy costs to import is not the pipeline's
from core.language.pipeline import load_pipeline
from core.locations import ASSETS

if TYPE_CHECKING:
    from spacy.language import Language

RUNS = 7
COPIES = 15
"""How often the text stands in the stream."""


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--components", action="store_true", help="processor time of each component")
    chosen = options.parse_args()
    started = time.perf_counter()
    nlp = load_pipeline("de")
    nlp.add_pipe("lesart_quotes")
    loading = time.perf_counter() - started
    samples = ("hafenkoenigin.txt", "bruecke.txt")
    text = "\n\n".join((ASSETS / "samples" / name).read_text(encoding="utf-8") for name in samples)
    words = len(text.split())
    nlp(text)
    alone, busy = [], []
    for _ in range(RUNS):
        started, begun = time.perf_counter(), time.process_time()
        nlp(text)
        alone.append(time.perf_counter() - started)
        busy.append(time.process_time() - begun)
    started = time.perf_counter()
    read = sum(1 for _ in nlp.pipe([text] * COPIES, batch_size=8))
    stream = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"loading             {loading:8.2f} s")
    print(f"one text, {words} words {median(alone):8.2f} s (median of {RUNS})")
    print(f"  processor time    {median(busy):8.2f} s, all cores together")
    print(f"in a stream         {read * words / stream:8.0f} words a second")
    print(f"peak memory         {memory:8.0f} MB")
    if chosen.components:
        print(*_by_component(nlp, text), sep="\n")
    return 0


def _by_component(nlp: "Language", text: str) -> Iterator[str]:
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(RUNS):
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            begun = time.process_time()
            doc = component(doc)
            taken[name].append(time.process_time() - begun)
    for name, seconds in taken.items():
        yield f"{name:22}{1000 * median(seconds):8.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
