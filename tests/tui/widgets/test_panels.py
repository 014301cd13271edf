"""The panels: sorted, narrowed by kind and by typing, and what is stepped through once they are narrowed."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind
from tests.tui.sample import ANALYSIS, Memory, annotation
from tui.model.lens import Kind


def lines(reader):
    return [strip.text for strip in reader.app.screen._compositor.render_strips()]


def heading(panel):
    return panel.heading.render_line(0).text.split(maxsplit=1)[-1].strip()


MARKS = (
    annotation("a", "Rücktritt", ("frist", "hafen"), "Bis wann?"),
    annotation("b", "hundert", ("hafen",)),
    annotation("c", "Werft", (), "Wem gehört sie?"),
)


class TestActors:
    async def test_they_stand_by_weight_in_order_or_by_name(self, reading):
        async with reading() as reader:
            panel = reader.screen.furniture.actors
            await reader.press("1")
            assert panel.shown == ("lind", "varga", "union", "nordstern", "kapstadt")
            assert heading(panel) == "5 · by weight"
            await reader.press("o")
            assert panel.shown == ("lind", "kapstadt", "union", "varga", "nordstern")
            assert heading(panel) == "5 · in order"
            await reader.press("o")
            assert panel.shown == ("lind", "varga", "kapstadt", "nordstern", "union")
            assert heading(panel) == "5 · by name"
            await reader.press("o")
            assert heading(panel) == "5 · by weight"

    async def test_weight_is_the_number_of_mentions(self, reading):
        actors = (Actor("werft", "Werft", ActorKind.ORGANISATION), *ANALYSIS.actors)

        async def analyze(article):
            return replace(ANALYSIS, actors=actors)

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            assert reader.screen.furniture.actors.shown[-2:] == ("werft", "kapstadt")
            await reader.press("1", "o")
            assert reader.screen.furniture.actors.shown[0] == "werft"

    async def test_the_order_is_remembered(self, reading, tmp_path):
        async with reading(config=tmp_path) as reader:
            await reader.press("1", "o", "o", "2", "o")
        async with reading(config=tmp_path) as reader:
            assert heading(reader.screen.furniture.actors) == "5 · by name"
            assert heading(reader.screen.furniture.quotes) == "3 · by speaker"

    async def test_they_are_found_by_other_names_and_roles_too(self, reading):
        async with reading() as reader:
            await reader.press("1", "slash", *"eiserne")
            assert reader.screen.furniture.actors.shown == ("lind",)

    async def test_one_kind_at_a_time(self, reading):
        async with reading() as reader:
            await reader.press("1", "f")
            assert reader.screen.furniture.actors.shown == ("lind", "varga")
            assert any("only people" in line for line in lines(reader))
            await reader.press("f")
            assert reader.screen.furniture.actors.shown == ("union", "nordstern")
            await reader.press("f", "f")
            assert len(reader.screen.furniture.actors.shown) == 5

    @pytest.mark.parametrize("narrow", [("f", "f", "f"), ("slash", *"kap"), ("slash", *"kap", "enter")])
    async def test_who_stood_on_what_is_left_out_stands_on_what_is_seen(self, reading, narrow):
        async with reading() as reader:
            await reader.press("1", "g", "j", "space")
            assert reader.words.startswith("mention 1 of 2 · Jon Varga")
            await reader.press(*narrow)
            assert reader.screen.furniture.actors.shown == ("kapstadt",)
            assert reader.words.startswith("Kapstadt, place")
            assert reader.screen.here.actor.name == "Kapstadt"

    async def test_what_is_under_the_cursor_of_a_narrowed_list_is_in_sight(self, reading):
        actors = tuple(replace(ANALYSIS.actors[1], id=f"a{n}", name=f"Jon Varga {n}") for n in range(40))

        async def analyze(article):
            return replace(ANALYSIS, actors=(*ANALYSIS.actors, *actors))

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            listing = reader.screen.furniture.actors.entries
            await reader.press("1", "g", *"jjjjjj", "f")
            listing.scroll_to(y=30, animate=False, force=True)
            await reader.press("f")
            top, height = listing.scroll_offset.y, listing.size.height
            assert top <= listing._index_to_line[listing.highlighted] < top + height

    async def test_guesses_are_said_to_be_guesses(self, reading):
        def doubted(mention):
            of_lind = mention.actor == "lind" and mention.start > 200
            return replace(mention, confidence=0.6) if of_lind or mention.actor == "union" else mention

        async def analyze(article):
            return replace(ANALYSIS, mentions=tuple(map(doubted, ANALYSIS.mentions)))

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            drawn = "\n".join(lines(reader))
            assert "Union Blau ? " in drawn
            assert "Kapstadt ?" not in drawn
            assert " guessed" in next(line for line in lines(reader) if "Ministerin, „die" in line[70:])
            await reader.press("1", "slash", *"blau", "enter", "space")
            assert reader.words == "mention 1 of 2 · Union Blau, organisation, a guess"

    async def test_enter_asks_for_the_card_and_space_shows_and_steps(self, reading):
        async with reading() as reader:
            asked = []
            reader.screen.do.cards.show = asked.append
            await reader.press("1", "g", "enter")
            assert asked == ["lind"]
            await reader.press("j", "space")
            assert reader.words.startswith("mention 1 of 2 · Jon Varga")
            await reader.press("n")
            assert reader.words.startswith("mention 2 of 2 · Jon Varga")
            assert reader.screen.page.part == "actors"


class TestQuotes:
    async def test_a_quote_left_out_is_no_longer_what_the_keys_act_on(self, reading):
        async with reading() as reader:
            await reader.press("2", "g", "j", "f")
            assert reader.screen.furniture.quotes.shown == ("q1", "q3")
            assert reader.words.startswith("quote 3 of 3")
            assert reader.screen.here.id == "q3"

    async def test_they_stand_in_order_or_under_their_speakers(self, reading):
        second = replace(ANALYSIS.quotes[2], id="q4", speaker=ANALYSIS.quotes[1].speaker)

        async def analyze(article):
            return replace(ANALYSIS, quotes=(*ANALYSIS.quotes[:2], second))

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            panel = reader.screen.furniture.quotes
            assert panel.shown == ("q1", "q2", "q4")
            await reader.press("2", "o")
            assert panel.shown == ("q2", "q4", "q1"), "who speaks most comes first"
            drawn = [line.split("│")[-1].split() for line in lines(reader)]
            assert ["Jon", "Varga", "2"] in drawn
            assert ["Ada", "Lind", "1"] in drawn

    async def test_the_entry_under_the_cursor_stays_in_sight_when_the_order_changes(self, reading):
        many = tuple(replace(ANALYSIS.quotes[number % 2], id=f"q{number}") for number in range(40))

        async def analyze(article):
            return replace(ANALYSIS, quotes=many)

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            listing = reader.screen.furniture.quotes.entries
            await reader.press("2", "G")
            for _ in range(2):
                await reader.press("o")
                assert reader.screen.furniture.quotes.current == "q39"
                top, height = listing.scroll_offset.y, listing.size.height
                assert top <= listing._index_to_line[listing.highlighted] < top + height

    async def test_what_nobody_in_particular_says_comes_last(self, reading):
        unsaid = tuple(replace(ANALYSIS.quotes[2], id=f"u{number}") for number in range(3))

        async def analyze(article):
            return replace(ANALYSIS, quotes=(*unsaid, ANALYSIS.quotes[0]))

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            await reader.press("2", "o")
            assert reader.screen.furniture.quotes.shown == ("q1", "u0", "u1", "u2")

    async def test_the_cursor_never_stands_on_a_speakers_name(self, reading):
        async with reading() as reader:
            await reader.press("2", "o", "g")
            seen = [reader.screen.furniture.quotes.current]
            for _ in range(2):
                await reader.press("j")
                seen.append(reader.screen.furniture.quotes.current)
            assert sorted(seen) == ["q1", "q2", "q3"]

    async def test_kind_and_confidence_are_said_in_words(self, reading):
        async with reading() as reader:
            drawn = "\n".join(lines(reader))
            assert "direct, sure" in drawn
            assert "indirect, likely" in drawn

    async def test_one_kind_at_a_time_and_only_that_is_stepped_through(self, reading):
        async with reading() as reader:
            await reader.press("2", "f")
            assert reader.screen.furniture.quotes.shown == ("q1", "q3")
            await reader.press("G", "enter")
            assert reader.words.startswith("quote 2 of 2")
            await reader.press("n")
            assert reader.words.startswith("quote 1 of 2")
            await reader.press("c")
            assert reader.words.startswith("quote 2 of 3"), "its own key steps through all again"

    async def test_what_was_said_and_who_said_it_are_looked_through(self, reading):
        async with reading() as reader:
            await reader.press("2", "slash", *"varga", "enter")
            assert reader.screen.furniture.quotes.shown == ("q2",)
            await reader.press("escape", "slash", *"still", "enter")
            assert reader.screen.furniture.quotes.shown == ("q3",)


class TestNotes:
    async def test_one_tag_at_a_time_and_only_that_is_stepped_through(self, reading):
        async with reading(Memory(*MARKS)) as reader:
            await reader.press("3", "f")
            assert reader.screen.furniture.notes.shown == ("a", "b"), "the tag used most comes first"
            assert any("only #hafen" in line for line in lines(reader))
            await reader.press("g", "enter")
            assert reader.words.startswith("mark 1 of 2")
            await reader.press("n", "n")
            assert reader.words.startswith("mark 1 of 2")

    async def test_tags_notes_and_passages_are_looked_through(self, reading):
        async with reading(Memory(*MARKS)) as reader:
            for words, found in (("#frist", ("a",)), ("gehoert", ("c",)), ("HUNDERT", ("b",))):
                await reader.press("3", "slash", *(key if key != "#" else "number_sign" for key in words))
                assert reader.screen.furniture.notes.shown == found, words
                await reader.press("escape")

    async def test_a_tag_that_is_gone_narrows_no_more(self, reading):
        async with reading(Memory(*MARKS)) as reader:
            await reader.press("3", "f", "f")
            assert reader.screen.furniture.notes.shown == ("a",)
            await reader.press("g", "x")
            assert reader.screen.furniture.notes.shown == ("b", "c")


class TestNarrowing:
    async def test_letters_that_are_keys_elsewhere_are_typed(self, reading):
        async with reading() as reader:
            await reader.press("2", "slash", *"qunx")
            assert reader.screen.furniture.quotes.filter.input.value == "qunx"
            assert reader.screen.page.part == "quotes"
            assert any("Nothing here is like that." in line for line in lines(reader))

    async def test_up_and_down_move_the_cursor_while_typing(self, reading):
        async with reading() as reader:
            await reader.press("1", "slash", *"a", "down")
            assert reader.screen.furniture.actors.current == reader.screen.furniture.actors.shown[1]
            await reader.press("up")
            assert reader.screen.furniture.actors.current == reader.screen.furniture.actors.shown[0]

    async def test_escape_shows_all_again_and_only_then_leaves(self, reading):
        async with reading() as reader:
            await reader.press("1", "slash", *"varga", "enter")
            assert reader.screen.focused is reader.screen.furniture.actors.entries
            await reader.press("escape")
            assert len(reader.screen.furniture.actors.shown) == 5
            assert reader.screen.focused is reader.screen.furniture.actors.entries
            await reader.press("escape")
            assert reader.screen.focused is reader.screen.view

    async def test_escape_while_typing_shows_all_and_stays(self, reading):
        async with reading() as reader:
            await reader.press("1", "slash", *"varga", "escape")
            assert len(reader.screen.furniture.actors.shown) == 5
            assert reader.screen.focused is reader.screen.furniture.actors.entries

    async def test_the_list_does_not_move_when_it_is_narrowed(self, reading):
        async with reading() as reader:
            before = reader.screen.furniture.actors.entries.region
            await reader.press("1", "slash", *"varga")
            assert reader.screen.furniture.actors.entries.region == before
            assert heading(reader.screen.furniture.actors) == "1 of 5 · by weight"

    async def test_tab_leads_past_the_line_for_typing(self, reading):
        async with reading() as reader:
            await reader.press("1", "slash", *"varga", "enter", "tab")
            assert reader.screen.focused is reader.screen.furniture.quotes.entries

    async def test_a_new_mark_is_stepped_to_though_the_list_was_narrowed(self, reading):
        async with reading(Memory(*MARKS)) as reader:
            await reader.press("3", "f", "g", "enter", "escape", "e", "t", *"neu", "enter")
            assert len(reader.screen.annotations) == 4
            assert reader.words.startswith("mark 2 of 4 · #neu")


class TestReason:
    async def test_the_rule_the_trust_and_the_words_it_went_by_are_said(self, reading):
        quote = replace(ANALYSIS.quotes[0], rule="direct, cue after")

        async def analyze(article):
            return replace(ANALYSIS, quotes=(quote,))

        async with reading(analyze=analyze) as reader:
            await reader.pilot.pause(0.1)
            await reader.press("c", "r")
            drawn = "\n".join(lines(reader))
            assert "Words in quotation marks, followed by a verb of saying" in drawn
            assert "sure; of 100 like this, about 95 are right" in drawn
            assert "Ada Lind, in the text “Lind”" in drawn
            assert "“sagte”" in drawn
            await reader.press("escape")
            assert reader.app.screen is reader.screen

    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
    async def test_it_is_there_for_the_quote_under_the_cursor_of_the_panel(self, reading, size):
        async with reading(size=size) as reader:
            await reader.press("2", "g", "j", "r")
            drawn = "\n".join(lines(reader))
            assert "Jon Varga" in drawn
            assert "indirect" in drawn
            assert "likely" in drawn

    async def test_where_there_is_no_quote_it_says_how_to_get_to_one(self, reading):
        async with reading() as reader:
            await reader.press("e", "r")
            assert reader.state == "no quote here; c steps to one"
            assert reader.screen.lens.kind is Kind.NAMES
