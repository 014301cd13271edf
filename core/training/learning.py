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
from torch.nn import functional

from core.language.ner.bio import BioDecoder, log_softmax
from core.training.batches import IGNORED, Batch, Encoded, Vectors, blank, pad, shuffled_batches
from core.training.descent import Descent, encoder_groups
from core.training.germeval import LABELS, entity_spans
from core.training.network import Tagger
from core.training.recipe import Recipe
from core.training.scoring import MICRO, Score, score_spans

TASK = "ner"
OWN = "own"
"""The head for names as our own sentences have them, where a network has one beside that of `TASK`."""


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
    train, vectors = material.train, material.vectors
    total = -(-len(train) // recipe.batch) * recipe.epochs
    heads = {"params": list(tagger.heads.parameters()), "lr": recipe.head_rate}
    descent = Descent(tagger, [heads, *encoder_groups(tagger.encoder, recipe)], recipe, total)
    best_f1 = -1.0
    best_state: dict[str, Any] = copy.deepcopy(tagger.state_dict())
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        varied = [blank(sentence, recipe.blanked, generator) for sentence in train]
        tagger.train()
        epoch = shuffled_batches(varied, recipe.batch, generator)
        losses = [descent.step(_loss(tagger, vectors, batch, recipe)) for batch in epoch]
        seconds = time.monotonic() - begun
        for name, candidate in (("running", tagger), ("averaged", descent.averaged)):
            scores = evaluate(candidate, vectors, material.dev, recipe.bfloat16)
            report(f"epoch {number} {name:8} loss {np.mean(losses):.4f} {seconds:4.0f} s  {_brief(scores)}")
            if scores[MICRO].f1 > best_f1:
                best_f1, best_state = scores[MICRO].f1, copy.deepcopy(candidate.state_dict())
                _save(
                    {"state": best_state, "f1": best_f1, "epoch": number, "recipe": asdict(recipe)},
                    checkpoints / "best.pt",
                )
        _save(
            {"running": tagger.state_dict(), "averaged": descent.averaged.state_dict()},
            checkpoints / "last.pt",
        )
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


def _inputs(vectors: Vectors, batch: Batch) -> tuple[Any, Any]:
    return torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present)


def _loss(tagger: Tagger, vectors: Vectors, batch: Batch, recipe: Recipe) -> Any:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bfloat16):
        logits = tagger(*_inputs(vectors, batch), TASK)
    labels = torch.from_numpy(batch.labels).flatten()
    return functional.cross_entropy(logits.float().flatten(0, 1), labels, ignore_index=IGNORED)


def _save(content: dict[str, Any], path: Path) -> None:
    partial = path.with_suffix(".partial")
    torch.save(content, partial)
    partial.replace(path)


def _brief(scores: dict[str, Score]) -> str:
    return " ".join(f"{label} {100 * score.f1:.2f}" for label, score in scores.items())
