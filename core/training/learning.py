"""Fitting the network to GermEval: schedule, averaging of weights, checkpoints, choice of the best."""

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from core.language.ner.bio import BioDecoder, log_softmax
from core.training.batches import IGNORED, Batch, Encoded, Vectors, blank, pad, shuffled_batches
from core.training.germeval import LABELS, entity_spans
from core.training.network import Tagger
from core.training.scoring import MICRO, Score, score_spans

TASK = "ner"
OWN = "own"
"""The head for names as our own sentences have them, where a network has one beside that of `TASK`."""


@dataclass(frozen=True)
class Recipe:
    """What decides the outcome of a training run, besides the data.

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


@dataclass(frozen=True)
class Material:
    """What is learnt from: the table of piece vectors, sentences to train on and sentences to choose by."""

    vectors: Vectors
    train: Sequence[Encoded]
    dev: Sequence[Encoded]


def fit(
    tagger: Tagger,
    material: Material,
    recipe: Recipe,
    checkpoints: Path,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train, scoring on the development sentences after every epoch, and return the best state, averaged or not.

    Every epoch leaves the running and the averaged weights in `checkpoints/last.pt`, and the best so far in
    `checkpoints/best.pt`.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    averaged = copy.deepcopy(tagger).eval()
    train, vectors = material.train, material.vectors
    total = -(-len(train) // recipe.batch) * recipe.epochs
    optimizer, schedule = _optimizer(tagger, recipe, total)
    best_f1 = -1.0
    best_state: dict[str, Any] = copy.deepcopy(tagger.state_dict())
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        varied = [blank(sentence, recipe.blanked, generator) for sentence in train]
        losses = []
        tagger.train()
        for batch in shuffled_batches(varied, recipe.batch, generator):
            loss = _loss(tagger, vectors, batch, recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
            _move_average(
                averaged, tagger, min(recipe.average, schedule.last_epoch / (schedule.last_epoch + 10))
            )
        seconds = time.monotonic() - begun
        for name, candidate in (("running", tagger), ("averaged", averaged)):
            scores = evaluate(candidate, vectors, material.dev, recipe.bfloat16)
            report(f"epoch {number} {name:8} loss {np.mean(losses):.4f} {seconds:4.0f} s  {_brief(scores)}")
            if scores[MICRO].f1 > best_f1:
                best_f1, best_state = scores[MICRO].f1, copy.deepcopy(candidate.state_dict())
                _save(
                    {"state": best_state, "f1": best_f1, "epoch": number, "recipe": asdict(recipe)},
                    checkpoints / "best.pt",
                )
        _save({"running": tagger.state_dict(), "averaged": averaged.state_dict()}, checkpoints / "last.pt")
    return best_state


def evaluate(
    tagger: Tagger,
    vectors: Vectors,
    sentences: Sequence[Encoded],
    bfloat16: bool = False,
    size: int = 32,
) -> dict[str, Score]:
    """Score the names proper that the network finds in sentences read one by one."""
    tagger.eval()
    decoder = BioDecoder(LABELS)
    order = sorted(sentences, key=lambda sentence: len(sentence.ids))
    pairs = []
    with torch.no_grad():
        for start in range(0, len(order), size):
            group = order[start : start + size]
            batch = pad(group)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
                logits = tagger(*_inputs(vectors, batch), TASK).float().numpy()
            for sentence, rows in zip(group, logits, strict=True):
                found = decoder.best(log_softmax(rows[[first + 1 for first in sentence.firsts]]))
                guess = entity_spans([LABELS[column] for column in found])
                pairs.append((entity_spans([LABELS[column] for column in sentence.labels]), guess))
    return score_spans(pairs)


def mean_state(states: Sequence[dict[str, Any]], weights: Sequence[float] | None = None) -> dict[str, Any]:
    """Return the mean of the weights of several runs, each counted as `weights` say, or all alike.

    What only some of the states hold is the mean of those.
    """
    shares = dict(enumerate(weights or [1.0] * len(states)))
    result = {}
    for name in {name: None for state in states for name in state}:
        some = [(shares[i], state[name]) for i, state in enumerate(states) if name in state]
        result[name] = sum(share * tensor for share, tensor in some) / sum(share for share, _ in some)
    return result


def _optimizer(tagger: Tagger, recipe: Recipe, total: int) -> tuple[Any, Any]:
    encoder = tagger.encoder
    top = len(encoder.layers)
    below = [encoder.positions, *encoder.norm.parameters()]
    groups = [
        {"params": list(tagger.heads.parameters()), "lr": recipe.head_rate},
        {"params": below, "lr": recipe.encoder_rate * recipe.layer_decay**top},
    ]
    for height, layer in enumerate(encoder.layers, start=1):
        rate = recipe.encoder_rate * recipe.layer_decay ** (top - height)
        groups.append({"params": list(layer.parameters()), "lr": rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay, fused=True)
    rising = max(1.0, recipe.warmup * total)
    falling = max(1.0, total - rising)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rising, max(0.0, (total - step) / falling))
    )
    return optimizer, schedule


def _inputs(vectors: Vectors, batch: Batch) -> tuple[Any, Any]:
    return torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present)


def _loss(tagger: Tagger, vectors: Vectors, batch: Batch, recipe: Recipe) -> Any:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bfloat16):
        logits = tagger(*_inputs(vectors, batch), TASK)
    labels = torch.from_numpy(batch.labels).flatten()
    return functional.cross_entropy(logits.float().flatten(0, 1), labels, ignore_index=IGNORED)


def _move_average(averaged: Tagger, tagger: Tagger, decay: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(averaged.parameters()), list(tagger.parameters()), 1.0 - decay)


def _save(content: dict[str, Any], path: Path) -> None:
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def _brief(scores: dict[str, Score]) -> str:
    return " ".join(f"{label} {100 * score.f1:.2f}" for label, score in scores.items())
