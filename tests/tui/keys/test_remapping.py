"""Every command can be given another key in the key file, and answers to that one alone then."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.keys.scenario import Scene, Stage
from tests.tui.keys.scenes import SCENES
from tui.config.keyfile import check_keys, read_keys
from tui.keymap import BY_ID, COMMANDS, keys_of

LETTERS = [letter for letter in map(chr, range(0x100, 0x2AF)) if letter.isalpha()]
OTHERS = {command.id: letter for command, letter in zip(COMMANDS, LETTERS, strict=False)}
"""For every command a letter that none has."""

PLAYED = (
    "article.page-down",
    "article.select",
    "article.widen",
    "next-name",
    "tag-again",
    "go-quotes",
    "list-kind",
    "filter-keep",
    "map-last",
    "search-accept",
    "tags-keep",
    "note-save",
    "help-page-down",
    "export-leave",
    "correct-label",
    "choice-take",
    "naming-keep",
    "history-drop",
    "card-section",
    "library-search",
    "changes-next",
    "tag-list-delete",
    "confirm-yes",
)


def test_every_command_is_given_another_key_in_the_key_file(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text("".join(f'"{id}" = "{letter}"\n' for id, letter in OTHERS.items()), encoding="utf-8")
    own, complaints = read_keys(file)
    assert complaints == ()
    assert own == OTHERS
    assert own.keys() == BY_ID.keys()


@pytest.mark.parametrize("scene", [each for each in SCENES if each.id in PLAYED], ids=lambda each: each.id)
def test_the_other_key_does_it_and_the_usual_one_no_more(play: Callable[..., None], scene: Scene) -> None:
    async def press(stage: Stage) -> None:
        (key,) = keys_of(scene.id, stage.own)
        held = stage.app.screen.active_bindings
        assert held[key].binding.id == scene.id
        for usual in BY_ID[scene.id].key_list:
            assert usual not in held or held[usual].binding.id not in BY_ID
        await stage.press(key)

    play(scene, press, OTHERS)


@pytest.mark.parametrize("id", BY_ID)
def test_what_is_wrong_is_said_of_the_command_it_is_wrong_with(id: str) -> None:
    own, complaints = check_keys({id: "escpae", f"{id}s": "f5"})
    assert own == {}
    assert complaints == (
        f"“{id}”: there is no key “escpae” (perhaps “escape”?).",
        f"There is no command “{id}s” (perhaps “{id}”?).",
    )
