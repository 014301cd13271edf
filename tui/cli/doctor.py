"""`lesart doctor`: what is installed, where files are stored, whether the library is undamaged."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.language.installed import installed_pipelines, named_pipeline, named_pipelines
from core.library import Library
from core.locations import ASSETS, locations
from tui.cli.output import FAILED, parser
from tui.text import drawable

PACKAGES = (
    "textual",
    "rich",
    "spacy",
    "onnxruntime",
    "numpy",
    "tinydb",
    "filelock",
    "platformdirs",
    "py3langid",
    "trafilatura",
)


def doctor(words: Sequence[str]) -> int:
    """Print what a bug report needs; the exit status is 1 when something is missing or damaged."""
    parser("lesart doctor", "Say what is installed, where things lie, and whether all is sound.").parse_args(
        words
    )
    where = locations()
    troubles: list[str] = []
    rows = [
        ("lesart", f"{version('lesart')} in {ASSETS.parent}"),
        ("python", f"{platform.python_version()} at {sys.executable}"),
        *_packages(troubles),
        *_pipelines(troubles),
        ("network", "used only for addresses you name; the telemetry of onnxruntime is off"),
        ("terminal", _terminal()),
        ("config", _folder(where.config)),
        ("library", _folder(where.library)),
        ("cache", _folder(where.cache)),
        ("exports", _folder(where.exports)),
    ]
    library = Library(where.library, where.cache)
    check = library.check()
    rows.append(
        ("kept", f"{check.articles} articles, {check.annotations} annotations, {check.deleted} deleted")
    )
    if check.kept_damaged:
        folder = where.library / "damaged"
        rows.append(("put aside", f"{check.kept_damaged} damaged files, in {folder}; their copies are used"))
    troubles.extend(check.troubles)
    if where.library.is_dir() and (obstacle := library.obstacle()) is not None:
        troubles.append(obstacle)
    for name, what in rows:
        print(f"{name:12} {drawable(what)}")
    for trouble in troubles:
        print(f"{'trouble':12} {drawable(trouble)}")
    print(f"{'verdict':12} {'something needs your attention' if troubles else 'all is well'}")
    return FAILED if troubles else 0


def _packages(troubles: list[str]) -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            troubles.append(f"The package {name} is missing; install Lesart again.")


def _pipelines(troubles: list[str]) -> Iterator[tuple[str, str]]:
    models = sorted(path.parent for path in (ASSETS / "models").glob("*/meta.json"))
    for model in models:
        size = sum(file.stat().st_size for file in model.rglob("*") if file.is_file())
        yield "pipeline", f"{model.name}, bundled, {size / 1e6:.0f} MB, in {model}"
    if not models:
        troubles.append("The bundled German pipeline is missing; install Lesart again.")
    for package in installed_pipelines():
        yield "pipeline", f"{package.name} {package.version}, installed"
    for language in named_pipelines():
        named = named_pipeline(language)
        if named is not None and named.version == "missing":
            troubles.append(
                f"The pipeline {named.name}, named in the settings for {language}, is not installed."
            )
        elif named is not None:
            yield "pipeline", f"{named.name} {named.version}, for {language} by the settings"


def _terminal() -> str:
    size = shutil.get_terminal_size()
    facts = [
        f"{name}={os.environ[name]}"
        for name in ("TERM", "COLORTERM", "NO_COLOR", "TMUX")
        if name in os.environ
    ]
    return ", ".join([f"{size.columns} columns by {size.lines} lines", *facts])


def _folder(path: Path) -> str:
    return str(path) if path.is_dir() else f"{path} (not there yet)"
