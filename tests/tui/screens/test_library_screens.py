"""Searching the library, versions, what was deleted, and tags throughout: driven by keys."""

import asyncio
from pathlib import Path

import pytest

from core.analysis import Analysis, Quote, QuoteType, Speaker
from core.analyzer.version import pipeline_version
from core.annotations import Anchor, Annotation, How
from core.articles.texts import plain_article
from core.library import Library, LibraryError
from core.library.states import State
from tests.tui.screens.shelf import Shelf, opened
from tui.screens.library import LibraryScreen
from tui.screens.lists.changes import ChangesScreen
from tui.screens.lists.deleted import DeletedScreen
from tui.screens.lists.tag_list import RenameDialog, TagListScreen
from tui.screens.lists.versions import VersionsScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sheets.confirm import ConfirmDialog

OLD = plain_article(
    "Der Hafen schweigt\n\nAm Morgen lagen die Kräne still. Ada Lind trat vor die Tore der Werft. "
    "Der Reeder will lange verhandeln.\n",
    "hafen.txt",
)
NEW = plain_article(
    "Der Hafen schweigt\n\nAm Morgen lagen die Kräne still. Ada Lind trat am Abend vor die Tore der Werft. "
    "Am Sonntag ist Pause.\n",
    "hafen.txt",
)


