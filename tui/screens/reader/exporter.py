"""Export the article with its analysis and annotations for other programs."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import replace

from core.annotations import Annotation, place
from core.annotations.annotation import now
from core.exchange.errors import FormatError
from core.exchange.placing import exports, file_stem, in_folder, is_one_file
from core.exchange.plugins import formats
from core.exchange.reading import Reading
from core.translation import _
from tui.keymap import key
from tui.model.reader_state import ReaderState
from tui.screens.reader.corrector import Corrector
from tui.screens.reader.interface import Reader, Services
from tui.screens.sheets.export import ExportDialog, Wanted
from tui.services.exporting import Plan, SaveError, plan, save, with_tilde


class Exporter:
    """Asks for format and path, and never overwrites an existing file without confirmation."""

    def __init__(self, reader: Reader, services: Services, corrector: Corrector) -> None:
        self._reader = reader
        self._services = services
        self._corrector = corrector

    async def export(self) -> None:
        """Write the article to a file."""
        await self._reader.desk.saved()
        if not self._reader.state.is_read_through:
            sentence = _("not exported: the article is still being read; then press {key} again")
            self._reader.tell_lack(sentence.format(key=key("export", self._services.own)))
        else:
            self._reader.desk.begin(self._export(), "exporting")

    async def _export(self) -> None:
        reader, article = self._reader, self._reader.state.article
        for problem in (await to_thread(formats)).problems:
            reader.desk.say(problem, "warning")
        stem = file_stem(article)
        wanted: Wanted | None = None
        warning = ""
        while True:
            folder = self._services.exports
            dialog = ExportDialog(article.title, stem, self._services.own, wanted, warning, folder)
            wanted = await reader.desk.ask(dialog)
            if wanted is None:
                return
            reader.doing = _("writing …")
            try:
                reading = exported(reader.state, self._corrector.corrections)
                planned, remarks = await to_thread(_prepared, reading, wanted)
                may_write = wanted.replace or not planned.replaced
                if may_write:
                    await to_thread(save, planned)
            except (SaveError, FormatError) as error:
                warning = str(error)
                continue
            finally:
                reader.doing = ""
            if may_write:
                break
            # Choosing the same again confirms the replacement.
            wanted = replace(wanted, replace=True)
            there = ", ".join(path.name for path in planned.replaced)
            warning = _(
                "There already: {files}. Write once more to replace it, or choose another name."
            ).format(files=there)
        changed = planned.new or planned.replaced or planned.grown
        written = _("written to {path}").format(path=with_tilde(wanted.target))
        reader.told = written if changed else _("nothing new")
        if planned.kept:
            sentence = _("What you had changed in {path} stayed as it is.")
            reader.desk.say(sentence.format(path=wanted.path))
        for remark in remarks:
            reader.desk.say(remark)


def exported(state: ReaderState, corrections: Sequence[Annotation]) -> Reading:
    """Everything known about the article, including corrections."""
    assert state.analysis is not None
    annotations = (*(placed.annotation for placed in state.annotations), *corrections)
    article = replace(state.article, language=state.analysis.language)
    return Reading(article, state.analysis, place(annotations, article.text), now())


def _prepared(reading: Reading, wanted: Wanted) -> tuple[Plan, tuple[str, ...]]:
    """The files to be written, and what the format could not represent. Raises SaveError."""
    made = exports(wanted.format, wanted.format.load(), (reading,))
    target = wanted.target
    single = is_one_file(made) and not (target.is_dir() or wanted.path.endswith("/"))
    files = {target: next(iter(made[0].written.files.values()))} if single else in_folder(target, made)
    return plan(files, grows=wanted.format.grows), made[0].written.remarks
