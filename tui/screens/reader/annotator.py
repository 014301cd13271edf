"""Tag, annotate and highlight the selection or the target."""

from asyncio import to_thread
from collections.abc import Callable
from dataclasses import replace

from textual.notifications import Notification

from core.annotations import Annotation
from core.annotations.anchoring import place
from core.library import LibraryError
from core.translation import N_, _, ngettext
from tui.keymap import key
from tui.model.annotating import (
    HIGHLIGHT,
    after_change,
    annotation_here,
    annotation_of_article,
    change_to,
    confirmed,
    draft_place,
    highlighted,
    marking,
    passage_words,
    tagged,
    whole_words,
)
from tui.model.describe import is_doubtful, placed_of
from tui.model.lens import Kind
from tui.model.speech import quoted
from tui.model.standing import On
from tui.model.undo import Change, tag_words
from tui.notify import take_back
from tui.screens.reader.changes import Changes
from tui.screens.reader.interface import Reader, Services
from tui.screens.reader.stepper import Stepper
from tui.screens.sheets.mark import MarkDialog, Wish
from tui.screens.sheets.note import NoteDialog
from tui.screens.sheets.tags import TagDialog

MOST = 200
"""Places that are marked at once at most."""

NO_MARK = N_("no mark of yours here")
WITHOUT_TARGET = {
    "tag-article": N_("{select} selects, {name} steps to a name, {whole} tags the article"),
    "note-article": N_("{select} selects, {name} steps to a name, {whole} writes on the article"),
}
"""What is said where there is nothing to tag or to annotate, by the command that does it for the whole article."""


