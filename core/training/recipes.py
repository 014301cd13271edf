"""With which runs and settings the shipped pipeline was trained."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from core.training.lessons import Shares
from core.training.recipe import Recipe

Mean = Mapping[int, float]
"""A weighted mean of runs, by their places in `JOINT`."""


@dataclass(frozen=True)
class Run:
    """A run on all heads together: from which weights it starts, and how much it weighs in the mean of all."""

    recipe: Recipe
    shares: Shares
    start: Mean = field(default_factory=dict)
    """The earlier runs of `JOINT` from the mean of whose weights it starts; none for the runs on names."""
    weight: float = 0.0
    taught: bool = False
    """Whether all heads learn from all sentences, from what `TEACHERS` say where nobody has annotated it."""


NAMES = (Recipe(seed=2, epochs=8, average=0.999), Recipe(seed=3))
"""Runs on names alone, from which the joint runs start."""
_LATER = Recipe(epochs=10, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95)
_TAUGHT = Recipe(epochs=8, encoder_rate=1.2e-4, warmup=0.05, layer_decay=0.95, blanked=0.08)
JOINT = (
    Run(Recipe(seed=2, epochs=8, average=0.995), Shares(0.4, 0.0)),
    Run(Recipe(seed=5, epochs=20, stop=4, encoder_rate=1.5e-4, layer_decay=0.95), Shares(), {0: 1.0}),
    Run(replace(_LATER, seed=6), Shares(0.4, 0.3), {1: 1.0}, weight=0.1),
    Run(replace(_LATER, seed=7, epochs=8, blanked=0.08), Shares(0.5, 0.2), {1: 1.0}, weight=0.1),
    Run(replace(_LATER, seed=8, blanked=0.08), Shares(0.5, 0.25), {1: 1.0}, weight=0.1),
    Run(
        replace(_LATER, seed=10, epochs=5, encoder_rate=1e-4, blanked=0.08),
        Shares(0.5, 0.2),
        {2: 1.0, 3: 1.0, 4: 1.0},
    ),
    Run(
        replace(_TAUGHT, seed=11),
        Shares(0.5, 0.15),
        {0: 0.1, 2: 0.3, 3: 0.3, 4: 0.3},
        weight=0.35,
        taught=True,
    ),
    Run(
        replace(_TAUGHT, seed=13, epochs=10),
        Shares(0.55, 0.25),
        {2: 0.34, 3: 0.33, 4: 0.33},
        weight=0.35,
        taught=True,
    ),
)
"""Runs on all heads together, whose weighted mean is kept."""
TEACHERS: tuple[Mean, ...] = ({2: 1.0}, {3: 1.0}, {4: 1.0}, {5: 1.0}, {0: 0.1, 2: 0.3, 3: 0.3, 4: 0.3})
"""Means of runs of `JOINT` that say of every sentence what nobody has annotated; of names `NAMES` say it with them."""
POLISH = Recipe(seed=2, epochs=12, average=0.0)
"""The last run of the grammar heads alone."""


@dataclass(frozen=True)
class Plan:
    """All that decides what comes out, besides the files."""

    names: tuple[Recipe, ...] = NAMES
    joint: tuple[Run, ...] = JOINT
    teachers: tuple[Mean, ...] = TEACHERS
    polish: Recipe = POLISH

    def on(self, threads: int, bfloat16: bool) -> "Plan":
        """Return the plan as this machine can carry it out."""
        return self._each(threads=threads, bfloat16=bfloat16)

    def rehearsed(self) -> "Plan":
        """Return the plan with a single epoch a run."""
        return self._each(epochs=1, stop=0)

    def _each(self, **changes: Any) -> "Plan":
        return replace(
            self,
            names=tuple(replace(recipe, **changes) for recipe in self.names),
            joint=tuple(replace(run, recipe=replace(run.recipe, **changes)) for run in self.joint),
            polish=replace(self.polish, **changes),
        )
