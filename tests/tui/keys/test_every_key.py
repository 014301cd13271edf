"""Every command of the table does what it says when its key is pressed: a scene for each."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.tui.keys.scenario import Scene, Stage
from tests.tui.keys.scenes import SCENES
from tui.keymap import BY_ID


def test_there_is_one_scene_for_every_command() -> None:
    assert Counter(scene.id for scene in SCENES) == Counter(list(BY_ID))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_key(play: Callable[..., None], scene: Scene) -> None:
    first, *others = BY_ID[scene.id].key_list

    async def press(stage: Stage) -> None:
        """Press the first key, and see that the others would do the same."""
        held = stage.app.screen.active_bindings
        assert {key: held[key].binding.id for key in (first, *others)} == dict.fromkeys(
            (first, *others), scene.id
        )
        await stage.press(first)

    play(scene, press)
