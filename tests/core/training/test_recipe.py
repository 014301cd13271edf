"""How long a run lasts, and what a rehearsal leaves of it."""

import pytest

from core.training.english.plan import Plan
from core.training.recipe import Recipe


@pytest.mark.parametrize(("epochs", "stop", "last"), [(6, 0, 6), (9, 5, 5)])
def test_a_run_ends_early_only_if_it_is_told_to(epochs: int, stop: int, last: int) -> None:
    assert Recipe(epochs=epochs, stop=stop).last_epoch == last


def test_a_machine_changes_how_a_plan_is_carried_out_and_nothing_that_it_teaches() -> None:
    plan = Plan()
    here = plan.on(threads=7, bfloat16=False)
    assert {(run.threads, run.bfloat16) for run in (here.first, here.second)} == {(7, False)}
    assert here.on(plan.first.threads, plan.first.bfloat16) == plan


def test_a_rehearsal_is_an_epoch_a_run() -> None:
    plan = Plan()
    rehearsed = plan.rehearsed()
    assert (rehearsed.first.last_epoch, rehearsed.second.last_epoch) == (1, 1)
    assert rehearsed.first.encoder_rate == plan.first.encoder_rate
    assert rehearsed.second.head_rate == plan.second.head_rate
