"""Training all heads together: names from GermEval, grammar from treebanks, speech from SpkAtt; one encoder."""

import copy
import random
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from core.training.joint_loss import joint_loss
from core.training.joint_network import Joint
from core.training.joint_scores import score_speeches, score_trees
from core.training.learning import Recipe, evaluate
from core.training.lessons import Epochs, Lessons, Shares, Taught
from core.training.scoring import MICRO


def fit_jointly(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    shares: Shares,
    checkpoints: Path,
    taught: Taught | None = None,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train on batches of all kinds in random order and return the averaged weights of the last epoch.

    Each epoch reads all trees and shares of the rest. With `taught` all heads learn from all sentences: from what is
    annotated, and elsewhere from what earlier networks say.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    averaged = copy.deepcopy(model).eval()
    epochs = Epochs(lessons, taught, shares, recipe.batch, generator)
    optimizer, schedule = _optimizer(model, recipe, epochs.steps * recipe.epochs)
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        losses: dict[str, list[float]] = {}
        batches = epochs.next(recipe.blanked)
        model.train()
        for batch in batches:
            loss = joint_loss(model, batch, lessons.vectors, recipe.bfloat16)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.setdefault(type(batch.gold).__name__, []).append(loss.item())
            decay = min(recipe.average, schedule.last_epoch / (schedule.last_epoch + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1.0 - decay)
        seconds = time.monotonic() - begun
        means = {kind: round(float(np.mean(values)), 4) for kind, values in losses.items()}
        report(f"epoch {number} {seconds:.0f} s {means}")
        state = averaged.state_dict()
        partial = checkpoints / "last.partial"
        torch.save({"state": state, "epoch": number, "recipe": asdict(recipe)}, partial)
        partial.replace(checkpoints / "last.pt")
        report(f"  averaged {score_trees(averaged, lessons.vectors, lessons.trees_dev)}")
        if lessons.speeches_dev:
            report(f"  averaged {score_speeches(averaged, lessons.vectors, lessons.speeches_dev)}")
        if number % 2 == 0 or number == recipe.last_epoch:
            scores = evaluate(averaged.tagger, lessons.vectors, lessons.names_dev, recipe.bfloat16)
            report(f"  averaged names F1 {100 * scores[MICRO].f1:.2f}")
    final: dict[str, Any] = averaged.state_dict()
    return final


def _optimizer(model: Joint, recipe: Recipe, total: int) -> tuple[Any, Any]:
    encoder = model.tagger.encoder
    top = len(encoder.layers)
    groups = [
        {"params": list(model.tagger.heads.parameters()), "lr": recipe.head_rate},
        {"params": [*model.parser.parameters(), *model.speech.parameters()], "lr": recipe.head_rate},
        {
            "params": [encoder.positions, *encoder.norm.parameters()],
            "lr": recipe.encoder_rate * recipe.layer_decay**top,
        },
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
