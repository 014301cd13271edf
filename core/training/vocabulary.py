"""Choosing the pieces that German news needs out of a vocabulary for a hundred languages."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from wordfreq import get_frequency_dict

from core.language.encoder.pieces import WORD_START, UnigramTokenizer
from core.training.e5 import E5File
from core.training.germeval import Sentence
from core.training.sources import Pruned

SEEN_AT_LEAST = 2
ENGLISH_FREQUENCY = 1e-6
_FIRST_PICTOGRAPH = 0x2600


def words_of_interest() -> set[str]:
    """Return the words of wordfreq's large German list and the commoner ones of its English list.

    German news quotes English, hence the second. Each word is also given with a capital.
    """
    german = get_frequency_dict("de", wordlist="large")
    english = get_frequency_dict("en", wordlist="large")
    words = set(german) | {word for word, frequency in english.items() if frequency >= ENGLISH_FREQUENCY}
    return words | {word[:1].upper() + word[1:] for word in words}


def choose_pieces(tokenizer: UnigramTokenizer, words: Iterable[str]) -> list[int]:
    """Return the ids to keep, ascending: the specials, Latin pieces used at least twice, and single characters.

    All Latin letters, digits and signs stay as pieces of their own, so that any German word can still be cut.
    """
    seen: Counter[int] = Counter()
    for word in words:
        seen.update(tokenizer.encode(word))
    kept = {0, 1, 2, 3}
    for i, piece in enumerate(tokenizer.pieces):
        if _latin(piece) and (seen[i] >= SEEN_AT_LEAST or _single_sign(piece)):
            kept.add(i)
    return sorted(kept)


def _latin(piece: str) -> bool:
    letters = (c for c in piece if c.isalpha() and c not in "ªº")
    return all("LATIN" in unicodedata.name(c, "") for c in letters)


def _single_sign(piece: str) -> bool:
    sign = piece.replace(WORD_START, "")
    return len(sign) <= 1 and all(ord(c) < _FIRST_PICTOGRAPH for c in sign)


def prune(file: E5File, sentences: Sequence[Sentence]) -> Pruned:
    """Keep the pieces for German and English words and for the words of the training sentences."""
    whole = UnigramTokenizer(file.pieces, [float(score) for score in file.scores], file.normalization)
    words = words_of_interest() | {word for sentence in sentences for word in sentence.words}
    kept = choose_pieces(whole, sorted(words))
    pieces = [file.pieces[i] for i in kept]
    scores = [float(file.scores[i]) for i in kept]
    return Pruned(UnigramTokenizer(pieces, scores, file.normalization), file.piece_rows()[kept])
