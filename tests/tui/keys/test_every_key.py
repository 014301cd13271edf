"""Every key of the table does what it says: a scene for every command, played once with each of its keys."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.tui.keys.scenes import SCENES
from tests.tui.keys.stage import Scene
from tui.keymap import BY_ID

Play = Callable[[Scene, str], None]


def test_there_is_one_scene_for_every_command() -> None:
    assert Counter(scene.id for scene in SCENES) == Counter(list(BY_ID))


@pytest.mark.parametrize(
    ("scene", "key"),
    [
        pytest.param(scene, key, id=f"{scene.id} {key}")
        for scene in SCENES
        for key in BY_ID[scene.id].key_list
    ],
)
def test_key(play: Play, scene: Scene, key: str) -> None:
    play(scene, key)
