"""The dossier by keys: from the card to all articles, and into the article of a statement."""

import os
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.annotations.annotation import now
from core.articles import Article, Block, BlockKind
from core.dossiers.chronicle import Part
from core.library import Library
from tests.tui.rest import until
from tests.tui.sample import ANALYSIS, ARTICLE, analyze_at_once
from tui.app import LesartApp
from tui.model.days import month_words
from tui.model.library_words import articles_words, statements_words
from tui.screens.lists.dossier import DossierScreen
from tui.screens.reader import ReaderScreen

BEFORE = "Vor der Wahl am Kap.\n\n"
EARLIER = Article(
    "frueher.txt",
    BEFORE + ARTICLE.text,
    (Block(BlockKind.PARAGRAPH, 0, len(BEFORE) - 2),),
    "de",
    "Vor der Wahl",
)


def moved():
    """The analysis of the earlier article."""
    by = len(BEFORE)

    def on(spans):
        return tuple((start + by, end + by) for start, end in spans)

    return replace(
        ANALYSIS,
        mentions=tuple(replace(each, start=each.start + by, end=each.end + by) for each in ANALYSIS.mentions),
        quotes=tuple(
            replace(
                each,
                spans=on(each.spans),
                speaker=each.speaker and replace(each.speaker, spans=on(each.speaker.spans)),
                cue=each.cue and replace(each.cue, spans=on(each.cue.spans)),
            )
            for each in ANALYSIS.quotes
        ),
    )


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.open_article(EARLIER)
    library.keep_analysis(EARLIER, moved())
    return library


