"""Packages that only the analysis of archives needs; they are imported when they are used."""

from importlib import import_module
from typing import Any

from core.translation import _

_EXTRAS = {
    "duckdb": "corpus",
    "plotly.graph_objects": "corpus",
    "fsspec": "cluster",
    "distributed": "cluster",
}


class NeedsExtraError(Exception):
    """A package that does not come with Lesart is missing. The message is one sentence for the reader."""


def needed(package: str) -> Any:
    """Import an optional package. Raises NeedsExtraError if it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        name = package.partition(".")[0]
        extra = _EXTRAS[package]
        raise NeedsExtraError(
            _("This needs the package {name}: install it with pip install 'lesart[{extra}]'.").format(
                name=name, extra=extra
            )
        ) from None
