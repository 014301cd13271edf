"""Corrections by keys: what is offered where one stands, what comes of it, and taking it back."""

import os

from core.analysis import ActorKind, Label, QuoteType
from core.annotations import Anchor, Annotation
from core.annotations.corrections import (
    AddAlias,
    AddQuote,
    Assign,
    Dismiss,
    Merge,
    Move,
    Rename,
    SetKind,
    SetLabel,
    SetSpeaker,
    SetType,
    Subject,
    Who,
)
from core.annotations.corrections.aliases import Alias
from core.library import Library
from tests.tui.sample import TEXT, Memory, annotation, at
from tui.screens.correct.sheet import CorrectDialog


def only(memory):
    (kept,) = memory.kept.values()
    return kept.correction


def names(reader):
    return [actor.name for actor in reader.screen.analysis.actors]


def actor(reader, name):
    return next(each for each in reader.screen.analysis.actors if each.name == name)


async def why(reader):
    """What the sheet says of the quote one stands on."""
    await reader.press("r")
    drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
    assert "Why this is a quote" in drawn
    await reader.press("escape")
    return drawn


async def test_with_nothing_here_it_says_how_to_get_somewhere(reading):
    async with reading() as reader:
        await reader.press("I")
        assert reader.app.screen is reader.screen
        assert reader.state == "nothing to correct here: e steps to a name, c to a quote, v selects"


async def test_two_actors_are_made_one_by_typing(reading):
    async with reading() as reader:
        await reader.press("1")
        reader.screen.furniture.actors.follow("union")
        await reader.press("I", "m", *"nordst", "enter")
        assert only(reader.memory).into.name == "Nordstern"
        assert "Union Blau" not in names(reader)
        assert actor(reader, "Nordstern").aliases == ("Union Blau",)
        assert reader.state == "Union Blau is Nordstern · saved"
        await reader.press("u")
        assert reader.state == "undone: Union Blau is Nordstern"
        assert "Union Blau" in names(reader)
        assert reader.memory.kept == {}
        await reader.press("ctrl+r")
        assert "Union Blau" not in names(reader)


async def test_undo_restores_the_analysis_exactly(reading):
    async with reading() as reader:
        before = reader.screen.analysis
        await reader.press("e", "I", "X", "e", "I", "n", *"Neu", "enter", "u", "u")
        assert reader.screen.analysis == before


def stand_on(reader, id):
    lens = reader.screen.state.lens
    reader.screen.do.stepper.go_to(lens, lens.find(id))


async def test_a_mention_is_split_off(reading):
    async with reading() as reader:
        stand_on(reader, _id("Lind", 2))
        await reader.press("I", "s")
        assert only(reader.memory) == Assign(ActorKind.PERSON)
        assert "Lind" in names(reader)
        assert reader.at == "Lind"
        assert reader.words.endswith("Lind, person")


def _id(words, nth=0):
    return "{}:{}".format(*at(words, nth))


async def test_a_mention_goes_over_to_another_by_a_digit(reading):
    async with reading() as reader:
        stand_on(reader, _id("Varga", 1))
        await reader.press("I", "o", "1")
        assert only(reader.memory).to.name == "Ada Lind"
        assert reader.words.endswith("Ada Lind, person, 58")


async def test_an_actor_is_renamed(reading):
    async with reading() as reader:
        await reader.press("1", "g", "I", "n", *"Ada Lind-Varga", "enter")
        assert only(reader.memory) == Rename("Ada Lind", "Ada Lind-Varga")
        assert actor(reader, "Ada Lind-Varga").aliases == ("Ada Lind", "Lind")


async def test_a_kind_is_set(reading):
    async with reading() as reader:
        await reader.press("1", "g", "I", "i", *"organ", "enter")
        assert only(reader.memory) == SetKind("Ada Lind", ActorKind.ORGANISATION)
        assert actor(reader, "Ada Lind").kind is ActorKind.ORGANISATION


async def test_a_confirmed_alias_holds_for_all_articles_until_it_is_taken_back(reading):
    async with reading() as reader:
        await reader.press("1", "g", "I", "a", *"Hafenkönigin", "enter")
        assert only(reader.memory) == AddAlias("Ada Lind", "Hafenkönigin")
        assert reader.memory.known == [Alias("Hafenkönigin", "Ada Lind")]
        assert reader.state == "Ada Lind also called Hafenkönigin · saved, also for later articles"
        assert at("Hafenkönigin") in [mention.span for mention in reader.screen.analysis.mentions_of("lind")]
        await reader.press("u")
        assert reader.memory.known == []


