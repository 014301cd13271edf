"""Run a module of this program in a Python process of its own, with one question and one answer as JSON.

Code that holds the interpreter lock for long periods, or handles whatever a server sends, cannot block the screen from
there; it can be stopped at any moment, and its memory is released when it ends.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_LONGEST = 1 << 28
"""Bytes of the longest answer that a child may give."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The result of a child process that has ended."""

    status: int
    """Zero on success."""
    output: bytes
    """What it wrote to standard output: JSON, on success."""
    complaints: bytes
    """What it wrote to standard error."""


def ask_child_and_wait(module: str, question: object, seconds: float) -> Reply | None:
    """Run `python -m module` as `ask_child` does, for at most a number of seconds; None if that was not enough."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", module],
            input=json.dumps(question).encode("ascii"),
            capture_output=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return None
    return Reply(done.returncode, done.stdout, done.stderr)


async def ask_child(module: str, question: object, heard: Callable[[bytes], bool] | None = None) -> Reply:
    """Run `python -m module` with a question as JSON on its standard input. Cancelling ends the child.

    `heard` is given each line of its standard error as it comes, and tells whether that was for it; the others are
    complaints. The child inherits the environment and the working folder of this process.
    """
    # -P prevents the child from importing a "core" package in the current folder.
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=_LONGEST,
    )
    try:
        output, complaints = await _talk(child, json.dumps(question).encode("ascii"), heard)
        status = await child.wait()
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return Reply(status, output, complaints)


async def _talk(
    child: asyncio.subprocess.Process, question: bytes, heard: Callable[[bytes], bool] | None
) -> tuple[bytes, bytes]:
    """What a child answers, and what it complains about."""
    if heard is None:
        return await child.communicate(question)
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    reading = asyncio.ensure_future(child.stdout.read())
    try:
        with suppress(ConnectionError):  # It has ended; why, it says below.
            child.stdin.write(question)
            await child.stdin.drain()
        child.stdin.close()
        complaints = [line async for line in child.stderr if not heard(line)]
        return await reading, b"".join(complaints)
    finally:
        reading.cancel()


class Child:
    """A module that runs in a Python process of its own and answers one question after the other, a line of JSON each.

    The process begins with the first question, and again after it has ended.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._command = (sys.executable, "-P", "-m", module, *arguments)
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, question: object) -> bytes | None:
        """The answer to a question; None if the process ended without one. Cancelling ends the process."""
        process = self._process
        if process is None or process.returncode is not None:
            process = self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=_LONGEST,
            )
        assert process.stdin is not None
        assert process.stdout is not None
        answer = b""
        try:
            process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
            await process.stdin.drain()
            answer = await process.stdout.readline()
        except (ConnectionError, ValueError):
            pass  # It has ended, or wrote more than any answer has.
        finally:
            if not answer.endswith(b"\n"):
                await self.end()
        return answer or None

    async def end(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
