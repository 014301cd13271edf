"""Where a copy goes: to the programs that are there, and to the terminal, which does not say whether it took it."""

from pathlib import Path

import pytest

from tui.services.clipboard import taken_by, takers

VARIABLES = ("WAYLAND_DISPLAY", "DISPLAY", "TMUX", "WSL_DISTRO_NAME")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Programs that write down their words and what they are given; no others are found, and no environment tells."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "bin").mkdir()

    def made(*names: str, refuses: str = "nothing") -> Path:
        for name in names:
            program = tmp_path / "bin" / name
            program.write_text(
                f'#!/bin/sh\ncase "$*" in *"{refuses}"*) exit 1;; esac\n'
                f'(echo "$0 $*"; cat) >> "{tmp_path}/taken"\n'
            )
            program.chmod(0o755)
        monkeypatch.setattr(
            "tui.services.clipboard.which",
            lambda name: str(tmp_path / "bin" / name) if name in names else None,
        )
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
        return tmp_path / "taken"

    return made


def test_a_program_is_used_only_where_its_window_system_is(programs, monkeypatch):
    programs("wl-copy", "xclip", "xsel", "tmux")
    assert takers() == ()
    monkeypatch.setenv("DISPLAY", ":0")
    assert takers() == ("xclip",)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert takers() == ("wl-copy",)


def test_tmux_takes_a_copy_beside_the_clipboard_of_the_system(programs, monkeypatch):
    programs("xsel", "tmux")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    assert takers() == ("tmux",)
    monkeypatch.setenv("DISPLAY", ":0")
    assert takers() == ("xsel", "tmux")


def test_what_is_copied_reaches_the_program_as_it_is(programs):
    taken = programs("xclip")
    assert taken_by("xclip", "Größe „zwölf“\nzweite Zeile")
    assert taken.read_text().partition("-selection clipboard\n")[2] == "Größe „zwölf“\nzweite Zeile"


def test_an_old_tmux_takes_it_too(programs):
    taken = programs("tmux", refuses="-w")
    assert taken_by("tmux", "Hafen")
    assert taken.read_text().endswith("tmux load-buffer -\nHafen")


def test_a_program_that_fails_or_is_gone_took_nothing(programs):
    programs("xsel", refuses="--input")
    assert not taken_by("xsel", "Hafen")
    assert not taken_by("wl-copy", "Hafen")
