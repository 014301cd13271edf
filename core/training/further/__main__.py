"""Training the shipped German pipeline further: `python -m core.training.further --help`."""

import argparse
import dataclasses
import platform
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

from core.language.pipeline import GERMAN
from core.training.assemble import GERMAN as FIRST
from core.training.batches import encode
from core.training.files import add_files, files_of, materials
from core.training.finish import Finisher
from core.training.further.annotated import FILE, read_annotated
from core.training.further.plan import OWN_LAYERS, Plan
from core.training.further.runs import train_further
from core.training.further.shipped import shipped_network
from core.training.shared import Shared, lower_encoder, read_shared
from core.training.sources import Corpus, Pruned, lessons, read
from core.training.stages import Stages, checksum
from core.training.upper import Lower, whole_weights

CARD = replace(
    FIRST,
    sources=(
        *FIRST.sources,
        {"name": "Names in German sentences of Wikipedia and the Bundestag", "license": "CC BY-SA 4.0"},
    ),
)
REHEARSED = 96
"""Sentences of each kind in a rehearsal."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the upper layers and heads of the German pipeline on more names, score it and write it."""
    options = _options(arguments)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    files = files_of(options)
    plan, corpus = Plan().on(options.threads, options.bfloat16), read(files)
    own = read_annotated(options.annotated)
    if options.rehearse:
        plan, corpus, own = plan.rehearsed(), corpus.first(REHEARSED), own[:REHEARSED]
    if options.with_dev:
        corpus = replace(corpus, names=[*corpus.names, *corpus.names_dev])
    shared = read_shared(options.model / "lesart_encoder")
    start = shipped_network(options.model, shared, OWN_LAYERS, corpus.labels)
    lower = Lower(lower_encoder(shared, len(shared.weights.layers) - OWN_LAYERS, options.threads))
    pruned = Pruned(shared.tokenizer, shared.rows)
    material = lessons(corpus, pruned, lower)
    ours = [replace(encode(sentence, shared.tokenizer), own=True) for sentence in own]
    material = replace(material, names=[*material.names, *ours])
    known = {
        **materials(files),
        "annotated": checksum(options.annotated),
        "sentences": str(len(corpus.names)),
    }
    model = train_further(start, material, plan, Stages(options.checkpoints, known))
    whole = partial(whole_weights, shared)
    finisher = Finisher(corpus, pruned, material, plan.polish, _facts(corpus, own, plan, shared), whole, CARD)
    finisher.finish(model, rounded=True, out=options.out)


def _facts(corpus: Corpus, own: Sequence[Any], plan: Plan, shared: Shared) -> dict[str, Any]:
    return {
        **dataclasses.asdict(plan),
        "own_layers": OWN_LAYERS,
        "sentences": {
            "names": len(corpus.names),
            "annotated": len(own),
            "trees": len(corpus.trees),
            "speech": len(corpus.speeches),
        },
        "pieces": len(shared.tokenizer.pieces),
        "torch": torch.__version__,
        "python": platform.python_version(),
    }


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.training.further", description=main.__doc__)
    add_files(parser)
    parser.add_argument("--annotated", type=Path, default=FILE, help="more names (default: ours)")
    parser.add_argument(
        "--with-dev", action="store_true", help="learn from the sentences to choose by as well"
    )
    parser.add_argument(
        "--model", type=Path, default=GERMAN, help="the pipeline to begin with (default: bundled)"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the pipeline that comes out")
    parser.add_argument("--checkpoints", type=Path, default=Path("build/training"))
    parser.add_argument("--rehearse", action="store_true", help="few sentences; gives a useless model")
    parser.add_argument("--threads", type=int, default=Plan().first.recipe.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
