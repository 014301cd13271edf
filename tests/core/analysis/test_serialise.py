"""Articles and analyses as JSON and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, Part, Quote, QuoteType, Speaker
from core.analysis.serialise import analysis_from_dict, analysis_to_dict, to_dict
from core.articles.serialise import MalformedError, article_from_dict, article_to_dict
from core.articles.texts import plain_article

spans = st.lists(st.tuples(st.integers(0, 50), st.integers(51, 99)), min_size=1, max_size=3).map(tuple)
words = st.text(max_size=8)
mentions = st.builds(
    Mention,
    st.integers(0, 50),
    st.integers(51, 99),
    st.sampled_from(Label),
    st.sampled_from(Form),
    st.none() | words,
)
actors = st.builds(
    Actor,
    words,
    words,
    st.sampled_from(ActorKind),
    st.lists(words, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.none() | st.integers(0, 120),
)
parts = st.none() | st.builds(Part, spans)
quotes = st.builds(
    Quote,
    words,
    st.sampled_from(QuoteType),
    spans,
    words,
    st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    st.none() | st.builds(Speaker, spans, words, st.none() | words),
    parts,
    parts,
    parts,
)
analyses = st.builds(
    Analysis,
    words,
    st.lists(mentions, max_size=3).map(tuple),
    st.lists(actors, max_size=3).map(tuple),
    st.lists(quotes, max_size=3).map(tuple),
    words,
    st.booleans(),
)


@given(analyses)
def test_an_analysis_survives_the_journey(analysis: Analysis) -> None:
    assert analysis_from_dict(json.loads(json.dumps(analysis_to_dict(analysis)))) == analysis


@given(st.text(max_size=200))
def test_an_article_survives_the_journey(text: str) -> None:
    article = plain_article(text, "-")
    assert article_from_dict(json.loads(json.dumps(article_to_dict(article)))) == article


def test_the_object_has_the_keys_that_scripts_rely_on() -> None:
    article = plain_article("Ein Satz.", "a.txt")
    found = to_dict(article, Analysis("p", language="de"))
    assert set(found) >= {"source", "language", "title", "text", "blocks", "mentions", "actors", "quotes"}
    assert found["language"] == "de"


@pytest.mark.parametrize("nonsense", [{}, [], None, {"text": 1}, {"pipeline": "p", "mentions": [{}]}, "x"])
def test_nonsense_is_told_from_an_analysis(nonsense: object) -> None:
    with pytest.raises(MalformedError):
        analysis_from_dict(nonsense)  # type: ignore[arg-type]
    with pytest.raises(MalformedError):
        article_from_dict(nonsense)  # type: ignore[arg-type]
