"""spaCy pipelines that are installed as packages beside Lesart."""

from dataclasses import dataclass
from importlib.metadata import entry_points

GROUP = "spacy_models"
"""The entry point under which spaCy's pipeline packages announce themselves."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pipeline package, by the name that `spacy.load` takes."""

    name: str
    version: str


def installed_pipelines() -> tuple[Installed, ...]:
    """All of them by name. Cheap: neither they nor spaCy are imported."""
    found = {entry.name: entry.dist.version if entry.dist else "" for entry in entry_points(group=GROUP)}
    return tuple(Installed(name, found[name]) for name in sorted(found))


def installed_pipeline(language: str) -> Installed | None:
    """The first for a language, given by its ISO 639-1 code, or None."""
    return next((each for each in installed_pipelines() if each.name.split("_")[0] == language), None)
