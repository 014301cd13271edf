"""Training the upper layers and heads, and measuring them while they learn."""

import copy
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from core.language.ner.bio import BioDecoder, log_softmax
from core.training.batches import IGNORED
from core.training.english.network import Read, batches, english_loss, words_of
from core.training.germeval import LABELS, entity_spans
from core.training.joint_network import Joint
from core.training.learning import TASK, Recipe
from core.training.scoring import Score, score_spans


@dataclass(frozen=True)
class Share:
    """Which sentences of `Read` an epoch reads: all of `always`, and a part of `sometimes`, others each time."""

    always: Sequence[int]
    sometimes: Sequence[int] = ()
    part: float = 0.0


def fit_english(
    model: Joint,
    variants: Sequence[Read],
    share: Share,
    recipe: Recipe,
    measure: Callable[[Joint], str],
    checkpoint: Path,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train and return the averaged weights.

    Args:
        model: The network; its upper layers are trained unless the rate of the recipe is 0.
        variants: The same sentences as the shared layers read them, with other words unknown; epochs take turns.
        share: What each epoch reads.
        recipe: Rates, epochs and the like.
        measure: Describes how good a network is; called after each epoch.
        checkpoint: File that the averaged weights are written to after each epoch.
        report: Gets a line an epoch.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    averaged = copy.deepcopy(model).eval()
    count = int(len(share.sometimes) * share.part)
    steps = -(-len(share.always) // recipe.batch) + -(-count // recipe.batch)
    optimizer, schedule = _optimizer(model, recipe, steps * recipe.epochs)
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        losses = []
        model.train()
        read = variants[number % len(variants)]
        for batch in _epoch(read, share, count, recipe, generator):
            loss = english_loss(model, batch, recipe.bfloat16)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
            decay = min(recipe.average, schedule.last_epoch / (schedule.last_epoch + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1.0 - decay)
        torch.save(averaged.state_dict(), checkpoint)
        seconds = time.monotonic() - begun
        report(f"epoch {number} {seconds:.0f} s loss {np.mean(losses):.4f} {measure(averaged)}")
    final: dict[str, Any] = averaged.state_dict()
    return final


def _epoch(read: Read, share: Share, count: int, recipe: Recipe, generator: random.Random) -> Any:
    """Batches of both kinds in random order, made when they are asked for."""
    some = generator.sample(list(share.sometimes), count)
    kinds = [batches(read, numbers, recipe.batch, generator) for numbers in (share.always, some) if numbers]
    sizes = [-(-len(numbers) // recipe.batch) for numbers in (share.always, some) if numbers]
    order = [kind for kind, size in enumerate(sizes) for _ in range(size)]
    generator.shuffle(order)
    for kind in order:
        yield next(kinds[kind])


def score_grammar_of(
    model: Joint, read: Read, numbers: Sequence[int], bfloat16: bool = False, size: int = 32
) -> Mapping[str, float]:
    """Shares of words in per cent with the right part of speech, features, lemma edit, head and relation."""
    model.eval()
    right = dict.fromkeys(("upos", "xpos", "morph", "lemma", "uas", "las"), 0)
    count = 0
    with torch.no_grad():
        for batch in batches(read, numbers, size, random.Random(1)):
            words = words_of(model, batch, bfloat16)
            trees = batch.trees
            guesses = torch.stack([scores.argmax(-1) for scores in model.tag(words)], dim=-1).numpy()
            heads = model.parser(words, torch.from_numpy(trees.words)).argmax(-1)
            names = model.parser.relations(words, heads).argmax(-1).numpy()
            here, known = trees.words > 0, trees.tags
            agree = (guesses == known) | (known == IGNORED)
            fits = here & (heads.numpy() == trees.heads)
            right["upos"] += int((here & agree[:, :, 0]).sum())
            right["xpos"] += int((here & agree[:, :, 1]).sum())
            right["morph"] += int((here & agree[:, :, 2:-1].all(-1)).sum())
            right["lemma"] += int((here & agree[:, :, -1]).sum())
            right["uas"] += int(fits.sum())
            right["las"] += int((fits & ((names == trees.relations) | (trees.heads == 0))).sum())
            count += int(here.sum())
    return {name: round(100 * value / count, 2) for name, value in right.items()}


def score_names_of(
    model: Joint, read: Read, numbers: Sequence[int], bfloat16: bool = False, size: int = 32
) -> dict[str, Score]:
    """Score the names found in sentences."""
    model.eval()
    decoder = BioDecoder(LABELS)
    pairs = []
    with torch.no_grad():
        for batch in batches(read, numbers, size, random.Random(1)):
            logits = model.tagger.heads[TASK](words_of(model, batch, bfloat16)).numpy()
            for row, gold in enumerate(batch.names):
                words = int(batch.trees.words[row].sum())
                if gold[0] == IGNORED:
                    continue
                columns = decoder.best(log_softmax(logits[row, :words]))
                found = entity_spans([LABELS[column] for column in columns])
                true = entity_spans([LABELS[column] for column in gold[:words]])
                pairs.append((true, {span for span in found if not batch.narrow[row] or span[2] != "OTH"}))
    return score_spans(pairs)


def _optimizer(model: Joint, recipe: Recipe, total: int) -> tuple[Any, Any]:
    encoder = model.tagger.encoder
    top = len(encoder.layers)
    heads = [*model.tagger.heads.parameters(), *model.parser.parameters()]
    groups = [{"params": heads, "lr": recipe.head_rate}]
    for height, layer in enumerate(encoder.layers, start=1):
        rate = recipe.encoder_rate * recipe.layer_decay ** (top - height)
        layer.requires_grad_(rate > 0)
        if rate > 0:
            groups.append({"params": list(layer.parameters()), "lr": rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.weight_decay, fused=True)
    rising = max(1.0, recipe.warmup * total)
    falling = max(1.0, total - rising)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rising, max(0.0, (total - step) / falling))
    )
    return optimizer, schedule
