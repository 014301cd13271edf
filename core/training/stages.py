"""Remembering what is done: a training that was broken off goes on with the first run that is missing."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

State = dict[str, Any]


@dataclass(frozen=True)
class Stages:
    """A folder with the weights that each run ended with, beside what it was made from."""

    folder: Path
    materials: Mapping[str, str]
    """SHA-256 of each file that is learnt from, by its use."""

    def run(
        self,
        name: str,
        settings: Mapping[str, Any],
        after: Sequence[str],
        fit: Callable[[Path], State],
        report: Callable[[str], None] = print,
    ) -> State:
        """Return the weights that the run `name` ended with, from its folder or else by calling `fit` with the folder.

        A run is taken from its folder only where its settings, the files, and the same of all runs it comes
        `after`, are as they were.
        """
        folder = self.folder / name
        made_from = self._made_from(settings, after)
        finished = folder / "finished.json"
        weights = folder / "finished.pt"
        if finished.exists() and json.loads(finished.read_text(encoding="utf-8")) == made_from:
            report(f"{name}: taken from {folder}")
            state: State = torch.load(weights, weights_only=True)
            return state
        finished.unlink(missing_ok=True)
        state = fit(folder)
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(state, weights)
        finished.write_text(json.dumps(made_from, indent=2) + "\n", encoding="utf-8")
        return state

    def _made_from(self, settings: Mapping[str, Any], after: Sequence[str]) -> dict[str, Any]:
        before = {
            name: hashlib.sha256((self.folder / name / "finished.json").read_bytes()).hexdigest()
            for name in after
        }
        content = {"settings": dict(settings), "materials": dict(self.materials), "after": before}
        result: dict[str, Any] = json.loads(json.dumps(content))
        return result


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
