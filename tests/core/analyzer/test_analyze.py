"""The whole way from article to analysis; the bundled model only where names are needed."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.analysis.analysis import Analysis, Form, Label, QuoteType
from core.analyzer import analyze as module
from core.analyzer.analyze import analyze, pipeline_version
from core.articles.article import Article
from core.articles.blocks import segment
from core.locations import ASSETS
from core.text.spans import check
from tests.core.language.bracketed import rules_pipeline
from tests.timing import seconds

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
needs_model = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def article_of(text: str, language: str = "de") -> Article:
    return Article("-", text, segment(text), language, "")


@pytest.fixture
def rules_only(monkeypatch):
    """Analyse without a model: rules find quotations and speakers, nobody is named."""
    monkeypatch.setattr(module, "load", lambda language: rules_pipeline("en" if language == "en" else "de"))


def check_analysis(analysis: Analysis, text: str) -> None:
    ids = {actor.id for actor in analysis.actors}
    check([mention.span for mention in analysis.mentions], len(text))
    assert ids <= {mention.actor for mention in analysis.mentions}, "an actor that stands nowhere"
    for mention in analysis.mentions:
        assert mention.actor is None or mention.actor in ids
    for number, quote in enumerate(analysis.quotes, 1):
        assert quote.id == f"q{number}"
        check(quote.spans, len(text))
        if quote.speaker:
            check(quote.speaker.spans, len(text))
            assert quote.speaker.actor is None or quote.speaker.actor in ids


PIECES = st.sampled_from(
    ["„", "“", '"', "»", "«", "'", ": ", ", ", ". ", "!", "\n", "\n\n", " sagte ", "Lind", "er ", "dass ", "laut ",
     "Foto: ", "(63) ", "\u200b", "\x1b[1m", "🙂", "e\u0301", "Mehr zum Thema\n", "Berlin (dpa) – ", "\u202e", "\ufeff"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["de", "en", "und"]))
def test_no_text_raises(text, language):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "load", lambda language: rules_pipeline("en" if language == "en" else "de"))
        check_analysis(analyze(article_of(text, language)), text)


@pytest.mark.usefixtures("rules_only")
@pytest.mark.parametrize("text", ["", " ", "\n\n", "„", "x", "\ud800", "a" * 5000, "\u0000"])
def test_odd_texts_have_an_analysis(text):
    check_analysis(analyze(article_of(text)), text)


@pytest.mark.usefixtures("rules_only")
@pytest.mark.benchmark
@pytest.mark.parametrize("piece", ["„", "“", '"', "„Wir bleiben, sagte Lind.\n\n", "Lind(63)", '("'])
def test_broken_marks_take_linear_time(piece):
    def took(times: int) -> float:
        article = article_of(piece * times)
        return seconds(lambda: analyze(article))

    took(50)
    assert took(2000) < 60 * max(took(100), 0.01)


@needs_model
def test_who_only_acts_before_words_in_marks_stands_in_the_text():
    text = "Dann zog der 67-jährige Nebenerwerbslotse ein Boot an Land. „Ich war danach sehr müde.“"
    analysis = analyze(article_of(text))
    check_analysis(analysis, text)
    (quote,) = analysis.quotes
    assert quote.speaker is not None
    assert [text[m.start : m.end] for m in analysis.mentions if m.actor == quote.speaker.actor] == [
        "der 67-jährige Nebenerwerbslotse"
    ]


@pytest.mark.usefixtures("rules_only")
def test_a_dateline_is_no_part_of_a_quotation():
    text = (
        "Kiel (dpa) – Der Hafen ist nach Angaben der Polizei seit dem Morgen gesperrt, weil es gebrannt hat."
    )
    (quote,) = analyze(article_of(text)).quotes
    assert text[slice(*quote.spans[0])] == "Der Hafen ist"


@pytest.mark.usefixtures("rules_only")
def test_an_english_article_names_its_speakers():
    text = '"We stay," said Morna Shaw. The ferry was late. She added: "We will not leave the island."'
    analysis = analyze(article_of(text, "en"))
    assert [analysis.actor(q.speaker.actor).name for q in analysis.quotes if q.speaker] == ["Morna Shaw"] * 2
    assert not analysis.names_read


@needs_model
def test_the_bundled_tabloid_article_is_read_right():
    path = ASSETS / "samples" / "hafenkoenigin.txt"
    text = path.read_text(encoding="utf-8")
    analysis = analyze(article_of(text))
    people = {actor.name: actor.age for actor in analysis.actors if actor.kind == "person"}
    assert people == {
        "Ada Lind": 58,
        "Jon Varga": 44,
        "Thandi Mokoena": 51,
        "Paulo Teixeira": None,
        "Henk van der Merwe": 67,
        "Sipho Dlamini": 60,
        "Grietje Haan": None,
    }

    def who(type: QuoteType) -> dict[str, str]:
        found = {}
        for quote in analysis.quotes:
            actor = analysis.actor(quote.speaker.actor) if quote.speaker else None
            if quote.type is type:
                found[text[slice(*quote.spans[0])]] = actor.name if actor else ""
        return found

    direct = who(QuoteType.DIRECT)
    expected = {
        "„Ich gehe erst, wenn die Arbeit getan ist“": "Ada Lind",
        "„Keinen Tag früher.“": "Ada Lind",
        "„Nein.“": "Ada Lind",
        "„Wer den Hafen schließt“": "Jon Varga",
        "„Der schließt das ganze Land!“": "Jon Varga",
        "„Die Leute sind müde, aber sie haben keine Alternative.“": "Grietje Haan",
    }
    assert {words: direct.get(words) for words in expected} == expected
    for name in ("Eiserne vom Kap", "Sonnenkabinett", "Freien Universität", "Abschied in Würde", "Bucht der"):
        assert not [words for words in direct if name in words]
    indirect = who(QuoteType.INDIRECT)
    assert indirect["dass Lissabon als Zuflucht geprüft worden sei"] == "Thandi Mokoena"
    assert indirect["der Streik werde bald auch Namibia erreichen"] == "Jon Varga"
    assert "Kap-Kurier" in indirect.values()
    assert not [
        m for m in analysis.mentions if m.form is Form.NAME and "Brandt" in text[m.start : m.end] and m.actor
    ]


def test_the_version_is_told_without_the_language_library():
    code = "import sys; from core.analyzer.version import pipeline_version as v; print(v('de'), 'spacy' in sys.modules)"
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert output[0] == pipeline_version("de")
    assert output[1] == "False"


def test_every_language_has_a_version_of_its_own():
    assert len({pipeline_version(language) for language in ("de", "en", "fr")}) == 3


@needs_model
def test_the_progress_grows_up_to_the_whole():
    told = []
    analyze(article_of("Ada Lind ging. " * 400), told.append)
    assert len(told) > 10
    assert told == sorted(told)
    assert 0 < told[0] < 0.1
    assert 0.9 < told[-1] <= 1


@needs_model
def test_the_stop_of_a_sentence_is_no_part_of_a_date():
    text = "Kiel, 5. Mai 2025. Der Rat tagte am 12.05. und um 14:30. Das war am 3. April 2024."
    dates = [text[m.start : m.end] for m in analyze(article_of(text)).mentions if m.label is Label.DATE]
    assert [date for date in dates if date[:1].isdecimal() and ":" not in date] == [
        "5. Mai 2025",
        "12.05.",
        "3. April 2024",
    ]
