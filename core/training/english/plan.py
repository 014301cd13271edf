"""With which settings the shipped English folder was trained."""

from dataclasses import dataclass, replace

from core.training.recipe import Recipe

OWN_LAYERS = 6
"""Upper layers that English has of its own; the others are those of German."""
GERMAN_SHARE = 0.35
"""Part of the German sentences with names that an epoch reads, others each time."""
NAMES_TWICE = 2
"""How often an epoch reads a sentence of which only the names are annotated."""
SURE = 0.75
"""Least probability with which the first run says the label of a word that nobody has annotated."""
VARIANTS = (0.0, 0.06)
"""Chances that a word is made unknown, one for each reading by the shared layers; epochs take turns."""

_FIRST = Recipe(
    seed=3, epochs=9, stop=5, batch=24, encoder_rate=1.5e-4, warmup=0.06, layer_decay=0.93, threads=1
)
_SECOND = replace(_FIRST, epochs=2, stop=0, encoder_rate=0.9e-4, head_rate=5e-4)


@dataclass(frozen=True)
class Plan:
    """The two runs: in the second every tree teaches names too, by what the first says of it."""

    first: Recipe = _FIRST
    second: Recipe = _SECOND

    def on(self, threads: int, bfloat16: bool) -> "Plan":
        """Return the plan as this machine can carry it out."""
        return Plan(
            replace(self.first, threads=threads, bfloat16=bfloat16),
            replace(self.second, threads=threads, bfloat16=bfloat16),
        )

    def rehearsed(self) -> "Plan":
        """Return the plan with a single epoch a run."""
        return Plan(replace(self.first, epochs=1, stop=0), replace(self.second, epochs=1))
