"""Writing a note: drafts that outlive the program, and an editor of one's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.sample import Memory
from tui.screens.sheets.note import PAUSE, _edited
from tui.services.drafts import Drafts


def on_disk(folder: Path) -> list[str]:
    return [text for file in folder.glob("*.json") for text in json.loads(file.read_text("utf-8")).values()]


async def until_written(reader, folder: Path, text: str) -> None:
    for _ in range(100):
        await reader.pilot.pause(PAUSE / 10)
        if on_disk(folder) == [text]:
            return
    raise AssertionError(f"{text!r} is not on disk, but {on_disk(folder)}")


async def test_what_is_typed_is_on_disk_at_the_next_pause(reading, tmp_path):
    async with reading() as reader:
        reader.screen.services.drafts = Drafts(tmp_path, reader.screen.article.key)
        await reader.pilot.press("c", "m", *"halb")
        await until_written(reader, tmp_path, "halb")


async def test_a_draft_on_disk_is_found_by_the_next_program_and_gone_once_kept(reading, tmp_path):
    async with reading() as reader:
        reader.screen.services.drafts = Drafts(tmp_path, reader.screen.article.key)
        await reader.press("c", "m", *"halb", "escape", "q")
        assert reader.app.return_code == 0  # it is safe: nothing to ask
    memory = Memory()
    async with reading(memory) as reader:
        reader.screen.services.drafts = Drafts(tmp_path, reader.screen.article.key)
        reader.screen.do.annotator.tell_of_drafts()
        await reader.press("c")
        (told,) = reader.said
        assert "“„Ich gehe erst" in told
        await reader.press("m")
        assert reader.app.screen.editor.text == "halb"
        assert reader.said == []
        await reader.press(*"!", "f2")
        await reader.settle()
        assert [each.note for each in memory.kept.values()] == ["halb!"]
        assert on_disk(tmp_path) == []


async def test_without_an_editor_one_is_told_how_to_name_it(reading, monkeypatch):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with reading() as reader:
        await reader.press("c", "m", *"halb", "f4")
        assert "set EDITOR" in reader.said[-1]
        assert reader.app.screen.editor.text == "halb"


def test_what_comes_back_from_the_editor_is_the_note():
    script = "import sys; file = open(sys.argv[1], 'a', encoding='utf-8'); file.write(' ganz')"
    assert _edited("halb für", f'{sys.executable} -c "{script}"') == "halb für ganz"


@pytest.mark.parametrize("command", ["false", "no-such-editor", '"'])
def test_an_editor_that_fails_changes_nothing(command):
    with pytest.raises((OSError, ValueError, subprocess.SubprocessError)):
        _edited("halb", command)


async def test_where_one_writes_stays_in_sight_when_the_window_shrinks(reading):
    lines = "\n".join(f"Zeile {n} steht im Heft, und sie ist so lang, dass sie umbricht." for n in range(200))
    async with reading(size=(120, 40)) as reader:
        await reader.press("c", "m")
        editor = reader.app.screen.editor
        editor.text = lines
        editor.move_cursor(editor.document.end)
        await reader.pilot.pause()
        await reader.pilot.resize_terminal(60, 20)
        await reader.pilot.pause()
        _, y = editor.cursor_screen_offset
        assert editor.region.y <= y < editor.region.bottom


async def test_a_sheet_begins_where_the_text_does_whenever_that_is_laid_out(reading):
    """The text below may get its new place after the sheet has got its own."""
    async with reading() as reader:
        await reader.press("c", "m")
        view, sheet = reader.screen.view, reader.app.screen.query_one("#sheet")
        assert sheet.styles.padding.left == view.indent
        view.measure -= 20
        await reader.settle()
        assert sheet.styles.padding.left == view.indent


async def test_the_strip_shows_what_is_in_sight_after_each_layout(reading):
    """A page that is resized below a sheet is laid out after it was told of its size."""
    async with reading() as reader:
        page = reader.screen.page
        page.minimap.sight = (0, 1)
        page.view.laid_out.publish(page.view.indent)
        await reader.settle()
        assert page.minimap.sight == page.view.visible_span
