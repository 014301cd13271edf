"""What decides the outcome of a training run, besides the data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """The rates of a training run, and how long it lasts.

    Rates are those of AdamW (Loshchilov and Hutter 2019), reached after the share `warmup` of the steps and then
    falling linearly to zero after `epochs`; `layer_decay` is the ratio of the rates of a layer and of the one above
    it. `average` is the decay a step of the moving average of the weights. `blanked` is the chance that a word is
    made unknown. A run ends early after `stop` epochs, where that is not 0.
    """

    seed: int = 1
    epochs: int = 6
    stop: int = 0
    batch: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warmup: float = 0.1
    longest_gradient: float = 1.0
    layer_decay: float = 0.9
    blanked: float = 0.05
    average: float = 0.998
    threads: int = 2
    bfloat16: bool = True

    @property
    def last_epoch(self) -> int:
        """The number of the epoch after which the run ends, counted from 1."""
        return self.stop or self.epochs
