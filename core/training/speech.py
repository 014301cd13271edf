"""Heads that find who says what: one that marks words, one that ties them to the word that says so."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from core.language.encoder.pieces import UnigramTokenizer
from core.language.speech.roles import ROLES, SLOPE
from core.training.batches import blank_words, of_like_length
from core.training.grammar import cut
from core.training.spkatt import Speech


@dataclass(frozen=True, slots=True)
class EncodedSpeech:
    """A sentence in pieces, without the marks around them, and its events."""

    ids: tuple[int, ...]
    firsts: tuple[int, ...]
    events: tuple[tuple[frozenset[int], ...], ...]


@dataclass(frozen=True)
class Speeches:
    """A padded batch: arrays by (sentence, piece), (sentence, word), (sentence, word, role).

    `links` has for each cue (sentence, cue word, event) a row: `rows` its sentence, `cues` its word, and `links`
    whether each word has each role in its event.
    """

    ids: NDArray[np.int64]
    present: NDArray[np.float32]
    firsts: NDArray[np.int64]
    words: NDArray[np.float32]
    roles: NDArray[np.float32]
    rows: NDArray[np.int64]
    cues: NDArray[np.int64]
    links: NDArray[np.float32]


class SpeechHeads(nn.Module):  # type: ignore[misc]
    """A linear head for the roles of words, and a biaffine one for the roles of words towards a cue.

    The second is the arc scorer of Dozat and Manning (2017) with a label for each role: an event is found from its
    cue, and several events may share words.
    """

    def __init__(self, width: int, narrow: int = 128, dropout: float = 0.2) -> None:
        super().__init__()
        self.roles = nn.Linear(width, len(ROLES))
        self.cue = nn.Linear(width, narrow)
        self.word = nn.Linear(width, narrow)
        self.link = nn.Parameter(torch.randn(len(ROLES), narrow + 1, narrow + 1) * 0.02)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, rows: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits of roles (batch, words, roles) and of roles towards each cue (cues, words, roles)."""
        left = self._narrow(self.cue, words[rows, cues])
        right = self._narrow(self.word, words)[rows]
        towards = torch.einsum("ca,rab->crb", left, self.link)
        return self.roles(words), torch.einsum("crb,cwb->cwr", towards, right)

    def _narrow(self, layer: nn.Linear, words: Tensor) -> Tensor:
        return functional.pad(self.dropout(functional.leaky_relu(layer(words), SLOPE)), (0, 1), value=1.0)

    def loss(self, words: Tensor, batch: Speeches) -> Tensor:
        """Binary cross entropy of both heads, each summed over roles and averaged over words."""
        rows, cues = torch.from_numpy(batch.rows), torch.from_numpy(batch.cues)
        roles, links = self(words, rows, cues)
        here = torch.from_numpy(batch.words)
        plain = functional.binary_cross_entropy_with_logits(
            roles, torch.from_numpy(batch.roles), reduction="none"
        )
        total = (plain.sum(-1) * here).sum() / here.sum()
        if len(rows):
            tied = functional.binary_cross_entropy_with_logits(
                links, torch.from_numpy(batch.links), reduction="none"
            )
            seen = here[rows]
            total = total + (tied.sum(-1) * seen).sum() / seen.sum()
        return total


def encode_speech(sentence: Speech, tokenizer: UnigramTokenizer) -> EncodedSpeech:
    """Cut the words of a sentence into pieces."""
    ids, firsts = cut(sentence.words, tokenizer)
    return EncodedSpeech(ids, firsts, sentence.events)


def pad_speeches(sentences: Sequence[EncodedSpeech]) -> Speeches:
    """Put `<s>` and `</s>` around the pieces of each sentence and pad all to the longest."""
    length = max(len(sentence.ids) for sentence in sentences) + 2
    longest = max(len(sentence.firsts) for sentence in sentences)
    count = len(sentences)
    ties = [
        (row, cue, event)
        for row, sentence in enumerate(sentences)
        for event in sentence.events
        for cue in event[0]
    ]
    batch = Speeches(
        np.full((count, length), UnigramTokenizer.pad_id, np.int64),
        np.zeros((count, length), np.float32),
        np.zeros((count, longest), np.int64),
        np.zeros((count, longest), np.float32),
        np.zeros((count, longest, len(ROLES)), np.float32),
        np.array([row for row, _, _ in ties], np.int64),
        np.array([cue for _, cue, _ in ties], np.int64),
        np.zeros((len(ties), longest, len(ROLES)), np.float32),
    )
    for row, sentence in enumerate(sentences):
        marked = (UnigramTokenizer.begin_id, *sentence.ids, UnigramTokenizer.end_id)
        words = len(sentence.firsts)
        batch.ids[row, : len(marked)] = marked
        batch.present[row, : len(marked)] = 1.0
        batch.firsts[row, :words] = [first + 1 for first in sentence.firsts]
        batch.words[row, :words] = 1.0
        for event in sentence.events:
            for role, places in enumerate(event):
                batch.roles[row, list(places), role] = 1.0
    for tie, (_, _, event) in enumerate(ties):
        for role, places in enumerate(event):
            batch.links[tie, list(places), role] = 1.0
    return batch


def speech_batches(
    sentences: Sequence[EncodedSpeech], size: int, generator: random.Random
) -> Iterator[Speeches]:
    """Yield batches of sentences of like length; a fresh mix each time."""
    yield from map(pad_speeches, of_like_length(sentences, size, generator))


def blank_speech(sentence: EncodedSpeech, chance: float, generator: random.Random) -> EncodedSpeech:
    """Make some words unknown, as for names."""
    return replace(sentence, ids=blank_words(sentence.ids, sentence.firsts, chance, generator))


def found_roles(heads: SpeechHeads, words: Tensor, present: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return (batch, words, roles): cues by the linear head, the rest by what any found cue ties to itself."""
    none = torch.zeros(0, dtype=torch.long)
    plain = heads(words, none, none)[0].numpy()
    found: NDArray[np.bool_] = np.zeros(plain.shape, bool)
    found[:, :, 0] = (plain[:, :, 0] > 0) & (present > 0)
    rows, cues = np.nonzero(found[:, :, 0])
    if len(rows):
        ties = heads(words, torch.from_numpy(rows), torch.from_numpy(cues))[1].numpy() > 0
        for row, tie in zip(rows, ties, strict=True):
            found[row, :, 1:] |= tie[:, 1:] & (present[row] > 0)[:, None]
    return found
