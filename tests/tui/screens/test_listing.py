"""Screens that are one list."""

import pytest

from tui.keymap import bindings
from tui.screens.library import LibraryScreen
from tui.screens.lists.deleted import DeletedScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.feeds import FeedsScreen
from tui.screens.lists.listing import ListingScreen
from tui.screens.lists.tag_list import TagListScreen
from tui.screens.lists.versions import VersionsScreen


@pytest.mark.parametrize(
    "screen", [DeletedScreen, DossierScreen, FeedsScreen, LibraryScreen, TagListScreen, VersionsScreen]
)
def test_the_list_has_the_keys_of_the_screens_place(screen: type[ListingScreen]) -> None:
    assert screen.PLACE
    assert bindings(screen.PLACE) == screen.LIST.BINDINGS
