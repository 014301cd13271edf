"""What becomes of one document, without the model."""

from pathlib import Path

import pytest

from core.analysis.analysis import Analysis
from core.articles import Article
from core.corpus import analysing, reading
from core.corpus.document import Document
from core.language.encoder.threads import THREADS, most_threads

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Küstenbote</title><language>de</language>
<item><title>Eins</title><guid isPermaLink="false">1</guid><description>{whole}</description></item>
<item><title>Zwei</title><guid isPermaLink="false">2</guid><description></description></item>
</channel></rss>"""


@pytest.fixture(autouse=True)
def nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no model be loaded."""

    def nothing(article: Article) -> Analysis:
        return Analysis("stub", language=article.language)

    monkeypatch.setattr(analysing, "analyze", nothing)


def test_the_articles_of_a_feed_are_analysed_and_those_left_out_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED.format(whole="Der Hafen bleibt offen. " * 50))
    (outcome,) = analysing.analyse([Document(str(path))])
    assert not outcome.error
    assert len(outcome.analyses) == 1
    assert '"title": "Eins"' in outcome.analyses[0]
    assert outcome.notice == (
        f"1 of 2 articles of {path} could not be read: There is nothing to read in “Zwei” of Küstenbote."
    )


def test_a_feed_without_anything_to_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED.format(whole=""))
    (outcome,) = analysing.analyse([Document(str(path))])
    assert outcome.error == "There is nothing to read in “Eins” of Küstenbote."


def test_what_the_disk_refuses_is_said_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(source: str, known: object) -> list[Article]:
        raise OSError(5, "Input/output error", source)

    monkeypatch.setattr(reading, "read_all", refused)
    bad, good = analysing.analyse([Document("a.txt"), Document("b", "Alles ruhig.")])
    assert "Input/output error" in bad.error
    assert good.analyses


def test_a_model_that_is_missing_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Article) -> Analysis:
        raise OSError("the model is missing")

    monkeypatch.setattr(analysing, "analyze", missing)
    with pytest.raises(OSError, match="model"):
        analysing.analyse([Document("b", "Alles ruhig.")])


@pytest.mark.parametrize(("said", "threads"), [("1", 1), ("3", 3), ("0", 1)])
def test_the_environment_limits_the_threads(monkeypatch: pytest.MonkeyPatch, said: str, threads: int) -> None:
    monkeypatch.setenv(THREADS, said)
    assert most_threads() == threads


def test_a_limit_that_is_no_number_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS, "many")
    assert most_threads() >= 1
