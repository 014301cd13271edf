"""The biaffine parser that is trained on top of the encoder (Dozat and Manning 2017)."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.training.network import MASKED

SLOPE = 0.1


@dataclass(frozen=True)
class ParserShape:
    """Widths of the vectors by which heads and relations are found."""

    arc: int = 256
    relation: int = 96
    dropout: float = 0.25


class Parser(nn.Module):  # type: ignore[misc]
    """Scores every word as the head of every other, and every relation between a word and its head.

    The root is a head of its own with learnt vectors, so nothing but the vectors of the words is read.
    """

    def __init__(self, width: int, relations: int, shape: ParserShape) -> None:
        super().__init__()
        self.arc_dependent = nn.Linear(width, shape.arc)
        self.arc_head = nn.Linear(width, shape.arc)
        self.arc_root = nn.Parameter(torch.randn(shape.arc) * 0.1)
        self.arc = nn.Parameter(torch.randn(shape.arc + 1, shape.arc) * 0.02)
        self.relation_dependent = nn.Linear(width, shape.relation)
        self.relation_head = nn.Linear(width, shape.relation)
        self.relation_root = nn.Parameter(torch.randn(shape.relation) * 0.1)
        self.relation = nn.Parameter(torch.randn(relations, shape.relation + 1, shape.relation + 1) * 0.02)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, words: Tensor, present: Tensor) -> Tensor:
        """Score heads: `words` (batch, words, width), `present` (batch, words); result (batch, words, 1 + words).

        Column 0 is the root.
        """
        dependents = _with_one(self._narrow(self.arc_dependent, words))
        heads = _with_root(self._narrow(self.arc_head, words), self.arc_root)
        scores = torch.einsum("bia,ac,bjc->bij", dependents, self.arc, heads)
        mask = functional.pad(present, (1, 0), value=1.0)
        return scores + ((1.0 - mask) * MASKED)[:, None, :]

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of words to given heads (batch, words), 0 the root; result (…, relations)."""
        dependents = _with_one(self._narrow(self.relation_dependent, words))
        above = _with_one(_with_root(self._narrow(self.relation_head, words), self.relation_root))
        chosen = torch.gather(above, 1, heads[:, :, None].expand(-1, -1, above.shape[-1]))
        halfway = torch.einsum("bia,rac->birc", dependents, self.relation)
        return torch.einsum("birc,bic->bir", halfway, chosen)

    def _narrow(self, layer: nn.Linear, words: Tensor) -> Tensor:
        return self.dropout(functional.leaky_relu(layer(words), SLOPE))


def _with_one(vectors: Tensor) -> Tensor:
    return functional.pad(vectors, (0, 1), value=1.0)


def _with_root(vectors: Tensor, root: Tensor) -> Tensor:
    return torch.cat([root.expand(len(vectors), 1, -1), vectors], dim=1)
