"""In a process that analyses one article spaCy imports nothing that other packages announce, until it is needed."""

import subprocess
import sys

BEFORE = """
from importlib import metadata
from core.language.without_entry_points import leave_out_entry_points, take_in_entry_points
look = metadata.entry_points
leave_out_entry_points()
import sys, spacy
from spacy.util import registry
"""


def said_by(code: str) -> list[str]:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_nothing_announced_is_imported_with_a_pipeline() -> None:
    code = 'spacy.blank("de"); print(any(name.startswith("core.quotes") for name in sys.modules))'
    assert said_by("import sys, spacy\n" + code) == ["True"], "Lesart announces its own components"
    assert said_by(BEFORE + code) == ["False"]


def test_everybody_else_still_finds_what_is_announced() -> None:
    code = "print(metadata.entry_points is look, bool(metadata.entry_points(group='spacy_factories')))"
    assert said_by(BEFORE + code) == ["True True"]


def test_what_is_announced_can_be_taken_in_later() -> None:
    code = """
def found():
    return "lesart_dates" in registry._entry_point_factories.get_all()
print(found())
take_in_entry_points()
print(found())
"""
    assert said_by(BEFORE + code) == ["False", "True"]


def test_where_spacy_is_there_already_nothing_is_left_out() -> None:
    code = """
import spacy
from core.language.without_entry_points import leave_out_entry_points
leave_out_entry_points()
from spacy.util import registry
print("lesart_dates" in registry._entry_point_factories.get_all())
"""
    assert said_by(code) == ["True"]


def test_a_pipeline_that_is_not_bundled_has_what_is_announced() -> None:
    code = """
from core.analyzer.once import analyze_once
from core.articles.texts import plain_article
from dataclasses import replace
german = plain_article("Die Müllerin Lea Brunner sagte: „Das Rad dreht sich wieder.“", "rad.txt")
print(len(analyze_once(german).quotes))
print(len(analyze_once(replace(german, language="fr")).quotes))
from spacy.util import registry
print("lesart_dates" in registry._entry_point_factories.get_all())
"""
    assert said_by(code) == ["1", "1", "True"]
