"""One of every screen and sheet there is, for tests of what holds for all of them."""

import importlib
import pkgutil
from asyncio import Future
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.screen import Screen

import tui.screens
from core.analysis.cards import card
from core.articles.errors import SourceError
from core.library import Library
from tests.tui.keys.shelf import LONG
from tests.tui.sample import ANALYSIS, ARTICLE, annotation
from tui.app import LesartApp
from tui.model.links import rows_of
from tui.screens.correct.choice import Choice, ChoiceDialog
from tui.screens.correct.history import HistoryDialog
from tui.screens.correct.naming import NameDialog
from tui.screens.correct.sheet import CorrectDialog, Offer
from tui.screens.library import LibraryScreen
from tui.screens.lists.changes import ChangesScreen
from tui.screens.lists.deleted import DeletedScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.feeds import FeedDialog, FeedsScreen
from tui.screens.lists.listing import ListingScreen
from tui.screens.lists.people import PeopleScreen
from tui.screens.lists.searched_listing import SearchedListing
from tui.screens.lists.surname import SurnameListing
from tui.screens.lists.tag_list import RenameDialog, TagListScreen
from tui.screens.lists.versions import VersionsScreen
from tui.screens.opening import OpeningScreen
from tui.screens.palette import Palette
from tui.screens.sheets.card import CardDialog
from tui.screens.sheets.confirm import ConfirmDialog
from tui.screens.sheets.dialog import Dialog
from tui.screens.sheets.dossier_export import DossierExportDialog
from tui.screens.sheets.export import ExportDialog
from tui.screens.sheets.keys import KeysScreen
from tui.screens.sheets.links import LinksDialog
from tui.screens.sheets.mark import MarkDialog
from tui.screens.sheets.note import NoteDialog
from tui.screens.sheets.open import AddDialog, OpenDialog
from tui.screens.sheets.reason import ReasonScreen
from tui.screens.sheets.tags import TagDialog
from tui.services.filing import Filing
from tui.services.following import Following


def _tags() -> Future[list[tuple[str, int]]]:
    coming: Future[list[tuple[str, int]]] = Future()
    coming.set_result([("hafen", 3)])
    return coming


async def _unreadable(source: str) -> Any:
    raise SourceError(f"There is no {source}.")


def every(app: LesartApp, archive: Library) -> Iterator[Screen[Any]]:
    """One of each, made when it is asked for; `archive` has the sample article in it."""
    actor, text = ANALYSIS.actors[0], ARTICLE.text
    record = archive.open_article(ARTICLE).record
    found = card(ANALYSIS, text, actor.id)
    assert found is not None
    yield CardDialog(found, ARTICLE, ANALYSIS, {})
    yield ChangesScreen(archive, record, record, {})
    yield ConfirmDialog("Really?", "It is gone then.", {})
    yield ChoiceDialog("Who?", "words", [Choice("lind", "Ada Lind")], {}, new="somebody else: ")
    yield HistoryDialog([], {}, {})
    yield MarkDialog(annotation("a", "Rücktritt", ("hafen",), "Warum?"), "words", {})
    yield NameDialog("Name", "words", "Ada", {})
    yield CorrectDialog("words", [Offer("label", "another label")], {})
    yield DeletedScreen(archive, {})
    yield DossierScreen(actor, archive, {})
    yield DossierExportDialog("Ada Lind", "ada-lind", {})
    yield ExportDialog("Title", "title", {})
    yield FeedDialog({})
    yield FeedsScreen(archive, {}, Filing(archive, _unreadable), Following(archive, Path()))
    yield KeysScreen("article", {})
    yield LibraryScreen(archive, {})
    yield LinksDialog("Title", rows_of(LONG), 1, {})
    yield NoteDialog("Note", "words", "text", {})
    yield OpenDialog({})
    yield AddDialog({})
    yield OpeningScreen("nowhere.txt", _unreadable, archive, {})
    yield Palette()
    yield PeopleScreen(archive, {})
    yield app._reader(ARTICLE)
    yield ReasonScreen(ANALYSIS.quotes[0], ANALYSIS, text, {})
    yield RenameDialog("hafen", 3, {})
    yield TagListScreen(archive, {})
    yield TagDialog("words", ("frist",), _tags(), {})
    yield VersionsScreen(archive, record.key, {})


BASES = Dialog, ListingScreen, SearchedListing, SurnameListing


def kinds() -> set[type[Screen[Any]]]:
    """The classes of screens there are, without those that others are built on."""
    for each in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(each.name)
    found, new = set[type[Screen[Any]]](), [Screen]
    while new:
        more = [each for kind in new for each in kind.__subclasses__()]
        found |= {each for each in more if each.__module__.startswith("tui.") and each not in BASES}
        new = more
    return found
