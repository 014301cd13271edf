"""Names of folders as readers type them, temporary files, and folders that cannot be opened."""

import os
from pathlib import Path

import pytest

from core.library.durable_files import leftovers, sync_folder
from core.library.feed_folders import as_known, as_path


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Küste", "Küste"),
        (" Küste / Häfen ", "Küste/Häfen"),
        ("Küste//Häfen/", "Küste/Häfen"),
        ("Küste\x00Nord\x1b", "Küste Nord"),
        (" / ", ""),
    ],
)
def test_a_folder_is_what_was_meant(typed: str, path: str) -> None:
    assert as_path(typed) == path


def test_a_folder_is_spelt_as_it_is_known() -> None:
    known = ["Küste", "Küste/Häfen"]
    assert as_known("küste/häfen/Kai", known) == "Küste/Häfen/Kai"
    assert as_known("KÜSTE", known) == "Küste"
    assert as_known("Berge", known) == "Berge"


def test_only_temporary_files_are_left_over(tmp_path: Path) -> None:
    for name in (".a.json.tmp", "a.json.tmp", ".hidden", "a.json"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [each.name for each in leftovers(tmp_path)] == [".a.json.tmp"]
    assert list(leftovers(tmp_path / "nowhere")) == []


def test_a_folder_that_cannot_be_opened_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync_folder(tmp_path / "nowhere")

    def refuse(*args: object) -> int:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(os, "open", refuse)
    sync_folder(tmp_path)
