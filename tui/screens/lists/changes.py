"""What changed between two versions of an article, sentence by sentence."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from core.analysis import Analysis, Quote
from core.analyzer.version import pipeline_version
from core.articles import Article
from core.articles.changes import Difference, Sort, differences
from core.library import ArticleRecord, Library, LibraryError
from core.text.spans import Span, overlaps
from core.translation import N_, _, ngettext
from tui.keymap import Keys, bindings
from tui.model.days import moment_words
from tui.model.describe import speaker_words
from tui.notify import say
from tui.removal import ClosedOnce
from tui.text import drawable
from tui.widgets.panel import Heading
from tui.widgets.status import StatusLine

SIGNS = {
    Sort.INSERTED: ("+", N_("new"), "$text-success"),
    Sort.DELETED: ("−", N_("gone"), "$text-error"),
    Sort.CHANGED: ("~", N_("changed"), "$annotation-sign"),
    Sort.MOVED: ("→", N_("moved here"), "$faint"),
}
"""A sign, a word and a colour for what happened to a sentence."""
MARKED = {Sort.DELETED: ("−", "strike $text-error"), Sort.INSERTED: ("+", "underline $text-success")}
"""A sign and a style for the words that went from a changed sentence, and for those that came."""
SAME_SHOWN = 90
"""Characters of a passage that stayed as it was which are shown before and after a change."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions with what is known of them."""

    old: Article
    new: Article
    found: tuple[Difference, ...]
    quotes: dict[int, str]
    """Who is quoted in a changed sentence, by its place among what was found."""


class ChangesScreen(ClosedOnce, Screen[None]):
    """All that changed, with a little around it of what did not."""

    DEFAULT_CSS = """
    ChangesScreen {
        background: $background; color: $foreground;
        #shelf { padding: 1 2 0 2; height: 1fr; max-width: 96; }
        #title { height: 1; margin-bottom: 1; }
        VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        .change { height: auto; margin-bottom: 1; padding: 0 1 0 2; border-left: blank; }
        .change--same { color: $faint; }
        .change--here { border-left: outer $annotation-sign; }
    }
    """
    PLACE: ClassVar[str] = "changes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("changes")

    page = query_one(VerticalScroll)
    status = query_one(StatusLine)

    def __init__(self, archive: Library, old: ArticleRecord, new: ArticleRecord, own: Keys) -> None:
        super().__init__()
        self._archive = archive
        self._old, self._new = old, new
        self._own = own
        self._here = -1
        self._places: list[Static] = []

    def compose(self) -> ComposeResult:
        """Heading, changes, status."""
        name = _("CHANGES  version {old} to {new}").format(old=self._old.versions, new=self._new.versions)
        with Vertical(id="shelf"):
            yield Static(Heading(name, moment_words(self._new.first_opened)), id="title")
            yield VerticalScroll(can_focus=False)
        yield StatusLine()

    def on_mount(self) -> None:
        """Compare."""
        self.status.own = self._own
        self.status.keys = ("changes-leave", "changes-previous", "changes-next", "changes-keys")
        self.status.doing = _("comparing …")
        self.compare()

    @work(exclusive=True, exit_on_error=False)
    async def compare(self) -> None:
        """Show what changed."""
        try:
            compared = await to_thread(_compared, self._archive, self._old.key, self._new.key)
        except LibraryError as error:
            say(self.app, str(error), "error")
            compared = None
        self.status.doing = ""
        if compared is None:
            self.status.words = _("one of the versions cannot be read")
            return
        blocks = [_block(compared, index) for index in range(len(compared.found))]
        shown = [block for block in blocks if block is not None]
        self._places = [block for block in shown if not block.has_class("change--same")]
        await self.page.mount_all(shown)
        self.status.words = _summary(compared.found)
        if not self._places:
            await self.page.mount(
                Static(Content(_("Only white space is different.")), classes="change change--same")
            )

    def action_step(self, by: int) -> None:
        """Go to the next change or the one before, round the ends."""
        if not self._places:
            return
        if 0 <= self._here < len(self._places):
            self._places[self._here].remove_class("change--here")
        self._here = (
            (self._here + by) % len(self._places)
            if self._here >= 0
            else (0 if by > 0 else -1) % len(self._places)
        )
        place = self._places[self._here]
        place.add_class("change--here")
        self.page.scroll_to_center(place, animate=False, force=True)
        self.status.told = _("change {n} of {all}").format(n=self._here + 1, all=len(self._places))

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.page.scroll_relative(y=by, animate=False)

    def action_end(self, last: bool) -> None:
        """Scroll to the beginning, or to the end."""
        self.page.scroll_to(y=self.page.max_scroll_y if last else 0, animate=False)

    def action_leave(self) -> None:
        """Go back to the versions."""
        self.dismiss()


