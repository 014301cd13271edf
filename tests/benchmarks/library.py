"""`python -m tests.benchmarks.library`: what the library costs when it is small and when it is large.

Two libraries are made, of 10 and of 10,000 articles (`--articles`), and both are used in turn in one run. The articles
are made up from words and are analysed: each has some ten actors and ten statements, one of its actors is in half of
all articles, and every tenth has ten annotations; in the small library each has them, so that annotations are saved
in one article after another there as well. Measured are filling the index, the first screen of `lesart` in a
pseudo-terminal, searching, the next unread article, a dossier, saving an annotation, adding, and the memory of a
process that lists everything. The exit status is 1 when a figure is beyond its bar.
"""

import argparse
import contextlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.analysis.serialise import analysis_to_dict
from core.annotations import Anchor, Annotation
from core.annotations.annotation import now
from core.annotations.serialise import annotation_to_dict
from core.articles import Article, Block, BlockKind, Publication
from core.library import Library, durable_files
from core.library.analyses import fingerprint_of
from core.library.file_format import pack
from core.library.index.query import Choice, parse
from core.library.records import ANNOTATIONS, ARTICLES, article_to_document
from core.library.states import STATES
from core.library.storage import Files, Kind
from tests.benchmarks.terminal import seconds_until
from tui.screens.library.finder import FIRST as SHOWN_FIRST

MANY = 10_000
"""Annotations of an article that has very many."""
_SOME = 5000
"""Articles from whose beginning on some are given back, to be changed."""
_ALL = 100
"""Articles up to which each has annotations, not only every tenth."""
NOTES = 10
"""Annotations of an article that has some."""
NAMES = ("Imke Brodersen", "Jon Varga", "Ada Lind", "Tjark Möller", "Aylin Öztürk")
FIRST = ("Anke", "Bo", "Cem", "Dora", "Enno", "Fenja", "Gesa", "Hauke", "Ivo", "Jette", "Knut", "Lale")
LAST = (
    "Harms",
    "Petersen",
    "Yilmaz",
    "Voss",
    "Carstens",
    "Lüders",
    "Nissen",
    "Thoms",
    "Wulf",
    "Zander",
    "Ebers",
)
PLACES = ("im Hafen", "am Deich", "auf der Werft", "im Rathaus", "an der Schleuse", "vor Gericht")
THINGS = ("die Kräne", "der Haushalt", "die Brücke", "der Fährplan", "das Gutachten", "die Hafenbehörde")
DOINGS = ("prüfte", "verschob", "lobte", "bezweifelte", "verteidigte", "erklärte")
TAGS = ("hafen", "politik/wahl", "politik/haushalt", "frist", "zahl", "quelle", "prüfen", "zitat")
SITES = ("Küstenblick", "Hafenbote", "Deichkurier", "Inselpost")
BUSIEST = "Ada Lind"


def article_number(number: int, chance: random.Random) -> Article:
    """An article of some 25 sentences made up from words."""
    sentences = [f"{chance.choice(NAMES)} und Nummer {number} {chance.choice(PLACES)}"]
    for _ in range(25):
        words = (NAMES, DOINGS, PLACES, THINGS)
        who, does, where, what = (chance.choice(each) for each in words)
        sentences.append(
            f"{who} {does} {where} zum {chance.randint(2, 90)}. Mal {what} Wort{chance.randint(1, 20_000)}."
        )
    text = sentences[0] + "\n\n" + " ".join(sentences[1:]) + "\n"
    blocks = (
        Block(BlockKind.HEADLINE, 0, len(sentences[0])),
        Block(BlockKind.PARAGRAPH, len(sentences[0]) + 2, len(text) - 1),
    )
    day = f"20{chance.randint(10, 25):02}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    site = chance.choice(SITES)
    about = Publication(published=day, site=site)
    return Article(f"https://{site.lower()}.example/{number}", text, blocks, "de", sentences[0], about)


def analysis_of(article: Article, chance: random.Random) -> Analysis:
    """Ten actors, one of whom is in half of all articles, and ten statements."""
    names = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(9)]
    names.append(BUSIEST if chance.random() < 0.5 else chance.choice(NAMES))
    actors = tuple(
        Actor(f"a{number}", name, ActorKind.PERSON) for number, name in enumerate(dict.fromkeys(names), 1)
    )
    mentions = tuple(
        Mention(20 * at, 20 * at + 8, Label.PER, actor=actor.id) for at, actor in enumerate(actors, 1)
    )
    quotes = tuple(
        Quote(
            f"q{at}",
            QuoteType.INDIRECT,
            ((70 * at, 70 * at + 60),),
            "r",
            0.9,
            Speaker((), actor.name, actor.id),
        )
        for at, actor in enumerate((*actors, actors[-1]), 1)
    )
    return Analysis(pipeline="made up", language="de", mentions=mentions, actors=actors, quotes=quotes)


