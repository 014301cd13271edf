"""In a process that analyses one article spaCy imports nothing that other packages announce, until it is needed."""

from collections.abc import Mapping

import pytest

from tests.fresh import said_by

BEFORE = """
from importlib import metadata
from core.language.without_entry_points import leave_out_entry_points, take_in_entry_points
look = metadata.entry_points
leave_out_entry_points()
import sys, spacy
from spacy.util import registry
"""


AFTERWARDS = {
    "nothing announced is imported with a pipeline": (
        'spacy.blank("de"); print(any(name.startswith("core.quotes") for name in sys.modules))',
        "False",
    ),
    "everybody else still finds what is announced": (
        "print(metadata.entry_points is look, bool(metadata.entry_points(group='spacy_factories')))",
        "True True",
    ),
    "what is announced can be taken in later": (
        """
def found():
    return "lesart_dates" in registry._entry_point_factories.get_all()
print(found())
take_in_entry_points()
print(found())
""",
        "False\nTrue",
    ),
}
"""Programs that are run when entry points have been left out, and what they say."""


@pytest.fixture(scope="module")
def said() -> Mapping[str, str]:
    programs = [program for program, _ in AFTERWARDS.values()]
    return dict(zip(AFTERWARDS, said_by(*programs, after=BEFORE), strict=True))


@pytest.mark.parametrize("what", AFTERWARDS)
def test_without_entry_points(said: Mapping[str, str], what: str) -> None:
    assert said[what] == AFTERWARDS[what][1]


def test_a_pipeline_brings_what_is_announced_where_nothing_is_left_out() -> None:
    code = """
import sys, spacy
spacy.blank("de")
print(any(name.startswith("core.quotes") for name in sys.modules))
"""
    assert said_by(code) == ["True"], "Lesart announces its own components"


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
print(len(analyze_once(replace(german, language="it")).quotes))
from spacy.util import registry
print("lesart_dates" in registry._entry_point_factories.get_all())
"""
    assert said_by(code) == ["1\n1\nTrue"]
