"""What a headline says behind a colon, with a source before it."""

import pytest

from core.analyzer.analyze import analyze
from core.articles.texts import plain_article


def statements(headline: str) -> list[tuple[str, str]]:
    text = f"{headline}\n\nMehr war gestern nicht bekannt.\n"
    analysis = analyze(plain_article(text, "a"))
    return [
        (text[q.spans[0][0] : q.spans[-1][1]], q.speaker.text if q.speaker else "") for q in analysis.quotes
    ]


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("Studie: Lotsen schlafen zu wenig", "Lotsen schlafen zu wenig", "Studie"),
        ("Polizei: Dieb kam durch das Fenster", "Dieb kam durch das Fenster", "Polizei"),
        ("Ministerin: Fähre muss sparen", "Fähre muss sparen", "Ministerin"),
    ],
)
def test_a_source_before_a_colon(headline, words, who):
    assert statements(headline) == [(words, who)]


@pytest.mark.parametrize("headline", ["Handball: Leer verliert wieder", "Husum: Mann fällt ins Wasser"])
def test_a_topic_before_a_colon(headline):
    assert statements(headline) == []
