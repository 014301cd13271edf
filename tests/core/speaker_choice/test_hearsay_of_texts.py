"""Hearsay from a source that is nobody in particular."""

import pytest

from core.analysis.analysis import QuoteType
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


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Ada Lind bestritt die Darstellung, wonach sie Geld genommen habe.", False),
        ("Ada Lind bestritt Gerüchte, nach denen sie Geld genommen habe.", False),
        ("Ada Lind bekräftigte ihre Ansicht, wonach die Steuer sinken müsse.", True),
    ],
)
def test_whoever_answers_a_rumour_does_not_say_what_it_says(text, speaks):
    analysis = analyze(plain_article(text, "x"))
    (lind,) = [actor.id for actor in analysis.actors if actor.name == "Ada Lind"]
    said = [quote for quote in analysis.quotes if quote.type is not QuoteType.REPORTED]
    assert [quote.speaker is not None and quote.speaker.actor == lind for quote in said] == [speaks]