def annotation_on(article: Article, chance: random.Random) -> Annotation:
    """A tag or two and a note on some words."""
    start = chance.randrange(len(article.text) - 60)
    anchor = Anchor.of(article.text, start, start + chance.randint(5, 60))
    note = f"{chance.choice(THINGS)} bei {chance.choice(NAMES)} nachfragen, Seite {chance.randint(1, 400)}"
    tags = tuple(chance.sample(TAGS, chance.randint(1, 2)))
    return Annotation.new(anchor, tags, note if chance.random() < 0.7 else "")


def fill(home: Path, articles: int) -> list[Article]:
    """A library of that many articles, written file by file without waiting for the disk. Returns some of them.

    One that was made before is left as it is.
    """
    there = (home / "made").exists()
    step = 10 if articles > _ALL else 1
    files, moment = Files(home / "library"), now()
    analyses = home / "cache" / "analyses"
    durable_files.make_folder(analyses)
    made: list[Article] = []

    def put(kind: Kind, key: str, content: bytes) -> None:
        for path in (files.path(kind, key), files.backup(kind, key)):
            durable_files.make_folder(path.parent)
            path.write_bytes(content)

    for number in range(articles):
        if there and (number % step or number >= _SOME):
            continue
        chance = random.Random(number)
        article = article_number(number, chance)
        if number % step == 0 and number < _SOME:
            made.append(article)
        if there:
            continue
        key = article.key
        document = article_to_document(article, [article.source], moment)
        put(ARTICLES, key, pack("articles", {"articles": {"1": document}}))
        if number % step == 0:
            notes = {
                str(each + 1): annotation_to_dict(annotation_on(article, chance)) for each in range(NOTES)
            }
            put(ANNOTATIONS, key, pack("annotations", {"annotations": notes}))
        if number % 4 == 0:
            state = {"state": "read", "opened": moment, "removed": ""}
            put(STATES, key, pack("states", {"states": {"1": state}}))
        analysis = {
            "article": fingerprint_of(article),
            "analysis": analysis_to_dict(analysis_of(article, chance)),
        }
        content = pack("analysis", {"analysis": {"1": analysis}}, indent=None)
        (analyses / f"{key}.json").write_bytes(content)
    os.sync()
    (home / "made").touch()
    return made


