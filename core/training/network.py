"""The network that is trained: a BERT encoder over given piece vectors, and one linear head a task."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.training.e5 import E5File, Shape

MASKED = -1e4


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer with the norm after each half, as in BERT (Devlin et al. 2019)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.dropout_rate = dropout
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Map states (batch, length, width) to states; `mask` (batch, 1, 1, length) is added to the attention."""
        batch, length, width = states.shape
        parts = self.query_key_value(states).chunk(3, dim=-1)
        query, key, value = (
            part.view(batch, length, self.heads, width // self.heads).transpose(1, 2) for part in parts
        )
        rate = self.dropout_rate if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=rate)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Encoder(nn.Module):  # type: ignore[misc]
    """The encoder without its table of piece vectors, which stays frozen and is looked up outside."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, vectors: Tensor, present: Tensor) -> Tensor:
        """Encode piece vectors (batch, length, width); `present` (batch, length) is 1.0 at pieces, 0.0 at padding."""
        states, mask = self.enter(vectors, present)
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def enter(self, vectors: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the first layer reads: states (batch, length, width), and the mask that all layers get."""
        states = self.dropout(self.norm(vectors + self.positions[: vectors.shape[1]]))
        return states, ((1.0 - present) * MASKED)[:, None, None, :].to(states.dtype)


class Tagger(nn.Module):  # type: ignore[misc]
    """An encoder with one linear head for each task, by name."""

    def __init__(self, encoder: Encoder, width: int, labels: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({task: nn.Linear(width, count) for task, count in labels.items()})

    def forward(self, vectors: Tensor, present: Tensor, task: str) -> Tensor:
        """Return the logits of one task, shape (batch, length, labels)."""
        return self.heads[task](self.dropout(self.encoder(vectors, present)))


def encoder_from_e5(file: E5File, dropout: float = 0.1) -> Encoder:
    """Build the encoder with the weights of the file; the segment vector of type 0 is added to the positions."""
    width, inner = file.shape.width, file.shape.inner
    encoder = Encoder(file.shape, dropout)
    state = {
        "positions": file.tensor("emb.pos", file.shape.positions, width)
        + file.tensor("emb.type", 2, width)[:1],
        "norm.weight": file.tensor("emb.ln.w", width),
        "norm.bias": file.tensor("emb.ln.b", width),
    }
    for i in range(file.shape.layers):
        for ours, theirs, rows, columns in (
            ("attended", "ao", width, width),
            ("inner", "fi", inner, width),
            ("outer", "fo", width, inner),
        ):
            state[f"layers.{i}.{ours}.weight"] = file.tensor(f"l{i}.{theirs}.w", rows, columns)
            state[f"layers.{i}.{ours}.bias"] = file.tensor(f"l{i}.{theirs}.b", rows)
        for ours, theirs in (("attended_norm", "aln"), ("outer_norm", "oln")):
            state[f"layers.{i}.{ours}.weight"] = file.tensor(f"l{i}.{theirs}.w", width)
            state[f"layers.{i}.{ours}.bias"] = file.tensor(f"l{i}.{theirs}.b", width)
        joined = [torch.from_numpy(file.tensor(f"l{i}.{name}.w", width, width)) for name in "qkv"]
        biases = [torch.from_numpy(file.tensor(f"l{i}.{name}.b", width)) for name in "qkv"]
        state[f"layers.{i}.query_key_value.weight"] = torch.cat(joined)
        state[f"layers.{i}.query_key_value.bias"] = torch.cat(biases)
    encoder.load_state_dict({name: torch.as_tensor(value) for name, value in state.items()})
    return encoder
