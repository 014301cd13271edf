"""`python -m tests.benchmarks.dossiers`: how long a dossier takes in a library of so many articles.

Every article is a sample with a number behind it, so all analyses are alike; the actor asked for is in one article of
a hundred. Printed are the seconds of a first look and of a second one by the same program.
"""

import argparse
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from core.analysis import Actor, ActorKind, Analysis
from core.analyzer.analyze import analyze
from core.articles import Article
from core.articles.sources import read_article
from core.library import Library
from core.locations import ASSETS

SAMPLE = ASSETS / "samples" / "hafenkoenigin.txt"
NAME = "Ulla Hain"


def main() -> None:
    """Fill a library that is thrown away afterwards, look, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    number = options.parse_args().articles
    os.fsync = lambda descriptor: None
    article = read_article(str(SAMPLE))
    analysis = analyze(article)
    with tempfile.TemporaryDirectory() as home:
        library = Library(Path(home) / "library", Path(home) / "cache")
        for index in range(number):
            own = replace(article, source=f"{index}.txt", text=f"{article.text}{index}\n")
            _fill(library, own, analysis, special=index % 100 == 0)
        library = Library(Path(home) / "library", Path(home) / "cache")
        for look in ("first", "second"):
            start = time.perf_counter()
            found = library.dossier(NAME)
            seconds = time.perf_counter() - start
            print(f"{look} look: {seconds:.2f} s, {len(found.appearances)} of {number} articles")


def _fill(library: Library, article: Article, analysis: Analysis, special: bool) -> None:
    actors = analysis.actors
    if special:
        actors = (*actors, Actor("x", NAME, ActorKind.PERSON))
    library.open_article(article)
    library.keep_analysis(article, replace(analysis, actors=actors))


if __name__ == "__main__":
    main()
