"""Messages in German and English: the language chosen, and the catalogue."""

import os

import pytest

from core import translation
from core.translation import N_, _, choose_language, language_of, ngettext, pgettext, use_language


@pytest.mark.parametrize(
    ("wanted", "environment", "language"),
    [
        ("auto", {}, "en"),
        ("auto", {"LANG": "de_DE.UTF-8"}, "de"),
        ("auto", {"LANG": "de_AT@euro"}, "de"),
        ("auto", {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ("auto", {"LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ("auto", {"LANG": "en_GB.UTF-8", "LANGUAGE": "de"}, "de"),
        ("auto", {"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ("auto", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("auto", {"LANG": "tlh"}, "en"),
        ("auto", {"LANG": "C"}, "en"),
        ("auto", {"LANG": "C.UTF-8"}, "en"),
        ("auto", {"LC_ALL": "C", "LANGUAGE": "de"}, "en"),
        ("auto", {"LANG": "", "LANGUAGE": ""}, "en"),
        ("de", {"LC_ALL": "C"}, "de"),
        ("en", {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_setting_decides_and_then_the_environment_as_in_gettext(wanted, environment, language):
    assert choose_language(wanted, environment) == language


def test_messages_are_as_written_until_a_language_is_chosen():
    assert _("Cannot write the output: {reason}.") == "Cannot write the output: {reason}."
    assert (ngettext("one", "many", 1), ngettext("one", "many", 2)) == ("one", "many")
    assert pgettext("command", "Open") == N_("Open") == "Open"


def test_messages_are_german_once_german_is_chosen():
    use_language("de")
    assert _("Cannot write the output: {reason}.") == "Ausgabe nicht geschrieben: {reason}."
    assert _("") == ""
    assert _("of no catalogue") == "of no catalogue"
    assert ngettext("{n} of no catalogue", "{n} of none", 2) == "{n} of none"
    use_language("tlh")
    assert _("Cannot write the output: {reason}.") == "Cannot write the output: {reason}."


def test_child_processes_speak_the_language_of_the_program(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    use_language("de")
    assert language_of(os.environ) == "de"
    use_language("en")
    assert language_of(os.environ) == "en"


def test_a_language_that_is_chosen_already_leaves_the_environment_alone(monkeypatch):
    monkeypatch.delenv("LANGUAGE")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    use_language("de")
    assert "LANGUAGE" not in os.environ


def test_english_needs_no_catalogue():
    use_language("en")
    assert translation._catalogue is None
