"""With which settings the shipped German pipeline was trained further."""

from dataclasses import dataclass, replace

from core.training.learning import Recipe
from core.training.lessons import Shares

OWN_LAYERS = 6
"""Upper layers that are trained; English is built on those below, so they stay as they are."""


_RUN = Recipe(
    seed=21, epochs=5, batch=24, encoder_rate=1.2e-4, head_rate=3e-4, warmup=0.06, layer_decay=0.93, blanked=0.06,
    threads=1,
)  # fmt: skip
_SHARES = Shares(names=0.8, speeches=0.2)
_POLISH = Recipe(seed=2, epochs=2, head_rate=3e-4, average=0.0, threads=1)


@dataclass(frozen=True)
class Plan:
    """The run, how much it weighs in the mean with the weights it began with, and the last run of the heads alone."""

    run: Recipe = _RUN
    shares: Shares = _SHARES
    weight: float = 1.0
    polish: Recipe = _POLISH

    def on(self, threads: int, bfloat16: bool) -> "Plan":
        """Return the plan as this machine can carry it out."""
        return replace(
            self,
            run=replace(self.run, threads=threads, bfloat16=bfloat16),
            polish=replace(self.polish, threads=threads, bfloat16=bfloat16),
        )

    def rehearsed(self) -> "Plan":
        """Return the plan with a single epoch a run."""
        return replace(self, run=replace(self.run, epochs=1), polish=replace(self.polish, epochs=1))