async def test_an_alias_of_a_surname_holds_in_its_article_only(reading):
    async with reading() as reader:
        stand_on(reader, _id("Varga", 1))
        await reader.press("I", "s", "I", "a", *"Chef", "enter")
        assert reader.state == "Varga also called Chef · saved"
        assert reader.memory.known == []


async def test_an_alias_confirmed_elsewhere_is_known_here(reading):
    memory = Memory()
    memory.known = [Alias("Hafenkönigin", "Ada Lind")]
    async with reading(memory) as reader:
        assert at("Hafenkönigin") in [mention.span for mention in reader.screen.analysis.mentions_of("lind")]


async def test_an_actor_and_a_mention_are_dismissed(reading):
    async with reading() as reader:
        await reader.press("e", "I", "X")
        assert only(reader.memory) == Dismiss(Subject.ACTOR, "Ada Lind")
        assert "Ada Lind" not in names(reader)
    async with reading() as reader:
        await reader.press("e", "I", "x")
        assert only(reader.memory) == Dismiss(Subject.MENTION)
        assert len(reader.screen.analysis.mentions_of("lind")) == 4


async def test_a_label_is_changed(reading):
    async with reading() as reader:
        await reader.press("e", "I", "l", *"place", "enter")
        assert only(reader.memory) == SetLabel(Label.LOC)


async def test_the_speaker_of_a_quote_is_chosen_typed_or_nobody(reading):
    async with reading() as reader:
        await reader.press("C", "I", "w", *"varga", "enter")
        correction = only(reader.memory)
        assert correction == SetSpeaker(Who("Jon Varga", Anchor.of(TEXT, *at("Jon Varga"))))
        assert reader.words == "quote 3 of 3 · Jon Varga, direct, sure"
        await reader.press("I", "w", *"Ulla Hain", "enter")
        assert reader.words == "quote 3 of 3 · Ulla Hain, direct, sure"
        assert "Ulla Hain, as you corrected it" in await why(reader)
        assert "direct, as" not in await why(reader)
        await reader.press("I", "w", *"nobody", "enter")
        assert reader.words.startswith("quote 3 of 3 · nobody named")
        assert "nobody named, as you corrected it" in await why(reader)
        await reader.press("u", "u", "u")
        assert reader.memory.kept == {}
        assert "as you corrected it" not in await why(reader)


async def test_the_type_of_a_quote_is_changed_from_the_panel(reading):
    async with reading() as reader:
        await reader.press("2", "g", "I", "t", *"report", "enter")
        assert only(reader.memory) == SetType(QuoteType.REPORTED)
        assert reader.screen.analysis.quotes[0].type is QuoteType.REPORTED
        assert "reported, as you corrected it" in await why(reader)


async def test_a_quote_is_none(reading):
    async with reading() as reader:
        await reader.press("c", "I", "x")
        assert only(reader.memory) == Dismiss(Subject.QUOTE)
        assert [quote.id for quote in reader.screen.analysis.quotes] == ["q2", "q3"]


