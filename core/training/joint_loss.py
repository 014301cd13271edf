"""How far the network with all heads is from what is annotated, and from what earlier networks say."""

import torch
from torch import Tensor
from torch.nn import functional

from core.training.batches import IGNORED, Batch, Vectors
from core.training.joint_network import Joint, of_words
from core.training.learning import OWN, TASK
from core.training.lessons import Mixed
from core.training.silver import SilverBatch
from core.training.speech import Speeches

ANNOTATED_NAMES = 2.0
"""How much annotated names weigh where the same sentence teaches grammar too."""
SILVER_GRAMMAR = 0.5


def joint_loss(model: Joint, batch: Mixed, vectors: Vectors, bfloat16: bool) -> Tensor:
    """Return the loss of a batch, each part the mean over its words.

    Where a teacher's probabilities are learnt from, this is the cross entropy against them (Hinton et al. 2015,
    "Distilling the knowledge in a neural network").
    """
    gold, silver = batch.gold, batch.silver
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        states = model.states(gold, vectors)
    if isinstance(gold, Batch):
        loss = _names(model, states, gold, bfloat16)
        if silver is None:
            return loss
        words = of_words(states, silver.firsts)
        return ANNOTATED_NAMES * loss + SILVER_GRAMMAR * _silver_grammar(model, words, silver, bfloat16)
    words = of_words(states, gold.firsts)
    if isinstance(gold, Speeches):
        loss = model.speech.loss(words.float(), gold)
        if silver is not None:
            loss = loss + SILVER_GRAMMAR * _silver_grammar(model, words, silver, bfloat16)
    else:
        loss = model.loss(words, gold, bfloat16)
    return loss if silver is None else loss + _silver_names(model, words, silver, bfloat16)


def _names(model: Joint, states: Tensor, batch: Batch, bfloat16: bool) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        logits = model.tagger.heads[TASK](states)
        if OWN in model.tagger.heads:
            ours = torch.from_numpy(batch.own)[:, None, None]
            logits = torch.where(ours, model.tagger.heads[OWN](states), logits)
    labels = torch.from_numpy(batch.labels).flatten()
    return functional.cross_entropy(logits.float().flatten(0, 1), labels, ignore_index=IGNORED)


def _silver_names(model: Joint, words: Tensor, silver: SilverBatch, bfloat16: bool) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        logits = model.tagger.heads[TASK](words)
    return _from_probabilities(logits, torch.from_numpy(silver.names), torch.from_numpy(silver.words))


def _silver_grammar(model: Joint, words: Tensor, silver: SilverBatch, bfloat16: bool) -> Tensor:
    here = torch.from_numpy(silver.words)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        loss = model.tag_loss(words, silver.tags)
    words = words.float()
    loss = loss + _from_probabilities(model.parser(words, here), torch.from_numpy(silver.heads), here)
    relations = model.parser.relations(words, torch.from_numpy(silver.head))
    known = torch.from_numpy(silver.relations).flatten()
    if bool((known != IGNORED).any()):
        loss = loss + functional.cross_entropy(relations.flatten(0, 1), known, ignore_index=IGNORED)
    return loss


def _from_probabilities(logits: Tensor, probabilities: Tensor, here: Tensor) -> Tensor:
    """Return the mean over words of the cross entropy of `logits` (batch, words, choices) against `probabilities`."""
    likely = torch.log_softmax(logits.float(), -1)
    # Masked scores are so low that their product with a probability of zero must not be formed.
    each = torch.where(probabilities > 0, -probabilities * likely, 0.0).sum(-1)
    return (each * here).sum() / here.sum()
