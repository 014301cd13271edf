"""What is done with the trained network: rounded, its heads trained once more, put together as a pipeline, scored."""

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.training.assemble import (
    GERMAN,
    Card,
    assemble,
    grammar_performance,
    names_performance,
    speech_performance,
)
from core.training.batches import HasPieces
from core.training.evaluate import score_pipeline
from core.training.export import encoder_files, encoder_weights, ner_head
from core.training.grammar_scores import layout, score_grammar
from core.training.graph import EncoderWeights, packed_graph
from core.training.heads import trained_heads
from core.training.joint_network import Joint
from core.training.learning import TASK
from core.training.lessons import Lessons
from core.training.polish import polish
from core.training.recipe import Recipe
from core.training.rounding import Rounded, round_encoder
from core.training.scoring import table
from core.training.sources import Corpus, Pruned
from core.training.speech_scores import score_speech

TYPICAL = 150
"""About how many sentences of each kind tell the rounding what the encoder usually reads."""


@dataclass(frozen=True)
class Finisher:
    """Makes a pipeline of the network, with all that this takes."""

    raw: Corpus
    pruned: Pruned
    lessons: Lessons
    recipe: Recipe
    facts: Mapping[str, Any]
    whole: Callable[[Any, Sequence[Rounded]], EncoderWeights] = encoder_weights
    """Makes the weights of all layers of those that were trained and their rounded matrices."""
    card: Card = GERMAN

    def finish(self, model: Joint, rounded: bool, out: Path | None = None) -> None:
        """Print the scores of the pipeline, its encoder in eight bits or not, and write it to `out`."""
        model = copy.deepcopy(model)
        encoder = model.tagger.encoder
        matrices = round_encoder(encoder, self.lessons.vectors, self._typical()) if rounded else []
        polish(model, self.lessons, self.recipe)
        model.eval()
        graph = packed_graph(self.whole(encoder, matrices))
        parts = (
            encoder_files(graph, self.pruned.rows, self.pruned.tokenizer),
            ner_head(model.tagger.heads[TASK]),
            trained_heads(model, self.raw.labels, self.raw.trees),
        )
        nlp = assemble(*parts, {}, self.facts, self.card)
        names = score_pipeline(nlp, self.raw.names_dev)
        right, moods = score_grammar(nlp, self.raw.trees_dev)
        speech = score_speech(nlp, self.raw.speeches_dev)
        print("in eight bits:" if rounded else "in full precision:")
        print(table(names), layout(right, moods), table(speech, "words"), sep="\n")
        if out:
            figures = (
                names_performance(names) | grammar_performance(right, moods) | speech_performance(speech)
            )
            assemble(*parts, figures, self.facts, self.card).to_disk(out)

    def _typical(self) -> list[HasPieces]:
        """Some sentences of each kind, from all parts of what is learnt from."""
        return [
            sentence
            for kind in (self.lessons.names, self.lessons.trees, self.lessons.speeches)
            for sentence in kind[:: max(1, len(kind) // TYPICAL)]
        ]
