"""All available formats: the built-in ones, and those that distributions register under `lesart.formats`.

An entry point of that group names a `Format`: `epub = "my_package.lesart:EPUB"`. Lesart's own research formats are
registered the same way. The metadata of installed distributions is read once, when the list is first needed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from core.exchange.formats import EVERYDAY, SCHOLARLY, Format, reason
from core.locations import ASSETS
from core.translation import _

GROUP = "lesart.formats"
_OWN = "lesart"
_PROJECT = ASSETS.parent / "pyproject.toml"
"""The `pyproject.toml` of a checkout; an installed Lesart has its entry points in its metadata instead."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The available formats."""

    all: tuple[Format, ...]
    """Those for general use first, then the plug-ins, those for editions and citation last."""
    problems: tuple[str, ...] = ()
    """One sentence for each plug-in that cannot be used."""

    @property
    def by_name(self) -> dict[str, Format]:
        """The formats by name, in the same order."""
        return {each.name: each for each in self.all}


@cache
def formats() -> Formats:
    """All formats. A plug-in that cannot be imported, or whose name is taken, is reported and left out."""
    names = {each.name for each in (*EVERYDAY, *SCHOLARLY)}
    found: list[Format] = []
    problems: list[str] = []
    for entry in _entries():
        try:
            format = entry.load()
        except Exception as error:  # a plug-in may fail in any way
            problems.append(
                _("The format {name} of {entry} cannot be used: {error}.").format(
                    name=entry.name, entry=_origin(entry), error=reason(error)
                )
            )
            continue
        if not isinstance(format, Format):
            problems.append(
                _("The format {name} of {entry} cannot be used: {value} is no Format.").format(
                    name=entry.name, entry=_origin(entry), value=entry.value
                )
            )
        elif format.name in names:
            problems.append(
                _("The format {name} of {entry} is left out: another one has its name.").format(
                    name=format.name, entry=_origin(entry)
                )
            )
        else:
            names.add(format.name)
            found.append(format)
    found.sort(key=lambda format: (format.order, format.name))
    return Formats((*EVERYDAY, *found, *SCHOLARLY), tuple(problems))


def _entries() -> Iterator[EntryPoint]:
    """The entry points, Lesart's own before those of others, since the first one gets the name."""
    installed = entry_points(group=GROUP)
    own = [entry for entry in installed if _distribution(entry) == _OWN]
    yield from own or _of_checkout()
    yield from (entry for entry in installed if _distribution(entry) != _OWN)


def _of_checkout() -> list[EntryPoint]:
    """Lesart's own entry points if it runs without being installed, from the table that its metadata is built from."""
    try:
        project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    except FileNotFoundError:
        return []
    return [EntryPoint(name, value, GROUP) for name, value in project["entry-points"][GROUP].items()]


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else ""


def _origin(entry: EntryPoint) -> str:
    return _distribution(entry) or entry.value