class Guide:
    """The running program as these tests see it."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self):
        for _ in range(40):
            await self.pilot.pause(0.01)
            screen = self.app.screen
            ready = not isinstance(screen, ReaderScreen) or screen.analysis is not None
            if ready and not [
                each for each in screen.workers if each.group in ("default", "listing", "open")
            ]:
                break
        await self.pilot.pause()

    @property
    def foot(self):
        return self.page.rstrip().rpartition("\n")[2].strip()

    @property
    def page(self):
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


@pytest.fixture
def guided(library):
    @asynccontextmanager
    async def opener():
        app = LesartApp(ARTICLE, library, analyze=analyze_at_once, pipeline=lambda language: "hand-made-1")
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            guide = Guide(app, pilot)
            await guide.settle()
            yield guide

    return opener


async def test_statements_of_all_articles_stand_in_time_order(guided):
    async with guided() as guide:
        await guide.press("e", "enter", "d")
        assert isinstance(guide.app.screen, DossierScreen)
        page = guide.page
        assert "DOSSIER  Ada Lind" in page
        assert "2 articles · 2 statements" in page
        assert page.index("Vor der Wahl") < page.index("Machtkampf am Kap")
        assert "+1 article" in page
        await guide.press("escape")
        assert isinstance(guide.app.screen, ReaderScreen)


async def test_a_statement_leads_into_its_article(guided):
    async with guided() as guide:
        await guide.press("e", "enter", "d", "enter")
        reader = guide.app.screen
        assert reader.article.title == "Vor der Wahl"
        assert reader.state.target_quote.id == "q1"


async def test_an_article_that_is_open_already_is_gone_back_to(guided):
    async with guided() as guide:
        first = guide.app.screen
        await guide.press("e", "enter", "d", "o", "enter")
        assert guide.app.screen is first
        assert first.state.target_quote.id == "q1"
        for key in ("enter", "d", "enter", "enter", "d", "o", "enter"):
            await guide.press(key)
        assert guide.app.screen is first
        assert len([each for each in guide.app.screen_stack if isinstance(each, ReaderScreen)]) == 1


async def test_who_has_no_name_in_full_has_no_dossier(guided, library):
    async with guided() as guide:
        reader = guide.app.screen
        unnamed = tuple(replace(each, kind=ActorKind.UNNAMED) for each in ANALYSIS.actors)
        reader.analysis = replace(reader.analysis, actors=unnamed)
        await guide.press("e", "enter", "d")
        assert "Without a name in full nobody is known beyond this article." in " ".join(guide.page.split())


async def test_it_is_narrowed_by_words_and_by_part(guided):
    async with guided() as guide:
        await guide.press("e", "enter", "d", "slash", *"niemals", "enter")
        assert "0 articles · 0 statements · niemals" in guide.page
        await guide.press("slash", "escape", "f")
        assert "only what they say" in guide.page


async def test_what_is_shown_of_it_is_counted(guided):
    async with guided() as guide:
        await guide.press("e", "enter", "d")
        entries = guide.app.screen._all
        for part in (Part.BY, Part.ABOUT):
            await guide.press("f")
            places = [place for each in entries if each.part is part for place in each.places]
            articles = len({place.record.key for place in places})
            assert f"{articles_words(articles)} · {statements_words(len(places))} · only" in guide.page


async def test_two_people_stand_side_by_side_and_all_of_it_is_written_to_a_file(guided, tmp_path):
    async with guided() as guide:
        await guide.press("e", "enter", "d", "w")
        assert "to see beside Ada Lind" in guide.page
        assert "Enter take" in guide.page
        assert not any(row.name == "Ada Lind" for row in guide.app.screen._rows)
        await guide.press("slash", *"kapstadt", "enter", "enter")
        assert "DOSSIER  Ada Lind · Kapstadt" in guide.page
        assert "◂│" in guide.page
        assert guide.foot.startswith("Ada Lind")
        assert "l right" in guide.foot
        # Both are in the same two articles, which are two and not four.
        assert "2 articles · " in guide.page.splitlines()[1]
        await guide.press("l")
        if "│▸" in guide.page:
            assert guide.foot.startswith("Kapstadt")
            assert "h left" in guide.foot
        await guide.press("h", "z")
        assert not guide.app.screen.detail_box.display
        month = next(line for line in guide.page.splitlines() if "█" in line and "Ada Lind" in line)
        assert "statement" in month
        assert "Kapstadt" in guide.page
        await guide.press("escape")
        assert guide.app.screen.detail_box.display, "one step back leads to the statements"
        await guide.press("z", "enter")
        assert "since:" not in guide.page.splitlines()[1]
        assert guide.page.splitlines()[1].endswith(month_words(now()[:7]))
        await guide.press("escape")
        assert "since:" not in guide.page.splitlines()[1], "Esc leads back to all of it"
        note = tmp_path / "beide.md"
        await guide.press("X")
        guide.app.screen.typed.value = str(note)
        await guide.press("enter")
        await until(guide.pilot, note.exists, lambda: guide.page)
        assert note.read_text(encoding="utf-8").startswith("# Ada Lind and Kapstadt\n")
        await guide.press("w")
        assert "Kapstadt" not in guide.page.splitlines()[1]


async def test_what_is_not_analysed_is_analysed_then(guided, library):
    later = replace(EARLIER, source="spaeter.txt", text=f"{EARLIER.text}Und mehr.\n")
    library.add(later)
    async with guided() as guide:
        await guide.press("e", "enter", "d")
        await until(guide.pilot, lambda: "3 articles" in guide.page, lambda: guide.page)


async def test_articles_with_nothing_but_the_surname_are_seen_taken_in_and_given_back(guided, library):
    text = "Lind sagte am Mittag: „Der Kai bleibt.“ Dann schwieg sie.\n"
    other = Article("mittag.txt", text, (Block(BlockKind.PARAGRAPH, 0, len(text) - 1),), "de", "Am Mittag")
    span = text.index("„"), text.index("“") + 1
    quote = Quote("q1", QuoteType.DIRECT, (span,), "r", 0.9, Speaker(((0, 4),), "Lind", "a1"))
    library.open_article(other)
    lind = Actor("a1", "Lind", ActorKind.PERSON)
    library.keep_analysis(other, Analysis("x", (), (lind,), (quote,), "de"))
    async with guided() as guide:
        await guide.press("e", "enter", "d")
        assert guide.foot.startswith("i: in 1 more only the surname")
        assert "Der Kai bleibt" not in guide.page
        await guide.press("i")
        assert "Der Kai bleibt" in guide.page
        assert guide.foot.startswith("perhaps Ada Lind, O says so")
        await guide.press("escape")
        assert "Der Kai bleibt" not in guide.page
        await guide.press("i", "O")
        await until(guide.pilot, lambda: "Der Kai bleibt" in guide.page and "3 statements" in guide.page)
        assert [(each.alias, each.name) for each in library.aliases()] == [("Lind", "Ada Lind")]
        await guide.press("u")
        await until(guide.pilot, lambda: "Der Kai bleibt" not in guide.page)
        assert library.aliases() == ()
