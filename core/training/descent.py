"""Gradient descent as all training runs do it, with the moving average of the weights."""

import copy
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from core.training.recipe import Recipe

Group = dict[str, Any]
"""Weights and their rate, as optimizers take them."""


class Descent:
    """Moves a network down the gradient of its losses, with rates that rise and fall."""

    def __init__(self, model: nn.Module, groups: Iterable[Group], recipe: Recipe, steps: int) -> None:
        """`groups` are the weights to move; `steps` is how many steps the rates take to fall to zero."""
        self.averaged: Any = copy.deepcopy(model).eval()
        """The network with the moving average of the weights."""
        self._model = model
        self._recipe = recipe
        self._optimizer = torch.optim.AdamW(list(groups), weight_decay=recipe.weight_decay, fused=True)
        rising = max(1.0, recipe.warmup * steps)
        falling = max(1.0, steps - rising)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda step: min((step + 1) / rising, max(0.0, (steps - step) / falling))
        )

    def step(self, loss: Tensor) -> float:
        """Take one step, move the average along, and return the loss."""
        loss.backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), self._recipe.longest_gradient)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad(set_to_none=True)
        taken = self._schedule.last_epoch
        decay = min(self._recipe.average, taken / (taken + 10))
        with torch.no_grad():
            mine, theirs = list(self.averaged.parameters()), list(self._model.parameters())
            torch._foreach_lerp_(mine, theirs, 1.0 - decay)
        return float(loss.item())


def layer_groups(layers: nn.ModuleList, recipe: Recipe) -> list[Group]:
    """The weights of each layer; the lower a layer, the lower its rate."""
    return [
        {
            "params": list(layer.parameters()),
            "lr": recipe.encoder_rate * recipe.layer_decay ** (len(layers) - height),
        }
        for height, layer in enumerate(layers, start=1)
    ]


def encoder_groups(encoder: Any, recipe: Recipe) -> list[Group]:
    """The weights of an encoder from the positions upwards."""
    below = [encoder.positions, *encoder.norm.parameters()]
    rate = recipe.encoder_rate * recipe.layer_decay ** len(encoder.layers)
    return [{"params": below, "lr": rate}, *layer_groups(encoder.layers, recipe)]
