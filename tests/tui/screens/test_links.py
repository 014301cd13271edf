"""The sheet of links, by keys alone: nothing is opened, copied or fetched but what a key was pressed on."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.articles import Article
from core.articles.links.link import Link
from core.library import Library
from tests.tui.keys.shelf import LONG, MAIL, SALE
from tests.tui.rest import until
from tests.tui.sample import ANALYSIS, ARTICLE, at
from tui.app import LesartApp
from tui.screens.opening import OpeningScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sheets.links import LinksDialog


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened in the browser."""
    found: list[str] = []

    def show(app: object, address: str) -> str:
        found.append(address)
        return "opened in the browser"

    monkeypatch.setattr("tui.screens.desk.show_page", show)
    return found


def cursor(reader) -> int | None:
    assert isinstance(reader.app.screen, LinksDialog)
    return reader.app.screen.listing.highlighted


async def test_enter_opens_the_link_under_the_cursor(reading, opened):
    async with reading(article=LONG) as reader:
        await reader.press("ctrl+l", "down", "enter")
        assert opened == ["https://blau.example/"]
        assert reader.state == "opened in the browser"


async def test_looking_at_the_list_opens_nothing(reading, opened):
    async with reading(article=LONG) as reader:
        await reader.press("ampersand", "down", "up", "pagedown", "escape")
        assert (opened, reader.app.clipboard) == ([], "")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_a_number_or_words_find_a_link(reading, opened):
    async with reading(article=LONG) as reader:
        await reader.press("ctrl+l", "3", "ctrl+y")
        assert reader.app.clipboard == MAIL
        assert reader.state == "address sent to the terminal"
        await reader.press("ctrl+l", *"verkauf", "enter")
        assert opened == [SALE]
        await reader.press("ctrl+l", *"xyz", "enter", "ctrl+y", "ctrl+o")
        assert opened == [SALE]
        assert isinstance(reader.app.screen, LinksDialog)


async def test_the_list_begins_at_what_is_in_sight(reading):
    links = tuple(Link(start, start + 4, f"https://pier.example/{start}") for start in places("Pier"))
    async with reading(article=replace(LONG, links=links), size=(80, 24)) as reader:
        await reader.press("ctrl+l")
        assert cursor(reader) == 0
        await reader.press("escape", "space", "space", "ctrl+l")
        at = cursor(reader)
        assert at is not None
        assert links[at - 1].end <= reader.screen.view.top_offset < links[at].end
        await reader.press("escape", "G", "ctrl+l")
        assert cursor(reader) > at


async def test_it_begins_at_what_the_keys_act_on(reading):
    async with reading(article=LONG) as reader:
        reader.screen.view.select(*at("Blau"))
        await reader.press("ctrl+l")
        assert cursor(reader) == 1


def places(words: str) -> list[int]:
    found = [LONG.text.find(words)]
    while (following := LONG.text.find(words, found[-1] + 1)) >= 0:
        found.append(following)
    return found


async def test_an_article_without_links_says_so(reading):
    async with reading() as reader:
        await reader.press("ctrl+l")
        assert reader.state == "no links in this article"
    async with reading(article=replace(ARTICLE, source="https://kap.example/a")) as reader:
        await reader.press("ctrl+l")
        assert reader.state == "no links in this article; U reads it anew"


async def test_a_mailbox_cannot_be_read(reading):
    async with reading(article=LONG) as reader:
        await reader.press("ctrl+l", "up", "ctrl+o")
        assert reader.state == "a mailbox, no page to read"


async def test_what_stands_in_a_link_is_shown_as_it_is(reading):
    hostile = replace(
        ARTICLE,
        text="[/] \x1b[2J[red]Kai[/red]\x07 und mehr davon steht hier.\n",
        blocks=(replace(ARTICLE.blocks[0], start=0, end=52),),
        links=(Link(0, 23, "https://kap.example/[/red]%1b[2J"),),
    )
    async with reading(article=hostile) as reader:
        await reader.press("ctrl+l")
        line = reader.app.screen.listing.get_option_at_index(0).prompt.lines(86)[0].plain
        assert line.rstrip() == "1  [/] ␛[2J[red]Kai[/red]␇  kap.example/[/red]%1b[2J"


async def test_a_long_list_fits_a_narrow_screen(reading):
    links = tuple(Link(at, at + 1, f"https://pier{at}.example/{'x' * 300}") for at in range(0, 240, 2))
    async with reading(article=replace(LONG, links=links), size=(40, 10)) as reader:
        await reader.press("ctrl+l")
        for option in reader.app.screen.listing.options:
            (line,) = option.prompt.lines(36)
            assert line.cell_length == 36


# What a link leads to, read here


async def app_reading(library: Library, answer: Article, asked: list[str]):
    async def read(source: str) -> Article:
        asked.append(source)
        return answer

    async def analyze(article: Article):
        return ANALYSIS

    return LesartApp(LONG, library, read=read, analyze=analyze, pipeline=lambda language: "hand-made-1")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library", tmp_path / "cache")


PAGE = replace(
    ARTICLE, source="https://kap.example/verkauf?seite=2", title="Verkauft", text=ARTICLE.text + "x"
)


async def test_the_page_is_fetched_read_and_kept(library):
    asked: list[str] = []
    app = await app_reading(library, PAGE, asked)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.furnished, lambda: "")
        await pilot.press("ctrl+l")
        assert isinstance(app.screen, LinksDialog)
        assert asked == []
        await pilot.press("ctrl+o")
        await until(pilot, lambda: library.load_article(PAGE.key) is not None, lambda: "")
        assert asked == [PAGE.source], "of a place on a page, the page"
        assert app.screen.article == PAGE
        await pilot.press("q")
        await until(pilot, lambda: app.screen.article == LONG, lambda: "")


async def test_what_the_library_has_is_not_fetched(library):
    library.add(PAGE)
    asked: list[str] = []
    app = await app_reading(library, PAGE, asked)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.furnished, lambda: "")
        await pilot.press("ctrl+l", "ctrl+o")
        await until(pilot, lambda: getattr(app.screen, "article", None) == PAGE, lambda: "")
        assert asked == []


async def test_what_was_removed_is_fetched_again(library):
    library.add(PAGE)
    library.remove(PAGE.key)
    asked: list[str] = []
    app = await app_reading(library, PAGE, asked)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.furnished, lambda: "")
        await pilot.press("ctrl+l", "ctrl+o")
        await until(pilot, lambda: asked == [PAGE.source], lambda: str(app.screen))


async def test_a_page_kept_without_links_gets_them_when_it_is_read_anew(library):
    old = replace(PAGE, links=())
    library.open_article(old)
    links = (Link(*at("Union Blau"), "https://blau.example/"),)
    asked: list[str] = []
    app = await app_reading(library, replace(PAGE, links=links), asked)
    app._article = old
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.furnished, lambda: "")
        await pilot.press("U")
        await until(pilot, lambda: library.load_article(PAGE.key).links == links, lambda: "")
        assert not isinstance(app.screen, OpeningScreen)
        assert app.screen.article.links == links
        assert [record.key for record in library.versions(PAGE.key)] == [PAGE.key]