def milliseconds(what: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    what()
    return (time.perf_counter() - started) * 1000


class Row:
    """One line of the result, with its bar if it has one."""

    def __init__(self) -> None:
        self.failed = False

    def tell(
        self, name: str, value: float, unit: str = "ms", bar: float | None = None, note: str = ""
    ) -> None:
        """Print a figure and remember whether it is beyond its bar."""
        beyond = bar is not None and value > bar
        self.failed |= beyond
        told = "" if bar is None else f"bar {bar:g}{'  BEYOND' if beyond else ''}"
        print(f"{name:52} {value:9.2f} {unit:3} {told:16} {note}", flush=True)


def saving(homes: dict[str, Path], articles: dict[str, list[Article]], runs: int) -> dict[str, list[float]]:
    """Times of saving one annotation in each library in turn, and of nothing but the durable write of that file."""
    chance = random.Random(5)
    libraries = {name: Library(home / "library", home / "cache") for name, home in homes.items()}
    times: dict[str, list[float]] = {name: [] for name in (*homes, *(f"{name} bare" for name in homes))}
    for run in range(runs + 3):
        for name, library in libraries.items():
            article = articles[name][run % len(articles[name])]
            annotation = annotation_on(article, chance)
            took = milliseconds(lambda library=library, a=article, b=annotation: library.save(a, b))
            path = Files(homes[name] / "library").path(ANNOTATIONS, article.key)
            content = path.read_bytes()
            bare = milliseconds(lambda path=path, content=content: durable_files.write(path, content))
            if run >= 3:  # The first saves of a program import what they need.
                times[name].append(took)
                times[f"{name} bare"].append(bare)
    return times


def saving_among_many(home: Path) -> tuple[float, list[float]]:
    """Times of saving in an article that has thousands of annotations: once after opening it, and then again."""
    shutil.rmtree(home, ignore_errors=True)  # That of an earlier run has more by now.
    chance = random.Random(6)
    article = article_number(2_000_000, chance)
    Library(home / "library").save_all(article, [annotation_on(article, chance) for _ in range(MANY)])
    library = Library(home / "library", home / "cache")
    library.open_article(article)
    new = [annotation_on(article, chance) for _ in range(16)]
    first, *others = [milliseconds(lambda each=each: library.save(article, each)) for each in new]
    return first, others


_MEMORY = """
import resource, sys
from pathlib import Path
from core.library import Library
from core.library.index.query import Choice, parse
home = Path(sys.argv[1])
library = Library(home / "library", home / "cache")
library.first_articles(); library.article_numbers(); library.counts(); library.find(parse("hafen"), 200)
library.dossier("Ada Lind")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def memory(home: Path) -> float:
    """MiB of a process that lists, searches and gathers."""
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(home)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=40)
    options.add_argument(
        "--folder", type=Path, help="where to keep the libraries for other runs; a temporary one else"
    )
    chosen = options.parse_args()
    row = Row()
    with contextlib.ExitStack() as stack:
        place = chosen.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        numbers = {"small": 10, "large": chosen.articles}
        homes = {name: place / f"{name}-{number}" for name, number in numbers.items()}
        started = time.perf_counter()
        articles = {name: fill(homes[name], number) for name, number in numbers.items()}
        row.tell("making the libraries", time.perf_counter() - started, "s")
        large = homes["large"]

        def fresh() -> Library:
            return Library(large / "library", large / "cache")

        row.tell("filling the index", milliseconds(fresh().counts) / 1000, "s")
        size = sum(path.stat().st_size for path in (large / "library").glob("index.sqlite3*"))
        row.tell("its size", size / (1 << 20), "MiB")
        measure_screen(row, homes)
        measure_questions(row, fresh, chosen.articles)
        measure_changes(row, homes, articles, chosen.runs)
        row.tell("memory of a process that does all that", memory(large), "MiB", 250)
        row.tell("memory of this process", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MiB")
    return int(row.failed)


def measure_screen(row: Row, homes: dict[str, Path]) -> None:
    """From the shell to the list, in a pseudo-terminal."""
    lesart = str(Path(sys.executable).with_name("lesart"))
    screens: dict[str, list[float]] = {name: [] for name in homes}
    for run in range(6):
        for name, home in homes.items():
            environment = {"LESART_HOME": str(home), "PYTHONDONTWRITEBYTECODE": ""}
            took = seconds_until([lesart], " new", environment)
            if run:
                screens[name].append(took)
    for name, values in screens.items():
        row.tell(f"library on the screen, {name}", median(values), "s", 1.0 if name == "large" else None)


def measure_questions(row: Row, fresh: Callable[[], Library], number: int) -> None:
    """Lists, searches, the next unread, a dossier."""
    row.tell("first articles", median(milliseconds(lambda: fresh().first_articles()) for _ in range(5)))
    row.tell(
        "all numbers of the list", median(milliseconds(lambda: fresh().article_numbers()) for _ in range(5))
    )
    warm = fresh()
    key = warm.records(warm.article_numbers()[number // 2 :][:1])[0].key
    row.tell("next unread", median(milliseconds(lambda: warm.next_unread(key)) for _ in range(9)), "ms", 50)
    row.tell("counts by state", median(milliseconds(warm.counts) for _ in range(5)))
    row.tell("tags", median(milliseconds(warm.tags) for _ in range(5)))
    for line in (
        "hafen", "behörde", "wort123", "öztürk brodersen werft", '"im rathaus"', "nirgends", "e", "#politik",
        "gutachten -hafen", "speaker:lind", "speaker:lind hafen since:2024", "hafen source:bote", "kind:indirect",
    ):  # fmt: skip
        query = parse(line)
        found = warm.find(query, SHOWN_FIRST)
        took = median(milliseconds(lambda query=query: warm.find(query, SHOWN_FIRST)) for _ in range(5))
        row.tell(f"search “{line}”", took, "ms", 100, f"{len(found)} found")
    query = parse("hafen")
    keys = [hit.article.key for hit in warm.find(query, SHOWN_FIRST)][:40]
    row.tell("40 snippets", median(milliseconds(lambda: warm.snippets(query, keys)) for _ in range(3)))
    start = median(milliseconds(lambda: fresh().find(query, SHOWN_FIRST)) for _ in range(3))
    row.tell("search at the start", start)
    row.tell("all that is found", median(milliseconds(lambda: warm.find(query)) for _ in range(3)))
    row.tell("dossier of the busiest actor", median(milliseconds(lambda: warm.dossier(BUSIEST)) for _ in range(3)),
             "ms", 500)  # fmt: skip
    narrowed = Choice(speaker="lind", since="2024")
    row.tell(
        "a list narrowed by speaker",
        median(milliseconds(lambda: warm.article_numbers(narrowed)) for _ in range(3)),
    )


def measure_changes(row: Row, homes: dict[str, Path], articles: dict[str, list[Article]], runs: int) -> None:
    """Saving, opening, adding."""
    times = {name: median(values) for name, values in saving(homes, articles, runs).items()}
    for name, value in times.items():
        row.tell(f"saving one annotation, {name}", value)
    row.tell("saving, large against small", times["large"] / times["small"], "", 1.3)
    row.tell("saving, large beyond the bare durable write", times["large"] - times["large bare"], "ms", 10)
    first, others = saving_among_many(homes["small"].with_name("many"))
    row.tell(f"the first save in an article with {MANY} notes", first)
    row.tell(f"saving one annotation among {MANY} of one article", median(others), "ms", 60)
    library = Library(homes["large"] / "library", homes["large"] / "cache")
    row.tell(
        "opening a known article, large",
        median(milliseconds(lambda a=a: library.open_article(a)) for a in articles["large"][5:15]),
    )
    chance = random.Random(77)
    new = [article_number(1_000_000 + number, chance) for number in range(100)]
    took = milliseconds(lambda: [library.add(article) for article in new]) / 1000
    row.tell("adding an article, large", took * 10, "ms", 20, f"{100 / took:.0f} a second")


if __name__ == "__main__":
    sys.exit(main())
