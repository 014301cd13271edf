"""Slow work done in child processes; the code for it is imported only when needed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from core.articles import Article
from core.articles.late import late

if TYPE_CHECKING:
    from core.analysis import Analysis
    from core.analyzer.in_child_process import PatientAnalyzer

Analyze = Callable[[Article], Awaitable["Analysis"]]
"""Makes the analysis of an article without holding up the screen. Raises AnalysisError with a sentence."""

Read = Callable[[str], Awaitable[Article]]
"""Reads a source; raises SourceError, and leaves off when it is cancelled."""


async def analyze_apart(article: Article) -> Analysis:
    """The analysis of an article."""
    from core.analyzer import in_child_process

    return await in_child_process.analyze_apart(article)


def patient_analyzer() -> PatientAnalyzer:
    """What analyses articles ahead, one after the other."""
    make: Callable[[], PatientAnalyzer] = late("core.analyzer.in_child_process:PatientAnalyzer")
    return make()


async def read_apart(source: str) -> Article:
    """The article in a source."""
    from core.articles import in_child_process

    return await in_child_process.read_apart(source)


def pipeline_version(language: str) -> str:
    """What names the pipeline that analyses a language."""
    from core.analyzer import version

    return version.pipeline_version(language)
