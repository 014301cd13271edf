"""Feeds in their folders and articles with the time of day, in German, from the smallest terminal to a large one."""

from dataclasses import replace

import pytest

from core.articles import Publication
from core.articles.texts import plain_article
from core.library import Library
from core.library.feed_store import Feed
from core.translation import use_language
from tests.tui.looks.article import MOMENT
from tests.tui.looks.conftest import SIZES, picture_of, press, see_the_same, settle
from tests.tui.screens.test_feeds import story
from tui.app import LesartApp

SCENES = {
    "news": ("j",),
    "feeds": ("R", "j"),
    "put into": ("j", "t"),
    "typed": tuple("aus"),
    "renamed": ("escape", "k", "r"),
}
"""Each with the keys that lead there from the one before."""
FEEDS = (
    ("Deichbote", (), "", "08:12"),
    ("Landtagsrundschau der Küste", ("Politik/Inland",), "", "23:50"),
    ("Weltblatt", ("Politik/Ausland",), "Es antwortet niemand bei weltblatt.example; Adresse prüfen.", ""),
    ("Tor und Takt", ("Sport", "Kultur & Musik"), "", "00:05"),
)


@pytest.fixture(autouse=True)
def _german():
    use_language("de")


@pytest.fixture
def followed(tmp_path) -> Library:
    library, day = Library(tmp_path / "library", tmp_path / "cache"), MOMENT[:10]
    for name, folders, trouble, clock in FEEDS:
        address = f"https://{name.split()[0].lower()}.example"
        article = plain_article(f"Neues aus {name}\n\n{story(name.split()[0].lower())}\n", f"{address}/1")
        moment = f"{day}T{clock}:00+00:00" if clock else ""
        article = replace(article, publication=Publication(published=day, site=name, moment=moment))
        library.add(article)
        library.follow(
            Feed(
                f"{address}/feed.xml",
                name,
                checked=MOMENT,
                trouble=trouble,
                taken=(article.key,),
                folders=folders,
            )
        )
    return library


@pytest.mark.parametrize("size", SIZES)
async def test_feeds_in_folders(followed, looked_at, size):
    """What is in a folder is told from what is beside it; the time needs no more room than the day."""
    app = LesartApp(None, followed, analyze=None, pipeline=lambda language: "hand-made-1")
    taken = {}
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for scene, keys in SCENES.items():
            await press(pilot, *keys)
            taken[f"{scene} {'x'.join(map(str, size))}"] = picture_of(app)
    see_the_same(taken, looked_at)
