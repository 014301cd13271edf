"""Tags and notes by keys: made, changed, deleted, taken back, and never lost."""

from dataclasses import replace

import pytest

from core.annotations import Anchor
from tests.tui.gate import Gate
from tests.tui.sample import TEXT, Memory, annotation, at
from tui.screens.sheets.mark import MarkDialog
from tui.screens.sheets.note import NoteDialog
from tui.screens.sheets.tags import TagDialog


def only(memory):
    (kept,) = memory.kept.values()
    return kept


async def test_a_target_is_tagged(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"hafen", "enter")
        kept = only(reader.memory)
        assert kept.tags == ("hafen",)
        assert kept.anchor == Anchor.of(TEXT, at("„Ich gehe")[0], at("„Und keinen Tag früher.“")[1])
        assert reader.state == "saved"
        assert reader.words == "mark 1 of 1 · #hafen"


async def test_selected_words_are_tagged(reading):
    async with reading() as reader:
        await reader.press("v", "v", "l", "t", *"kopf", "enter")
        assert only(reader.memory).anchor.exact == "Machtkampf am"
        assert reader.screen.view.selection is None


async def test_several_tags_are_chosen_by_typing_tab_and_comma(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"eins", "tab", *"zwei,", *"drei", "enter")
        assert only(reader.memory).tags == ("eins", "zwei", "drei")


async def test_a_number_chooses_one_of_the_tags_used_most(reading):
    memory = Memory(
        annotation("a", "Rücktritt", ("frist",)),
        annotation("b", "hundert", ("hafen",)),
        annotation("c", "Freitag", ("hafen",)),
    )
    async with reading(memory) as reader:
        await reader.press("c", "t", "1", "enter")
        assert reader.screen.annotations[-1].annotation.tags == ("hafen",)
        await reader.press("t", "1", "tab", "2", "tab", "f2")
        assert reader.screen.annotations[-1].annotation.tags == ("frist",)


@pytest.mark.parametrize("tag", ["2026", "1", "1-mai", "123"])
async def test_a_tag_that_begins_with_a_digit_is_typed_as_it_is(reading, tag):
    memory = Memory(annotation("a", "Rücktritt", ("frist",)), annotation("b", "hundert", ("hafen", "kap")))
    async with reading(memory) as reader:
        steps = ("down",) * 3 if len(tag) == 1 else ()
        await reader.press("c", "t", *tag, *steps, "enter")
        assert reader.screen.annotations[-1].annotation.tags == (tag,)


async def test_typing_a_number_takes_no_tag_off(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("eins", "zwei", "drei")))) as reader:
        await reader.press("a", "t", *"123", "enter")
        assert only(reader.memory).tags == ("eins", "zwei", "drei", "123")


async def test_a_sign_before_a_word_ends_the_tag_before_it(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"eins, zwei #drei", "enter")
        assert only(reader.memory).tags == ("eins", "zwei", "drei")


@pytest.mark.parametrize("typed", ["//", "#"])
async def test_what_is_no_tag_is_said_to_be_none(reading, typed):
    async with reading() as reader:
        await reader.press("c", "t", *typed, "enter")
        sheet = reader.app.screen
        assert isinstance(sheet, TagDialog)
        assert "at least one letter" in sheet.shown.visual.lines(80)[0].plain


async def test_typing_finds_a_tag_there_is(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("Hafenfrage",)))) as reader:
        await reader.press("c", "t", *"hafenf", "enter")
        assert reader.screen.annotations[-1].annotation.tags == ("Hafenfrage",)


async def test_a_new_tag_beside_one_that_begins_alike_is_one_key_away(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("Hafenfrage",)))) as reader:
        await reader.press("c", "t", *"hafen", "down", "enter")
        assert reader.screen.annotations[-1].annotation.tags == ("hafen",)


async def test_backspace_takes_the_last_tag_off_and_no_tags_means_no_mark(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("x",)))) as reader:
        await reader.press("a", "t", "backspace", "enter")
        assert reader.memory.kept == {}
        assert reader.state == "#x deleted · u undoes"


async def test_escape_in_the_picker_changes_nothing(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"hafen", "escape")
        assert reader.memory.kept == {}
        assert reader.app.screen is reader.screen


async def test_tagging_nothing_says_how_to(reading):
    async with reading() as reader:
        await reader.press("t")
        assert reader.app.screen is reader.screen
        assert "v" in reader.state


async def test_tags_on_the_same_words_go_to_the_same_mark(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"eins", "enter", "C", "c", "t", *"zwei", "enter")
        assert only(reader.memory).tags == ("eins", "zwei")


async def test_a_note_is_written_and_edited(reading):
    async with reading() as reader:
        await reader.press("c", "m", *"Wer sagt das?", "ctrl+s")
        assert only(reader.memory).note == "Wer sagt das?"
        assert reader.state == "saved"
        await reader.press("enter", "i", *" Sie.", "f2")
        assert only(reader.memory).note == "Wer sagt das? Sie."
        assert len(reader.screen.furniture.notes.entries.options) == 1


