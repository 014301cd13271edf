"""Varying the training sentences, so that the model learns from context as well as from words."""

import random
from collections import defaultdict
from collections.abc import Sequence

from core.language.encoder.pieces import UnigramTokenizer
from core.training.batches import Encoded, encode
from core.training.germeval import Sentence, entity_spans


class Augment:
    """Encodes sentences with some names swapped and some words blanked.

    Swapping puts another name of the same kind from the training sentences in the place of a name (Dai and Adel
    2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition"). Blanking makes all pieces of a
    word unknown, as word dropout does (Iyyer et al. 2015).

    Args:
        sentences: The training sentences, the source of the names.
        swapped: Chance that a name is swapped.
        blanked: Chance that a word is blanked.
        tokenizer: Cuts the words into pieces.
        generator: The source of chance.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        swapped: float,
        blanked: float,
        tokenizer: UnigramTokenizer,
        generator: random.Random,
    ) -> None:
        self.swapped = swapped
        self.blanked = blanked
        self.tokenizer = tokenizer
        self.generator = generator
        names: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for sentence in sentences:
            for start, end, kind in entity_spans(sentence.labels):
                names[kind].add(sentence.words[start:end])
        self._names = {kind: sorted(found) for kind, found in names.items()}

    def __call__(self, sentence: Sentence) -> Encoded:
        """Return the sentence, varied by chance, in pieces."""
        return self.blank(encode(self.swap(sentence), self.tokenizer))

    def swap(self, sentence: Sentence) -> Sentence:
        """Swap names of a sentence by chance."""
        words, labels = list(sentence.words), list(sentence.labels)
        for start, end, kind in sorted(entity_spans(sentence.labels), reverse=True):
            if self.generator.random() < self.swapped:
                name = self.generator.choice(self._names[kind])
                words[start:end] = name
                labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        return Sentence(tuple(words), tuple(labels))

    def blank(self, encoded: Encoded) -> Encoded:
        """Blank words of an encoded sentence by chance."""
        ids = list(encoded.ids)
        for start, end in zip(encoded.firsts, [*encoded.firsts[1:], len(ids)], strict=True):
            if self.generator.random() < self.blanked:
                ids[start:end] = [self.tokenizer.unknown_id] * (end - start)
        return Encoded(tuple(ids), encoded.firsts, encoded.labels)
