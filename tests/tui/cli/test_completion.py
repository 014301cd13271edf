"""Completions and the manual page, made from the parsers of the commands."""

import shutil
import subprocess

import pytest

from core.translation import ENGLISH, use_language
from tests.manual import manual
from tui.cli import COMMANDS, loaded, main
from tui.cli.completion import SHELLS, completions
from tui.cli.definitions import actions, command_line, parser_of, takes_file


@pytest.fixture(autouse=True)
def english():
    use_language(ENGLISH)


def options() -> set[str]:
    whole = command_line({name: loaded(name) for name in COMMANDS}, "read")
    return {option for _, action in actions(whole) for option in action.option_strings}


def test_every_command_has_a_parser_and_nothing_is_run(capsys):
    assert {parser_of(loaded(name)).prog.split()[0] for name in COMMANDS} == {"lesart"}
    assert capsys.readouterr() == ("", "")


def test_files_are_known_from_other_words():
    found = {action.dest: takes_file(action) for _, action in actions(parser_of(loaded("analyze")))}
    assert (found["sources"], found["out"]) == (True, True)
    assert not found["format"]
    assert not found["jobs"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_told_every_command_and_option(shell, capsys):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in script] == []
    # In fish, options are named without their dashes.
    assert [each for each in options() if each.lstrip("-") not in script] == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("lesart exp", "export"),
        ("lesart --pl", "--plain"),
        ("lesart keys --format ", "plain json"),
        ("lesart tags re", "rename"),
        ("lesart analyze letter.", "letter.txt"),
    ],
)
def test_bash_completes(line, found, tmp_path):
    (tmp_path / "letter.txt").write_text("Ein Brief.")
    ask = 'COMP_WORDS=($LINE); [ "${LINE% }" = "$LINE" ] || COMP_WORDS+=("");'
    ask += 'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _shtab_lesart; echo "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "-c", f"{completions('bash')}\n{ask}"],
        env={"LINE": line, "PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == found.split(), done.stderr


def test_the_manual_has_every_command_and_option():
    page = manual().replace("\\-", "-")
    assert page.startswith(".TH LESART")
    assert [name for name in COMMANDS if f"lesart {name}" not in page] == []
    assert [each for each in options() - {"-h", "--help"} if each not in page] == []
