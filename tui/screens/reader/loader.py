"""Load what belongs to an article once it is on the screen: its annotations from the library, and its analysis."""

from asyncio import to_thread
from contextlib import nullcontext
from dataclasses import replace

from textual.worker import Worker, WorkerFailed

from core.analysis import Analysis
from core.analyzer.in_child_process import AnalysisError, hearing
from core.analyzer.window import window
from core.annotations import Annotation
from core.annotations.anchoring import How, place
from core.articles.language import UNKNOWN
from core.library import LibraryError
from core.text.spans import Span
from core.translation import _
from tui.keymap import key
from tui.screens.reader.annotator import Annotator
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.interface import Found, Reader, Services
from tui.screens.reader.stepper import Stepper

SLOW = 15_000
"""Characters from which on an analysis takes so long that it is said how far it is."""


class Loader:
    """Shows what the library has on the article, then its analysis, and goes to what it was opened for."""

    def __init__(
        self, reader: Reader, services: Services, stepper: Stepper, annotator: Annotator, corrector: Corrector
    ) -> None:
        self._reader = reader
        self._services = services
        self._stepper = stepper
        self._annotator = annotator
        self._corrector = corrector
        self._has_part = False
        """Whether a part of a long article was analysed ahead of the whole."""

    def load(self, mark: str | None, quote: Span | None, found: Found | None = None) -> None:
        """Read and analyse; go to the mark of that id or to the quote that begins with these words, once there.

        Words that were `found` are stepped through from the first one on.
        """
        if found is not None:
            self._stepper.show_found(*found)
        shelf = self._reader.desk.begin(self._read_shelf(mark), "shelf")
        self._reader.desk.begin(self._read(shelf, quote), "reading")

    async def _read(self, shelf: Worker[tuple[Annotation, ...]], quote: Span | None) -> None:
        try:
            corrections = await shelf.wait()
        except WorkerFailed:
            return
        analysis = await self._analysis()
        if analysis is None:
            return
        if self._has_part:
            # What is chosen by a number in the part is another thing in the whole.
            self._reader.show(self._reader.state.of_whole_text())
            corrections = (*corrections, *self._corrector.corrections)
        await self._corrector.take_up(analysis, corrections)
        self._stepper.show_quote(quote)
        self._reader.doing = "" if analysis.names_read else _nameless(analysis.language)

    async def _read_shelf(self, mark: str | None) -> tuple[Annotation, ...]:
        """Show what the library has; the corrections among it."""
        reader, services, article = self._reader, self._services, self._reader.state.article
        reader.doing = _("reading …")
        shelf = await to_thread(services.archive.open_article, article)
        marks = tuple(each for each in shelf.annotations if each.correction is None)
        placed = await to_thread(place, marks, article.text)
        filed = shelf.record.first_opened
        reader.show(replace(reader.state.with_annotations(placed), earlier=shelf.earlier, filed=filed))
        if services.drafts:
            self._annotator.tell_of_drafts()
        damaged = tuple(damage.message for damage in shelf.damage)
        for sentence in (*damaged, *shelf.other_files, *filter(None, [shelf.warning])):
            reader.desk.say(sentence, "warning")
        if shelf.notice:
            hint = _("{versions} shows the versions.")
            if any(each.located and each.located.how is How.APPROXIMATE for each in placed):
                hint = _("{versions} shows the versions, {confirm} confirms a mark whose words changed.")
            hint = hint.format(
                versions=key("versions", services.own), confirm=key("confirm-place", services.own)
            )
            reader.desk.say(f"{shelf.notice} {hint}")
        self._stepper.show_mark(mark)
        return tuple(each for each in shelf.annotations if each.correction is not None)

    def look_again(self) -> None:
        """Show what another window or a script did to the marks meanwhile."""
        if not self._reader.desk.is_saving:
            self._reader.desk.begin(self._look_again, "looking", exclusive=True)

    async def _look_again(self) -> None:
        reader, archive, before = self._reader, self._services.archive, self._reader.state.annotations
        try:
            found = await to_thread(archive.annotations, reader.state.article)
        except LibraryError:
            return  # It is told when something is to be kept.
        marks = tuple(each for each in found if each.correction is None)
        if {each.id: each for each in marks} == {each.annotation.id: each.annotation for each in before}:
            return
        placed = await to_thread(place, marks, reader.state.article.text)
        # What was changed here in this moment is newer.
        if reader.state.annotations is before and not reader.desk.is_saving:
            reader.show(reader.state.with_annotations(placed))
            reader.told = _("marks were changed elsewhere")

    async def _show_part(self) -> None:
        """In a long article show first what is found around the place where it is read."""
        reader, article = self._reader, self._reader.state.article
        part = await to_thread(window, article, reader.view.top_offset)
        if part is None:
            return
        found = part.carried_back(await self._services.analyze(part.article))
        self._has_part = True
        reader.show(replace(reader.state, in_part=True))
        await self._corrector.take_up(found, ())
        reader.doing = _("read around here; the rest follows …")

    def _advanced(self, share: float) -> None:
        """Say how far the analysis of a long article is."""
        words = _("read around here · analysis {percent} %") if self._has_part else _("analysis {percent} %")
        self._reader.doing = words.format(percent=round(share * 100))

    async def _analysis(self) -> Analysis | None:
        """The stored analysis, or a new one; None, after reporting the error, if it fails."""
        reader, services, article = self._reader, self._services, self._reader.state.article
        analysis = await to_thread(services.archive.cached_analysis, article, services.pipeline)
        if analysis is None:
            try:
                await self._show_part()
                with hearing(self._advanced) if len(article.text) >= SLOW else nullcontext():
                    analysis = await services.analyze(article)
            except AnalysisError as error:
                reader.doing = _("not analysed")
                sentence = _("{error} The article can be read, tagged and noted all the same.")
                reader.desk.say(sentence.format(error=error), "error")
                return None
            await to_thread(services.archive.keep_analysis, article, analysis)
        return analysis


def _nameless(language: str) -> str:
    """Why no names are read in an article."""
    if language == UNKNOWN:
        return _("no names: language not recognised")
    return _("no names: no model for “{language}”").format(language=language)
