"""The table of keys: complete, without clashes, and typed without AltGr."""

import pytest
from textual.keys import Keys

from core.translation import use_language
from tui.config.keyfile import check_keys, clashes, faults_told, read_keys
from tui.keymap import BY_ID, COMMANDS, PLACE_NAMES, PLACES, bindings, keys_of, shown

ALTGR = {
    "left_square_bracket",
    "right_square_bracket",
    "left_curly_bracket",
    "right_curly_bracket",
    "backslash",
    "at",
    "commercial_at",
    "tilde",
    "vertical_line",
    *"[]{}\\@~|",
}
TYPED = {
    "slash",
    "exclamation_mark",
    "question_mark",
    "colon",
    "greater_than_sign",
    "less_than_sign",
    "full_stop",
    "comma",
    "plus",
    "minus",
    "number_sign",
    "semicolon",
    "left_parenthesis",
    "right_parenthesis",
    "equals_sign",
    "underscore",
    "asterisk",
    "ampersand",
}
PLAIN = {key.value for key in Keys} | TYPED | {"space", "enter", "tab", "backspace"}


def test_every_place_has_a_name():
    assert set(PLACE_NAMES) == set(PLACES)


def test_ids_are_unique():
    assert len(BY_ID) == len(COMMANDS)


def test_no_two_commands_that_hold_together_share_a_key():
    own = [command for command in COMMANDS if command.place != "article"]
    assert list(clashes(own, {command.id: command.keys for command in own})) == []


def test_the_keys_of_the_text_view_leave_those_of_the_reader_free():
    text = {key for command in COMMANDS if command.place == "article" for key in command.key_list}
    reader = {key for command in COMMANDS if command.place in ("text", "reader") for key in command.key_list}
    assert text & reader == {"escape"}, "Esc lets go of the selection first, then of the target"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_typed_and_says_what_it_does(command):
    assert command.place in PLACES
    assert len(command.tooltip) > 4
    for key in command.key_list:
        base = key.split("+")[-1]
        assert base not in ALTGR
        assert len(base) == 1 or base in PLAIN
        assert not key.startswith(("alt+", "ctrl+shift+"))


def test_no_command_needs_a_function_or_control_enter_key():
    for command in COMMANDS:
        assert set(command.key_list) - {"ctrl+enter", "f2"}


def test_every_binding_carries_id_and_tooltip():
    for place in PLACES:
        if place == "article":
            continue
        for binding in bindings(place):
            assert binding.id
            assert binding.tooltip


def test_keys_are_printed_as_people_call_them():
    assert [shown(key) for key in ("ctrl+r", "question_mark", "escape", "f2", "N", "shift+tab", "j")] == [
        "Ctrl+R",
        "?",
        "Esc",
        "F2",
        "N",
        "Shift+Tab",
        "j",
    ]


@pytest.mark.parametrize(
    ("key", "character"),
    [
        ("minus", "-"),
        ("plus", "+"),
        ("underscore", "_"),
        ("at", "@"),
        ("backslash", "\\"),
        ("number_sign", "#"),
    ],
)
def test_signs_are_printed_as_signs(key, character):
    assert shown(key) == character


def test_labels_of_one_word_in_english_and_two_in_german_are_told_apart():
    use_language("de")
    assert [BY_ID[f"dossier-{side}"].label_shown for side in ("left", "right")] == ["links", "rechts"]
    assert BY_ID["confirm-place"].label_shown == "stimmt"


def test_own_keys_come_first():
    assert keys_of("tag", {"tag": "y,f5"}) == ("y", "f5")
    assert keys_of("tag", {}) == ("t",)


def test_good_lines_of_a_key_file_are_used():
    own, complaints = check_keys({"tag": "f5", "next-name": ["f6", "f7"], "search": "/", "keys": "?"})
    assert complaints == ()
    assert own == {"tag": "f5", "next-name": "f6,f7", "search": "slash", "keys": "question_mark"}


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"tga": "f6"}, "There is no command “tga” (perhaps “tag”?)."),
        ({"tag": "esc"}, "the key “esc” is called “escape” here."),
        ({"tag": "shift+y"}, "write “Y”"),
        ({"tag": "ctrl+i"}, "arrives as “tab” in most terminals"),
        ({"tag": "ctrl+m"}, "arrives as “enter” in most terminals"),
        ({"tag": "strg+y"}, "“strg” is no modifier"),
        ({"tag": "escpae"}, "there is no key “escpae” (perhaps “escape”?)."),
        ({"tag": ""}, "needs a key"),
        ({"tag": 7}, "needs a key"),
        ({"tag": "m"}, "m cannot be both “tag” and “note”"),
    ],
)
def test_bad_lines_are_named_and_left_out(table, said):
    own, complaints = check_keys(table)
    assert own == {}
    assert len(complaints) == 1
    assert said in complaints[0]


def test_two_keys_may_change_places():
    own, complaints = check_keys({"tag": "m", "note": "t"})
    assert complaints == ()
    assert own == {"tag": "m", "note": "t"}


async def test_keys_that_changed_places_do_so_in_the_running_reader(reading, tmp_path):
    (tmp_path / "keys.toml").write_text('next-quote = "e"\nnext-name = "c"\n', encoding="utf-8")
    async with reading(config=tmp_path) as reader:
        assert reader.said == []
        await reader.press("e")
        assert reader.words.startswith("quote 1 of 3")
        await reader.press("c")
        assert reader.words.startswith("name ")


def test_the_same_key_may_serve_in_places_that_never_hold_together():
    own, complaints = check_keys({"list-order": "f6", "help-leave": "f6"})
    assert complaints == ()
    assert own == {"list-order": "f6", "help-leave": "f6"}


def test_a_clash_leaves_the_other_lines_standing():
    own, complaints = check_keys({"tag": "m", "undo": "f6"})
    assert own == {"undo": "f6"}
    assert len(complaints) == 1


def test_a_missing_key_file_is_no_fault(tmp_path):
    assert read_keys(tmp_path / "keys.toml") == ({}, ())


def test_a_key_file_that_is_no_toml_is_said_in_one_sentence(tmp_path):
    path = tmp_path / "keys.toml"
    path.write_text("tag = \n", encoding="utf-8")
    own, complaints = read_keys(path)
    assert own == {}
    assert "could not be read" in complaints[0]


def test_a_key_file_may_write_the_dotted_names_of_the_text_view_bare(tmp_path):
    path = tmp_path / "keys.toml"
    path.write_text('article.line-down = "f6"\ntag = "f7"\n', encoding="utf-8")
    assert read_keys(path) == ({"article.line-down": "f6", "tag": "f7"}, ())


def test_a_fault_has_the_marks_of_the_language_all_through():
    use_language("de")
    _own, (complaint,) = check_keys({"note": "strg+m"})
    assert complaint.startswith("„note“: „strg“")


def test_two_faults_are_told_and_more_are_counted():
    assert faults_told(["a", "b"]) == ["a", "b"]
    (told,) = faults_told(["a", "b", "c"])
    assert told == "3 faults in keys.toml and settings.toml: “lesart doctor” names them."
