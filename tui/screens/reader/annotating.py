"""Tagging and noting: every change goes to the disk first and is confirmed when it is there."""

from __future__ import annotations

from asyncio import gather, to_thread
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from core.library import LibraryError
from core.text.spans import Span, strip
from tui.keymap import key
from tui.model.lens import Kind, span_of
from tui.notify import say
from tui.screens.reader.stepping import Stepping

if TYPE_CHECKING:
    from core.annotations import Annotation
    from core.annotations.anchoring import Placed
    from tui.model.undo import Change
    from tui.widgets.panel import Panel


class Annotating(Stepping):
    """Makes, changes and deletes annotations, and takes all that back."""

    _last_tags: tuple[str, ...] = ()
    """The tags chosen last."""

    # What is asked for

    async def action_tag(self) -> None:
        """Tag the selection or the target."""
        await self.saved()
        if (annotation := self._here()) is not None:
            self._choose_tags(annotation)

    async def action_tag_again(self) -> None:
        """Give the selection or the target the tags that were chosen last, beside those it has."""
        await self.saved()
        if (annotation := self._here()) is None:
            return
        from core.annotations.tags import normalise_tags
        from tui.model.undo import tag_words

        if not self._last_tags:
            self._choose_tags(annotation)
        elif (tags := normalise_tags((*annotation.tags, *self._last_tags))) == annotation.tags:
            self.tell(f"has {tag_words(self._last_tags)} already")
        else:
            self._put(annotation.edited(tags=tags))

    async def action_tag_article(self) -> None:
        """Tag the article."""
        await self.saved()
        self._choose_tags(self._on_article())

    async def action_note(self) -> None:
        """Write a note on the selection or the target."""
        await self.saved()
        if (annotation := self._here()) is not None:
            self._write_note(annotation)

    async def action_note_article(self) -> None:
        """Write a note on the article."""
        await self.saved()
        self._write_note(self._on_article())

    async def action_edit(self) -> None:
        """Edit the note of the annotation one stands on; on a bare selection, begin one."""
        await self.saved()
        self._edit()

    def _edit(self) -> None:
        if self.annotation is not None:
            self._write_note(self.annotation)
        elif self.view.selection is not None and (annotation := self._here()) is not None:
            self._write_note(annotation)
        else:
            self.tell("no mark of yours here")

    async def action_delete(self) -> None:
        """Delete the annotation one stands on."""
        await self.saved()
        if (annotation := self.annotation) is None:
            self.tell("no mark of yours here")
            return
        self.change_from(annotation, None)

    async def action_undo(self) -> None:
        """Take back the last change."""
        await self.saved()
        if (step := self.history.undo()) is None:
            self.tell("nothing to undo")
            return
        taken = step[0].undone[-1]
        self.history, change = step
        self._carry_out(change, f"undone: {taken.words}", undoing=True)

    async def action_redo(self) -> None:
        """Make the change taken back last again."""
        await self.saved()
        if (step := self.history.redo()) is None:
            self.tell("nothing to redo")
            return
        self.history, change = step
        self._carry_out(change, f"redone: {change.words}", undoing=True)

    # The dialogs

    @work(exit_on_error=False)
    async def _choose_tags(self, annotation: Annotation, chosen: tuple[str, ...] | None = None) -> None:
        """Choose tags, beginning with those it has, or with those that were chosen and could not be kept."""
        begin = annotation.tags if chosen is None else chosen
        from tui.screens.tags import TagDialog

        # The sheet opens before the tags are known: what is typed meanwhile must not reach the page below.
        dialog = TagDialog(self._passage(annotation), begin, self._tags(), self.own)
        chosen = await self.app.push_screen_wait(dialog)
        if chosen:
            self._last_tags = chosen
        if chosen is not None and chosen != annotation.tags:
            self._put(annotation.edited(tags=chosen))

    async def _tags(self) -> tuple[tuple[str, int], ...]:
        try:
            return await to_thread(self.archive.tags)
        except LibraryError as error:
            say(self.app, str(error), "error")
            return ()

    @work(exit_on_error=False)
    async def _write_note(self, annotation: Annotation) -> None:
        place = self._place(annotation)
        draft = self.drafts.get(place)
        title = "Note" if draft is None else "Note · your draft"
        text = annotation.note if draft is None else draft
        from tui.screens.note import NoteDialog

        def put_away(words: str) -> None:
            self.drafts[place] = words
            self.drafts.save()

        dialog = NoteDialog(title, self._passage(annotation), text, self.own, put_away)
        written = await self.app.push_screen_wait(dialog)
        note = written.text.strip()
        if note == annotation.note or not (note or written.keep):
            self._drop_draft(place)
            return
        # The draft stays until the note is on disk, so that a failure finds it again.
        await to_thread(put_away, written.text)
        if written.keep:
            self._put(annotation.edited(note=note))
        else:
            self.tell("draft waits")

    def drafts_told(self) -> str:
        """A sentence on the drafts that wait, and where."""
        starts = [place.partition(":")[0] for place in self.drafts]
        words = [self._words_from(int(start)) if start.isdecimal() else "the article" for start in starts]
        where = f"on {words[0]}" if len(words) == 1 else f"in {len(words)} places"
        return f"A draft of a note waits {where}; {key('note', self.own)} there goes on with it."

    def _words_from(self, start: int) -> str:
        return f"“{' '.join(self.article.text[start : start + 30].split())} …”"

    def _drop_draft(self, place: str) -> None:
        if self.drafts.pop(place, None) is not None:
            self._save_drafts()

    @work(group="keeping", exit_on_error=False)
    async def _save_drafts(self) -> None:
        await to_thread(self.drafts.save)

    def _put(self, after: Annotation) -> None:
        known = next((each.annotation for each in self.annotations if each.annotation.id == after.id), None)
        if not after.blank:
            self.change_from(known, after)
        elif known is not None:
            self.change_from(known, None)

    def without_place(self, panel: Panel, stay: bool) -> None:
        """A note that has no place in the text is opened where it is."""
        if panel is self.notes and not stay:
            self._edit()
        else:
            super().without_place(panel, stay)

    # Keeping

    def change_from(self, before: Annotation | None, after: Annotation | None) -> None:
        """Carry out the change of an annotation that the user made, None for nothing."""
        from tui.model.undo import Change

        self.change(Change(before, after))

    def change(self, change: Change) -> None:
        """Carry out a change the user made."""
        told = "saved" if change.after is not None else f"{change.words} · {key('undo', self.own)} undoes"
        self._carry_out(change, told, undoing=False)

    @work(group="keeping", exit_on_error=False)
    async def _carry_out(self, change: Change, told: str, undoing: bool) -> None:
        from core.annotations.anchoring import place

        try:
            kept = await self.keeper.carry_out(change)
        except LibraryError as error:
            self._failed(change, str(error), undoing)
            return
        if not undoing:
            self.history = self.history.add(kept)
        if await self.take_correction(kept, told):
            return
        after = tuple(each.after for each in kept.all if each.after is not None)
        self._kept(kept, await to_thread(place, after, self.article.text), told)

    async def take_correction(self, change: Change, told: str) -> bool:  # noqa: ARG002
        """Show a change to a correction that is safely on disk; False where it is one to a tag or note."""
        return False

    def _kept(self, change: Change, after: tuple[Placed, ...], told: str) -> None:
        """A change is safely on disk: show it, and say so."""
        changed = {each.id for each in change.all}
        rest = tuple(each for each in self.annotations if each.annotation.id not in changed)
        self.annotations = (*rest, *after)
        for annotation in (change.before, change.after):
            if annotation is not None:
                self._drop_draft(self._place(annotation))
        self.view.clear_selection()
        marks = self.lens_of(Kind.MARKS)
        if change.after is not None and (target := marks.find(change.id)) is not None:
            self.lens = marks
            self.go_to(target)
        if change.after is not None:
            self.notes.follow(change.id)
        self.tell(told)

    def _failed(self, change: Change, sentence: str, undoing: bool) -> None:
        """A change could not be kept: say why, and give back what was typed."""
        say(self.app, sentence, "error")
        self.tell("not saved")
        if undoing:
            self.history = self.history.put_back(change)
        elif change.after is not None and self._place(change.after) in self.drafts:
            self._write_note(change.before or replace(change.after, note=""))
        elif change.after is not None:
            self._choose_tags(change.before or replace(change.after, tags=()), change.after.tags)

    async def saved(self) -> None:
        """Wait until every change asked for is on disk or has failed, and what is shown is up to date."""
        keeping = [worker.wait() for worker in self.workers if worker.group == "keeping"]
        await gather(*keeping, return_exceptions=True)

    # What is annotated

    def _here(self) -> Annotation | None:
        """The annotation to work on: one that stands on the selection or target, else a new one there."""
        span = self._span()
        if span is None:
            if (annotation := self.annotation) is None:
                keys = (key(id, self.own) for id in ("article.select", "next-name", "tag-article"))
                self.tell("{} selects, {} steps to a name, {} tags the article".format(*keys))
            return annotation
        for placed in self.annotations:
            if span_of(placed) == span:
                return placed.annotation
        from core.annotations import Anchor, Annotation

        return Annotation.new(Anchor.of(self.article.text, *span))

    def _span(self) -> Span | None:
        """The words to work on: the selection, else the target, unless one stands in the panel of notes."""
        if self.place == "notes":
            return None
        if self.view.selection is not None:
            span = strip(self.view.selection, self.article.text)
            return span if span[0] < span[1] else None
        return (self.target.start, self.target.end) if self.target is not None else None

    def _on_article(self) -> Annotation:
        """The annotation on the whole article, or a new one."""
        from core.annotations import Annotation

        whole = (each.annotation for each in self.annotations if each.annotation.anchor is None)
        return next(whole, None) or Annotation.new(None)

    def _place(self, annotation: Annotation) -> str:
        """What a draft is kept under: where the annotation stands, so that a new one finds it as well."""
        anchor = annotation.anchor
        return "article" if anchor is None else f"{anchor.start}:{anchor.end}"

    def _passage(self, annotation: Annotation) -> str:
        from tui.model.describe import in_marks

        anchor = annotation.anchor
        if anchor is None:
            return f"on the whole article “{self.article.title}”"
        return f"on {in_marks(' '.join(anchor.exact.split()))}"
