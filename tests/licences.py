"""`make licences`: write down the licences of all parts in LICENCES.md, as their installed packages state them."""

import re
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FILE = ROOT / "LICENCES.md"
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", re.MULTILINE)

BUNDLED = (
    ("Code of Lesart", "MIT", "LICENSE"),
    ("Sample articles, templates, style sheets", "MIT", "LICENSE; invented or written for Lesart"),
    (
        "Tables of words (`assets/lexicon`)",
        "MIT",
        "LICENSE; compiled for Lesart, each file's head names its sources",
    ),
    (
        "German model (`assets/models/de_lesart`)",
        "CC-BY-SA-4.0",
        "the LICENSE and the README.md beside it, which name every treebank, word list and encoder it was made with",
    ),
    (
        "English model (`assets/models/en_lesart`)",
        "CC-BY-SA-4.0",
        "the LICENSE and the README.md beside it, likewise",
    ),
)
"""What the repository itself holds: part, licence, where its text and its sources are."""
ELSEWHERE = {"colorama": ("BSD-3-Clause", "https://github.com/tartley/colorama")}
"""Licence and home of packages that only other systems install."""
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}

HEAD = """\
# Licences of all parts

Made by `make licences`, from what the installed packages say of themselves; the full texts lie in their folders
(`….dist-info`). Nothing of a package is copied into Lesart.

## In this repository

| part | licence | text and sources |
|---|---|---|
"""


def pins(text: str) -> dict[str, list[str]]:
    """The pinned versions by the name of their package; several where they depend on the version of Python."""
    found: dict[str, list[str]] = {}
    for name, version in PIN.findall(text):
        found.setdefault(name, []).append(version)
    return found


def needed(name: str) -> set[str]:
    """The names of all packages that one needs to run, without its extras."""
    found: set[str] = set()
    waiting = [(name, frozenset[str]())]
    while waiting:
        each, extras = waiting.pop()
        for line in _distribution(each).requires or () if _distribution(each) else ():
            requirement = Requirement(line)
            environments = [{**default_environment(), "extra": extra} for extra in (extras or {""})]
            fits = requirement.marker is None or any(map(requirement.marker.evaluate, environments))
            key = re.sub("[-_.]+", "-", requirement.name).lower()
            if fits and key not in found:
                found.add(key)
                waiting.append((key, frozenset(requirement.extras)))
    return found


def licence(name: str) -> tuple[str, str]:
    """The licence of a package, as an SPDX expression where it gives one, and its home."""
    found = _distribution(name)
    if found is None:
        return ELSEWHERE[name]
    return _licence(found.metadata), _home(found.metadata)


def table(names: list[str], versions: dict[str, list[str]]) -> str:
    """One row for each package."""
    rows = ["| package | version | licence | home |", "|---|---|---|---|"]
    for name in names:
        stated, home = licence(name)
        rows.append(f"| {name} | {', '.join(versions[name])} | {stated} | {home} |")
    return "\n".join(rows) + "\n"


def written() -> str:
    """The whole file."""
    versions = pins((ROOT / "constraints.txt").read_text("utf-8"))
    run = needed("lesart")
    bundled = "".join(f"| {part} | {stated} | {where} |\n" for part, stated, where in BUNDLED)
    return (
        f"{HEAD}{bundled}\n## Packages that Lesart needs\n\n"
        f"{table([name for name in versions if name in run], versions)}"
        f"\n## Packages for its extras, its tests and its making\n\n"
        f"{table([name for name in versions if name not in run], versions)}"
    )


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _licence(metadata: PackageMetadata) -> str:
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classified = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    if classified:
        return " OR ".join(CLASSIFIERS.get(each, each) for each in classified)
    return " ".join((metadata.get("License") or "not stated").split("\n")[0].split())


def _home(metadata: PackageMetadata) -> str:
    addresses = dict(line.partition(", ")[::2] for line in reversed(metadata.get_all("Project-URL") or ()))
    kinds = {name.lower(): address for name, address in addresses.items()}
    for kind in ("homepage", "home", "source", "source code", "repository", "github"):
        if kind in kinds:
            return kinds[kind]
    return str(metadata.get("Home-page") or next(iter(kinds.values()), ""))


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
