"""The network with all heads: names, grammar, who says what."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.training.batches import IGNORED, Batch, Vectors
from core.training.grammar import Inventory
from core.training.network import Tagger
from core.training.parser import Parser, ParserShape
from core.training.speech import Speeches, SpeechHeads
from core.training.tree_batches import Trees


class Joint(nn.Module):  # type: ignore[misc]
    """An encoder with linear heads for names and tags, a parser, and heads for who says what."""

    def __init__(
        self, tagger: Tagger, width: int, labels: Inventory, shape: ParserShape | None = None
    ) -> None:
        super().__init__()
        self.tagger = tagger
        for task, count in labels.columns.items():
            tagger.heads[task] = nn.Linear(width, count)
        self.parser = Parser(width, len(labels.relations), shape or ParserShape())
        self.speech = SpeechHeads(width)
        self.sizes = [len(labels.upos), len(labels.xpos), *(len(values) for _, values in labels.features)]
        self.sizes.append(len(labels.edits))

    def states(self, batch: Batch | Trees | Speeches, vectors: Vectors) -> Tensor:
        """Return the vectors of the pieces, shape (batch, length, width)."""
        states = self.tagger.encoder(torch.from_numpy(vectors[batch.ids]), torch.from_numpy(batch.present))
        result: Tensor = self.tagger.dropout(states)
        return result

    def words(self, batch: Trees | Speeches, vectors: Vectors) -> Tensor:
        """Return the vectors of the words, shape (batch, words, width)."""
        return of_words(self.states(batch, vectors), batch.firsts)

    def tag(self, words: Tensor) -> list[Tensor]:
        """Return the logits of upos, xpos, each feature and the edit."""
        heads = self.tagger.heads
        logits = torch.cat([heads[name](words) for name in ("upos", "xpos", "morph", "lemma")], dim=-1)
        return list(logits.float().split(self.sizes, dim=-1))

    def tag_loss(self, words: Tensor, known: NDArray[np.int64]) -> Tensor:
        """Sum the losses of the columns `known` (batch, words, columns).

        Each is the mean over the words of which anything is known.
        """
        tags = torch.from_numpy(known)
        count = max(1, int((tags != IGNORED).any(-1).sum()))
        total = torch.zeros(())
        for i, scores in enumerate(self.tag(words)):
            column = tags[:, :, i].flatten()
            part = functional.cross_entropy(
                scores.flatten(0, 1), column, ignore_index=IGNORED, reduction="sum"
            )
            total = total + part / count
        return total

    def loss(self, words: Tensor, batch: Trees, bfloat16: bool) -> Tensor:
        """Sum the losses of all grammar heads over the vectors of a batch, each the mean over its words."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
            total = self.tag_loss(words, batch.tags)
        words = words.float()
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


def of_words(states: Tensor, firsts: NDArray[np.int64]) -> Tensor:
    """Return the vectors of the first pieces of words: `firsts` (batch, words), result (batch, words, width)."""
    places = torch.from_numpy(firsts)
    return torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[-1]))
