"""What programs say in a process that has just begun: those that begin alike share their beginning, nothing else."""

import os
import subprocess
import sys
from collections.abc import Sequence

APART = "\0"
"""What stands behind the words of each program."""
EACH_IN_A_CHILD = """
import os, sys
for code in sys.argv[1:]:
    child = os.fork()
    if not child:
        exec(code, globals())
        sys.stdout.flush()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, code
    sys.stdout.write("\\0")
    sys.stdout.flush()
"""


def said_by(*programs: str, after: str = "") -> list[str]:
    """What each program writes, run in a process that has done `after` and nothing of the others.

    Where a process can be doubled, `after` is done once for all of them.
    """
    if not hasattr(os, "fork"):
        return [_run(f"{after}\n{program}") for program in programs]
    return [said.strip() for said in _run(after + EACH_IN_A_CHILD, programs).split(APART)[:-1]]


def _run(code: str, arguments: Sequence[str] = ()) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip("\n")
