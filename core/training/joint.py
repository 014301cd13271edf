"""Training all heads together: names from GermEval, grammar from treebanks, speech from SpkAtt; one encoder."""

import random
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.training.descent import Descent, encoder_groups
from core.training.joint_loss import joint_loss
from core.training.joint_network import Joint
from core.training.joint_scores import score_speeches, score_trees
from core.training.learning import evaluate
from core.training.lessons import Epochs, Lessons, Shares, Taught
from core.training.recipe import Recipe
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
    epochs = Epochs(lessons, taught, shares, recipe.batch, generator)
    heads = [*model.tagger.heads.parameters(), *model.parser.parameters(), *model.speech.parameters()]
    groups = [{"params": heads, "lr": recipe.head_rate}, *encoder_groups(model.tagger.encoder, recipe)]
    descent = Descent(model, groups, recipe, epochs.steps * recipe.epochs)
    averaged = descent.averaged
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        losses: dict[str, list[float]] = {}
        batches = epochs.next(recipe.blanked)
        model.train()
        for batch in batches:
            loss = descent.step(joint_loss(model, batch, lessons.vectors, recipe.bfloat16))
            losses.setdefault(type(batch.gold).__name__, []).append(loss)
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
