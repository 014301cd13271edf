"""A command as a script meets it, run in this process: what it writes, and its exit status.

A process of its own would load the language model anew, which takes a hundred times as long as the command. What only
a process shows is tested with one in `test_command_line` and `test_streams`.
"""

import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tui.cli import main


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left."""

    returncode: int
    stdout: str
    stderr: str


def run(home: Path, *words: str, given: str | None = None) -> Done:
    """Run `lesart` with its home in a folder, and `given` as its input."""
    streams = {"stdin": BytesIO((given or "").encode()), "stdout": BytesIO(), "stderr": BytesIO()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LESART_HOME", str(home))
        for name, content in streams.items():
            patch.setattr(sys, name, TextIOWrapper(content, encoding="utf-8", write_through=True))
        patch.setattr(sys, "argv", ["lesart", *words])
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
        written = {name: streams[name].getvalue().decode() for name in ("stdout", "stderr")}
        return Done(status, **written)
