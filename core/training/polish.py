"""The last pass: heads alone, on the vectors of the finished encoder."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.training.joint_network import Joint
from core.training.joint_scores import score_speeches, score_trees
from core.training.learning import TASK
from core.training.lessons import Lessons
from core.training.recipe import Recipe
from core.training.speech import Speeches, blank_speech, speech_batches
from core.training.tree_batches import Trees, blank_tree, tree_batches

READINGS = 4
"""How often each sentence is encoded, with other words unknown and other values dropped out."""

Lesson = tuple[Trees | Speeches, Tensor]


def polish(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train the heads of grammar and speech alone on the vectors of the finished encoder, and return the weights.

    The mean of several runs has heads that fit none of their encoders quite. The encoder knows its own lessons better
    than it will know any news; so it reads them as in training, with words made unknown and values dropped out,
    a few times over, and the epochs take these readings in turn. Names and encoder stay as they are.
    """
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    readings = [_read(model, lessons, recipe, generator) for _ in range(min(READINGS, recipe.epochs))]
    heads = [head for task, head in model.tagger.heads.items() if task != TASK]
    parameters = [weight for part in (*heads, model.parser, model.speech) for weight in part.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=recipe.head_rate, weight_decay=recipe.weight_decay)
    total = recipe.epochs * len(readings[0])
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / total))
    for number in range(1, recipe.epochs + 1):
        reading = readings[number % len(readings)]
        generator.shuffle(reading)
        losses = []
        model.train()
        for batch, words in reading:
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


def _read(model: Joint, lessons: Lessons, recipe: Recipe, generator: random.Random) -> list[Lesson]:
    """Return the lessons in batches, each with the vectors of its words (sentence, word, width)."""
    chance = recipe.blanked
    trees = [blank_tree(tree, chance, generator) for tree in lessons.trees]
    speeches = [blank_speech(speech, chance, generator) for speech in lessons.speeches]
    batches: list[Trees | Speeches] = [
        *tree_batches(trees, recipe.batch, generator),
        *speech_batches(speeches, recipe.batch, generator),
    ]
    model.train()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bfloat16):
        return [(batch, model.words(batch, lessons.vectors).float()) for batch in batches]
