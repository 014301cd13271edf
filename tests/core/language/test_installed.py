"""Pipelines of other people, found without importing them."""

from pathlib import Path

import pytest

from core.analysis.version import pipeline_version
from core.language.installed import Installed, installed_pipeline


@pytest.fixture
def with_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline package for Icelandic, as far as its metadata goes."""
    info = tmp_path / "is_news_sm-1.2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: is-news-sm\nVersion: 1.2.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text("[spacy_models]\nis_news_sm = is_news_sm\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.usefixtures("with_package")
def test_a_package_is_found_by_its_language() -> None:
    assert installed_pipeline("is") == Installed("is_news_sm", "1.2.0")


def test_without_a_package_there_is_none() -> None:
    assert installed_pipeline("is") is None


def test_installing_a_pipeline_makes_kept_analyses_void(with_package: None) -> None:
    assert pipeline_version("is").startswith("is_news_sm-1.2.0+")
