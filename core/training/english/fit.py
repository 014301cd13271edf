"""Training the upper layers and heads, and measuring them while they learn."""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.training.batches import IGNORED
from core.training.descent import Descent, Group, layer_groups
from core.training.english.network import Read, batches, english_loss, words_of
from core.training.joint_network import Joint
from core.training.recipe import Recipe


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
    count = int(len(share.sometimes) * share.part)
    steps = -(-len(share.always) // recipe.batch) + -(-count // recipe.batch)
    descent = Descent(model, _groups(model, recipe), recipe, steps * recipe.epochs)
    for number in range(1, recipe.last_epoch + 1):
        begun = time.monotonic()
        model.train()
        read = variants[number % len(variants)]
        epoch = _epoch(read, share, count, recipe, generator)
        losses = [descent.step(english_loss(model, batch, recipe.bfloat16)) for batch in epoch]
        torch.save(descent.averaged.state_dict(), checkpoint)
        seconds = time.monotonic() - begun
        report(f"epoch {number} {seconds:.0f} s loss {np.mean(losses):.4f} {measure(descent.averaged)}")
    final: dict[str, Any] = descent.averaged.state_dict()
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


def _groups(model: Joint, recipe: Recipe) -> list[Group]:
    """The weights that are trained: those of the heads, and of the layers whose rate is not 0."""
    heads = [*model.tagger.heads.parameters(), *model.parser.parameters()]
    layers = layer_groups(model.tagger.encoder.layers, recipe)
    for group in layers:
        for weight in group["params"]:
            weight.requires_grad_(group["lr"] > 0)
    return [{"params": heads, "lr": recipe.head_rate}, *(group for group in layers if group["lr"] > 0)]
