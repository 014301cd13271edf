"""`python -m tests.benchmarks.pipeline_speed`: how long the German pipeline takes, and how much memory.

First two sample articles of together some 690 words are read as one, by everything that reads an article: model, rules
and quotes. Loading is timed beyond the import of spaCy. `--components` adds the processor time of each component, which
other programs on the machine disturb less.

Then the pipeline is compared with that of model 0.4.0, which is taken from the history of the repository: both read the
same articles in turn, with one thread and with two, and the ratio of their fastest passes is printed. The exit status
is 1 when one of them is below the bar.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tarfile
import time
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import core.quotes.component  # noqa: F401 - registers it; and what spaCy costs to import is not the pipeline's
from core.language.pipeline import load_pipeline
from core.locations import ASSETS

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parents[2]
RUNS = 7
COPIES = 15
"""How often the text stands in the stream."""
BEFORE = "b04cc70aa0"
"""The last commit with model 0.4.0."""
BAR = 2.2
ROUNDS = 5
THREADS = (1, 2)
ARTICLES = (
    ROOT / "tests" / "data" / "articles" / "a1.txt",
    *(ASSETS / "samples" / name for name in ("hafenkoenigin.txt", "bruecke.txt")),
)
_READER = """
import json, sys, time
sys.path.insert(0, "")
from spacy.util import registry
registry._entry_point_factories.entry_points = False  # those installed are not those of an older tree
import core.quotes.component
from core.language.pipeline import load_pipeline
nlp = load_pipeline("de")
nlp.add_pipe("lesart_quotes")
encoder = nlp.get_pipe("lesart_encoder")
encoder.threads = int(sys.argv[1])
encoder.load(encoder.files)
articles = json.loads(sys.stdin.readline())
for line in sys.stdin:
    started = time.perf_counter()
    for article in articles:
        nlp(article)
    print(time.perf_counter() - started, flush=True)
"""


class Reader:
    """A process that reads the articles with the pipeline of a source tree, whenever it is asked to."""

    def __init__(self, tree: Path, threads: int) -> None:
        environment = dict(os.environ, OMP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads))
        command = [sys.executable, "-c", _READER, str(threads)]
        self._process = subprocess.Popen(
            command, cwd=tree, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._send(json.dumps([path.read_text(encoding="utf-8") for path in ARTICLES]))
        self.seconds()

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def seconds(self) -> float:
        """How long it takes to read all articles once."""
        assert self._process.stdout is not None
        self._send("")
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def ratio(before: Path, threads: int) -> float:
    """How many times as fast the pipeline is as the one of the source tree `before`."""
    readers = [Reader(before, threads), Reader(ROOT, threads)]
    rounds = [[reader.seconds() for reader in readers] for _ in range(ROUNDS)]
    for reader in readers:
        reader.close()
    old, new = (min(seconds) for seconds in zip(*rounds, strict=True))
    return old / new


def ratios() -> Iterator[tuple[int, float]]:
    """The ratio for each number of threads; none where the history is not at hand."""
    packed = subprocess.run(["git", "archive", BEFORE, "core", "assets"], cwd=ROOT, capture_output=True)
    if packed.returncode:
        print("not compared with model 0.4.0: this is no clone with its history")
        return
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        for threads in THREADS:
            yield threads, ratio(Path(folder), threads)


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--components", action="store_true", help="processor time of each component")
    options.add_argument("--alone", action="store_true", help="do not compare with model 0.4.0")
    chosen = options.parse_args()
    measure(chosen.components)
    passed = True
    for threads, faster in () if chosen.alone else ratios():
        print(f"{threads} thread{'s' if threads > 1 else ''}: {faster:.2f} times as fast as model 0.4.0")
        passed = passed and faster >= BAR
    return 0 if passed else 1


def measure(components: bool) -> None:
    """Read the sample articles and print what it takes."""
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
    if components:
        print(*_by_component(nlp, text), sep="\n")


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
