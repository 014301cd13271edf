"""A stage that stands for as long as the tests of keys run, and what is played on it."""

import os
from asyncio import Runner
from collections.abc import Awaitable, Callable, Iterator

import pytest

from tests.tui.frames import draw_now
from tests.tui.keys.scenario import Scene, Stage
from tests.tui.keys.shelf import fill
from tui.keymap import Keys


@pytest.fixture(scope="package")
def environment() -> Iterator[pytest.MonkeyPatch]:
    """Nothing is flushed to the disk, which these tests are not about."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda descriptor: None)
        yield patch


@pytest.fixture(scope="package")
def runner() -> Iterator[Runner]:
    """One loop and one context for all scenes: the program goes on from test to test."""
    with Runner() as runner:
        yield runner


@pytest.fixture(scope="package")
def stage(
    runner: Runner, environment: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The running program."""
    template = tmp_path_factory.mktemp("template")
    fill(template)
    folder = tmp_path_factory.mktemp("stage")
    environment.chdir(folder)
    stage = Stage(folder, environment, template)
    runner.run(stage.rise())
    yield stage
    runner.run(stage.fall())


@pytest.fixture
def play(runner: Runner, stage: Stage) -> Callable[..., None]:
    """Plays a scene by what is to do it, with the usual keys or the reader's own."""

    def play_scene(scene: Scene, how: Callable[[Stage], Awaitable[None]], own: Keys | None = None) -> None:
        try:
            runner.run(_play(stage, scene, how, own))
        except BaseException:
            runner.run(stage.rise_again())
            raise

    return play_scene


async def _play(
    stage: Stage, scene: Scene, how: Callable[[Stage], Awaitable[None]], own: Keys | None
) -> None:
    await stage.reset(scene, own)
    await stage.do(*scene.start)
    if stage.comes_first_to(scene):
        draw_now(stage.app)
    await stage.until(lambda: not scene.done(stage), "without what the key is to do")
    await how(stage)
    await stage.until(lambda: scene.done(stage), "done")
    draw_now(stage.app)
