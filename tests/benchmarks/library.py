"""`python -m tests.benchmarks.library`: what the library costs when it is small and when it is large.

Two libraries are made, of 10 and of 10,000 articles with ten annotations each, and both are used in turn in one run:
listing, saving one annotation, opening one article, searching all annotations, and the first screen of `lesart` in a
pseudo-terminal. The exit status is 1 when a figure is beyond its bar.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from core.annotations import Anchor, Annotation
from core.annotations.annotation import now
from core.annotations.serialise import annotation_to_dict
from core.articles import Article, Block, BlockKind
from core.library import Library, durable_files
from core.library.file_format import pack
from core.library.records import ANNOTATIONS, ARTICLES, article_to_document
from core.library.states import STATES
from core.library.storage import Files, Kind
from tests.benchmarks.terminal import seconds_until

NOTES = 10
"""Annotations an article."""
NAMES = ("Imke Brodersen", "Jon Varga", "Ada Lind", "Tjark Möller", "Aylin Öztürk")
PLACES = ("im Hafen", "am Deich", "auf der Werft", "im Rathaus", "an der Schleuse", "vor Gericht")
THINGS = ("die Kräne", "der Haushalt", "die Brücke", "der Fährplan", "das Gutachten", "die Frist")
DOINGS = ("prüfte", "verschob", "lobte", "bezweifelte", "verteidigte", "erklärte")
TAGS = ("hafen", "politik/wahl", "politik/haushalt", "frist", "zahl", "quelle", "prüfen", "zitat")


def article_number(number: int, chance: random.Random) -> Article:
    """An article of some 25 sentences made up from words."""
    sentences = [f"{chance.choice(NAMES)} und Nummer {number} {chance.choice(PLACES)}"]
    for _ in range(25):
        words = (NAMES, DOINGS, PLACES, THINGS)
        who, does, where, what = (chance.choice(each) for each in words)
        sentences.append(f"{who} {does} {where} zum {chance.randint(2, 90)}. Mal {what}.")
    text = sentences[0] + "\n\n" + " ".join(sentences[1:]) + "\n"
    blocks = (
        Block(BlockKind.HEADLINE, 0, len(sentences[0])),
        Block(BlockKind.PARAGRAPH, len(sentences[0]) + 2, len(text) - 1),
    )
    return Article(f"archiv/{number:05}.txt", text, blocks, "de", sentences[0])


def annotation_on(article: Article, chance: random.Random) -> Annotation:
    """A tag or two and a note on some words."""
    start = chance.randrange(len(article.text) - 60)
    anchor = Anchor.of(article.text, start, start + chance.randint(5, 60))
    note = f"{chance.choice(THINGS)} bei {chance.choice(NAMES)} nachfragen, Seite {chance.randint(1, 400)}"
    tags = tuple(chance.sample(TAGS, chance.randint(1, 2)))
    return Annotation.new(anchor, tags, note if chance.random() < 0.7 else "")


def fill(folder: Path, articles: int) -> list[Article]:
    """A library of that many articles, written file by file without waiting for the disk."""
    files, chance, moment = Files(folder), random.Random(articles), now()
    made: list[Article] = []

    def put(kind: Kind, key: str, content: bytes) -> None:
        for path in (files.path(kind, key), files.backup(kind, key)):
            durable_files.make_folder(path.parent)
            path.write_bytes(content)

    for number in range(articles):
        article = article_number(number, chance)
        made.append(article)
        key = article.key
        document = article_to_document(article, [article.source], moment)
        put(ARTICLES, key, pack("articles", {"articles": {"1": document}}))
        notes = {str(each + 1): annotation_to_dict(annotation_on(article, chance)) for each in range(NOTES)}
        put(ANNOTATIONS, key, pack("annotations", {"annotations": notes}))
        if number % 4 == 0:
            state = {"state": "read", "opened": moment, "removed": ""}
            put(STATES, key, pack("states", {"states": {"1": state}}))
    os.sync()
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
            article = chance.choice(articles[name])
            annotation = annotation_on(article, chance)
            took = milliseconds(lambda library=library, a=article, b=annotation: library.save(a, b))
            path = Files(homes[name] / "library").path(ANNOTATIONS, article.key)
            content = path.read_bytes()
            bare = milliseconds(lambda path=path, content=content: durable_files.write(path, content))
            if run >= 3:  # The first saves of a program import what they need.
                times[name].append(took)
                times[f"{name} bare"].append(bare)
    return times


def main() -> int:
    """Measure, print, judge."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=40)
    options.add_argument("--folder", type=Path, help="where to make the libraries; a temporary one else")
    chosen = options.parse_args()
    row = Row()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as place:
        homes = {name: Path(place) / name for name in ("small", "large")}
        articles = {
            name: fill(homes[name] / "library", number)
            for name, number in (("small", 10), ("large", chosen.articles))
        }
        large = homes["large"]

        def fresh() -> Library:
            return Library(large / "library", large / "cache")

        time.sleep(2.1)  # Files just written are read again until they are two seconds old.
        row.tell(
            "listing, nothing remembered", milliseconds(fresh().articles), note="(once, after a bulk import)"
        )
        row.tell(
            "listing at the start, as remembered",
            median(milliseconds(lambda: fresh().first_articles()) for _ in range(7)),
        )
        row.tell("listing at the start, exact", median(milliseconds(fresh().articles) for _ in range(7)))
        warm = fresh()
        warm.articles()
        row.tell("listing again", median(milliseconds(warm.articles) for _ in range(7)))
        row.tell("tags", median(milliseconds(lambda: fresh().tags()) for _ in range(5)))

        times = saving(homes, articles, chosen.runs)
        medians = {name: median(values) for name, values in times.items()}
        for name, value in medians.items():
            row.tell(f"saving one annotation, {name}", value)
        row.tell("saving, large against small", medians["large"] / medians["small"], "", 1.3)
        row.tell(
            "saving, large beyond the bare durable write", medians["large"] - medians["large bare"], "ms", 10
        )

        small = Library(homes["small"] / "library", homes["small"] / "cache")
        opened = [
            (milliseconds(lambda a=a: warm.open_article(a)), milliseconds(lambda b=b: small.open_article(b)))
            for a, b in zip(articles["large"][5:25], articles["small"] * 2, strict=True)
        ]
        row.tell("opening a known article, large", median(large for large, _ in opened))
        row.tell("opening a known article, small", median(small for _, small in opened))
        new = replace(articles["large"][0], source="neu.txt", text=articles["large"][0].text + "Neu.")
        row.tell("opening a new article, large", milliseconds(lambda: warm.open_article(new)))

        for query in ("Öztürk Seite 17", "gutachten", "#politik", "brodersen", "nirgends zu finden", "e"):
            found = warm.search(query)
            row.tell(f"search “{query}”", median(milliseconds(lambda q=query: warm.search(q)) for _ in range(5)),
                     "ms", 300, f"{len(found)} found")  # fmt: skip
        row.tell(
            "search at the start", median(milliseconds(lambda: fresh().search("Öztürk")) for _ in range(3))
        )

        lesart = str(Path(sys.executable).with_name("lesart"))
        screens: dict[str, list[float]] = {name: [] for name in homes}
        for run in range(6):
            for name, home in homes.items():
                marker = "neu.txt" if name == "large" else "archiv/"
                environment = {"LESART_HOME": str(home), "PYTHONDONTWRITEBYTECODE": ""}
                took = seconds_until([lesart], marker, environment)
                if run:
                    screens[name].append(took)
        for name, values in screens.items():
            bar = 1.0 if name == "large" else None
            row.tell(f"first screen of the library, {name}", median(values), "s", bar)
        row.tell("first screen, large against small", median(screens["large"]) / median(screens["small"]), "")
    return int(row.failed)


if __name__ == "__main__":
    sys.exit(main())
