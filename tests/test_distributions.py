"""What is shipped: the files of the wheel and of the sdist, and that the wheel works by itself."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("core", "tui", "assets")
SPECIAL = re.compile(r"\.(dist-info|data)/")
"""Folders of a wheel for what it says of itself, and for the manual page and completions."""
UNSHIPPED = ("core/training/", "assets/screenshots/")
"""What only those who work on Lesart need."""

wheels = pytest.importorskip("hatchling.builders.wheel", reason="hatchling builds the distributions")
sdists = pytest.importorskip("hatchling.builders.sdist", reason="hatchling builds the distributions")


def sources() -> set[str]:
    """The files that belong to the program, by their paths in the checkout."""
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


@pytest.fixture(scope="module", autouse=True)
def _stored() -> Iterator[None]:
    """Nothing is compressed, which takes longer than all the rest."""
    compressor = zlib.compressobj
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zlib, "compressobj", lambda level, *options: compressor(0, *options))
        yield


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(
        next(iter(wheels.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))
    )


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_the_program_and_its_data(wheel: Path) -> None:
    shipped = {name for name in names(wheel) if not SPECIAL.search(name)}
    assert shipped == {name for name in sources() if not name.startswith(UNSHIPPED)}
    assert {"core/py.typed", "tui/py.typed", "assets/models/de_lesart/config.cfg"} <= shipped


def test_the_wheel_holds_neither_tests_nor_training(wheel: Path) -> None:
    assert [name for name in names(wheel) if name.startswith(("tests/", *UNSHIPPED))] == []


def test_the_wheel_holds_all_licences(wheel: Path) -> None:
    licences = [name for name in names(wheel) if ".dist-info/licenses/" in name]
    assert sorted(name.partition("/licenses/")[2] for name in licences) == [
        "LICENCES.md",
        "LICENSE",
        "assets/models/de_lesart/LICENSE",
        "assets/models/en_lesart/LICENSE",
    ]


def test_every_entry_point_resolves_in_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "import core, importlib.metadata, importlib.util\n"
        "from core.exchange.plugins import formats\n"
        "print(core.__file__, importlib.util.find_spec('core.training'))\n"
        "for entry in importlib.metadata.distribution('lesart').entry_points:\n"
        "    entry.load(); print(entry.group, entry.name)\n"
        "print(formats().problems, *(each.name for each in formats().all if each.load()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    first, *entries, formats = done.stdout.splitlines()
    assert first == f"{tmp_path / 'core' / '__init__.py'} None"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {(group, name) for group, table in project["entry-points"].items() for name in table}
    assert {tuple(entry.split()) for entry in entries} == declared | {("console_scripts", "lesart")}
    assert formats.startswith("() markdown html ")
    assert "docbin" in formats.split()


def test_the_sdist_holds_all_that_the_wheel_is_built_from(tmp_path: Path) -> None:
    (sdist,) = sdists.SdistBuilder(str(ROOT)).build(directory=str(tmp_path))
    with tarfile.open(sdist) as archive:
        shipped = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", *sources()}
    assert needed <= shipped
    assert [name for name in shipped if name.startswith("tests/")] == []
