"""The list of keys, opened over the article."""

import pytest

from core.translation import LANGUAGES, use_language
from tui.keymap import PLACE_NAMES
from tui.screens.sheets.keys import COLUMN, GAP, MOST_COLUMNS, KeysScreen, KeyTable, grouped


async def test_help_lists_every_key_of_the_place(reading):
    async with reading(size=(120, 60)) as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, KeysScreen)
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "Keys in the text" in drawn
        assert "Go to the next quote" in drawn
        assert "Ctrl+R" in drawn
        await reader.press("j", "k", "space", "b", "escape")
        assert reader.app.screen is reader.screen
        await reader.press("1", "question_mark")
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "Keys in a panel" in drawn
        assert "Sort the list in another way" in drawn
        await reader.press("q")
        assert reader.app.screen is reader.screen
        assert reader.app.is_running


def test_keys_stand_below_the_heading_of_what_they_do():
    assert [name for name, _ in grouped("dossier")] == ["In a list", "Lesart"]
    assert [name for name, _ in grouped("card")] == ["In a list", "Lesart"]
    assert [name for name, _ in grouped("correct")] == ["Correcting", "Lesart"]


@pytest.mark.parametrize("place", PLACE_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_keys_do_stands_in_one_column_however_long_the_keys_are(place, language):
    use_language(language)
    groups = grouped(place)
    tooltips = [command.tooltip_shown[:12] for _, commands in groups for command in commands]
    lines = [line.plain.rstrip() for line in KeyTable(groups, {}).lines(COLUMN)]
    columns = {line.index(words) for line in lines for words in tooltips if f"  {words}" in f" {line}"}
    assert len(columns) == 1


@pytest.mark.parametrize("place", PLACE_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_with_more_width_the_table_is_never_longer(place, language):
    """Else a scroll bar makes fit what does not fit without it, and the sheet is laid out again and again."""
    use_language(language)
    table = KeyTable(grouped(place), {})
    for columns in range(2, MOST_COLUMNS + 1):
        least = columns * (COLUMN + GAP) - GAP
        assert len(table.lines(least)) <= len(table.lines(least - 1))
