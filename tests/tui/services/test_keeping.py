"""The one writer: changes in order, and all of them or none."""

import asyncio

import pytest

from core.annotations import Annotation
from core.library import LibraryError
from tests.tui.sample import ARTICLE, Memory
from tui.model.undo import Change
from tui.services.keeping import Keeper


def tagged(id: str, tag: str = "hafen") -> Annotation:
    return Annotation(id, None, (tag,))


class Full(Memory):
    """A library on a disk that has room for so many saves."""

    room = 1

    def save(self, article, annotation, base=None):
        if self.room == 0:
            raise LibraryError("The disk is full.")
        self.room -= 1
        return super().save(article, annotation, base)


async def test_changes_are_made_in_the_order_they_were_asked_for():
    memory = Memory()
    keeper = Keeper(memory, ARTICLE)
    await asyncio.gather(*(keeper.carry_out(Change(None, tagged(str(number)))) for number in range(5)))
    assert memory.log == [f"save {number}" for number in range(5)]


async def test_what_is_kept_comes_back_with_what_goes_with_it():
    change = Change(None, tagged("a"), (Change(tagged("b"), None),))
    memory = Memory(tagged("b"))
    assert await Keeper(memory, ARTICLE).carry_out(change) == change
    assert set(memory.kept) == {"a"}


async def test_of_changes_made_together_none_stays_when_one_fails():
    memory = Full()
    change = Change(None, tagged("a"), (Change(None, tagged("b")),))
    with pytest.raises(LibraryError, match="full"):
        await Keeper(memory, ARTICLE).carry_out(change)
    assert memory.kept == {}
    assert memory.log == ["save a", "delete a"]
