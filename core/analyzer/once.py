"""Analyse an article where nothing is loaded yet: what needs no spaCy begins before spaCy is imported."""

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import cast

from core.analysis.analysis import Analysis
from core.articles import Article
from core.articles.language import UNKNOWN, detect
from core.language.encoder.ahead import open_ahead
from core.language.installed import BUNDLED, MODELS, chosen_pipeline
from core.language.without_entry_points import leave_out_entry_points
from core.language.without_schemas import leave_out_schemas

_RULES = "core.analyzer.analyze"


def analyze_once(article: Article, progress: Callable[[float], None] | None = None) -> Analysis:
    """The same as `core.analyzer.analyze.analyze`, sooner, for a process that does nothing else.

    The model is opened while spaCy is being imported, and reads while the rules are. spaCy comes without its schemas
    and without what other packages announce to it.
    """
    if article.language == UNKNOWN:
        article = replace(article, language=detect(article.text))
    if article.language in BUNDLED and chosen_pipeline(article.language) is None:
        leave_out_schemas()
        leave_out_entry_points()
        open_ahead(MODELS / f"{article.language}_lesart" / "lesart_encoder")
        if _RULES not in sys.modules:
            return _begun_before_rules(article, progress)
    return cast(Analysis, import_module(_RULES).analyze(article, progress))


def _begun_before_rules(article: Article, progress: Callable[[float], None] | None) -> Analysis:
    module = import_module("core.analyzer.reading")
    reading = module.Reading(module.pipeline(article.language), article, progress).begin()
    rules = import_module(_RULES)
    rules.prepare(article.language)
    return cast(Analysis, rules.analysis_of_reading(reading))
