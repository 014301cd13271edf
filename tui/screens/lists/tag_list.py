"""All tags of the library as a tree: rename, merge, colour, remove, and undo."""

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from core.annotations.tags import TagNode, normalise, same
from core.library import Library, LibraryError, TagChange
from core.library.tag_store import COLOURS
from core.translation import N_, _, ngettext, number_words
from tui.keymap import Keys, bindings, key
from tui.model.library_words import marks_words, tags_words
from tui.notify import say
from tui.screens.lists.listing import ListingScreen
from tui.screens.sheets.confirm import ConfirmDialog
from tui.screens.sheets.dialog import Dialog
from tui.tag_colours import COLOUR_NAMES, DRAWN, colour_of
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import OneLine
from tui.widgets.long_list import LongList
from tui.widgets.panel import Entry


class TagList(LongList, inherit_bindings=False):
    """The tags by alphabet, each before those below it."""

    ROWS = 1
    BINDINGS: ClassVar[list[BindingType]] = bindings("tag-list")


@dataclass(frozen=True, slots=True)
class TagChosen:
    """A tag whose articles are to be listed, or its marks."""

    tag: str
    marks: bool = False


class TagListScreen(ListingScreen):
    """One line per tag. Choosing one returns a TagChosen."""

    NAME = N_("tags")
    PLACE = "tag-list"
    LIST = TagList
    KEYS = (
        "tag-list-leave",
        "tag-list-colour",
        "tag-list-delete",
        "tag-list-rename",
        "tag-list-marks",
        "tag-list-find",
        "tag-list-keys",
    )
    EMPTY = N_("No tags yet.")

    def __init__(self, archive: Library, own: Keys) -> None:
        super().__init__(own)
        self._archive = archive
        self._tags: tuple[TagNode, ...] = ()
        self._colours: dict[str, str] = {}
        self._here = ""
        """The tag that the cursor came to last, or was left on when the list was shown anew."""

    def on_mount(self) -> None:
        """Count."""
        super().on_mount()
        self.status.doing = _("counting …")
        self.look()

    @work(exclusive=True, exit_on_error=False)
    async def look(self) -> None:
        """List the tags."""
        try:
            self._tags = await to_thread(self._archive.tag_tree)
            self._colours = await to_thread(self._archive.tag_colours)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        finally:
            self.status.doing = ""
        nodes = self._tags
        self.fill([same(node.tag) for node in nodes], lambda index: self._entry(nodes[index]))
        self._here = self.listing.current or ""
        # A level that no mark bears by itself is no tag that anybody gave.
        self.status.words = tags_words(sum(node.own > 0 for node in nodes)) if nodes else ""

    @property
    def node(self) -> TagNode | None:
        """The tag under the cursor."""
        return next((node for node in self._tags if same(node.tag) == self.listing.current), None)

    def _entry(self, node: TagNode) -> Entry:
        colour = colour_of(node.tag, self._colours)
        name = node.tag.rsplit("/", 1)[-1]
        count = f"{node.total}"
        if node.total != node.own and node.own:
            count = _("{n}, itself {own}").format(n=node.total, own=node.own)
        dot = [("● ", DRAWN[colour])] if colour else [("  ", "")]
        return Entry(
            node.tag,
            (
                [("  " * node.level, ""), *dot, (f"#{name}" if not node.level else f"/{name}", "")],
                [
                    (_(COLOUR_NAMES.get(colour, colour)), "$faint"),
                    ("  " if colour else "", ""),
                    (count, "$faint"),
                ],
            ),
            ([], []),
        )

    # What is asked for

    @on(LongList.Selected)
    def _chosen(self) -> None:
        if self.node is not None:
            self.dismiss(TagChosen(self.node.tag))

    def action_marks(self) -> None:
        """Choose the marks with the tag."""
        if self.node is not None:
            self.dismiss(TagChosen(self.node.tag, marks=True))

    def action_rename(self) -> None:
        """Ask for another name."""
        if self.node is not None:
            self._rename(self.node)

    @work(group="change", exit_on_error=False)
    async def _rename(self, node: TagNode) -> None:
        new = await self.app.push_screen_wait(RenameDialog(node.tag, node.total, self.own))
        if new is None or new == node.tag:
            return
        known = next((other for other in self._tags if same(other.tag) == same(new) != same(node.tag)), None)
        if known is not None:
            question = _("Merge #{tag} with #{other}?").format(tag=node.tag, other=known.tag)
            about = ngettext(
                "#{other} will be on {n} mark more than the {now} now.",
                "#{other} will be on {n} marks more than the {now} now.",
                node.total,
            ).format(other=known.tag, n=number_words(node.total), now=known.total)
            if not await self.app.push_screen_wait(ConfirmDialog(question, about, self.own)):
                return
        self._change(lambda: self._archive.change_tags([node.tag], new))

    def action_delete(self) -> None:
        """Take the tag off all marks, if the user confirms it."""
        if self.node is not None:
            self._take_off(self.node)

    @work(group="change", exit_on_error=False)
    async def _take_off(self, node: TagNode) -> None:
        below = sum(same(other.tag).startswith(f"{same(node.tag)}/") for other in self._tags)
        undo = key("tag-list-undo", self.own)
        about = _("A mark left with neither tag nor note is deleted; {undo} takes all back.").format(
            undo=undo
        )
        marks = marks_words(node.total)
        question = _("Take #{tag} off {marks}?").format(tag=node.tag, marks=marks)
        if below:
            question = _("Take #{tag} and {tags} below it off {marks}?").format(
                tag=node.tag, tags=tags_words(below), marks=marks
            )
        if await self.app.push_screen_wait(ConfirmDialog(question, about, self.own)):
            self._change(lambda: self._archive.change_tags([node.tag], ""))

    @work(group="change", exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last change back."""
        try:
            changes = await to_thread(self._archive.tag_changes)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        if not changes:
            self.status.told = _("nothing to take back")
            return
        last = changes[-1].id
        self._change(lambda: self._archive.take_back_tag_change(last), takes_back=True)

    @work(group="change", exit_on_error=False)
    async def action_colour(self) -> None:
        """Give the tag the next colour, and none after the last."""
        node = self.node
        if node is None:
            return
        round_ = ("", *COLOURS)
        now = self._colours.get(same(node.tag), "")
        wanted = round_[(round_.index(now) + 1) % len(round_)] if now in round_ else ""
        try:
            await to_thread(self._archive.set_tag_colour, node.tag, wanted)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return
        colour = _(COLOUR_NAMES.get(wanted, wanted)) if wanted else _("no colour")
        self.status.told = f"#{node.tag}: {colour}"
        self.look()

    @work(group="keeping", exit_on_error=False)
    async def _change(self, what: Callable[[], TagChange | None], *, takes_back: bool = False) -> None:
        self.status.doing = _("changing …")
        try:
            change = await to_thread(what)
        except (LibraryError, ValueError) as error:
            say(self.app, str(error), "error")
            self.status.doing = ""
            return
        if change is not None:
            sentence = _("{change} on {marks} · {undo} takes it back")
            if takes_back:
                sentence = _("taken back: {change} on {marks}")
            self.status.told = sentence.format(
                change=change.words,
                marks=marks_words(change.annotations),
                undo=key("tag-list-undo", self.own),
            )
        self.look()

    @on(LongList.Highlighted)
    def _moved(self, event: LongList.Highlighted) -> None:
        # Refreshing the list may move the cursor: the message about the change stays.
        if not self.status.doing and event.id != self._here:
            self.status.told = ""
        self._here = event.id


class RenameDialog(Dialog[str | None]):
    """Another name for a tag; None where nothing is to change."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("rename")
    typed = query_one(Input)

    def __init__(self, tag: str, marks: int, own: Keys) -> None:
        super().__init__(own)
        self._tag = tag
        self._marks = marks

    def compose(self) -> ComposeResult:
        """What is renamed, the new name, the keys."""
        with Vertical(id="sheet"):
            yield Static(OneLine([(_("Rename tag"), "")]), classes="dialog--title")
            about = _("#{tag} on {marks}; “/” makes levels").format(
                tag=self._tag, marks=marks_words(self._marks)
            )
            yield Static(OneLine([(about, "")]), classes="dialog--passage")
            yield Input(self._tag, compact=True, select_on_focus=False)
            yield KeyLine(("rename-keep", "rename-leave"), self.own)

    def on_mount(self) -> None:
        """Begin at the end of the name."""
        self.typed.focus()

    def action_keep(self) -> None:
        """Hand the name back, if it is one."""
        self.after_typing(self.typed, self._keep)

    def _keep(self) -> None:
        try:
            self.dismiss(normalise(self.typed.value))
        except ValueError as error:
            say(self.app, str(error), "warning")
