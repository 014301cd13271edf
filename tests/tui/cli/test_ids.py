"""Articles named by their ids, where other commands take files and addresses."""

import json

import pytest

from core.analysis import Analysis
from core.analyzer.version import pipeline_version
from core.articles import Article, Block, BlockKind, Publication
from core.library import Library
from core.locations import locations
from tui.cli import main

TEXT = "Der Deich bei Holm wird im Herbst erneuert.\n"
ARTICLE = Article("weg.txt", TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT) - 1),), "de", "Am Deich")


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    where = locations()
    library = Library(where.library, where.cache)
    library.open_article(ARTICLE)
    library.keep_analysis(ARTICLE, Analysis(pipeline_version("de"), (), (), (), "de"))
    return library


@pytest.mark.parametrize("length", [6, 12, 64])
def test_an_id_or_its_beginning_stands_for_the_article(library, capsys, length):
    id = ARTICLE.key[:length]
    for words in ([id], ["read", "--plain", id]):
        assert main(words) == 0
        assert "Der Deich bei Holm" in capsys.readouterr().out
    assert main(["annotate", id, "--exact", "Holm", "--tag", "ort"]) == 0
    assert [each.tags for each in library.annotations(ARTICLE)] == [("ort",)]
    capsys.readouterr()
    assert main(["export", id, "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Am Deich"


def test_an_id_that_no_article_has_is_said_to_be_none(library, capsys):
    for words in (["0123456789ab"], ["annotate", "0123456789ab", "--tag", "x"], ["analyze", "0123456789ab"]):
        assert main(words) == 1
        assert "No article in the library has the id 0123456789ab" in capsys.readouterr().err


def test_a_file_that_is_called_like_an_id_is_that_file(library, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ARTICLE.key[:8]).write_text("Ein anderer Text über den Hafen.\n", encoding="utf-8")
    assert main(["export", ARTICLE.key[:8], "--format", "bibtex"]) == 0
    assert "Hafen" in capsys.readouterr().out


def test_the_same_annotation_again_is_not_kept_twice(library, capsys):
    words = ["annotate", ARTICLE.key, "--exact", "Holm", "--tag", "Ort"]
    assert main(words) == 0
    first = capsys.readouterr()
    assert main([*words[:-1], "ort"]) == 0
    again = capsys.readouterr()
    assert again.out == first.out
    assert "is there already" in again.err
    assert main([*words, "--note", "nachsehen"]) == 0
    assert len(library.annotations(ARTICLE)) == 2


def test_the_id_of_an_earlier_version_stands_for_the_latest(library, capsys):
    changed = TEXT.replace("erneuert", "erhöht")
    later = Article("weg.txt", changed, (Block(BlockKind.PARAGRAPH, 0, len(changed) - 1),), "de", "Am Deich")
    library.open_article(later)
    assert [record.key for record in library.articles()] == [later.key]
    for id, word in ((ARTICLE.key[:12], "erhöht"), (later.key[:12], "erhöht"), (ARTICLE.key, "erneuert")):
        assert main(["read", "--plain", id]) == 0
        assert word in capsys.readouterr().out


def test_the_list_of_ids_begins_with_the_latest_day(library, capsys):
    for day in ("2026-03-14", "2099-01-01", "2026-03-15"):
        text = f"Am {day} war Markt.\n"
        block = Block(BlockKind.PARAGRAPH, 0, len(text) - 1)
        library.open_article(Article(day, text, (block,), "de", "Am Markt", Publication(published=day)))
    assert main(["export", "--list"]) == 0
    days = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert days == sorted(days, reverse=True)
