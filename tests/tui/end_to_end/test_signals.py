"""Signals in a real pseudo-terminal: the terminal is left in order, and what was typed is kept."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

from core.locations import ASSETS
from tests.tui.analysed import keep_analysis

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

PATIENCE = 60
LEFT = b"\x1b[?1049l", b"\x1b[?25h"
"""Sent when the alternate screen is left and the cursor is shown again."""


@pytest.fixture
def program(tmp_path: Path):
    keep_analysis(tmp_path)
    environment = {
        **os.environ,
        "LESART_HOME": str(tmp_path),
        "PYTHONPATH": str(ASSETS.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    spawned = pexpect.spawn(
        sys.executable,
        ["-P", "-m", "tui.cli", "demo"],
        env=environment,
        dimensions=(40, 120),
        timeout=PATIENCE,
    )
    spawned.expect(b" names, ")
    yield spawned
    spawned.close(force=True)


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_an_end_from_outside_keeps_the_draft_and_leaves_the_terminal_clean(
    program, ending, tmp_path: Path
) -> None:
    program.send("M")
    program.expect(b"Your note|Note on")
    program.send("halbfertig")
    program.expect(b"fertig")
    number = getattr(signal, ending)
    os.kill(program.pid, number)
    program.expect(pexpect.EOF)
    for sequence in LEFT:
        assert sequence in program.before
    program.wait()
    assert program.exitstatus == 128 + number
    drafts = list(tmp_path.glob("**/drafts/*.json"))
    assert any("halbfertig" in draft.read_text(encoding="utf-8") for draft in drafts)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ctrl_z_stops_it_until_the_shell_goes_on_with_it(program) -> None:
    def state() -> str:
        return Path(f"/proc/{program.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]

    program.send("\x1a")
    program.expect_exact(LEFT[0])
    end = time.monotonic() + PATIENCE
    while state() != "T" and time.monotonic() < end:
        time.sleep(0.05)
    assert state() == "T"
    os.kill(program.pid, signal.SIGCONT)
    program.expect_exact(b"\x1b[?1049h")
    program.send("\x1b[24~")
    program.expect(pexpect.EOF)
    program.wait()
    assert program.exitstatus == 0


def test_it_ends_when_its_terminal_goes_away(program, tmp_path: Path) -> None:
    program.send("M")
    program.expect(b"Your note|Note on")
    program.send("halbfertig")
    program.expect(b"fertig")
    os.close(program.child_fd)
    program.closed = program.ptyproc.closed = True
    end = time.monotonic() + PATIENCE
    while program.isalive() and time.monotonic() < end:
        time.sleep(0.05)
    assert not program.isalive()
    drafts = list(tmp_path.glob("**/drafts/*.json"))
    assert any("halbfertig" in draft.read_text(encoding="utf-8") for draft in drafts)


def test_it_ends_when_the_server_does_that_shows_it_in_a_browser(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "LESART_HOME": str(tmp_path),
        "PYTHONPATH": str(ASSETS.parent),
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
    }
    command = [sys.executable, "-P", "-m", "tui.cli", "demo"]
    running = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    )
    try:
        assert running.stdin is not None
        assert running.stdout is not None
        shown = b""
        while b"Hafen" not in shown and (more := running.stdout.read(4096)):
            shown += more
        assert b"Hafen" in shown
        running.stdin.close()
        running.stdout.close()
        running.wait(PATIENCE)
    finally:
        running.kill()
        running.wait()
