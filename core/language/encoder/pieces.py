"""Cutting words into the pieces whose vectors the encoder knows."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

WORD_START = "▁"
LONGEST_WORD = 100
CACHED_WORDS = 50_000
_UNREADABLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp", "So", "Me"})
_UNKNOWN_PENALTY = 10.0


@lru_cache(CACHED_WORDS)
def readable(word: str) -> str:
    """Return `word` without what carries no language: control and format characters, spaces, pictographs.

    An empty result means that the token is left out of the encoder's input.
    """
    if word.isascii() and word.isprintable() and " " not in word:
        return word
    composed = word if word.isascii() else unicodedata.normalize("NFC", word)
    kept = "".join(c for c in composed if unicodedata.category(c) not in _UNREADABLE_CATEGORIES)
    return kept if any(unicodedata.category(c) != "Mn" for c in kept) else ""


class UnigramTokenizer:
    """Unigram segmentation of single words, as in SentencePiece, in plain Python with a cache of words.

    Each word is cut into the sequence of pieces with the greatest sum of log probabilities, found by the
    Viterbi algorithm (Kudo 2018, "Subword Regularization"). Characters that no piece covers become
    `unknown_id`. Only the first `LONGEST_WORD` characters of a word are looked at.

    Args:
        pieces: The pieces by id; the first four are `<s>`, `<pad>`, `</s>` and `<unk>`.
        scores: Log probability of each piece.
        normalization: Replacement for single characters, by code point, applied before segmentation.
    """

    begin_id, pad_id, end_id, unknown_id = range(4)

    def __init__(
        self, pieces: Sequence[str], scores: Sequence[float], normalization: Mapping[int, str]
    ) -> None:
        if len(pieces) != len(scores):
            raise ValueError(f"{len(pieces)} pieces but {len(scores)} scores")
        self.pieces = tuple(pieces)
        self.scores = tuple(float(score) for score in scores)
        self.normalization = dict(normalization)
        self._ids = {
            piece: i for i, piece in enumerate(self.pieces) if i > self.unknown_id and piece != "<mask>"
        }
        self._longest_piece = max(map(len, self._ids), default=1)
        self._unknown_score = min(self.scores, default=0.0) - _UNKNOWN_PENALTY
        self._cache: dict[str, tuple[int, ...]] = {}

    def encode(self, word: str) -> tuple[int, ...]:
        """Return the ids of the pieces of one word: at least one, whatever the word."""
        known = self._cache.get(word)
        if known is None:
            text = word[:LONGEST_WORD].translate(self.normalization).strip().replace(" ", WORD_START)
            known = self._segment(WORD_START + text[:LONGEST_WORD])
            if len(self._cache) >= CACHED_WORDS:
                self._cache.clear()
            self._cache[word] = known
        return known

    def _segment(self, text: str) -> tuple[int, ...]:
        length = len(text)
        best = [0.0] + [float("-inf")] * length
        arrived: list[tuple[int, int]] = [(self.unknown_id, 0)] * (length + 1)
        for start in range(length):
            here = best[start]
            for end in range(start + 1, min(length, start + self._longest_piece) + 1):
                piece = self._ids.get(text[start:end])
                if piece is not None and here + self.scores[piece] > best[end]:
                    best[end] = here + self.scores[piece]
                    arrived[end] = (piece, start)
            if here + self._unknown_score > best[start + 1]:
                best[start + 1] = here + self._unknown_score
                arrived[start + 1] = (self.unknown_id, start)
        found = []
        position = length
        while position > 0:
            piece, position = arrived[position]
            found.append(piece)
        return tuple(reversed(found))
