"""The two runs on more names, the second with a head of its own for our sentences."""

import copy
import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch

from core.training.further.plan import Plan, Run
from core.training.joint import fit_jointly
from core.training.joint_network import Joint
from core.training.learning import OWN, TASK, mean_state
from core.training.lessons import Annotated, Lessons, Taught
from core.training.silver import consult
from core.training.stages import Stages, State


def train_further(model: Joint, material: Lessons, plan: Plan, stages: Stages) -> Joint:
    """Train the shipped network and return the mean of what it was, and what it became.

    Our annotation differs from that of GermEval here and there, so in the second run it has a head of its own, which
    begins as the other. In the end the one head that is kept is a mean of both.
    """
    shipped = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    first = stages.run(
        "further1", dataclasses.asdict(plan.first), (), partial(_fit, model, material, plan.first)
    )
    model.load_state_dict(mean_state([shipped, first]))
    taught = partial(teach, copy.deepcopy(model), material, plan.second.recipe.bfloat16)
    model.load_state_dict(first)
    model.tagger.heads[OWN] = copy.deepcopy(model.tagger.heads[TASK])
    fit = partial(_fit, model, material, plan.second, teacher=taught)
    second = stages.run("further2", dataclasses.asdict(plan.second), ("further1",), fit)
    model.load_state_dict(mean_state([shipped, second], [1.0 - plan.weight, plan.weight]))
    keep_one_head(model, plan.own_head)
    return model


def keep_one_head(model: Joint, share: float) -> None:
    """Give the head for names the weighted mean of itself and the one for our sentences, which goes."""
    head, own = model.tagger.heads[TASK], model.tagger.heads[OWN]
    head.load_state_dict(mean_state([head.state_dict(), own.state_dict()], [1.0 - share, share]))
    del model.tagger.heads[OWN]


def teach(model: Joint, material: Lessons, bfloat16: bool) -> Taught:
    """What a network says of all sentences to learn from."""
    kinds: tuple[Sequence[Annotated], ...] = (material.names, material.trees, material.speeches)
    said = (
        consult([model], [], [(each.ids, each.firsts) for each in kind], material.vectors, bfloat16)
        for kind in kinds
    )
    return Taught(*said)


def _fit(
    model: Joint, material: Lessons, run: Run, folder: Path, teacher: partial[Taught] | None = None
) -> State:
    torch.set_num_threads(run.recipe.threads)
    taught = teacher() if teacher else teach(model, material, run.recipe.bfloat16)
    return fit_jointly(model, material, run.recipe, run.shares, folder, taught)
