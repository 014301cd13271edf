"""Run a module of this program in a Python process of its own, with one question and one answer as JSON.

Code that holds the interpreter lock for long periods, or handles whatever a server sends, cannot block the screen from
there; it can be stopped at any moment, and its memory is released when it ends.

Pipes are read and written by threads, not by asyncio: its processes never end where a task is cancelled while their
pipes are being connected (python/cpython#125502), as happens to whoever leaves right after opening an article.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

_LONGEST = 1 << 28
"""Bytes of the longest answer that a child may give."""
_GONE = 2.0
"""Seconds in which a killed child is gone, at the latest; nobody waits for it longer."""


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

    `heard` is given each line of its standard error as it comes, in the event loop, and tells whether that was for it;
    the others are complaints. The child inherits the environment and the working folder of this process.
    """
    loop = asyncio.get_running_loop()
    complaints: list[bytes] = []

    def take(line: bytes) -> None:
        if heard is None or not heard(line):
            complaints.append(line)

    child = _started(("-m", module), subprocess.PIPE)
    try:
        output = await _in_thread(
            lambda: _talk(child, json.dumps(question), lambda line: loop.call_soon_threadsafe(take, line))
        )
    finally:
        _kill(child)
    return Reply(child.returncode, output, b"".join(complaints))


def _started(arguments: tuple[str, ...], complaints: int) -> subprocess.Popen[bytes]:
    """A Python process that has begun, with pipes for question and answer."""
    # -P prevents the child from importing a "core" package in the current folder.
    command = (sys.executable, "-P", *arguments)
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End a child that has not ended by itself."""
    if child.poll() is None:
        child.kill()
        with suppress(subprocess.TimeoutExpired):
            child.wait(_GONE)


async def _in_thread(work: Callable[[], Result]) -> Result:
    """What `work` returns or raises, done in a thread of its own that keeps nobody from leaving."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def deliver(result: Result | None, error: Exception | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None only where work returns it

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except Exception as raised:
            error = raised
        with suppress(RuntimeError):  # The loop has ended: nobody waits any more.
            loop.call_soon_threadsafe(deliver, result, error)

    Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await done


def _talk(child: subprocess.Popen[bytes], question: str, take: Callable[[bytes], object]) -> bytes:
    """What a child answers until it ends; `take` is given each line of its standard error."""
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    answer: list[bytes] = []
    with child:
        output = child.stdout
        reading = Thread(target=lambda: answer.append(output.read()), daemon=True)
        reading.start()
        with suppress(OSError):  # It has ended; why, it says below.
            child.stdin.write(question.encode("ascii"))
        with suppress(OSError):
            child.stdin.close()
        for line in child.stderr:
            take(line)
        reading.join()
    return answer[0]


class Child:
    """A module that runs in a Python process of its own and answers one question after the other, a line of JSON each.

    The process begins with the first question, and again after it has ended.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._arguments = ("-m", module, *arguments)
        self._process: subprocess.Popen[bytes] | None = None

    async def ask(self, question: object) -> bytes | None:
        """The answer to a question; None if the process ended without one. Cancelling ends the process."""
        process = self._process
        if process is None or process.poll() is not None:
            process = self._process = _started(self._arguments, subprocess.DEVNULL)
        answer = b""
        try:
            answer = await _in_thread(lambda: _answer(process, json.dumps(question)))
        finally:
            if not answer.endswith(b"\n"):
                await self.end()
        return answer or None

    async def end(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            _kill(process)


def _answer(process: subprocess.Popen[bytes], question: str) -> bytes:
    """The line with which a process answers; without its end if it ended, or wrote more than any answer has."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(question.encode("ascii") + b"\n")
        process.stdin.flush()
        return process.stdout.readline(_LONGEST)
    except (OSError, ValueError):  # It has ended.
        return b""
