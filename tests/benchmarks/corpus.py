"""How fast archives go through, and how fast they answer.

    python -m tests.benchmarks.corpus plumbing [--articles 100000] [--jobs 2] [--format jsonl]
    python -m tests.benchmarks.corpus questions [--articles 250000]
    python -m tests.benchmarks.corpus jobs [--texts FOLDER]
    python -m tests.benchmarks.corpus kills [--times 10]

`plumbing` has everything real but the model: lines read, articles made, analyses written in parts. `questions` asks
tables of an archive with four statements an article. `jobs` analyses texts for real with one process, with two, and on
a cluster of two workers, each with one thread, and counts what Lesart's own stages cost beside the pipeline alone.
`kills` ends a run at random moments and compares what it makes in the end. Memory is the most that a process had.
"""

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core.articles.texts import plain_article
from core.corpus.analysing import analyse, analyse_on_one_thread
from core.corpus.cluster import Cluster
from core.corpus.dispatch import Engine, dispatch
from core.corpus.document import Document, Outcome
from core.corpus.inputs import documents
from core.corpus.local import InProcess, Processes, use_one_thread
from core.corpus.parts import Parts, Run
from core.corpus.questions.answer import Narrowed
from core.corpus.questions.archive import opened
from core.corpus.questions.repeated import repeated
from core.corpus.questions.tables import about, months, outlets, people
from core.corpus.run import into_parts
from tests.core.corpus.machines import Machines, wait_for
from tests.core.corpus.stub import quick

OWN = Path(__file__).parents[1] / "data" / "articles"
STUB = "tests.core.corpus.stub"


def texts(folder: Path) -> list[str]:
    """The texts of the annotated articles, or the text files of a folder."""
    if files := sorted(folder.rglob("*.txt")):
        whole = [path.read_text(encoding="utf-8") for path in files]
        if folder != OWN:
            return whole
        pieces = [
            piece.split("\n---\n")[0].split("\n", 1)[-1].strip()
            for text in whole
            for piece in text.split("\n=== ")
        ]
        return [piece for piece in pieces if len(piece) > 500]
    raise SystemExit(f"no text files in {folder}")


