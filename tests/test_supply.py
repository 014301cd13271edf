"""What Lesart is made with: all is pinned with hashes, bounded for those without the pins, and licensed."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.licences import FILE, ROOT, pins

LOCK = (ROOT / "constraints.txt").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BY_DATE = {"certifi"}
"""Packages whose versions are dates, and which promise the same for ever."""


def names(lines: list[str]) -> set[str]:
    return {Requirement(line).name.lower() for line in lines}


@pytest.mark.parametrize(
    "file", ["constraints.txt", ".ci/release.txt", ".ci/browser.txt", ".ci/measures.txt"]
)
def test_every_pin_has_a_hash(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(entries) > 1
    assert [entry for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []


def test_what_is_declared_is_pinned() -> None:
    declared = names([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]])
    assert declared <= set(pins(LOCK))


def test_an_installation_without_the_pins_gets_no_version_that_may_break_it() -> None:
    endless = {
        requirement.name
        for requirement in map(Requirement, PROJECT["dependencies"])
        if not any(each.operator in ("<", "<=", "==", "~=") for each in requirement.specifier)
    }
    assert endless == BY_DATE


def test_pins_are_within_the_ranges() -> None:
    chosen = pins(LOCK)
    for line in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]):
        requirement = Requirement(line)
        assert all(version in requirement.specifier for version in chosen[requirement.name.lower()]), line


def test_the_licence_of_every_pin_is_written_down() -> None:
    rows = [[cell.strip() for cell in row.split("|")] for row in FILE.read_text("utf-8").splitlines()]
    licensed = {row[1]: (row[2], row[3]) for row in rows if len(row) == 6}
    told = {name: licensed.get(name, ("", ""))[0] for name in pins(LOCK)}
    assert told == {name: ", ".join(versions) for name, versions in pins(LOCK).items()}, "run `make licences`"
    assert [name for name in pins(LOCK) if licensed[name][1] in ("", "not stated")] == []
