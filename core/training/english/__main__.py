"""From raw files to the shipped English folder: `python -m core.training.english --help`."""

import argparse
import dataclasses
import platform
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from core.language.pipeline import GERMAN
from core.training.batches import blank_words
from core.training.english.finish import ship
from core.training.english.fit import Share, fit_english, score_grammar_of
from core.training.english.network import Read, english_network, read_lessons
from core.training.english.plan import GERMAN_SHARE, NAMES_TWICE, OWN_LAYERS, SURE, VARIANTS, Plan
from core.training.english.silver import with_silver
from core.training.english.sources import ANNOTATED, Lesson, Lessons, Raw, lay_out, read_raw
from core.training.joint_network import Joint
from core.training.shared import Shared, lower_encoder, read_shared

REHEARSED = 96
"""Sentences of each kind in a rehearsal."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Train the upper layers and heads of English on the German encoder, and write the folder."""
    options = _options(arguments)
    raw = read_raw(options.treebank, options.treebank_dev, options.names, options.germeval, options.annotated)
    plan = Plan().on(options.threads, options.bfloat16)
    if options.rehearse:
        plan, raw = plan.rehearsed(), _first(raw, REHEARSED)
    options.checkpoints.mkdir(parents=True, exist_ok=True)
    shared = read_shared(options.model / "lesart_encoder")
    lessons = lay_out(raw, shared.tokenizer)
    variants = _variants(shared, lessons, options.threads)
    model = _train(shared, raw, lessons, variants, plan, options.checkpoints)
    facts = {**dataclasses.asdict(plan), "own_layers": OWN_LAYERS, **_facts(raw)}
    ship(model, variants[0], raw, shared, facts, options.out)


def _variants(shared: Shared, lessons: Lessons, threads: int) -> list[Read]:
    """The sentences as the shared layers read them, with more or fewer words unknown."""
    lower = lower_encoder(shared, len(shared.weights.layers) - OWN_LAYERS, threads)
    generator = random.Random(5)
    return [
        read_lessons(lower, [_blank(lesson, chance, generator) for lesson in lessons.all])
        for chance in VARIANTS
    ]


def _blank(lesson: Lesson, chance: float, generator: random.Random) -> Lesson:
    target = lesson.target
    ids = blank_words(target.ids, target.firsts, chance, generator)
    return replace(lesson, target=replace(target, ids=ids))


def _train(
    shared: Shared, raw: Raw, lessons: Lessons, variants: Sequence[Read], plan: Plan, checkpoints: Path
) -> Joint:
    always = [*lessons.trees, *(NAMES_TWICE * [*lessons.names])]
    share = Share(always, lessons.german, GERMAN_SHARE)

    def measure(model: Joint) -> str:
        return str(dict(score_grammar_of(model, variants[0], lessons.dev)))

    model = english_network(shared, OWN_LAYERS, raw.labels)
    first = fit_english(model, variants, share, plan.first, measure, checkpoints / "english_first.pt")
    model.load_state_dict(first)
    unnamed = [number for number in lessons.trees if not lessons.all[number].names]
    taught = with_silver(model, variants[0], unnamed, SURE)
    again = [replace(read, lessons=taught) for read in variants]
    second = fit_english(model, again, share, plan.second, measure, checkpoints / "english_second.pt")
    model.load_state_dict(second)
    return model


def _first(raw: Raw, count: int) -> Raw:
    return replace(
        raw,
        trees=raw.trees[:count],
        trees_dev=raw.trees_dev[:count],
        names=raw.names[:count],
        german=raw.german[:count],
    )


def _facts(raw: Raw) -> dict[str, Any]:
    return {
        "sentences": {
            "trees": len(raw.trees),
            "names": len(raw.names),
            "annotated": len(raw.annotated),
            "german": len(raw.german),
        },
        "torch": torch.__version__,
        "python": platform.python_version(),
    }


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m core.training.english", description=main.__doc__)
    files: dict[str, Any] = {"type": Path, "nargs": "+", "required": True}
    parser.add_argument("--treebank", help="English CoNLL-U files to train on", **files)
    parser.add_argument("--treebank-dev", help="those to measure by", **files)
    parser.add_argument("--names", help="English files of Universal NER to train on", **files)
    parser.add_argument("--germeval", help="files of GermEval 2014 to train on", **files)
    parser.add_argument(
        "--annotated", type=Path, default=ANNOTATED, help="names in sentences of the treebank (default: ours)"
    )
    parser.add_argument("--model", type=Path, default=GERMAN, help="the German folder (default: the bundled)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the pipeline, beside the German")
    parser.add_argument("--checkpoints", type=Path, default=Path("build/training"))
    parser.add_argument("--rehearse", action="store_true", help="few sentences; gives a useless model")
    parser.add_argument("--threads", type=int, default=Plan().first.threads)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