async def test_the_whole_article_is_tagged_and_noted(reading):
    async with reading() as reader:
        await reader.press("M", *"Gut.", "f2", "T", *"lesen", "enter")
        kept = only(reader.memory)
        assert (kept.anchor, kept.note, kept.tags) == (None, "Gut.", ("lesen",))


async def test_a_note_on_the_whole_article_is_edited_from_the_panel(reading):
    async with reading(Memory(annotation("a", None, (), "Alt"))) as reader:
        await reader.press("3", "g", "enter")
        assert isinstance(reader.app.screen, MarkDialog)
        await reader.press("i")
        assert isinstance(reader.app.screen, NoteDialog)
        await reader.press(*"!", "f2")
        assert only(reader.memory).note == "Alt!"


async def test_a_draft_waits(reading):
    async with reading() as reader:
        await reader.press("c", "m", *"halb", "escape")
        assert reader.memory.kept == {}
        assert reader.state == "draft waits"
        await reader.press("m")
        assert reader.app.screen.editor.text == "halb"
        await reader.press(*" fertig", "f2")
        assert only(reader.memory).note == "halb fertig"
        assert reader.screen.services.drafts == {}


async def test_leaving_with_a_draft_asks_once(reading):
    async with reading() as reader:
        await reader.press("c", "m", *"halb", "escape", "q")
        assert reader.app.is_running
        assert "draft" in reader.said[-1]
        await reader.press("q")
        assert reader.app.return_code == 0


async def test_a_note_being_written_is_not_lost_by_leaving(reading):
    async with reading() as reader:
        await reader.press("c", "m", *"halb", "f12")
        assert reader.app.is_running
        assert "not kept yet" in reader.said[-1]
        assert list(reader.screen.services.drafts.values()) == ["halb"]
        await reader.press("f12")
        assert reader.app.return_value is True


async def test_deleting_undoing_redoing_with_words_for_each(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("x",), "Warum?"))) as reader:
        await reader.press("a", "x")
        assert reader.memory.kept == {}
        assert reader.state == "note with #x deleted · u undoes"
        await reader.press("u")
        assert only(reader.memory).note == "Warum?"
        assert reader.state == "undone: note with #x deleted"
        assert reader.at == "Rücktritt"
        await reader.press("ctrl+r")
        assert reader.memory.kept == {}
        assert reader.state == "redone: note with #x deleted"
        await reader.press("u", "u")
        assert reader.state == "nothing to undo"
        await reader.press("ctrl+r", "ctrl+r")
        assert reader.state == "nothing to redo"


async def test_undoing_a_first_tag_takes_the_mark_away(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"x", "enter", "u")
        assert reader.memory.kept == {}
        assert reader.screen.annotations == ()
        assert not [mark for mark in reader.screen.view.marks if mark.kind == "annotation"]


async def test_deleting_in_the_panel_deletes_what_stands_there(reading):
    memory = Memory(annotation("a", "Rücktritt", ("x",)), annotation("b", "hundert", ("y",)))
    async with reading(memory) as reader:
        await reader.press("3", "g", "j", "delete")
        assert list(memory.kept) == ["a"]


async def test_deleting_without_a_mark_says_so(reading):
    async with reading() as reader:
        await reader.press("c", "x")
        assert reader.state == "no mark of yours here"


async def test_what_could_not_be_saved_is_said_and_the_words_are_there_again(reading):
    async with reading() as reader:
        reader.memory.failing = "The disk is full, so nothing was saved: make room."
        await reader.press("c", "m", *"teuer", "f2")
        await reader.until(lambda: isinstance(reader.app.screen, NoteDialog) and reader.said)
        assert reader.said == ["The disk is full, so nothing was saved: make room."]
        assert reader.state == "not saved"
        assert isinstance(reader.app.screen, NoteDialog)
        assert reader.app.screen.editor.text == "teuer"
        reader.memory.failing = ""
        await reader.press("f2")
        assert only(reader.memory).note == "teuer"


async def test_tags_that_could_not_be_saved_are_offered_again(reading):
    async with reading() as reader:
        reader.memory.failing = "The disk is full."
        await reader.press("c", "t", *"hafen", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, TagDialog))
        reader.memory.failing = ""
        await reader.press("enter")
        assert only(reader.memory).tags == ("hafen",)


async def test_a_tag_is_kept_as_the_library_spells_tags(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"#Frist prüfen", "enter")
        assert only(reader.memory).tags == ("Frist-prüfen",)
        await reader.press("t", *"FRIST-PRÜFEN", "enter")
        assert only(reader.memory).tags == ("Frist-prüfen",)


async def test_what_is_no_tag_is_not_offered(reading):
    async with reading() as reader:
        await reader.press("c", "t", "number_sign", "slash", "enter", "escape")
        assert reader.memory.kept == {}
        assert reader.app.screen is reader.screen