def on(article, words, tags, note=""):
    start = article.text.index(words)
    return Annotation.new(Anchor.of(article.text, start, start + len(words)), tags, note)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two versions of an article with marks, and another article."""
    library = Library(tmp_path / "library", tmp_path / "cache")
    library.open_article(OLD)
    library.save(OLD, on(OLD, "Ada Lind trat vor die Tore", ("person",), "Woher?"))
    library.save(OLD, on(OLD, "Der Reeder will lange verhandeln.", ("hafen/reeder",)))
    library.open_article(NEW)
    library.open_article(plain_article("Der Deich hält\n\nImke Brodersen prüfte ihn.\n", "deich.txt"))
    return library


async def test_words_find_articles_and_marks_and_a_mark_opens_at_its_place(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"woher")
        await shelf.shows("#person Woher?")
        assert "deich.txt" not in shelf.page
        await shelf.press("enter", "enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.target is not None)
        assert (
            "Ada Lind trat am Abend vor die Tore"
            in app.screen.article.text[slice(*app.screen.target.spans[0])]
        )


async def test_escape_leads_from_what_was_found_back_to_all(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("j", "slash", *"deich")
        await shelf.shows("1 found")
        await shelf.press("enter")
        await shelf.press("escape")
        await shelf.shows("2 articles")
        assert app.screen.listing.highlighted == 1
        await shelf.press("slash", *"nirgends", "enter")
        await shelf.shows("Nothing found.")
        await shelf.press("escape", "escape")
        await shelf.shows("q leaves Lesart")
        await shelf.press("q")
        await shelf.until(lambda: app.return_code == 0)


async def test_versions_and_what_changed_between_them(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 versions")
        await shelf.press("j", "V")
        await shelf.at(VersionsScreen)
        await shelf.shows("version 1")
        await shelf.press("c")
        await shelf.at(ChangesScreen)
        await shelf.shows("1 sentence new, 1 gone, 1 changed")
        assert "+am Abend" in shelf.page
        assert "Am Sonntag ist Pause." in shelf.page
        assert "Der Reeder will lange verhandeln." in shelf.page
        await shelf.press("n", "n")
        await shelf.shows("change 2 of 3")
        await shelf.press("escape")
        await shelf.at(VersionsScreen)
        await shelf.press("j", "c")
        await shelf.shows("the first version")
        await shelf.press("enter")
        await shelf.at(ReaderScreen)
        assert app.screen.article == OLD
        await shelf.until(lambda: any("earlier version" in each.message for each in app._notifications))
        await shelf.until(lambda: app.screen.furnished)
        await shelf.shows("EARLIER VERSION 1 of 2 · ")
        await shelf.press("a")
        await shelf.shows("EARLIER VERSION 1 of 2 · mark 1 of 2")
        reader, depth = app.screen, len(app.screen_stack)
        await shelf.press("V")
        await shelf.at(VersionsScreen)
        await shelf.shows("version 1")
        await shelf.press("j", "enter")
        await shelf.until(lambda: app.screen is reader)
        assert len(app.screen_stack) == depth


async def test_a_changed_statement_says_whose_it_is(library: Library) -> None:
    words = "trat am Abend vor die Tore der Werft"
    start = NEW.text.index(words)
    quote = Quote(
        "q1", QuoteType.INDIRECT, ((start, start + len(words)),), "so", 0.9, Speaker(((0, 3),), "Jon Varga")
    )
    library.keep_analysis(NEW, Analysis(pipeline=pipeline_version("und"), language="und", quotes=(quote,)))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 versions")
        await shelf.press("j", "V")
        await shelf.shows("version 1")
        await shelf.press("c")
        await shelf.shows("~ changed · ❝ Jon Varga")
        assert shelf.page.count("❝") == 1


async def test_a_mark_whose_words_changed_is_confirmed_by_one_key_and_back(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 versions")
        await shelf.press("j", "enter")
        await shelf.at(ReaderScreen)
        reader = app.screen

        def how():
            return {each.annotation.tags[0]: each.located.how for each in reader.annotations if each.located}

        await shelf.until(lambda: len(how()) == 2)
        assert how() == {"person": How.APPROXIMATE, "hafen/reeder": How.ORPHAN}
        await shelf.press("O")
        await shelf.until(lambda: how()["person"] is How.POSITION)
        kept = {each.tags[0]: each for each in library.annotations(NEW)}["person"]
        assert kept.anchor is not None
        assert kept.anchor.exact == "Ada Lind trat am Abend vor die Tore"
        await shelf.press("u")
        await shelf.until(lambda: how()["person"] is How.APPROXIMATE)


async def test_what_was_deleted_comes_back(library: Library) -> None:
    gone = library.save(NEW, on(NEW, "Kräne", ("weg",), "Unnütz?"))
    library.delete(NEW, gone.id)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("U")
        await shelf.at(DeletedScreen)
        await shelf.shows("#weg Unnütz?")
        await shelf.press("enter")
        await shelf.shows("Nothing was deleted.")
        assert gone in library.annotations(NEW)
        await shelf.press("q")
        await shelf.at(LibraryScreen)


async def test_all_that_is_listed_is_chosen_and_marked_as_read(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("z", "A")
        await shelf.shows("2 chosen")
        await shelf.press("A")
        await shelf.until(lambda: "chosen" not in shelf.page)
        await shelf.press("A", "l")
        await shelf.shows("2 articles: later")
        await shelf.press("A", "r")
        await shelf.until(lambda: {each.state for each in library.articles()} == {State.READ})
        await shelf.press("slash", *"deich", "enter")
        await shelf.shows("1 article")
        await shelf.press("A", "e")
        await shelf.until(lambda: sorted(each.state for each in library.articles()) == ["archived", "read"])


async def test_an_article_removed_earlier_comes_back_with_what_was_deleted(library: Library) -> None:
    gone = library.save(NEW, on(NEW, "Kräne", ("weg",)))
    library.delete(NEW, gone.id)
    deich = next(record for record in library.articles() if record.title == "Der Deich hält")
    library.remove(deich.key)
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("1 article")
        await shelf.press("U")
        await shelf.at(DeletedScreen)
        await shelf.shows("1 removed article · 1 deleted mark")
        assert shelf.page.index("Der Deich hält") < shelf.page.index("#weg"), "the latest is not first"
        await shelf.press("enter")
        await shelf.shows("brought back")
        await shelf.until(lambda: "Der Deich hält" not in shelf.page)
        await shelf.press("q")
        await shelf.at(LibraryScreen)
        await shelf.shows("2 articles")


async def test_a_tag_is_renamed_merged_taken_off_and_all_that_taken_back(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("T")
        await shelf.at(TagListScreen)
        await shelf.shows("/reeder")
        await shelf.press("r")
        await shelf.at(RenameDialog)
        await shelf.press(*"-neu", "enter")
        await shelf.shows("#hafen-neu")
        assert dict(library.tags()) == {"person": 1, "hafen-neu/reeder": 1}
        await shelf.press("G", "r")
        await shelf.at(RenameDialog)
        app.screen.typed.value = "hafen-neu"
        await shelf.press("enter")
        await shelf.at(ConfirmDialog)
        await shelf.press("y")
        await shelf.until(lambda: dict(library.tags()) == {"hafen-neu": 1, "hafen-neu/reeder": 1})
        await shelf.at(TagListScreen)
        await shelf.press("g", "x")
        await shelf.at(ConfirmDialog)
        assert "1 tag below it off 2 marks" in shelf.page
        await shelf.press("escape")
        assert len(library.tags()) == 2
        await shelf.press("x", "enter")
        await shelf.until(lambda: library.tags() == ())
        for _ in range(3):
            await shelf.at(TagListScreen)
            await shelf.until(lambda: not app.screen.status.doing)
            before = len(library.tag_changes())
            await shelf.press("u")
            await shelf.until(lambda before=before: len(library.tag_changes()) < before)
        assert dict(library.tags()) == {"person": 1, "hafen/reeder": 1}


async def test_a_tag_is_coloured_and_leads_to_its_articles_and_marks(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("T")
        await shelf.shows("/reeder")
        await shelf.press("c")
        await shelf.until(lambda: library.tag_colours() == {"hafen": "red"})
        await shelf.shows("red")
        await shelf.press("enter")
        await shelf.at(LibraryScreen)
        await shelf.shows("#hafen · by day")
        assert "Der Hafen schweigt" in shelf.page
        assert "deich.txt" not in shelf.page
        await shelf.press("enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.target is not None and "#hafen/reeder" in shelf.page)
        await shelf.press("q", "T")
        await shelf.shows("/reeder")
        await shelf.press("m")
        await shelf.at(LibraryScreen)
        await shelf.shows("“#hafen”: 1 mark")


async def test_markup_and_control_characters_in_tags_and_notes_are_drawn_as_they_are(
    library: Library,
) -> None:
    library.save(NEW, Annotation.new(None, ("[b]",), "Notiz [/red]\x1b[31m mit\u202e allem"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"notiz")
        await shelf.shows("#[b] Notiz [/red]")
        assert "\x1b" not in shelf.page
        assert "\u202e" not in shelf.page


async def test_a_library_that_cannot_be_written_says_so_at_once(library: Library, monkeypatch) -> None:
    monkeypatch.setattr(Library, "obstacle", lambda self: "The disk is full, so nothing was saved.")
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.until(
            lambda: (
                [each.message for each in app._notifications] == ["The disk is full, so nothing was saved."]
            )
        )


async def test_a_change_of_tags_that_fails_says_why_and_the_list_stays(library: Library, monkeypatch) -> None:
    def fail(*args: object) -> None:
        raise LibraryError("The disk is full, so nothing was saved.")

    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("T")
        await shelf.shows("/reeder")
        monkeypatch.setattr(Library, "change_tags", fail)
        monkeypatch.setattr(Library, "set_tag_colour", fail)
        await shelf.press("c")
        await shelf.until(lambda: len(app._notifications) == 1)
        await shelf.press("x", "y")
        await shelf.until(lambda: len(app._notifications) == 2)
        assert "/reeder" in shelf.page


async def test_many_articles_are_walked_without_being_made(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    for number in range(60):
        library.open_article(plain_article(f"Artikel {number}\n\nText {number}.\n", f"{number}.txt"))
        await asyncio.sleep(0.002)
    app, run = opened(library, (80, 24))
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("60 articles")
        await shelf.press("G")
        await shelf.shows("Artikel 0")
        await shelf.press("pageup", "k", "g", "pagedown", "j")
        at = app.screen.listing.highlighted
        assert at is not None
        assert 5 < at < 20
        await pilot.click(app.screen.listing, offset=(5, 1))
        await shelf.at(ReaderScreen)


async def test_space_at_the_end_offers_the_next_new_article_and_opens_it(library: Library) -> None:
    library.add(plain_article("Ungelesen\n\nDas hat noch niemand gelesen.\n", "neu.txt"))
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("3 articles · 1 new")
        await shelf.press("j", "enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.furnished and not app.screen.doing)
        first = app.screen.article
        await shelf.press("space")
        await shelf.until(lambda: "next new article: Ungelesen" in app.screen.told)
        await shelf.press("space")
        await shelf.until(
            lambda: isinstance(app.screen, ReaderScreen) and app.screen.article.title == "Ungelesen"
        )
        assert library.record(first.key).state is State.READ
        await shelf.until(lambda: app.screen.furnished and not app.screen.doing)
        await shelf.press("space")
        await shelf.until(lambda: app.screen.told == "the end")


async def test_words_found_in_a_text_open_there(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("slash", *"kräne")
        await shelf.shows("1 found")
        await shelf.press("enter", "enter")
        await shelf.at(ReaderScreen)
        await shelf.until(lambda: app.screen.target is not None)
        assert app.screen.article.text[slice(*app.screen.target.spans[0])] == "Kräne"


async def test_several_are_chosen_and_put_away_and_taken_back(library: Library) -> None:
    app, run = opened(library)
    async with run as pilot:
        shelf = Shelf(pilot, app)
        await shelf.shows("2 articles")
        await shelf.press("v", "v")
        await shelf.shows("2 chosen")
        await shelf.press("e")
        await shelf.shows("Everything is archived")
        assert library.counts() == {State.ARCHIVED: 2}
        await shelf.press("u")
        await shelf.shows("2 articles")
        assert library.counts() == {State.BEGUN: 2}