def _compared(archive: Library, old_key: str, new_key: str) -> Compared | None:
    """Load and compare; None where a text is gone."""
    old, new = archive.load_article(old_key), archive.load_article(new_key)
    if old is None or new is None:
        return None
    found = differences(old, new)
    before, after = (archive.cached_analysis(article, pipeline_version) for article in (old, new))
    quotes: dict[int, str] = {}
    for index, each in enumerate(found):
        if each.sort is not Sort.SAME and (words := _quoted(each.new, after) or _quoted(each.old, before)):
            quotes[index] = words
    return Compared(old, new, found, quotes)


def _quoted(span: Span | None, analysis: Analysis | None) -> str:
    """Who is quoted in a stretch of text, as far as that is known."""
    if span is None or analysis is None:
        return ""
    inside: Callable[[Quote], bool] = lambda quote: any(overlaps(span, each) for each in quote.spans)  # noqa: E731
    return ", ".join(
        dict.fromkeys(speaker_words(quote, analysis) for quote in analysis.quotes if inside(quote))
    )


def _block(compared: Compared, index: int) -> Static | None:
    """One change, or what is around it."""
    each = compared.found[index]
    if each.sort is Sort.SAME and each.new is not None:
        return Static(_around(compared, index, each.new), classes="change change--same")
    sign, word, colour = SIGNS[each.sort]
    quoted = f" · ❝ {compared.quotes[index]}" if index in compared.quotes else ""
    head = (f"{sign} ", f"bold {colour}"), (drawable(f"{_(word)}{quoted}"), colour)
    return Static(Content.assemble(*head, "\n", *_words(compared, each)), classes="change")


def _words(compared: Compared, each: Difference) -> Sequence[str | tuple[str, str]]:
    """The words of a change, marked by more than colour."""
    if each.sort is Sort.CHANGED:
        pieces: list[str | tuple[str, str]] = []
        for before, piece in zip((None, *each.pieces), each.pieces, strict=False):
            words = drawable(piece.words)
            if piece.sort is Sort.SAME or not words.strip():
                pieces.append(words)
                continue
            bare = words.strip()
            ahead, behind = words.split(bare, 1)
            if before is not None and before.sort is Sort.DELETED:
                ahead = ahead or " "
            sign, style = MARKED[piece.sort]
            pieces += [ahead, (f"{sign}{bare}", style), behind]
        return pieces
    if each.new is not None:
        return [drawable(_flat(compared.new.text, each.new))]
    return [(drawable(_flat(compared.old.text, each.old or (0, 0))), "strike")]


def _around(compared: Compared, index: int, span: Span) -> Content:
    """What stayed as it was: its end before a change, its beginning after one."""
    parts = ((max(span[0], each.start), min(span[1], each.end)) for each in compared.new.blocks)
    flat = (_flat(compared.new.text, part) for part in parts if part[0] < part[1])
    # A headline, a byline and what follows them are read apart.
    words = "\n".join(drawable(part) for part in flat if part)
    first, last = index == 0, index == len(compared.found) - 1
    if len(words) <= 2 * SAME_SHOWN:
        return Content(words)
    head, tail = words[:SAME_SHOWN].rsplit(maxsplit=1)[0], words[-SAME_SHOWN:].split(maxsplit=1)[-1]
    if first:
        return Content(f"… {tail}")
    return Content(f"{head} …" if last else f"{head} …\n… {tail}")


def _summary(found: Sequence[Difference]) -> str:
    """How many sentences came, went, changed and moved."""
    counts = [
        (number, _(SIGNS[sort][1])) for sort in SIGNS if (number := sum(each.sort is sort for each in found))
    ]
    if not counts:
        return _("nothing changed")
    (number, word), *rest = counts
    first = ngettext("{n} sentence {changed}", "{n} sentences {changed}", number).format(
        n=number, changed=word
    )
    return ", ".join((first, *(f"{more} {word}" for more, word in rest)))


def _flat(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())
