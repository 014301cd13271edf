"""Analyses made once in this process, and kept where a program that a test starts finds them.

A program of its own would load the language model anew, for seconds. That it analyses by itself is tested by the first
of `test_first_reading`, by `test_nothing_leaves` and, for what comes in by a feed, by `test_a_morning`.
"""

from functools import cache
from pathlib import Path

from core.analyzer.analyze import analyze
from core.articles.sources import read_article
from core.library.analyses import AnalysisCache
from core.locations import DEMO

_analysis = cache(analyze)


def keep_analysis(home: Path, source: Path = DEMO) -> None:
    """Keep the analysis of an article for the programs that have this home."""
    article = read_article(str(source))
    assert AnalysisCache(home / "cache" / "analyses").keep(article, _analysis(article))
