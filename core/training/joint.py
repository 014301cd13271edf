"""Training all heads together: names from GermEval, grammar from treebanks, one encoder."""

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors
from core.training.batches import IGNORED, Batch, Encoded, blank, shuffled_batches
from core.training.grammar import Inventory, Target
from core.training.learning import TASK, Recipe, evaluate
from core.training.network import Tagger
from core.training.parser import Parser, ParserShape
from core.training.scoring import MICRO

_BUCKET = 25


@dataclass(frozen=True)
class Trees:
    """A padded batch of treebank sentences; arrays by (sentence, piece) and by (sentence, word)."""

    ids: NDArray[np.int64]
    present: NDArray[np.float32]
    firsts: NDArray[np.int64]
    words: NDArray[np.float32]
    tags: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]


class Joint(nn.Module):  # type: ignore[misc]
    """An encoder with linear heads for names and tags, and a parser."""

    def __init__(
        self, tagger: Tagger, width: int, labels: Inventory, shape: ParserShape | None = None
    ) -> None:
        super().__init__()
        self.tagger = tagger
        for task, count in labels.columns.items():
            tagger.heads[task] = nn.Linear(width, count)
        self.parser = Parser(width, len(labels.relations), shape or ParserShape())
        self.sizes = [len(labels.upos), len(labels.xpos), *(len(values) for _, values in labels.features)]
        self.sizes.append(len(labels.edits))

    def words(self, batch: Trees, vectors: PieceVectors) -> Tensor:
        """Return the vectors of the words, shape (batch, words, width)."""
        states = self.tagger.encoder(torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present))
        states = self.tagger.dropout(states)
        firsts = torch.from_numpy(batch.firsts)
        return torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, states.shape[-1]))

    def tag(self, words: Tensor) -> list[Tensor]:
        """Return the logits of upos, xpos, each feature and the edit."""
        heads = self.tagger.heads
        logits = torch.cat([heads[name](words) for name in ("upos", "xpos", "morph", "lemma")], dim=-1)
        return list(logits.float().split(self.sizes, dim=-1))

    def loss(self, words: Tensor, batch: Trees, bfloat16: bool) -> Tensor:
        """Sum the losses of all grammar heads over the vectors of a batch, each the mean over its words."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            logits = self.tag(words)
        words = words.float()
        known = torch.from_numpy(batch.tags)
        count = max(1, int((known != IGNORED).any(-1).sum()))
        total = torch.zeros(())
        for i, scores in enumerate(logits):
            column = known[:, :, i].flatten()
            part = functional.cross_entropy(
                scores.flatten(0, 1), column, ignore_index=IGNORED, reduction="sum"
            )
            total = total + part / count
        heads = torch.from_numpy(batch.heads)
        if bool((heads != IGNORED).any()):
            arcs = self.parser(words, torch.from_numpy(batch.words))
            relations = self.parser.relations(words, heads.clamp(min=0))
            names = torch.from_numpy(batch.relations)
            total = total + functional.cross_entropy(
                arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORED
            )
            total = total + functional.cross_entropy(
                relations.flatten(0, 1), names.flatten(), ignore_index=IGNORED
            )
        return total


@dataclass(frozen=True)
class Lessons:
    """What is learnt from together, and what is measured by."""

    vectors: PieceVectors
    names: Sequence[Encoded]
    names_dev: Sequence[Encoded]
    trees: Sequence[Target]
    trees_dev: Sequence[Target]


def fit_jointly(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    checkpoints: Path,
    names_share: float = 1.0,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train on batches of both kinds in random order and return the averaged weights of the last epoch.

    Each epoch reads all trees and `names_share` of the sentences with names, others each time.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    averaged = copy.deepcopy(model).eval()
    each = int(len(lessons.names) * names_share)
    size = recipe.batch
    total = (-(-each // size) + -(-len(lessons.trees) // size)) * recipe.epochs
    optimizer, schedule = _optimizer(model, recipe, total)
    waiting: list[Encoded] = []
    for number in range(1, recipe.epochs + 1):
        begun = time.monotonic()
        if len(waiting) < each:
            waiting = generator.sample(list(lessons.names), len(lessons.names))
        some, waiting = waiting[:each], waiting[each:]
        batches: list[Batch | Trees] = [
            *shuffled_batches([blank(s, recipe.blanked, generator) for s in some], size, generator),
            *_tree_batches([_blank(s, recipe.blanked, generator) for s in lessons.trees], size, generator),
        ]
        generator.shuffle(batches)
        losses: dict[type, list[float]] = {Batch: [], Trees: []}
        model.train()
        for batch in batches:
            if isinstance(batch, Trees):
                with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.bfloat16):
                    words = model.words(batch, lessons.vectors)
                loss = model.loss(words, batch, recipe.bfloat16)
            else:
                loss = _names_loss(model.tagger, lessons.vectors, batch, recipe.bfloat16)
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
            + str({k.__name__: round(float(np.mean(v)), 4) for k, v in losses.items()})
        )
        state = averaged.state_dict()
        partial = checkpoints / "last.partial"
        torch.save({"state": state, "epoch": number, "recipe": asdict(recipe)}, partial)
        partial.replace(checkpoints / "last.pt")
        report(f"  averaged {score_trees(averaged, lessons)}")
        if number % 2 == 0 or number == recipe.epochs:
            names = evaluate(averaged.tagger, lessons.vectors, lessons.names_dev, recipe.bfloat16)
            report(f"  averaged names F1 {100 * names[MICRO].f1:.2f}")
    final: dict[str, Any] = averaged.state_dict()
    return final


def polish(
    model: Joint,
    lessons: Lessons,
    recipe: Recipe,
    report: Callable[[str], None] = print,
) -> dict[str, Any]:
    """Train the grammar heads alone on the vectors of the finished encoder, and return the weights.

    The mean of several runs has heads that fit none of their encoders quite; this costs seconds, for each sentence
    is encoded only once. Names and encoder stay as they are.
    """
    torch.manual_seed(recipe.seed)
    generator = random.Random(recipe.seed)
    batches = list(_tree_batches(lessons.trees, recipe.batch, generator))
    model.eval()
    with torch.no_grad():
        vectors = [model.words(batch, lessons.vectors) for batch in batches]
    heads = [head for task, head in model.tagger.heads.items() if task != TASK]
    parameters = [weight for part in (*heads, model.parser) for weight in part.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=recipe.head_rate, weight_decay=recipe.weight_decay)
    total = recipe.epochs * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / total))
    order = list(range(len(batches)))
    for number in range(1, recipe.epochs + 1):
        generator.shuffle(order)
        losses = []
        model.train()
        for i in order:
            loss = model.loss(model.tagger.dropout(vectors[i]), batches[i], bfloat16=False)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, recipe.longest_gradient)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
        report(f"polish {number} loss {np.mean(losses):.4f}")
    report(f"  polished {score_trees(model, lessons)}")
    final: dict[str, Any] = model.state_dict()
    return final


def score_trees(model: Joint, lessons: Lessons, size: int = 32) -> dict[str, float]:
    """Accuracies in per cent over all words, heads chosen one by one (a tree can only change them a little)."""
    model.eval()
    order = sorted(lessons.trees_dev, key=lambda s: len(s.ids))
    right = dict.fromkeys(("upos", "xpos", "morph", "mood", "lemma", "uas", "las"), 0)
    count = dict.fromkeys(right, 0)
    with torch.no_grad():
        for start in range(0, len(order), size):
            batch = pad_trees(order[start : start + size])
            words = model.words(batch, lessons.vectors)
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


def pad_trees(sentences: Sequence[Target]) -> Trees:
    """Put `<s>` and `</s>` around the pieces of each sentence and pad all to the longest."""
    length = max(len(sentence.ids) for sentence in sentences) + 2
    longest = max(len(sentence.firsts) for sentence in sentences)
    rows = len(sentences)
    batch = Trees(
        np.full((rows, length), UnigramTokenizer.pad_id, np.int64),
        np.zeros((rows, length), np.float32),
        np.zeros((rows, longest), np.int64),
        np.zeros((rows, longest), np.float32),
        np.full((rows, longest, len(sentences[0].tags[0])), IGNORED, np.int64),
        np.full((rows, longest), IGNORED, np.int64),
        np.full((rows, longest), IGNORED, np.int64),
    )
    for row, sentence in enumerate(sentences):
        marked = (UnigramTokenizer.begin_id, *sentence.ids, UnigramTokenizer.end_id)
        words = len(sentence.firsts)
        batch.ids[row, : len(marked)] = marked
        batch.present[row, : len(marked)] = 1.0
        batch.firsts[row, :words] = [first + 1 for first in sentence.firsts]
        batch.words[row, :words] = 1.0
        batch.tags[row, :words] = sentence.tags
        batch.heads[row, : len(sentence.heads)] = sentence.heads
        batch.relations[row, : len(sentence.relations)] = sentence.relations
    return batch


def _tree_batches(sentences: Sequence[Target], size: int, generator: random.Random) -> Iterator[Trees]:
    order = list(sentences)
    generator.shuffle(order)
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET], key=lambda sentence: len(sentence.ids))
        for i in range(0, len(bucket), size):
            yield pad_trees(bucket[i : i + size])


def _blank(sentence: Target, chance: float, generator: random.Random) -> Target:
    ids = list(sentence.ids)
    for start, end in zip(sentence.firsts, [*sentence.firsts[1:], len(ids)], strict=True):
        if generator.random() < chance:
            ids[start:end] = [UnigramTokenizer.unknown_id] * (end - start)
    return Target(tuple(ids), sentence.firsts, sentence.tags, sentence.heads, sentence.relations)


def _names_loss(tagger: Tagger, vectors: PieceVectors, batch: Batch, bfloat16: bool) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        logits = tagger(torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present), TASK)
    labels = torch.from_numpy(batch.labels).flatten()
    return functional.cross_entropy(logits.float().flatten(0, 1), labels, ignore_index=IGNORED)


def _optimizer(model: Joint, recipe: Recipe, total: int) -> tuple[Any, Any]:
    encoder = model.tagger.encoder
    top = len(encoder.layers)
    groups = [
        {"params": list(model.tagger.heads.parameters()), "lr": recipe.head_rate},
        {"params": list(model.parser.parameters()), "lr": recipe.head_rate},
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
