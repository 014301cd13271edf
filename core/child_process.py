"""A module of this program run in a Python process of its own: asked once as JSON, and answering once.

What holds the interpreter for long stretches, or works on whatever a server sends, cannot stall a screen from there; it
can be stopped at any moment, and its memory is given back when it ends.
"""

import asyncio
import json
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """What a child that ended left behind."""

    status: int
    """Zero where all went well."""
    output: bytes
    """What it wrote to standard output: JSON, where all went well."""
    complaints: bytes
    """What it wrote to standard error."""


async def ask_child(module: str, question: object) -> Reply:
    """What `python -m module` makes of a question, which it reads as JSON. Cancelling ends the child.

    The child has the environment and the working folder of this process.
    """
    # -P keeps the folder the reader happens to be in from lending its own "core" to the child.
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, complaints = await child.communicate(json.dumps(question).encode("ascii"))
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return Reply(await child.wait(), output, complaints)
