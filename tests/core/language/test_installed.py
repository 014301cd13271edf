"""Pipelines of other people, found without importing them."""

from pathlib import Path

import pytest
import spacy

from core.analyzer.version import pipeline_version
from core.language.installed import Installed, chosen_pipeline, installed_pipeline, named_pipeline
from core.language.pipeline import load_pipeline


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


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings of a reader."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "config"
    folder.mkdir(parents=True)
    return folder


def name(config: Path, text: str) -> None:
    (config / "settings.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("with_package")
def test_the_settings_come_before_what_is_installed(config: Path) -> None:
    assert chosen_pipeline("is") == Installed("is_news_sm", "1.2.0")
    name(config, 'measure = 70\npipelines.is = "is_other_lg"\n')
    assert chosen_pipeline("is") == Installed("is_other_lg", "missing")
    name(config, '[pipelines]\nis = "is_news_sm"\n')
    assert chosen_pipeline("is") == Installed("is_news_sm", "1.2.0")


def test_a_folder_may_be_named_and_is_loaded(config: Path, tmp_path: Path) -> None:
    nlp = spacy.blank("is")
    nlp.add_pipe("sentencizer")
    nlp.meta.update(name="mine", version="7")
    nlp.to_disk(tmp_path / "mine")
    name(config, f'pipelines.is = "{tmp_path / "mine"}"\n')
    chosen = named_pipeline("is")
    assert chosen is not None
    assert chosen.id == "is_mine-7"
    assert pipeline_version("is").startswith("is_mine-7+")
    assert load_pipeline("is").pipe_names == ["sentencizer"]


def test_what_cannot_be_loaded_is_named(config: Path) -> None:
    name(config, 'pipelines.is = "no_such_pipeline"\n')
    with pytest.raises(OSError, match="Cannot load the pipeline no_such_pipeline for is"):
        load_pipeline("is")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "pipelines = 3",
        "pipelines.is = 3",
        "pipelines = [",
        '[pipelines]\nfr = "x"',
        f"pipelines.is = {'9' * 5000}",
        f"pipelines.is = {'[' * 5000}{']' * 5000}",
    ],
)
def test_other_settings_name_none(config: Path, text: str) -> None:
    name(config, text)
    assert named_pipeline("is") is None


def test_german_has_the_bundled_one_unless_another_is_named(config: Path) -> None:
    assert chosen_pipeline("de") is None
    name(config, 'pipelines.de = "de_other"\n')
    assert chosen_pipeline("de") == Installed("de_other", "missing")
