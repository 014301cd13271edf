"""Notes begun and not kept."""

import json
from pathlib import Path

from tui.services.drafts import Drafts

KEY = "a" * 64


def test_drafts_are_found_again(tmp_path: Path):
    drafts = Drafts(tmp_path / "drafts", KEY)
    drafts["3:9"] = "halb „so“"
    drafts.save()
    assert drafts.are_on_disk
    assert dict(Drafts(tmp_path / "drafts", KEY)) == {"3:9": "halb „so“"}
    assert dict(Drafts(tmp_path / "drafts", "b" * 64)) == {}


def test_without_a_draft_no_file_is_left(tmp_path: Path):
    drafts = Drafts(tmp_path, KEY)
    drafts["3:9"] = "halb"
    drafts.save()
    del drafts["3:9"]
    drafts.save()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_they_are_not_on_disk():
    drafts = Drafts(None, KEY)
    drafts["article"] = "halb"
    drafts.save()
    assert drafts["article"] == "halb"
    assert not drafts.are_on_disk


def test_a_disk_that_takes_nothing_is_told_of_and_the_draft_is_still_there(tmp_path: Path):
    (tmp_path / "drafts").write_text("in the way")
    drafts = Drafts(tmp_path / "drafts", KEY)
    drafts["article"] = "halb"
    drafts.save()
    assert not drafts.are_on_disk
    assert drafts["article"] == "halb"


def test_a_damaged_file_holds_no_drafts(tmp_path: Path):
    for content in ("{", json.dumps(["x"]), "\xff"):
        (tmp_path / f"{KEY}.json").write_text(content)
        assert dict(Drafts(tmp_path, KEY)) == {}
