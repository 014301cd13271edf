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
from core.library.checking import Check
from core.locations import ASSETS, Locations, locations
from core.translation import _, ngettext, number_words
from tui.cli.output import FAILED, parser
from tui.config.keyfile import KEY_FILE, read_keys
from tui.config.settings import SETTINGS_FILE, read_settings
from tui.model.library_words import articles_words
from tui.services.clipboard import takers
from tui.services.searches import own_searches
from tui.text import drawable
from tui.themes import unknown_look

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
    parser(
        "lesart doctor", _("Say what is installed, where things lie, and whether all is sound.")
    ).parse_args(words)
    where = locations()
    troubles: list[str] = []
    rows = [
        ("lesart", _("{version} in {folder}").format(version=version("lesart"), folder=ASSETS.parent)),
        ("python", _("{version} at {path}").format(version=platform.python_version(), path=sys.executable)),
        *_packages(troubles),
        *_pipelines(troubles),
        (_("network"), _("used only for addresses you name; the telemetry of onnxruntime is off")),
        (_("terminal"), _terminal()),
        (_("clipboard"), _clipboard()),
        *_folders(where),
    ]
    library = Library(where.library, where.cache)
    check = library.check()
    rows += _kept(check, where.library)
    troubles.extend(check.troubles)
    settings, faults = read_settings(where.config / SETTINGS_FILE)
    troubles += [*faults, *filter(None, [unknown_look(settings.theme)])]
    troubles.extend(read_keys(where.config / KEY_FILE)[1])
    troubles.extend(own_searches().all()[1])
    if where.library.is_dir() and (obstacle := library.obstacle()) is not None:
        troubles.append(obstacle)
    rows += [(_("trouble"), trouble) for trouble in troubles]
    rows.append((_("verdict"), _("something needs your attention") if troubles else _("all is well")))
    for name, what in rows:
        print(f"{name:12} {drawable(what)}")
    return FAILED if troubles else 0


def _kept(check: Check, library: Path) -> Iterator[tuple[str, str]]:
    """How much is in the library, and what of it was damaged."""
    annotations = ngettext("{number} annotation", "{number} annotations", check.annotations)
    texts = _("{number} texts with earlier versions").format(number=number_words(check.texts))
    kept = (
        articles_words(check.articles),
        texts if check.texts > check.articles else "",
        annotations.format(number=number_words(check.annotations)),
        _("{number} deleted").format(number=number_words(check.deleted)),
    )
    yield _("kept"), ", ".join(filter(None, kept))
    if check.kept_damaged:
        words = ngettext(
            "{number} damaged file, in {folder}; its copy is used",
            "{number} damaged files, in {folder}; their copies are used",
            check.kept_damaged,
        )
        number = number_words(check.kept_damaged)
        yield _("put aside"), words.format(number=number, folder=library / "damaged")


def _packages(troubles: list[str]) -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            troubles.append(_("The package {name} is missing; install Lesart again.").format(name=name))


def _pipelines(troubles: list[str]) -> Iterator[tuple[str, str]]:
    models = sorted(path.parent for path in (ASSETS / "models").glob("*/meta.json"))
    for model in models:
        size = sum(file.stat().st_size for file in model.rglob("*") if file.is_file())
        yield (
            _("pipeline"),
            _("{name}, bundled, {size:.0f} MB, in {model}").format(
                name=model.name, size=size / 1e6, model=model
            ),
        )
    if not models:
        troubles.append(_("The bundled German pipeline is missing; install Lesart again."))
    for package in installed_pipelines():
        yield (
            _("pipeline"),
            _("{name} {version}, installed").format(name=package.name, version=package.version),
        )
    for language in named_pipelines():
        named = named_pipeline(language)
        if named is not None and named.version == "missing":
            troubles.append(
                _("The pipeline {name}, named in the settings for {language}, is not installed.").format(
                    name=named.name, language=language
                )
            )
        elif named is not None:
            yield (
                _("pipeline"),
                _("{name} {version}, for {language} by the settings").format(
                    name=named.name, version=named.version, language=language
                ),
            )


def _terminal() -> str:
    size = shutil.get_terminal_size()
    facts = [
        f"{name}={os.environ[name]}"
        for name in ("TERM", "COLORTERM", "NO_COLOR", "TMUX")
        if name in os.environ
    ]
    return ", ".join(
        [_("{columns} columns by {lines} lines").format(columns=size.columns, lines=size.lines), *facts]
    )


def _clipboard() -> str:
    """Which way a copy takes."""
    if found := takers():
        return _("copies go to {programs}, and to the terminal").format(programs=" + ".join(found))
    return _(
        "copies go to the terminal only, which may refuse them; wl-clipboard, xclip or xsel would take them"
    )


def _folders(where: Locations) -> Iterator[tuple[str, str]]:
    yield _("config"), _folder(where.config)
    yield _("library"), _folder(where.library)
    yield _("cache"), _folder(where.cache)
    yield _("exports"), _folder(where.exports)


def _folder(path: Path) -> str:
    return str(path) if path.is_dir() else _("{path} (not there yet)").format(path=path)
