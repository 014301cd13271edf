"""Minimal pairs with the bundled pipeline: what is speech in marks, and what only looks like it."""

from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

import core.quotes.component  # noqa: F401
from core.analysis.analysis import QuoteType
from core.language.document import make_doc
from core.language.pipeline import GERMAN, load_pipeline
from tests.core.language.bracketed import paragraph_blocks

DATA = Path(__file__).parents[2] / "data" / "quotes"
BAR = 0.95

needs_model = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@cache
def pipeline() -> Language:
    nlp = load_pipeline("de")
    if "lesart_quotes" not in nlp.pipe_names:
        nlp.add_pipe("lesart_quotes")
    return nlp


def direct(text: str) -> list[str]:
    nlp = pipeline()
    doc = make_doc(nlp, text, paragraph_blocks(text))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [text[f.start : f.end] for f in doc._.findings if f.type is QuoteType.DIRECT]


def wrong_in(name: str) -> tuple[list[str], int]:
    """The sentences of a file that are judged wrongly, and how many it has."""
    wrong, total = [], 0
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        _, speech, other = line.split("\t")
        total += 2
        if len(direct(speech)) != 1:
            wrong.append(speech)
        if direct(other):
            wrong.append(other)
    return wrong, total


@needs_model
@pytest.mark.parametrize("name", ["pairs_tuning.tsv", "pairs_measuring.tsv"])
def test_speech_is_told_from_what_only_looks_like_it(name):
    wrong, total = wrong_in(name)
    assert total >= 70
    assert 1 - len(wrong) / total >= BAR, f"{len(wrong)} wrong"