class Annotator:
    """Makes, changes and deletes annotations."""

    def __init__(
        self,
        reader: Reader,
        services: Services,
        changes: Changes,
        stepper: Stepper,
        follow: Callable[[str], None],
    ) -> None:
        """`follow` puts the cursor of the panel of notes on an annotation."""
        self._reader = reader
        self._services = services
        self._changes = changes
        self._stepper = stepper
        self._follow = follow
        self._last_tags: tuple[str, ...] = ()
        self._told_of_drafts: Notification | None = None
        """The tags chosen last."""

    async def tag(self) -> None:
        """Tag the selection or the target."""
        if (annotation := await self._here()) is not None:
            self._choose_tags(annotation)

    async def tag_again(self) -> None:
        """Give the selection or the target the tags that were chosen last, beside those it has."""
        if (annotation := await self._here()) is None:
            return
        if not self._last_tags:
            self._choose_tags(annotation)
        elif (after := tagged(annotation, self._last_tags)) is not None:
            self._put(after)
        else:
            self._reader.told = _("has {tags} already").format(tags=tag_words(self._last_tags))

    async def tag_article(self) -> None:
        """Tag the article."""
        await self._reader.desk.saved()
        self._choose_tags(annotation_of_article(self._reader.state))

    async def note(self) -> None:
        """Write a note on the selection or the target."""
        if (annotation := await self._here("note-article")) is not None:
            self._write_note(annotation)

    async def note_article(self) -> None:
        """Write a note on the article."""
        await self._reader.desk.saved()
        self._write_note(annotation_of_article(self._reader.state))

    async def edit(self) -> None:
        """Edit the note one stands on; on a bare selection, begin one."""
        await self._reader.desk.saved()
        here = self._reader.here
        if here.on is On.PASSAGE:
            await self.note()
        elif here.annotation is None:
            self._say_no_mark()
        else:
            self._write_note(here.annotation)

    async def delete(self) -> None:
        """Delete the mark one stands on."""
        await self._reader.desk.saved()
        annotation = self._reader.here.annotation
        if annotation is None:
            self._say_no_mark()
        else:
            self._changes.make(Change(annotation, None))

    async def read_mark(self) -> None:
        """Show the mark one stands on to be read, and do what it was left for."""
        await self._reader.desk.saved()
        if (annotation := self._reader.here.annotation) is not None:
            self._reader.desk.begin(self._read_mark(annotation))

    async def _read_mark(self, annotation: Annotation) -> None:
        state = self._reader.state
        sheet = MarkDialog(
            annotation,
            passage_words(state, annotation),
            self._services.own,
            doubtful=is_doubtful(placed_of(state.annotations, annotation.id)),
        )
        match await self._reader.desk.ask(sheet):
            case Wish.EDIT:
                self._write_note(annotation)
            case Wish.TAG:
                self._choose_tags(annotation)
            case Wish.DELETE:
                self._changes.make(Change(annotation, None))
            case Wish.CONFIRM:
                await self.confirm_place()

    def _say_no_mark(self) -> None:
        self._reader.told = _(NO_MARK)

    async def highlight(self) -> None:
        """Highlight the selection or the target; once more takes the highlight away."""
        if (annotation := await self._here()) is not None:
            self._put(highlighted(annotation))

    async def mark_everywhere(self) -> None:
        """Mark every occurrence of the current words with the tags they have here, else as highlights."""
        here = await self._here()
        if here is None or here.anchor is None:
            return
        state = self._reader.state
        words = " ".join(here.anchor.exact.split())
        places = whole_words(state.article.text, words)
        if len(places) > MOST:
            sentence = _("“{words}” stands in {n} places, which is too many to mark")
            self._reader.told = sentence.format(words=words, n=len(places))
        elif (change := marking(state, places, here.tags or (HIGHLIGHT,))) is None:
            self._reader.told = _("every place is marked already")
        else:
            self._changes.make(change)

    async def confirm_place(self) -> None:
        """Confirm the place of the current mark, whose words have changed."""
        await self._reader.desk.saved()
        change = confirmed(self._reader.state, self._reader.here)
        if change is None:
            self._reader.told = _("no mark here whose place is in doubt")
        else:
            self._changes.make(change)

    # What is annotated

    async def _here(self, whole: str = "tag-article") -> Annotation | None:
        """The annotation to work on, as soon as all is kept.

        Where there is none it says how to come by one, and which key does the same for the `whole` article.
        """
        await self._reader.desk.saved()
        annotation = annotation_here(self._reader.state, self._reader.here)
        if annotation is None:
            own = self._services.own
            self._reader.told = _(WITHOUT_TARGET[whole]).format(
                select=key("article.select", own), name=key("next-name", own), whole=key(whole, own)
            )
        return annotation

    def _put(self, after: Annotation) -> None:
        if (change := change_to(self._reader.state, after)) is not None:
            self._changes.make(change)

    # The dialogs

    def _choose_tags(self, annotation: Annotation, begin: tuple[str, ...] | None = None) -> None:
        """Choose tags, beginning with those it has, or with those that were chosen and could not be kept."""
        self._reader.desk.begin(self._ask_for_tags(annotation, annotation.tags if begin is None else begin))

    async def _ask_for_tags(self, annotation: Annotation, begin: tuple[str, ...]) -> None:
        # The sheet opens before the tags are known: what is typed meanwhile must not reach the page below.
        passage = passage_words(self._reader.state, annotation)
        chosen = await self._reader.desk.ask(TagDialog(passage, begin, self._tags(), self._services.own))
        if chosen:
            self._last_tags = chosen
        if chosen is not None and chosen != annotation.tags:
            self._put(annotation.edited(tags=chosen))

    async def _tags(self) -> tuple[tuple[str, int], ...]:
        try:
            return await to_thread(self._services.archive.tags)
        except LibraryError as error:
            self._reader.desk.say(str(error), "error")
            return ()

    def _write_note(self, annotation: Annotation) -> None:
        self._reader.desk.begin(self._ask_for_note(annotation))

    async def _ask_for_note(self, annotation: Annotation) -> None:
        drafts, place = self._services.drafts, draft_place(annotation)
        draft = drafts.get(place)
        title = _("Note") if draft is None else _("Note · your draft")
        text = annotation.note if draft is None else draft

        def put_away(words: str) -> None:
            drafts[place] = words
            drafts.save()

        if draft is not None and self._told_of_drafts is not None:
            take_back(self._told_of_drafts)
        passage = passage_words(self._reader.state, annotation)
        written = await self._reader.desk.ask(NoteDialog(title, passage, text, self._services.own, put_away))
        note = written.text.strip()
        if note == annotation.note or not (note or written.keep):
            self._drop_draft(place)
            return
        # The draft stays until the note is on disk, so that a failure finds it again.
        await to_thread(put_away, written.text)
        if written.keep:
            self._put(annotation.edited(note=note))
        else:
            self._reader.told = _("draft waits")

    def _drop_draft(self, place: str) -> None:
        if self._services.drafts.pop(place, None) is not None:
            self._reader.desk.begin(self._save_drafts(), "keeping")

    async def _save_drafts(self) -> None:
        await to_thread(self._services.drafts.save)

    def tell_of_drafts(self) -> None:
        """Say that drafts wait, and where, until one of them is opened."""
        self._told_of_drafts = self._reader.desk.say(self._drafts_told())

    def _drafts_told(self) -> str:
        text = self._reader.state.article.text
        starts = [place.partition(":")[0] for place in self._services.drafts]
        words = [
            quoted(f"{' '.join(text[int(start) : int(start) + 30].split())} …")
            if start.isdecimal()
            else _("the article")
            for start in starts
        ]
        sentence = ngettext(
            "A draft of a note waits on {passage}; {note} there goes on with it.",
            "Drafts of notes wait in {n} places; {note} there goes on with one.",
            len(words),
        )
        return sentence.format(passage=words[0], n=len(words), note=key("note", self._services.own))

    # What becomes of a change

    async def kept(self, change: Change) -> None:
        """Show it, and go to what was changed."""
        reader = self._reader
        after = tuple(each.after for each in change.all if each.after is not None)
        placed = await to_thread(place, after, reader.state.article.text)
        reader.show(after_change(reader.state, change, placed))
        for annotation in (change.before, change.after):
            if annotation is not None:
                self._drop_draft(draft_place(annotation))
        reader.view.clear_selection()
        if change.after is None:
            return
        marks = reader.state.lens_of(Kind.MARKS)
        if (target := marks.find(change.id)) is not None:
            self._stepper.go_to(marks, target)
        self._follow(change.id)

    def failed(self, change: Change) -> None:
        """Give back what was typed."""
        after = change.after
        if after is not None and draft_place(after) in self._services.drafts:
            self._write_note(change.before or replace(after, note=""))
        elif after is not None:
            self._choose_tags(change.before or replace(after, tags=()), after.tags)
