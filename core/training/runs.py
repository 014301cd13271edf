"""The runs one after another, each from the weights of earlier ones; those that ended before are taken up."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch

from core.training.e5 import E5File
from core.training.germeval import LABELS
from core.training.grammar import Inventory
from core.training.joint import fit_jointly
from core.training.joint_network import Joint
from core.training.learning import TASK, Material, evaluate, fit, mean_state
from core.training.lessons import Annotated, Lessons, Taught
from core.training.network import Tagger, encoder_from_e5
from core.training.recipe import Recipe
from core.training.recipes import Mean, Plan, Run
from core.training.scoring import MICRO
from core.training.silver import consult
from core.training.stages import Stages, State

_SPEECH = "speech."


@dataclass(frozen=True)
class Untrained:
    """What the network is made of before anything is learnt: its encoder, and what the grammar heads tell apart."""

    encoder: E5File
    labels: Inventory


@dataclass(frozen=True)
class Names:
    """What the runs on names alone ended with."""

    runs: Sequence[State]
    best: State
    """The best of the runs and of their mean."""


def train_names(file: E5File, lessons: Lessons, recipes: Sequence[Recipe], stages: Stages) -> Names:
    """Train on names alone, once a recipe.

    Runs from the same start often lie in one basin, and their mean is then better than each (Wortsman et al. 2022,
    "Model soups").
    """
    material = Material(lessons.vectors, lessons.names, lessons.names_dev)
    states = [
        stages.run(
            f"names{number}",
            dataclasses.asdict(recipe),
            (),
            partial(fit, new_tagger(file), material, recipe),
        )
        for number, recipe in enumerate(recipes, start=1)
    ]
    candidates = [*states, mean_state(states)] if len(states) > 1 else states
    tagger, scores = new_tagger(file), []
    for number, state in enumerate(candidates, start=1):
        tagger.load_state_dict(state)
        scores.append(evaluate(tagger, material.vectors, material.dev)[MICRO].f1)
        name = f"run {number}" if number <= len(states) else "mean of the runs"
        print(f"{name}: F1 {100 * scores[-1]:.2f}")
    return Names(states, candidates[scores.index(max(scores))])


def train_jointly(untrained: Untrained, lessons: Lessons, names: Names, plan: Plan, stages: Stages) -> Joint:
    """Train on everything together, run after run, and return the network with the weighted mean of all.

    The first run starts with the best weights for names.
    """
    ended: list[State] = []
    taught: Taught | None = None
    for number, run in enumerate(plan.joint, start=1):
        sources = {*run.start, *(place for mean in plan.teachers for place in mean if run.taught)}
        after = [f"joint{place + 1}" for place in sorted(sources)]
        if run.taught or not run.start:
            after += [f"names{n}" for n in range(1, len(names.runs) + 1)]
        settings = {
            "recipe": dataclasses.asdict(run.recipe),
            "shares": dataclasses.asdict(run.shares),
            "start": dict(run.start),
            "teachers": [dict(mean) for mean in plan.teachers if run.taught],
        }

        def fit_run(folder: Path, run: Run = run) -> State:
            nonlocal taught
            if run.taught and taught is None:
                taught = _teach(untrained, lessons, names, ended, plan)
            model = _mean(untrained, names, ended, run.start)
            return fit_jointly(model, lessons, run.recipe, run.shares, folder, taught if run.taught else None)

        state = stages.run(f"joint{number}", settings, after, fit_run)
        untaught = () if run.shares.speeches else (_SPEECH,)
        ended.append({name: value for name, value in state.items() if not name.startswith(untaught)})
    return _mean(untrained, names, ended, {place: run.weight for place, run in enumerate(plan.joint)})


def _teach(
    untrained: Untrained, lessons: Lessons, names: Names, ended: Sequence[State], plan: Plan
) -> Taught:
    """Have the teachers read all sentences to learn from."""
    namers = []
    for state in names.runs:
        namers.append(new_tagger(untrained.encoder))
        namers[-1].load_state_dict(state)
    ask = partial(
        consult,
        [_mean(untrained, names, ended, mean) for mean in plan.teachers],
        namers,
        vectors=lessons.vectors,
        bfloat16=plan.polish.bfloat16,
    )
    torch.set_num_threads(plan.polish.threads)
    kinds: tuple[Sequence[Annotated], ...] = (lessons.names, lessons.trees, lessons.speeches)
    return Taught(*(ask([(sentence.ids, sentence.firsts) for sentence in kind]) for kind in kinds))


def _mean(untrained: Untrained, names: Names, ended: Sequence[State], mean: Mean) -> Joint:
    """Return the network with a mean of runs, or before any with what was learnt of names."""
    model = new_joint(untrained.encoder, names.best, untrained.labels)
    some = {place: weight for place, weight in mean.items() if weight}
    if some:
        states = [ended[place] for place in some]
        model.load_state_dict(mean_state(states, list(some.values())), strict=False)
    return model


def new_tagger(file: E5File) -> Tagger:
    """Make an untrained tagger, always with the same head, so that runs from it can be averaged."""
    torch.manual_seed(1)
    return Tagger(encoder_from_e5(file), file.shape.width, {TASK: len(LABELS)})


def new_joint(file: E5File, names: State, labels: Inventory) -> Joint:
    """Make the network for all heads, its encoder and names as trained before, the other heads always the same."""
    tagger = new_tagger(file)
    tagger.load_state_dict(names)
    torch.manual_seed(1)
    return Joint(tagger, file.shape.width, labels)
