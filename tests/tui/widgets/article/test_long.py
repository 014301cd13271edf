"""A long text is laid out where one reads first. Nobody should be able to tell."""

import random
from typing import Any

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from core.articles.article import BlockKind
from tests.tui.widgets.article.page import Bare, article, press, resize, rows
from tui.widgets.article import layout, page, viewport

WORDS = "Kran Hafen Wasser 日本語 Donaudampfschifffahrtsgesellschaft E-Mail-Verkehr – und der die „das“ a\u0308".split()
KINDS = [BlockKind.PARAGRAPH] * 6 + [BlockKind.SUBHEADING, BlockKind.LIST_ITEM, BlockKind.CAPTION]
KEYS = ("j", "k", "space", "b", "G", "g", "ctrl+d", "v", "J", "L", "escape", "f")


def long_article(seed: int) -> Any:
    chance = random.Random(seed)
    parts = [
        (chance.choice(KINDS), " ".join(chance.choices(WORDS, k=chance.choice((3, 20, 60, 200)))) + ".")
        for _ in range(60)
    ]
    return article((BlockKind.HEADLINE, "Streit am Kai"), *parts, repeats=range(20, 60, 9))


async def seen(seed: int) -> list[Any]:
    """What is seen after each of many things done, in an order that the seed decides."""
    chance, shown = random.Random(seed), long_article(seed)
    length, found = len(shown.text), list[Any]()
    app = Bare(shown, top=chance.randrange(length))
    async with app.run_test(size=(90, 24)) as pilot:
        view = app.view
        for _ in range(30):
            what = chance.choice(
                ("size", "size", "height", "key", "key", "reveal", "top", "look", "wheel", "click")
            )
            place, by = chance.randrange(length), chance.choice((-1, 1))
            if what == "size":
                await resize(pilot, chance.randrange(20, 140), chance.randrange(6, 50))
            elif what == "height":
                await resize(pilot, app.size.width, chance.randrange(6, 50))
            elif what == "key":
                await press(pilot, chance.choice(KEYS))
            elif what == "reveal":
                view.reveal(place, place + 9)
            elif what == "top":
                view.top_offset = place
            elif what == "look":
                view.measure = chance.choice((40, 60, 72))
                view.hyphenated = chance.random() < 0.5
            elif what == "wheel":
                event = MouseScrollDown if by > 0 else MouseScrollUp
                view.post_message(event(view, 5, 5, 0, by, 0, shift=False, meta=False, ctrl=False))
                await pilot.pause()
            else:
                at = chance.randrange(8, 40), chance.randrange(view.size.height)
                await pilot.click(offset=at, times=2)
            found.append((what, rows(view), view.visible_span, view.top_offset, view.selection))
            if chance.random() < 0.3:
                found.append((round(view.progress, 6), view.scroll_offset.y, view.virtual_size.height))
    return found


@pytest.mark.parametrize("goes_on", [True, False], ids=["settling behind the paint", "only when asked to"])
@pytest.mark.parametrize("seed", range(3))
async def test_a_long_text_is_seen_as_if_it_were_laid_out_as_a_whole(
    seed: int, goes_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await seen(seed)
    monkeypatch.setattr(page, "SHORT", -1)
    monkeypatch.setattr(viewport, "STILL", 0.001)
    if not goes_on:
        monkeypatch.setattr(viewport.Viewport, "count_on", lambda _: None)
    lazily = await seen(seed)
    for nth, (one, other) in enumerate(zip(whole, lazily, strict=True)):
        assert one == other, nth


async def test_no_more_is_laid_out_for_the_first_frame_than_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    count_lines = layout.Layout._count_lines

    def record(self: Any, index: int) -> None:
        counted.append(index)
        count_lines(self, index)

    monkeypatch.setattr(page, "SHORT", -1)
    monkeypatch.setattr(layout.Layout, "_count_lines", record)
    monkeypatch.setattr(viewport.Viewport, "count_on", lambda _: None)
    app = Bare(article(*((BlockKind.PARAGRAPH, "Der Kran steht. " * 9) for _ in range(500))))
    async with app.run_test(size=(80, 20)) as pilot:
        assert 0 < len(counted) < 40
        counted.clear()
        await resize(pilot, 60, 20)
        assert 0 < len(counted) < 40
        await press(pilot, "G")
        assert len(counted) > 400
