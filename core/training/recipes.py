"""With which runs and settings the shipped pipeline was trained."""

from dataclasses import dataclass, replace
from typing import Any

from core.training.joint import Shares
from core.training.learning import Recipe


@dataclass(frozen=True)
class Run:
    """A run on all heads together: from which weights it starts, and how much it weighs in the mean of all."""

    recipe: Recipe
    shares: Shares
    start: tuple[int, ...]
    """Places in `JOINT` of the runs from the mean of whose weights it starts; none for the runs on names."""
    weight: float


NAMES = (Recipe(seed=2, epochs=8, average=0.999), Recipe(seed=3))
"""Runs on names alone, from which the joint runs start."""
JOINT = (
    Run(Recipe(seed=2, epochs=8, average=0.995), Shares(speeches=0.0), start=(), weight=0.1),
    Run(
        Recipe(seed=5, epochs=20, stop=4, encoder_rate=1.5e-4, layer_decay=0.95),
        Shares(),
        start=(0,),
        weight=0.0,
    ),
    Run(
        Recipe(seed=6, epochs=10, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95),
        Shares(speeches=0.3),
        start=(1,),
        weight=0.3,
    ),
    Run(
        Recipe(seed=7, epochs=8, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95, blanked=0.08),
        Shares(names=0.5, speeches=0.2),
        start=(1,),
        weight=0.3,
    ),
    Run(
        Recipe(seed=8, epochs=10, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95, blanked=0.08),
        Shares(names=0.5, speeches=0.25),
        start=(1,),
        weight=0.3,
    ),
)
"""Runs on all heads together, whose weighted mean is kept."""
POLISH = Recipe(seed=2, epochs=12, average=0.0)
"""The last run of the grammar heads alone."""


@dataclass(frozen=True)
class Plan:
    """All that decides what comes out, besides the files."""

    names: tuple[Recipe, ...] = NAMES
    joint: tuple[Run, ...] = JOINT
    polish: Recipe = POLISH

    def on(self, threads: int, bfloat16: bool) -> "Plan":
        """Return the plan as this machine can carry it out."""
        return self._each(threads=threads, bfloat16=bfloat16)

    def rehearsed(self) -> "Plan":
        """Return the plan with a single epoch a run."""
        return self._each(epochs=1, stop=0)

    def _each(self, **changes: Any) -> "Plan":
        return Plan(
            tuple(replace(recipe, **changes) for recipe in self.names),
            tuple(replace(run, recipe=replace(run.recipe, **changes)) for run in self.joint),
            replace(self.polish, **changes),
        )
