"""The first paint waits for no more than it needs."""

import subprocess
import sys

from core.locations import ASSETS

LATER = (
    "argparse",
    "core.analysis",
    "core.annotations",
    "core.library.records",
    "core.text.search",
    "json",
    "tui.model.marking",
    "tui.screens.sheets.dialog",
    "tui.model.undo",
    "tui.widgets.panel",
    "tui.model.describe",
)


def test_what_the_first_paint_does_without_is_imported_behind_it():
    """Each of these takes one to eight milliseconds, of some forty that the first paint may take beside Textual."""
    code = f"import sys, tui.cli.read, tui.app, core.library; print([m for m in {LATER} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ASSETS.parent
    )
    assert done.stdout.strip() == "[]"


def test_the_library_still_hands_out_what_it_imports_late():
    import core.library

    assert all(hasattr(core.library, name) for name in core.library.__all__)
    assert not hasattr(core.library, "Nothing")
