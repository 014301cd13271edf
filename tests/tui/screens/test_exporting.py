"""Exporting from the reader, by keys alone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.exchange.placing import file_stem
from core.exchange.plugins import formats
from tests.tui.sample import ARTICLE, Memory, annotation
from tui.screens.sheets.export import ExportDialog, proposed

STEM = file_stem(ARTICLE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


async def written(reader) -> None:
    """Wait until what was asked for is on disk, or asked about."""
    await reader.pilot.pause(0.02)
    await reader.until(lambda: not reader.screen.status.doing)
    await reader.settle()


def go_to(name: str) -> list[str]:
    return ["down"] * formats().all.index(formats().by_name[name])


def dialog(reader) -> ExportDialog:
    top = reader.app.screen
    assert isinstance(top, ExportDialog)
    return top


async def test_a_note_is_written_with_what_was_added(reading, folder: Path):
    async with reading(Memory(annotation("a", "Rücktritt", ("frist",), "bis wann?"))) as reader:
        await reader.press("X", "enter")
        await written(reader)
        note = (folder / f"{STEM}.md").read_text(encoding="utf-8")
        assert "> Rücktritt\n\nbis wann?\n\n#frist" in note
        assert reader.state == f"written to {STEM}.md"


async def test_a_path_is_one_in_the_folder_for_exports(reading, folder: Path, tmp_path: Path):
    async with reading(exports=tmp_path / "mine") as reader:
        await reader.press("X", "enter")
        await written(reader)
        assert (tmp_path / "mine" / f"{STEM}.md").exists()
        assert reader.state == f"written to {tmp_path / 'mine' / STEM}.md"
        assert not list(folder.iterdir())


async def test_the_path_goes_with_the_format_until_one_types(reading, folder: Path):
    async with reading() as reader:
        await reader.press("X", *go_to("tei"))
        assert dialog(reader).typed.value == f"{STEM}.xml"
        await reader.press("up", "ctrl+u")
        await reader.type("mein.jsonl")
        await reader.press(*["up"] * (len(go_to("quotations")) - len(go_to("jsonl"))))
        await reader.press("enter")
        await written(reader)
        assert json.loads((folder / "mein.jsonl").read_text(encoding="utf-8"))["title"] == ARTICLE.title


async def test_a_file_that_is_there_is_replaced_only_on_a_second_word(reading, folder: Path):
    target = folder / f"{STEM}.html"
    target.write_text("meins")
    async with reading() as reader:
        await reader.press("X", "down", "enter")
        await written(reader)
        assert target.read_text() == "meins"
        assert dialog(reader).warning.display
        await reader.press("enter")
        await written(reader)
        assert "<!DOCTYPE html>" in target.read_text(encoding="utf-8")


async def test_leave_to_replace_is_for_that_path_alone(reading, folder: Path):
    first, second = folder / f"{STEM}.html", folder / f"{STEM}.htmlx"
    first.write_text("meins")
    second.write_text("auch meins")
    async with reading() as reader:
        await reader.press("X", "down", "enter")
        await written(reader)
        await reader.press("end", "x", "enter")
        await written(reader)
        assert (first.read_text(), second.read_text()) == ("meins", "auch meins")
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_several_files_go_into_a_folder(reading, folder: Path):
    async with reading() as reader:
        await reader.press("X", *go_to("brat"), "enter")
        await written(reader)
        names = sorted(path.name for path in (folder / f"{STEM}-brat").iterdir())
        assert names == sorted([f"{STEM}.ann", f"{STEM}.txt", "annotation.conf"])


async def test_a_place_that_cannot_be_written_is_told_and_can_be_changed(reading, folder: Path):
    (folder / "file").write_text("")
    async with reading() as reader:
        await reader.press("X", "ctrl+u")
        await reader.type("file/x.md")
        await reader.press("enter")
        await written(reader)
        assert "Not a directory" in str(dialog(reader).warning.content)
        assert dialog(reader).typed.value == "file/x.md"
        await reader.press("escape")


async def test_leaving_writes_nothing(reading, folder: Path):
    async with reading() as reader:
        await reader.press("X", "escape")
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize("format", formats().all, ids=lambda format: format.name)
def test_what_is_proposed_is_a_file_or_a_folder_as_the_format_makes(format):
    assert proposed(format, "x").endswith("/") is (len(format.suffixes) > 1)


async def test_where_it_goes_stays_in_sight_beside_a_long_title(reading, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.screens.sheets.export.with_tilde", lambda path: f"~/{path.name}")
    long = replace(ARTICLE, title="Wie ein langer Titel, der gar kein Ende nimmt, " * 3)
    async with reading(article=long, exports=tmp_path / "mine", size=(80, 24)) as reader:
        await reader.press("X")
        drawn = [strip.text for strip in reader.app.screen._compositor.render_strips()]
        line = next(each for each in drawn if "Wie ein langer" in each)
        assert "into ~/mine" in line
        assert line.count("…") == 1


async def test_the_format_under_the_cursor_stays_in_sight_when_the_window_shrinks(reading):
    async with reading() as reader:
        await reader.press("X", "up")
        listing = dialog(reader).listing
        assert listing.highlighted == listing.option_count - 1
        await reader.pilot.resize_terminal(60, 16)
        await reader.until(lambda: listing.scroll_offset.y == listing.max_scroll_y > 0)


async def test_j_and_k_go_through_the_formats_until_one_types(reading):
    async with reading() as reader:
        await reader.press("X", "j", "j", "k")
        assert dialog(reader).typed.value == proposed(formats().all[1], STEM)
        await reader.press("ctrl+u")
        await reader.type("jk")
        assert dialog(reader).typed.value == "jk"
        await reader.press("escape")
