"""The session that is opened in a thread before it is asked for."""

import shutil
from pathlib import Path

import pytest

from core.language.encoder import ahead
from core.language.encoder.component import LesartEncoder
from core.language.encoder.model import GRAPH, THREADS
from core.language.installed import MODELS

GERMAN = MODELS / "de_lesart" / "lesart_encoder"


@pytest.fixture(autouse=True)
def nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_openings", {})


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_was_opened_ahead_is_used_once(language: str) -> None:
    folder = MODELS / f"{language}_lesart" / "lesart_encoder"
    ahead.open_ahead(folder)
    session = ahead.opened(folder, THREADS)
    assert session is not None
    assert [output.name for output in session.get_outputs()]
    assert ahead.opened(folder, THREADS) is None


def test_a_pipeline_with_other_threads_opens_its_own() -> None:
    ahead.open_ahead(GERMAN)
    assert ahead.opened(GERMAN, THREADS + 1) is None


def test_what_is_wrong_with_a_file_is_said_when_it_is_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "lesart_encoder"
    shutil.copytree(GERMAN, folder)
    (folder / GRAPH).write_bytes(b"not a graph")
    with pytest.raises(Exception) as alone:
        LesartEncoder("lesart_encoder").from_disk(folder)
    ahead.open_ahead(folder)
    with pytest.raises(type(alone.value)) as opened:
        LesartEncoder("lesart_encoder").from_disk(folder)
    assert str(opened.value) == str(alone.value)
