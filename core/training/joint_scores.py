"""Figures of the network while it learns, before it is made a pipeline."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from core.training.batches import IGNORED, Vectors
from core.training.grammar import Target
from core.training.joint_network import Joint
from core.training.speech import EncodedSpeech, found_roles, pad_speeches
from core.training.speech_scores import role_scores
from core.training.tree_batches import pad_trees


def score_trees(model: Joint, vectors: Vectors, trees: Sequence[Target], size: int = 32) -> dict[str, float]:
    """Accuracies in per cent over all words, heads chosen one by one (a tree can only change them a little)."""
    model.eval()
    order = sorted(trees, key=lambda s: len(s.ids))
    right = dict.fromkeys(("upos", "xpos", "morph", "mood", "lemma", "uas", "las"), 0)
    count = dict.fromkeys(right, 0)
    with torch.no_grad():
        for start in range(0, len(order), size):
            batch = pad_trees(order[start : start + size])
            words = model.words(batch, vectors)
            guesses = torch.stack([scores.argmax(-1) for scores in model.tag(words)], dim=-1).numpy()
            heads = model.parser(words, torch.from_numpy(batch.words)).argmax(-1)
            names = model.parser.relations(words, heads).argmax(-1).numpy()
            known = batch.tags
            here = batch.words > 0
            for name, column in (("upos", 0), ("xpos", 1), ("lemma", -1)):
                sure = here & (known[:, :, column] != IGNORED)
                count[name] += int(sure.sum())
                right[name] += int((sure & (guesses[:, :, column] == known[:, :, column])).sum())
            features = slice(2, -1)
            agree = (guesses[:, :, features] == known[:, :, features]) | (known[:, :, features] == IGNORED)
            count["morph"] += int(here.sum())
            right["morph"] += int((here & agree.all(-1)).sum())
            fits = here & (heads.numpy() == batch.heads)
            count["uas"] += int(here.sum())
            count["las"] += int(here.sum())
            right["uas"] += int(fits.sum())
            right["las"] += int((fits & (names == batch.relations)).sum())
    return {name: round(100 * right[name] / count[name], 2) for name in right if count[name]}


def score_speeches(
    model: Joint, vectors: Vectors, sentences: Sequence[EncodedSpeech], size: int = 32
) -> dict[str, float]:
    """F1 in per cent of the words of each role."""
    model.eval()
    order = sorted(sentences, key=lambda s: len(s.ids))
    pairs: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []
    with torch.no_grad():
        for start in range(0, len(order), size):
            batch = pad_speeches(order[start : start + size])
            found = found_roles(model.speech, model.words(batch, vectors), batch.words)
            pairs.extend(zip(batch.roles > 0, found, strict=True))
    return {role: round(100 * score.f1, 2) for role, score in role_scores(pairs).items()}