def megabytes(who: int) -> float:
    """The most memory this process (or one of its children that ended) has had."""
    return resource.getrusage(who).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def plumbing(articles: int, jobs: int, format: str) -> None:
    own = texts(OWN)
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        with archive.open("w", encoding="utf-8") as file:
            for number in range(articles):
                text = own[number % len(own)]
                file.write(
                    json.dumps(
                        {
                            "text": f"{text}\n\nNummer {number}.",
                            "outlet": f"Blatt {number % 50}",
                            "language": "de",
                        }
                    )
                    + "\n"
                )
        engine: Engine = Processes(jobs, quick, STUB) if jobs > 1 else InProcess(quick)
        parts = Parts(str(Path(folder) / "out"), Run(format, 500, "text", "stub"))
        seen: list[float] = []
        begun = time.perf_counter()

        def heard(done: int, failed: int) -> None:
            seen.append(1)
            if len(seen) % (articles // 4) == 0:
                print(f"  {len(seen):8} articles, {megabytes(resource.RUSAGE_SELF):6.0f} MB")

        into_parts(documents([str(archive)]), engine, parts, 500, heard)
        took = time.perf_counter() - begun
        engine.close()
    print(f"{articles / took:.0f} articles a second, {megabytes(resource.RUSAGE_SELF):.0f} MB")


def invented(number: int, luck: random.Random) -> str:
    names = luck.sample(range(20_000), 4)
    actors = [
        {
            "id": f"a{n}",
            "name": f"Vorname{name % 300} Nachname{name}",
            "kind": "person",
            "aliases": [],
            "roles": ["Minister"],
            "age": None,
        }
        for n, name in enumerate(names)
    ]
    said = [" ".join(f"wort{luck.randrange(3000)}" for _ in range(12)) for _ in range(4)]
    text = ". ".join(said)
    quotes, at = [], 0
    for n, words in enumerate(said):
        speaker = {"spans": [], "text": "er", "actor": f"a{n}", "confidence": 0.95}
        quotes.append(
            {
                "id": f"q{n}",
                "type": "direct",
                "spans": [[at, at + len(words)]],
                "speaker": speaker,
                "cue": None,
                "confidence": 0.9,
            }
        )
        at += len(words) + 2
    mentions = [{"start": 0, "end": 5, "label": "PER", "form": "name", "actor": "a2"}]
    publication = {
        "site": f"Blatt {number % 60}",
        "published": f"20{10 + number % 16}-{1 + number % 12:02}-11",
    }
    head = {"source": f"a#{number}", "language": "de", "title": "T", "pipeline": "x", "text": text}
    found = {"publication": publication, "mentions": mentions, "actors": actors, "quotes": quotes}
    return json.dumps({**head, **found})


def questions(articles: int) -> None:
    luck = random.Random(1)
    with TemporaryDirectory() as folder:
        parts = Parts(folder + "/out", Run("parquet", 500, "text", "x"))
        size = 10_000
        for part, first in enumerate(range(0, articles, size), 1):
            outcomes = [
                Outcome(f"a#{n}", (invented(n, luck),)) for n in range(first, min(first + size, articles))
            ]
            parts.finish(part, "", outcomes)
        before = megabytes(resource.RUSAGE_SELF)
        for question in (people, outlets, months, about, repeated):
            begun = time.perf_counter()
            with opened(folder + "/out", Narrowed()) as archive:
                rows = len(question(archive).rows)  # type: ignore[operator]
            print(f"{question.__name__:10} {time.perf_counter() - begun:6.2f} s  {rows:8} rows")
        print(
            f"{4 * articles} statements; {before:.0f} MB before, at most {megabytes(resource.RUSAGE_SELF):.0f} MB"
        )


def jobs(folder: Path) -> None:
    own = texts(folder) * 3
    words = sum(len(text.split()) for text in own)

    def coming() -> Iterator[Document]:
        for number, text in enumerate(own):
            yield Document(f"a#{number}", text, {"language": "de"})

    def timed(engine: Engine) -> float:
        from core.corpus.run import stream

        first = next(stream(iter([Document("a", own[0])]), engine))
        assert first.analyses
        begun = time.perf_counter()
        for outcome in stream(coming(), engine):
            assert outcome.analyses, outcome.error
        took = time.perf_counter() - begun
        engine.close()
        return took

    use_one_thread()
    bare = _bare(own)
    one = timed(InProcess(analyse))
    two = timed(Processes(2, analyse))
    print(f"{len(own)} documents, {words} words")
    for name, took in (("one job", one), ("two jobs", two), ("cluster of two", _on_a_cluster(timed))):
        rates = f"{len(own) / took:6.1f} documents/s {words / took:8.0f} words/s"
        print(f"{name:15} {rates}  {one / took:.2f} times one job, {two / took:.2f} times two")
    print(f"Lesart's own stages take {one / bare - 1:.0%} of the pipeline's time")


def _on_a_cluster(timed: Callable[[Engine], float]) -> float:
    """How long two workers of a cluster take, once both have loaded the model."""
    with TemporaryDirectory() as folder:
        machines = Machines(Path(folder))
        try:
            machines.scheduler()
            for _ in range(2):
                machines.worker()
            cluster = Cluster(machines.address, analyse_on_one_thread, 60)
            wait_for(lambda: cluster.slots == 2)
            both = iter([[Document(f"a{n}", texts(OWN)[n])] for n in range(16)])
            assert len(list(dispatch(both, cluster))) == 16
            return timed(cluster)
        finally:
            machines.end()


def kills(times: int) -> None:
    """Kill a run at random moments and begin it again; what is there at last must be what one run gives."""
    moments = random.Random(23)
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        own = texts(OWN)
        lines = (json.dumps({"text": f"{own[n % len(own)]}\n\nNummer {n}."}) for n in range(600))
        archive.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        parts = Parts(f"{folder}/once", Run("jsonl", 10, "text", "stub"))
        into_parts(documents([str(archive)]), InProcess(quick), parts, 10, lambda done, failed: None)
        often = Path(folder) / "often"
        killed = 0
        for _ in range(times):
            child = subprocess.Popen([*_QUIETLY, _RUNNER, str(archive), str(often)])
            wanted = len(list(often.glob("part-*"))) + moments.randint(1, 4)
            until = time.monotonic() + 60
            while child.poll() is None and len(list(often.glob("part-*"))) < wanted:
                assert time.monotonic() < until
                time.sleep(moments.random() / 100)
            child.kill()
            killed += child.wait() == -signal.SIGKILL
        assert (
            subprocess.run([sys.executable, "-c", _RUNNER, str(archive), str(often)], check=False).returncode
            == 0
        )
        same = _content(often) == _content(Path(folder) / "once")
    print(f"killed {killed} of {times} times: {'identical' if same else 'NOT IDENTICAL'}")
    raise SystemExit(not same)


_QUIETLY = [sys.executable, "-W", "ignore", "-c"]
_RUNNER = """
import sys
from core.corpus.inputs import documents
from core.corpus.local import Processes
from core.corpus.parts import Parts, Run
from core.corpus.run import into_parts
from tests.core.corpus.stub import slow
if __name__ == "__main__":
    engine = Processes(2, slow, "tests.core.corpus.stub")
    parts = Parts(sys.argv[2], Run("jsonl", 10, "text", "stub"))
    into_parts(documents([sys.argv[1]]), engine, parts, 10, lambda done, failed: None)
    engine.close()
"""


def _content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _bare(own: list[str]) -> float:
    from core.language.document import make_doc
    from core.language.pipeline import load_pipeline

    nlp = load_pipeline("de")
    begun = time.perf_counter()
    for text in own:
        article = plain_article(text, "a")
        doc = make_doc(nlp, article.text, article.blocks)
        for name, component in nlp.pipeline:
            if name != "lesart_quotes":
                doc = component(doc)
    return time.perf_counter() - begun


def main() -> None:
    """Measure one of the four."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("what", choices=("plumbing", "questions", "jobs", "kills"))
    options.add_argument("--articles", type=int, default=0)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--times", type=int, default=10)
    options.add_argument("--format", default="jsonl", choices=("jsonl", "parquet"))
    options.add_argument("--texts", type=Path, default=OWN)
    chosen = options.parse_args()
    run: dict[str, Callable[[], None]] = {
        "plumbing": lambda: plumbing(chosen.articles or 100_000, chosen.jobs, chosen.format),
        "questions": lambda: questions(chosen.articles or 250_000),
        "jobs": lambda: jobs(chosen.texts),
        "kills": lambda: kills(chosen.times),
    }
    run[chosen.what]()


if __name__ == "__main__":
    main()
