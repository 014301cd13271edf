from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.articles import BlockKind
from core.library import Library
from core.library.analyses import AnalysisCache

ANALYSIS = Analysis(
    pipeline="de_1.0",
    mentions=(Mention(20, 28, Label.PER, actor="a1"),),
    actors=(Actor("a1", "Ada Lind", ActorKind.PERSON, ("Lind",), ("Ministerin",), 58),),
    quotes=(Quote("q1", QuoteType.DIRECT, ((48, 90),), "sagte", 0.875, Speaker(((98, 101),), "sie", "a1")),),
)


def test_an_analysis_comes_back_for_the_same_article_and_pipeline(library, article, folder, tmp_path):
    library.keep_analysis(article, ANALYSIS)
    again = Library(folder, tmp_path / "cache")
    assert again.cached_analysis(article, lambda language: "de_1.0") == ANALYSIS
    assert again.cached_analysis(article, lambda language: "de_1.1") is None


def test_it_says_whether_an_analysis_was_kept(folder, article, tmp_path):
    assert AnalysisCache(tmp_path / "analyses").keep(article, ANALYSIS)
    assert not AnalysisCache(None).keep(article, ANALYSIS)
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert not AnalysisCache(tmp_path / "file").keep(article, ANALYSIS)


def test_the_same_words_in_other_blocks_have_no_analysis_yet(library, article):
    library.keep_analysis(article, ANALYSIS)
    other = replace(article, blocks=(replace(article.blocks[0], kind=BlockKind.CREDIT),))
    assert library.cached_analysis(other, lambda language: "de_1.0") is None
    assert library.cached_analysis(replace(article, language="en"), lambda language: "de_1.0") is None


@pytest.mark.parametrize("cut", [0, 1, 50, 300, -1, -20])
def test_a_damaged_entry_is_ignored_and_can_be_replaced(library, article, tmp_path, cut):
    library.keep_analysis(article, ANALYSIS)
    (path,) = (tmp_path / "cache" / "analyses").iterdir()
    path.write_bytes(path.read_bytes()[:cut])
    if cut != -1:  # The last byte is a line end.
        assert library.cached_analysis(article, lambda language: "de_1.0") is None
    library.keep_analysis(article, ANALYSIS)
    assert library.cached_analysis(article, lambda language: "de_1.0") == ANALYSIS


def test_without_a_place_for_it_nothing_is_kept_and_nothing_fails(folder, article, tmp_path):
    library = Library(folder)
    library.keep_analysis(article, ANALYSIS)
    assert library.cached_analysis(article, lambda language: "de_1.0") is None
    (tmp_path / "file").write_bytes(b"")
    library = Library(folder, tmp_path / "file")
    library.keep_analysis(article, ANALYSIS)
    assert library.cached_analysis(article, lambda language: "de_1.0") is None
