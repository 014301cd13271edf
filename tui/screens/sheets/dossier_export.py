"""Writing a dossier to a file: the formats there are for it, and where it goes."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import App

from core.dossiers.writing import FORMATS
from core.exchange.characters import ascii_words
from core.exchange.formats import Format
from core.library.dossiers import Dossier
from core.translation import N_, _
from tui.keymap import Keys
from tui.screens.sheets.export import ExportDialog, Wanted
from tui.services.exporting import SaveError, plan, save

EXPORTS = tuple(
    Format(name, f"core.dossiers.writing:to_{name}", (suffix,), purpose)
    for (name, (suffix, _make)), purpose in zip(
        FORMATS.items(),
        (
            N_("a note: day by day, with all articles of each statement"),
            N_("a spreadsheet: a row for each place of each statement"),
            N_("all of it, for scripts"),
        ),
        strict=True,
    )
)


class DossierExportDialog(ExportDialog):
    """The same for a dossier, which has formats of its own."""

    CHOICE = EXPORTS


async def write_dossier(app: App[Any], found: Sequence[Dossier], own: Keys, folder: Path) -> Path | None:
    """Ask for format and path until a dossier is written; the file then, None if nothing is wanted."""
    names = [each.name for each in found]
    stem = "-".join(ascii_words(" ".join(("dossier", *names))))
    wanted, warning = None, ""
    while True:
        dialog = DossierExportDialog(" · ".join(names), stem, own, wanted, warning, folder)
        wanted = await app.push_screen_wait(dialog)
        if wanted is None:
            return None
        try:
            if await to_thread(saved, wanted, found):
                return wanted.target
        except SaveError as error:
            warning = str(error)
            continue
        wanted = replace(wanted, replace=True)
        warning = _("There already: {name}. Write once more to replace it, or choose another name.").format(
            name=wanted.target.name
        )


def saved(wanted: Wanted, found: Sequence[Dossier]) -> bool:
    """Write a dossier; False where that would replace a file and nobody said so. Raises SaveError."""
    planned = plan({wanted.target: FORMATS[wanted.format.name][1](found)}, grows=False)
    if planned.replaced and not wanted.replace:
        return False
    save(planned)
    return True
