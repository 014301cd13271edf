from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from core.training.stages import Stages, checksum  # noqa: E402


class Fit:
    """Counts how often it is called; each result is another."""

    def __init__(self) -> None:
        self.calls: list[Path] = []

    def __call__(self, folder: Path) -> dict:
        self.calls.append(folder)
        return {"weight": torch.full((2,), float(len(self.calls)))}


def lines(_: str) -> None:
    """Nothing is printed."""


def test_a_run_that_ended_is_not_repeated(tmp_path) -> None:
    fit = Fit()
    first = Stages(tmp_path, {"names": "a"}).run("one", {"seed": 1}, (), fit, lines)
    again = Stages(tmp_path, {"names": "a"}).run("one", {"seed": 1}, (), fit, lines)
    assert fit.calls == [tmp_path / "one"]
    assert torch.equal(first["weight"], again["weight"])


def test_a_run_that_was_broken_off_is_repeated(tmp_path) -> None:
    def broken(folder: Path) -> dict:
        folder.mkdir()
        (folder / "last.pt").write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Stages(tmp_path, {}).run("one", {}, (), broken, lines)
    fit = Fit()
    Stages(tmp_path, {}).run("one", {}, (), fit, lines)
    assert len(fit.calls) == 1


@pytest.mark.parametrize(
    ("materials", "settings"), [({"names": "b"}, {"seed": 1}), ({"names": "a"}, {"seed": 2})]
)
def test_other_files_or_settings_mean_another_run(tmp_path, materials, settings) -> None:
    fit = Fit()
    Stages(tmp_path, {"names": "a"}).run("one", {"seed": 1}, (), fit, lines)
    Stages(tmp_path, materials).run("one", settings, (), fit, lines)
    assert len(fit.calls) == 2


def test_what_comes_after_a_changed_run_is_repeated_too(tmp_path) -> None:
    stages, fit = Stages(tmp_path, {}), Fit()
    for seed in (1, 1, 2):
        stages.run("one", {"seed": seed}, (), fit, lines)
        stages.run("two", {"seed": 1}, ("one",), fit, lines)
    assert [folder.name for folder in fit.calls] == ["one", "two", "one", "two"]


def test_a_checksum_tells_files_apart(tmp_path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"a")
    two.write_bytes(b"b")
    assert checksum(one) != checksum(two) == checksum(two)
