"""The list of keys, opened over the article."""

from tui.screens.sheets.keys import KeysScreen


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
