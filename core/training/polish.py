"""The last pass: heads alone, on the vectors of the finished encoder."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from core.training.joint import Lessons
from core.training.joint_network import Joint
from core.training.joint_scores import score_speeches, score_trees
from core.training.learning import TASK, Recipe
from core.training.speech import Speeches, speech_batches
from core.training.tree_batches import Trees, tree_batches


def polish(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train the heads of grammar and speech alone on the vectors of the finished encoder, and return the weights.

    The mean of several runs has heads that fit none of their encoders quite; this costs seconds, for each sentence
    is encoded only once. Names and encoder stay as they are.
    """
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    batches: list[Trees | Speeches] = [
        *tree_batches(lessons.trees, recipe.batch, generator),
        *speech_batches(lessons.speeches, recipe.batch, generator),
    ]
    model.eval()
    with torch.no_grad():
        vectors = [model.words(batch, lessons.vectors) for batch in batches]
    heads = [head for task, head in model.tagger.heads.items() if task != TASK]
    parameters = [weight for part in (*heads, model.parser, model.speech) for weight in part.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=recipe.head_rate, weight_decay=recipe.weight_decay)
    total = recipe.epochs * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / total))
    order = list(range(len(batches)))
    for number in range(1, recipe.epochs + 1):
        generator.shuffle(order)
        losses = []
        model.train()
        for i in order:
            batch, words = batches[i], model.tagger.dropout(vectors[i])
            if isinstance(batch, Speeches):
                loss = model.speech.loss(words, batch)
            else:
                loss = model.loss(words, batch, bfloat16=False)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
        report(f"polish {number} loss {np.mean(losses):.4f}")
    report(f"  polished {score_trees(model, lessons.vectors, lessons.trees_dev)}")
    report(f"  polished {score_speeches(model, lessons.vectors, lessons.speeches_dev)}")
    final: dict[str, Any] = model.state_dict()
    return final
