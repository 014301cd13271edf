"""spaCy without what other packages announce to it, for a process that only runs the bundled pipelines.

spaCy reads the metadata of all that is installed as it is imported, and imports all that is announced as soon as it
makes a pipeline: among it Lesart's own rules, before they are needed, and whatever else happens to be there.
"""

import sys
from importlib import import_module, metadata

_REGISTRIES = "catalogue"
"""The package that spaCy keeps its registries with, and that looks for entry points once, as it is imported."""


def leave_out_entry_points() -> None:
    """Make spaCy find nothing announced. Has no effect if its registries are already there."""
    if _REGISTRIES in sys.modules:
        return
    look = metadata.entry_points
    metadata.entry_points = metadata.EntryPoints  # type: ignore[assignment]  # with no arguments, none
    try:
        import_module(_REGISTRIES)
    finally:
        metadata.entry_points = look


def take_in_entry_points() -> None:
    """Make spaCy find what is announced, as it does by itself, if that was left out."""
    registries = sys.modules[_REGISTRIES]
    if not registries.AVAILABLE_ENTRY_POINTS:
        vars(registries)["AVAILABLE_ENTRY_POINTS"] = metadata.entry_points()
