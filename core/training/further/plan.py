"""With which settings the shipped German pipeline was trained further."""

from dataclasses import dataclass, replace

from core.training.lessons import Shares
from core.training.recipe import Recipe

OWN_LAYERS = 6
"""Upper layers that are trained; English is built on those below, so they stay as they are."""


@dataclass(frozen=True)
class Run:
    """A run: how it learns, and how much of each kind of sentence an epoch reads."""

    recipe: Recipe
    shares: Shares

    def on(self, threads: int, bfloat16: bool) -> "Run":
        """Return the run as this machine can carry it out."""
        return replace(self, recipe=replace(self.recipe, threads=threads, bfloat16=bfloat16))

    def rehearsed(self) -> "Run":
        """Return the run with a single epoch."""
        return replace(self, recipe=replace(self.recipe, epochs=1, stop=0))


_RECIPE = Recipe(
    seed=21, epochs=5, stop=3, batch=24, encoder_rate=1.2e-4, head_rate=3e-4, warmup=0.06, layer_decay=0.93,
    blanked=0.06, threads=1,
)  # fmt: skip
_FIRST = Run(_RECIPE, Shares(names=0.8, speeches=0.2))
_SECOND = Run(
    replace(_RECIPE, seed=22, epochs=5, stop=0, encoder_rate=1e-4), Shares(names=0.75, speeches=0.25)
)
_POLISH = Recipe(seed=2, epochs=1, head_rate=3e-4, average=0.0, threads=1)


@dataclass(frozen=True)
class Plan:
    """Both runs, how they are put together with the weights they began with, and the last run of the heads alone."""

    first: Run = _FIRST
    second: Run = _SECOND
    weight: float = 0.5
    """How much the second run weighs in the mean with the shipped weights."""
    own_head: float = 0.0
    """How much the head for our sentences weighs in the mean with the other."""
    polish: Recipe = _POLISH

    def on(self, threads: int, bfloat16: bool) -> "Plan":
        """Return the plan as this machine can carry it out."""
        polish = replace(self.polish, threads=threads, bfloat16=bfloat16)
        first, second = (run.on(threads, bfloat16) for run in (self.first, self.second))
        return replace(self, first=first, second=second, polish=polish)

    def rehearsed(self) -> "Plan":
        """Return the plan with a single epoch a run."""
        polish = replace(self.polish, epochs=1)
        return replace(self, first=self.first.rehearsed(), second=self.second.rehearsed(), polish=polish)
