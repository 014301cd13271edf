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


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("„Ein Glück für Leer“: Bürgermeisterin lobt den Hafen", "„Ein Glück für Leer“", "Bürgermeisterin"),
        ("„Das reicht nicht“: Gewerkschaft kritisiert Angebot", "„Das reicht nicht“", "Gewerkschaft"),
        ("Trainer nach Pleite: „Einfach schlecht“", "„Einfach schlecht“", "Trainer"),
        ("Ministerin zum Etat: „Alles geprüft“", "„Alles geprüft“", "Ministerin"),
    ],
)
def test_words_in_marks_beside_a_colon_with_somebody(headline, words, who):
    assert statements(headline)[0] == (words, who)


@pytest.mark.parametrize(
    "headline",
    [
        "„Der letzte Kahn“: Regisseurin erhält Preis",
        "„Tatort Leer“: Kommissarin ermittelt wieder",
        "Neu im Kino: „Der letzte Kahn“",
        "Regisseurin dreht neuen Film: „Der letzte Kahn“",
    ],
)
def test_titles_beside_a_colon_are_no_speech(headline):
    assert statements(headline) == []


@pytest.mark.parametrize(
    ("headline", "words", "who"),
    [
        ("„Das war kein Sturm“: Witwe kämpft um ihr Recht", "„Das war kein Sturm“", ""),
        ("„Nicht ohne uns“: Lotsen fahren nach Kiel", "„Nicht ohne uns“", "Lotsen"),
        ("„Ich hatte Hunger“: Mann raubt Bäckerei aus", "„Ich hatte Hunger“", ""),
    ],
)
def test_a_remark_before_a_colon(headline, words, who):
    assert (words, who) in statements(headline)


@pytest.mark.parametrize(
    "headline", ["„Lotse liebt Wirtin“: Zwei Paare heiraten", "„Wer fährt denn heute“: Gast muss gehen"]
)
def test_a_title_before_a_colon_says_nothing(headline):
    assert statements(headline) == []


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Kestler erklärt sich zum Gewinner – Opposition spricht von „Betrug“", "Opposition"),
        ("Kestler erklärt Rücktritt – Anwohner sprechen von „Befreiung“", "Anwohner"),
        ("Kestler sagt Hilfe zu – Gewerkschaft warnt vor „Almosen“", "Gewerkschaft"),
        ("Kestler meldet Rekord – Polizei spricht von „Glücksfall“", "Polizei"),
    ],
)
def test_behind_a_dash_somebody_else_speaks(headline, who):
    text = f"{headline}\n\nIn Torlau hat Bürgermeister Ralf Kestler am Abend lange geredet.\n"
    quotes = analyze(plain_article(text, "a")).quotes
    mark = text.index("„")
    around = [quote for quote in quotes if quote.spans[0][0] <= mark < quote.spans[-1][1]]
    assert {quote.speaker and quote.speaker.text for quote in around} == {who}
