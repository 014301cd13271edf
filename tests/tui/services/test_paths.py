"""Paths that are completed while they are typed."""

from pathlib import Path

import pytest

from tui.services.paths import completed, matches


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texte").mkdir()
    for name in ("hafen.txt", "haus.md", ".verborgen.txt"):
        (tmp_path / "texte" / name).write_text(f"{name} ist ein Text.\n\nEr ist kurz.", encoding="utf-8")
    return tmp_path


def test_a_path_is_completed_as_far_as_it_is_certain(folder: Path) -> None:
    assert completed(f"{folder}/t") == f"{folder}/texte/"
    assert completed(f"{folder}/texte/") == f"{folder}/texte/ha"
    assert completed(f"{folder}/texte/haf") == f"{folder}/texte/hafen.txt"
    assert matches(f"{folder}/texte/ha") == [f"{folder}/texte/hafen.txt", f"{folder}/texte/haus.md"]


@pytest.mark.parametrize("typed", ["", "https://example.org/ha", "/nirgends/ha"])
def test_where_nothing_begins_like_this_it_stays_as_typed(typed: str) -> None:
    assert completed(typed) == typed
    assert matches(typed) == []