async def test_a_selection_becomes_an_actor(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Hafenarbeiter"))
        await reader.press("I", "s", *"group", "enter")
        assert only(reader.memory) == Assign(ActorKind.GROUP)
        assert "Hafenarbeiter" in names(reader)
        assert reader.at == "Hafenarbeiter"
        assert reader.screen.view.selection is None


async def test_a_selection_stands_for_an_actor_everywhere(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Montag"))
        await reader.press("I", "e", *"lind", "enter")
        assert only(reader.memory).everywhere
        assert len(reader.screen.analysis.mentions_of("lind")) == 7


async def test_a_selection_is_another_name(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Die Ministerin"))
        await reader.press("I", "a", *"ada", "enter")
        assert only(reader.memory) == AddAlias("Ada Lind", "Die Ministerin")


async def test_a_selection_becomes_a_quote(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("den Verkauf des Hafens drei Monate lang verschwiegen"))
        await reader.press("I", "c", *"varga", "enter")
        assert only(reader.memory).type is QuoteType.INDIRECT
        assert reader.words == "quote 1 of 4 · Jon Varga, indirect, sure"
        reader.screen.view.select(*at("„die Eiserne“"))
        await reader.press("I", "c", *"nobody", "enter")
        added = [each.correction for each in reader.memory.kept.values()]
        assert AddQuote(QuoteType.DIRECT) in added


async def test_boundaries_are_moved_by_selecting(reading):
    async with reading() as reader:
        stand_on(reader, _id("Nordstern"))
        await reader.press("I", "b")
        assert reader.screen.view.selected_text == "Nordstern"
        reader.screen.view.select(*at("Werft Nordstern"))
        await reader.press("I", "b")
        assert only(reader.memory) == Move(Anchor.of(TEXT, *at("Werft Nordstern")))
        assert reader.at == "Werft Nordstern"


async def test_what_is_not_on_offer_does_nothing_and_escape_leaves(reading):
    async with reading() as reader:
        await reader.press("e", "I", "w")
        assert isinstance(reader.app.screen, CorrectDialog)
        await reader.press("escape")
        assert reader.app.screen is reader.screen
        await reader.press("I", "m", "escape")
        assert reader.memory.kept == {}


async def test_the_cursor_takes_what_it_is_on(reading):
    async with reading() as reader:
        await reader.press("c", "I", "down", "down", "enter")
        assert only(reader.memory) == Dismiss(Subject.QUOTE)


async def test_corrections_are_there_again_with_the_article(reading):
    kept = Annotation(
        "k", Anchor.of(TEXT, *at("Jon Varga")), correction=Rename("Jon Varga", "Jon V."), created="1"
    )
    async with reading(Memory(kept)) as reader:
        assert "Jon V." in names(reader)
        assert reader.screen.annotations == ()


async def test_all_corrections_are_listed_and_one_is_taken_back(reading):
    gone = Annotation("g", None, correction=Merge("Ulla Hain", Who("Ada Lind")), created="1")
    kept = Annotation(
        "k", Anchor.of(TEXT, *at("Jon Varga")), correction=Rename("Jon Varga", "Jon V."), created="2"
    )
    async with reading(Memory(gone, kept)) as reader:
        await reader.settle()
        assert reader.said == [
            "1 of your corrections does not fit this text any more: I, then h, lists them."
        ]
        await reader.press("I")
        shown = "\n".join(_lines(reader.app.screen))
        assert "(2)" in shown
        await reader.press("h")
        shown = "\n".join(_lines(reader.app.screen))
        assert "Jon Varga called Jon V." in shown
        assert "not applicable: nobody here is called “Ulla Hain”" in shown
        await reader.press("x")
        assert list(reader.memory.kept) == ["g"]
        assert "Jon Varga" in names(reader)
        assert reader.state.startswith("taken back: Jon Varga called Jon V.")
        await reader.press("u")
        assert "Jon V." in names(reader)


def _lines(screen):
    return ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]


async def test_a_correction_that_cannot_be_kept_changes_nothing(reading):
    async with reading() as reader:
        before = reader.screen.analysis
        reader.memory.failing = "The disk is full."
        await reader.press("e", "I", "X")
        assert reader.state == "not saved"
        assert "The disk is full." in reader.said
        assert reader.screen.analysis is before
        reader.memory.failing = ""
        await reader.press("u")
        assert reader.state == "nothing to undo"


async def test_notes_and_corrections_are_undone_in_one_order(reading):
    async with reading() as reader:
        await reader.press("e", "t", *"x", "enter", "c", "I", "x", "u")
        assert [each.tags for each in reader.memory.kept.values()] == [("x",)]
        await reader.press("u")
        assert reader.memory.kept == {}


async def test_the_words_of_a_mark_can_be_corrected_but_not_a_mark_on_the_article(reading):
    async with reading(
        Memory(annotation("a", "Rücktritt", ("frist",)), annotation("b", None, ("x",)))
    ) as reader:
        await reader.press("A", "I")
        assert isinstance(reader.app.screen, CorrectDialog)
        await reader.press("escape", "A", "I")
        assert reader.app.screen is reader.screen


async def test_on_a_hit_in_a_quote_its_speaker_is_corrected(reading):
    async with reading() as reader:
        await reader.press("slash", *"Pfand", "enter", "I", "w", *"lind", "enter")
        assert only(reader.memory) == SetSpeaker(Who("Ada Lind", Anchor.of(TEXT, *at("Ada Lind"))))
        (kept,) = reader.memory.kept.values()
        assert kept.anchor.exact == "der Hafen dürfe nicht zum Pfand werden"


async def test_who_reads_for_an_actor_that_is_no_more_reads_everything_again(reading):
    async with reading() as reader:
        await reader.press("e")
        reader.screen.action_read("actor")
        await reader.press("I", "X")
        assert reader.screen.view.bright is None


async def test_corrections_outlast_the_program(reading, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    for begun in (True, False):
        async with reading(Library(tmp_path / "library", tmp_path / "cache")) as reader:
            if begun:
                await reader.press("1", "g", "I", "a", *"Hafenkönigin", "enter", "0", "c", "I", "x")
            assert "Hafenkönigin" in actor(reader, "Ada Lind").aliases
            assert [quote.id for quote in reader.screen.analysis.quotes] == ["q2", "q3"]
    assert [each.alias for each in Library(tmp_path / "library").aliases()] == ["Hafenkönigin"]
