"""Analyse an article where nothing is loaded yet: what needs no spaCy begins before spaCy is imported."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import cast

from core.analysis.analysis import Analysis
from core.articles import Article
from core.articles.language import UNKNOWN, detect
from core.language.encoder.ahead import open_ahead
from core.language.installed import BUNDLED, MODELS, chosen_pipeline
from core.language.without_schemas import leave_out_schemas


def analyze_once(article: Article, progress: Callable[[float], None] | None = None) -> Analysis:
    """The same as `core.analyzer.analyze.analyze`, sooner, for a process that does nothing else.

    The model is opened while spaCy is being imported, and spaCy comes without its schemas.
    """
    if article.language == UNKNOWN:
        article = replace(article, language=detect(article.text))
    if article.language in BUNDLED and chosen_pipeline(article.language) is None:
        leave_out_schemas()
        open_ahead(MODELS / f"{article.language}_lesart" / "lesart_encoder")
    analyze = import_module("core.analyzer.analyze").analyze
    return cast(Analysis, analyze(article, progress))
