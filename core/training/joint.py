"""Training all heads together: names from GermEval, grammar from treebanks, speech from SpkAtt; one encoder."""

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from core.language.encoder.quantized import PieceVectors
from core.training.batches import IGNORED, Batch, Encoded, blank, shuffled_batches
from core.training.grammar import Target
from core.training.joint_network import Joint
from core.training.joint_scores import score_speeches, score_trees
from core.training.learning import TASK, Recipe, evaluate
from core.training.network import Tagger
from core.training.scoring import MICRO
from core.training.speech import EncodedSpeech, Speeches, blank_speech, speech_batches
from core.training.tree_batches import Trees, blank_tree, tree_batches

Item = TypeVar("Item")


@dataclass(frozen=True)
class Lessons:
    """What is learnt from together, and what is measured by."""

    vectors: PieceVectors
    names: Sequence[Encoded]
    names_dev: Sequence[Encoded]
    trees: Sequence[Target]
    trees_dev: Sequence[Target]
    speeches: Sequence[EncodedSpeech]
    speeches_dev: Sequence[EncodedSpeech]


@dataclass(frozen=True)
class Shares:
    """How much of the sentences with names and of the speeches each epoch reads, others each time."""

    names: float = 0.4
    speeches: float = 0.35


def fit_jointly(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    shares: Shares,
    checkpoints: Path,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train on batches of all kinds in random order and return the averaged weights of the last epoch.

    Each epoch reads all trees and shares of the rest.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    averaged = copy.deepcopy(model).eval()
    each = int(len(lessons.names) * shares.names), int(len(lessons.speeches) * shares.speeches)
    names, speeches = _deal(lessons.names, each[0], generator), _deal(lessons.speeches, each[1], generator)
    size, chance = recipe.batch, recipe.blanked
    total = sum(-(-count // size) for count in (*each, len(lessons.trees))) * recipe.epochs
    optimizer, schedule = _optimizer(model, recipe, total)
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        batches: list[Batch | Trees | Speeches] = [
            *shuffled_batches([blank(s, chance, generator) for s in next(names)], size, generator),
            *tree_batches([blank_tree(s, chance, generator) for s in lessons.trees], size, generator),
            *speech_batches([blank_speech(s, chance, generator) for s in next(speeches)], size, generator),
        ]
        generator.shuffle(batches)
        losses: dict[type, list[float]] = {Batch: [], Trees: [], Speeches: []}
        model.train()
        for batch in batches:
            loss = batch_loss(model, batch, lessons.vectors, recipe.bfloat16)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses[type(batch)].append(loss.item())
            decay = min(recipe.average, schedule.last_epoch / (schedule.last_epoch + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1.0 - decay)
        seconds = time.monotonic() - begun
        report(
            f"epoch {number} {seconds:.0f} s "
            + str({k.__name__: round(float(np.mean(v)), 4) for k, v in losses.items() if v})
        )
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


def batch_loss(model: Joint, batch: Batch | Trees | Speeches, vectors: PieceVectors, bfloat16: bool) -> Any:
    """Return the loss of a batch of any kind."""
    if isinstance(batch, Batch):
        return _names_loss(model.tagger, vectors, batch, bfloat16)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        words = model.words(batch, vectors)
    if isinstance(batch, Speeches):
        return model.speech.loss(words.float(), batch)
    return model.loss(words, batch, bfloat16)


def _deal(items: Sequence[Item], count: int, generator: random.Random) -> Iterator[list[Item]]:
    waiting: list[Item] = []
    while True:
        if len(waiting) < count:
            waiting = generator.sample(list(items), len(items))
        some, waiting = waiting[:count], waiting[count:]
        yield some


def _names_loss(tagger: Tagger, vectors: PieceVectors, batch: Batch, bfloat16: bool) -> Any:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        logits = tagger(torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present), TASK)
    labels = torch.from_numpy(batch.labels).flatten()
    return functional.cross_entropy(logits.float().flatten(0, 1), labels, ignore_index=IGNORED)


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
