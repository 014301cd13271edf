"""The runs one after another, each from the weights of another; those that ended before are taken up."""

import dataclasses
from collections.abc import Sequence
from functools import partial

import torch

from core.training.e5 import E5File
from core.training.germeval import LABELS
from core.training.grammar import Inventory
from core.training.joint import Lessons, fit_jointly
from core.training.joint_network import Joint
from core.training.learning import TASK, Material, Recipe, evaluate, fit, mean_state
from core.training.network import Tagger, encoder_from_e5
from core.training.recipes import Plan
from core.training.scoring import MICRO
from core.training.sources import Raw
from core.training.stages import Stages, State

_SPEECH = "speech."


def train_names(file: E5File, lessons: Lessons, recipes: Sequence[Recipe], stages: Stages) -> State:
    """Train on names alone, once a recipe, and return the best of the runs and of their mean.

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
    return candidates[scores.index(max(scores))]


def train_jointly(raw: Raw, lessons: Lessons, names: State, plan: Plan, stages: Stages) -> Joint:
    """Train on everything together, run after run, and return the network with the weighted mean of all.

    `names` are the weights with which the first run starts.
    """
    ended: list[State] = []
    for number, run in enumerate(plan.joint, start=1):
        model = new_joint(raw.encoder, names, raw.labels)
        after = [f"joint{place + 1}" for place in run.start]
        if run.start:
            model.load_state_dict(mean_state([ended[place] for place in run.start]), strict=False)
        else:
            after = [f"names{n}" for n in range(1, len(plan.names) + 1)]
        settings = {
            "recipe": dataclasses.asdict(run.recipe),
            "shares": dataclasses.asdict(run.shares),
        }
        state = stages.run(
            f"joint{number}", settings, after, partial(fit_jointly, model, lessons, run.recipe, run.shares)
        )
        untaught = () if run.shares.speeches else (_SPEECH,)
        ended.append({name: value for name, value in state.items() if not name.startswith(untaught)})
    model = new_joint(raw.encoder, names, raw.labels)
    model.load_state_dict(mean_state(ended, [run.weight for run in plan.joint]))
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
