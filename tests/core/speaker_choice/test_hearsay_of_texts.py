"""Hearsay from a source that is nobody in particular."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.pipeline import GERMAN

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def test_the_source_before_it_is_named_though_it_is_no_actor():
    text = "Laut sulm.de kam Jan Lind am Abend in Norla an. Ina Brandt soll in Sulm geblieben sein."
    speaker = analyze(plain_article(text, "x")).quotes[-1].speaker
    assert speaker is not None
    assert [text[start:end] for start, end in speaker.spans] == ["sulm.de"]


def test_nobody_is_named_where_no_source_is():
    text = "Jan Lind kam am Abend in Norla an. Ina Brandt soll in Sulm geblieben sein."
    assert analyze(plain_article(text, "x")).quotes[-1].speaker is None
