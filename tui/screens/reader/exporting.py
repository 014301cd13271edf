"""Writing the article with all that is known of it and all that was added to it, for other programs."""

from asyncio import to_thread
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from tui.notify import say
from tui.screens.reader.correcting import Correcting

if TYPE_CHECKING:
    from core.exchange.reading import Reading
    from tui.screens.export import Wanted
    from tui.services.exporting import Plan


class Exporting(Correcting):
    """Asks for format and place, and never replaces a file that was not said to be replaced."""

    async def action_export(self) -> None:
        """Write the article to a file."""
        await self.saved()
        if self.analysis is None:
            self.tell("not read through yet")
            return
        self._export()

    @work(group="exporting", exit_on_error=False)
    async def _export(self) -> None:
        from core.exchange.errors import FormatError
        from core.exchange.placing import file_stem
        from core.exchange.plugins import formats
        from tui.screens.export import ExportDialog
        from tui.services.exporting import SaveError

        for problem in (await to_thread(formats)).problems:
            say(self.app, problem, "warning")
        stem = file_stem(self.article)
        wanted: Wanted | None = None
        warning = ""
        while True:
            dialog = ExportDialog(self.article.title, stem, self.own, wanted, warning)
            wanted = await self.app.push_screen_wait(dialog)
            if wanted is None:
                return
            self.status.doing = "writing …"
            try:
                planned, remarks = await to_thread(_prepared, self._exported(), wanted)
                may_write = wanted.replace or not planned.replaced
                if may_write:
                    await to_thread(_save, planned)
            except (SaveError, FormatError) as error:
                warning = str(error)
                continue
            finally:
                self.status.doing = ""
            if may_write:
                break
            # The same choice once more is the leave to replace.
            wanted = replace(wanted, replace=True)
            there = ", ".join(path.name for path in planned.replaced)
            warning = f"There already: {there}. Write once more to replace it, or choose another name."
        self.tell(
            f"written to {wanted.path}" if planned.new or planned.replaced or planned.grown else "nothing new"
        )
        if planned.kept:
            say(self.app, f"What you had changed in {wanted.path} stayed as it is.")
        for remark in remarks:
            say(self.app, remark)

    def _exported(self) -> "Reading":
        from core.annotations import place
        from core.annotations.annotation import now
        from core.exchange.reading import Reading

        assert self.analysis is not None
        annotations = (*(placed.annotation for placed in self.annotations), *self.corrections)
        article = replace(self.article, language=self.analysis.language)
        return Reading(article, self.analysis, place(annotations, article.text), now())


def _prepared(reading: "Reading", wanted: "Wanted") -> tuple["Plan", tuple[str, ...]]:
    """The files as they will be, and what the format could not hold. Raises SaveError."""
    from core.exchange.placing import exports, in_folder, is_one_file
    from tui.services.exporting import plan

    made = exports(wanted.format, wanted.format.load(), (reading,))
    target = wanted.target
    single = is_one_file(made) and not (target.is_dir() or wanted.path.endswith("/"))
    files = {target: next(iter(made[0].written.files.values()))} if single else in_folder(target, made)
    return plan(files, grows=wanted.format.grows), made[0].written.remarks


def _save(planned: "Plan") -> None:
    from tui.services.exporting import save

    save(planned)
