"""The card of an actor by keys: opened from panel and text, left for mentions, quotes and corrections."""

from tests.tui.sample import TEXT, Memory, annotation, at
from tui.model.lens import Kind
from tui.screens.correct.sheet import CorrectDialog
from tui.screens.sheets.card import CardDialog
from tui.screens.sheets.mark import MarkDialog


def shown(reader) -> str:
    """What stands on the card."""
    strips = reader.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def test_enter_on_an_actor_in_the_panel_opens_the_card(reading):
    async with reading() as reader:
        await reader.press("1", "g", "enter")
        assert isinstance(reader.app.screen, CardDialog)
        page = shown(reader)
        for words in (
            "Ada Lind",
            "person · 58",
            "Ministerin",
            "also   Lind",
            "statements  1",
            "mentions  5",
            "„Ich gehe",
        ):
            assert words in page
        await reader.press("escape")
        assert reader.screen.page.part == "actors"


async def test_enter_on_a_name_in_the_text_opens_the_card(reading):
    async with reading() as reader:
        await reader.press("e", "enter")
        assert "person · 58" in shown(reader)


async def test_enter_on_a_quote_opens_the_card_of_the_speaker(reading):
    async with reading() as reader:
        await reader.press("c", "c", "enter")
        page = shown(reader)
        assert "person · 44" in page
        assert "with   Nordstern" in page


async def test_enter_on_a_mark_shows_it_and_one_key_more_edits_it(reading):
    async with reading(Memory(annotation("a", "Rücktritt", (), "Alt"))) as reader:
        await reader.press("a", "enter")
        assert isinstance(reader.app.screen, MarkDialog)
        assert "Alt" in shown(reader)
        await reader.press("i", *"!", "f2")
        assert reader.memory.kept["a"].note == "Alt!"


async def test_a_statement_on_the_card_leads_to_the_quote(reading):
    async with reading() as reader:
        await reader.press("1", "g", "enter", "enter")
        assert reader.words == "quote 1 of 3 · Ada Lind, direct, cue “sagte”, sure"
        assert reader.screen.page.part == "text"


async def test_a_mention_on_the_card_leads_there_and_is_stepped_from(reading):
    async with reading() as reader:
        await reader.press("e", "enter", "G", "enter")
        assert reader.screen.target.spans[0] == at("Lind", 4)
        assert reader.screen.lens.kind is Kind.ACTOR
        assert reader.words.startswith("mention 5 of 5")


async def test_sections_are_gone_round_by_tab(reading):
    async with reading() as reader:
        await reader.press("1", "g", "enter", "tab", "tab", "enter")
        assert reader.screen.lens.kind is Kind.ACTOR
        assert reader.screen.target.spans[0] == at("Ada Lind")


async def test_a_role_leads_to_its_words(reading):
    async with reading() as reader:
        await reader.press("1", "g", "enter", "tab", "enter")
        assert reader.screen.view.selected_text == "Ministerin"
        assert TEXT[slice(*reader.screen.view.selection)] == "Ministerin"


async def test_the_actor_is_corrected_from_the_card(reading):
    async with reading() as reader:
        await reader.press("1", "g", "enter", "I")
        assert isinstance(reader.app.screen, CorrectDialog)
        await reader.press("X")
        assert reader.state == "Ada Lind no actor · saved"


async def test_what_others_say_of_somebody_is_on_the_card(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Varga. Was die beiden vereinbarten"))
        await reader.press("I", "c", *"lind", "enter", "1")
        reader.screen.furniture.actors.follow("varga")
        await reader.press("enter")
        assert "spoken of by others  1" in shown(reader)


async def test_where_nobody_is_nothing_opens(reading):
    async with reading() as reader:
        await reader.press("enter")
        assert reader.app.screen is reader.screen