async def test_an_undo_that_could_not_be_saved_can_be_tried_again(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"x", "enter")
        reader.memory.failing = "The library cannot be written."
        await reader.press("u")
        assert len(reader.memory.kept) == 1
        reader.memory.failing = ""
        await reader.press("u")
        assert reader.memory.kept == {}


async def test_saved_is_said_only_when_the_library_has_answered(reading):
    class Slow(Memory):
        gate = Gate()

        def save(self, article, annotation, base=None):
            self.gate.hold()
            return super().save(article, annotation, base)

    async with reading(Slow()) as reader:
        await reader.pilot.press("c", "t", *"x", "enter")
        await reader.until(Slow.gate.reached.is_set)
        assert reader.state != "saved"
        assert reader.screen.annotations == ()
        Slow.gate.open()
        await reader.settle()
        assert reader.state == "saved"
        assert len(reader.screen.annotations) == 1


async def test_changes_reach_the_library_in_the_order_they_were_made(reading):
    memory = Memory(
        *(annotation(str(n), word, ("x",)) for n, word in enumerate(("Rücktritt", "hundert", "Freitag")))
    )
    async with reading(memory) as reader:
        await reader.pilot.press("3", "g", "x", "x", "x", "u", "u")
        await reader.settle()
        assert [line.split()[0] for line in memory.log][:3] == ["delete"] * 3
        assert len(memory.log) == 5


async def test_leaving_waits_for_what_is_being_saved(reading):
    import time

    class Slow(Memory):
        def save(self, article, annotation, base=None):
            time.sleep(0.2)
            return super().save(article, annotation, base)

    async with reading(Slow()) as reader:
        await reader.pilot.press("c", "t", *"x", "enter", "q")
        await reader.until(lambda: reader.app._exit)
        assert len(reader.memory.kept) == 1


async def test_hostile_tags_and_notes_are_drawn_as_they_are(reading):
    nasty = "[/x] [red]\x1b[31m\u202e"
    memory = Memory(
        annotation("a", "Rücktritt", ("[/x", "[b]fett[/b]"), nasty), annotation("b", None, (), nasty)
    )
    async with reading(memory) as reader:
        await reader.press("a", "t")
        assert isinstance(reader.app.screen, TagDialog)
        await reader.press("escape", "m", "escape", "3", "j", "enter", "escape", "0", "a", "a", "x")
        assert "#[/x #[b]fett[/b]" in reader.state
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn


async def test_a_library_that_complains_with_brackets_is_heard(reading):
    async with reading() as reader:
        reader.memory.failing = "Cannot write [/home/x]: [Errno 28]"
        await reader.press("c", "t", *"x", "enter")
        await reader.until(lambda: reader.said)
        assert reader.said == ["Cannot write [/home/x]: [Errno 28]"]


async def test_the_same_tags_again_by_one_key(reading):
    async with reading() as reader:
        await reader.press("c", "t", *"hafen,frist", "enter", "c", "number_sign")
        assert {each.annotation.tags for each in reader.screen.annotations} == {("hafen", "frist")}
        assert len(reader.screen.annotations) == 2
        await reader.press("number_sign")
        assert reader.state == "has #hafen #frist already"
        await reader.press("u")
        assert len(reader.screen.annotations) == 1


async def test_the_same_tags_again_are_added_to_those_there_are(reading):
    async with reading(Memory(annotation("b", "der Hafen dürfe nicht zum Pfand werden", ("alt",)))) as reader:
        await reader.press("c", "t", *"neu", "enter", "c", "number_sign")
        assert reader.memory.kept["b"].tags == ("alt", "neu")


async def test_without_tags_chosen_before_the_same_again_asks_for_them(reading):
    async with reading() as reader:
        await reader.press("c", "number_sign", *"neu", "enter")
        assert [each.annotation.tags for each in reader.screen.annotations] == [("neu",)]


@pytest.fixture
def doubted():
    """A mark whose words were others once: its place in the text is a guess."""
    anchor = Anchor.of(TEXT, *at("der Hafen dürfe nicht zum Pfand werden"))
    old = replace(anchor, exact=anchor.exact.replace("Pfand", "Geld!"))
    return replace(annotation("d", "Hafens", ("preis",)), anchor=old)


async def test_a_mark_whose_words_changed_says_so_where_one_stands_on_it(reading, doubted):
    async with reading(Memory(doubted)) as reader:
        await reader.press("a")
        assert reader.words == "mark 1 of 1 · #preis · words changed"
        assert "confirm-place" in reader.screen.status.keys


async def test_the_sheet_of_a_mark_whose_words_changed_shows_both_and_confirms(reading, doubted):
    async with reading(Memory(doubted)) as reader:
        await reader.press("a", "enter")
        shown = "\n".join(
            line.plain for line in reader.app.screen.query("VerticalScroll Static").last().visual.lines(80)
        )
        assert "zum Pfand werden" in shown
        assert "zum Geld! werden" in shown
        await reader.press("O")
        assert only(reader.memory).anchor.exact.endswith("zum Pfand werden")
        assert reader.words == "mark 1 of 1 · #preis"
