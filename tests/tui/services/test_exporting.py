"""Exported files on the disk: whole or not at all, and never over something else."""

import os
from pathlib import Path

import pytest

from tui.services.exporting import SaveError, plan, save


def test_what_is_new_the_same_and_different(tmp_path: Path) -> None:
    files = {tmp_path / name: name.encode() for name in ("new", "same", "other")}
    (tmp_path / "same").write_bytes(b"same")
    (tmp_path / "other").write_bytes(b"meins")
    planned = plan(files, grows=False)
    assert [list(each) for each in (planned.new, planned.same, planned.replaced)] == [
        [tmp_path / "new"],
        [tmp_path / "same"],
        [tmp_path / "other"],
    ]
    save(planned)
    assert [path.read_bytes() for path in files] == list(files.values())
    assert not list(tmp_path.glob(".*")), "nothing temporary stays behind"


def test_a_file_that_appeared_meanwhile_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a"
    planned = plan({target: b"neu"}, grows=False)
    target.write_bytes(b"von jemand anderem")
    with pytest.raises(SaveError, match="just appeared"):
        save(planned)
    assert target.read_bytes() == b"von jemand anderem"


def test_folders_are_made_and_permissions_stay(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "er" / "a"
    save(plan({target: b"1"}, grows=False))
    target.chmod(0o640)
    save(plan({target: b"2"}, grows=False))
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"2", 0o640)


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        save(plan({tmp_path / "a": b"1"}, grows=False))
    finally:
        os.umask(mask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_what_is_no_text_is_not_added_to(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SaveError, match="not UTF-8"):
        plan({target: b"neu"}, grows=True)


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="it is a folder"):
        plan({tmp_path: b"neu"}, grows=False)
