"""Writing a dossier to a file: the formats there are for it, and where it goes."""

from collections.abc import Sequence

from core.dossiers.writing import FORMATS
from core.exchange.formats import Format
from core.library.dossiers import Dossier
from core.translation import N_
from tui.screens.sheets.export import ExportDialog, Wanted
from tui.services.exporting import plan, save

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


def saved(wanted: Wanted, found: Sequence[Dossier]) -> bool:
    """Write a dossier; False where that would replace a file and nobody said so. Raises SaveError."""
    planned = plan({wanted.target: FORMATS[wanted.format.name][1](found)}, grows=False)
    if planned.replaced and not wanted.replace:
        return False
    save(planned)
    return True
