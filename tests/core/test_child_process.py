"""A module in a process of its own: what it answers, how it ends, and that it ends with who asked it."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import core
from core.child_process import Child, ask_child


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a module `answering` that a child can find."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path / "answering.py"


async def test_a_question_goes_over_as_json_and_the_answer_comes_back(module: Path) -> None:
    module.write_text("import json, sys\njson.dump([json.load(sys.stdin)], sys.stdout)\n")
    reply = await ask_child("answering", {"text": "Ä „x“\x1b 🙂"})
    assert reply.status == 0
    assert json.loads(reply.output) == [{"text": "Ä „x“\x1b 🙂"}]


async def test_a_child_that_never_reads_a_long_question_tells_what_went_wrong(module: Path) -> None:
    module.write_text("import sys\nsys.exit('no memory left')\n")
    reply = await ask_child("answering", "x" * 1_000_000)
    assert reply.status == 1
    assert reply.complaints.strip() == b"no memory left"
    assert reply.output == b""


async def test_a_child_that_ends_after_it_has_closed_its_streams_ends_by_itself(module: Path) -> None:
    module.write_text(
        "import os, sys, time\n"
        "sys.stdin.read(), os.write(1, b'1'), os.write(2, b'heard\\n')\n"
        "os.close(1), os.close(2), time.sleep(0.3), os._exit(3)\n"
    )
    reply = await ask_child("answering", None, lambda line: line == b"heard\n")
    assert (reply.status, reply.output, reply.complaints) == (3, b"1", b"")


async def test_the_folder_one_is_in_lends_the_child_no_module(
    module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module.write_text("import core\nprint(core.__file__)\n")
    here = tmp_path / "here"
    (here / "core").mkdir(parents=True)
    (here / "core" / "__init__.py").touch()
    monkeypatch.chdir(here)
    reply = await ask_child("answering", None)
    assert Path(reply.output.decode().strip()) == Path(str(core.__file__))


async def test_cancelling_ends_the_child(module: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    module.write_text(
        f"import os, time\nopen({str(told)!r}, 'w').write(f'{{os.getpid()}}.')\ntime.sleep(60)\n"
    )
    task = asyncio.create_task(ask_child("answering", None))
    while not (told.exists() and told.read_text().endswith(".")):
        await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text().rstrip(".")), 0)


ECHO = """
import sys
for number, line in enumerate(sys.stdin):
    if "end" in line:
        break
    print(number, line.strip(), flush=True)
"""


async def test_one_child_answers_question_after_question_and_begins_anew_once_it_has_ended(
    module: Path,
) -> None:
    module.write_text(ECHO)
    child = Child("answering")
    assert await child.ask("a") == b'0 "a"\n'
    assert await child.ask("b" * 100_000) == b'1 "' + b"b" * 100_000 + b'"\n'
    assert await child.ask("end") is None
    assert await child.ask("c") == b'0 "c"\n'
    await child.end()


async def test_a_child_ends_with_the_question_that_is_cancelled(module: Path) -> None:
    module.write_text("import sys, time\nsys.stdin.readline()\ntime.sleep(60)\n")
    child = Child("answering")
    asking = asyncio.create_task(child.ask("a"))
    while child._process is None:
        await asyncio.sleep(0.01)
    process = child._process
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert process.returncode is not None


LEAVE_AT_ONCE = """
import asyncio
import sys

from core.child_process import ask_child


async def main() -> None:
    for _ in range(4):
        asking = asyncio.create_task(ask_child("answering", None))
        for _ in range(int(sys.argv[1])):
            await asyncio.sleep(0)


asyncio.run(main())
"""


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_program_that_ends_as_its_children_begin_does_end(module: Path, steps: int) -> None:
    module.write_text("import time\ntime.sleep(60)\n")
    environment = {
        **os.environ,
        "PYTHONPATH": f"{module.parent}{os.pathsep}{Path(core.__file__).parent.parent}",
    }
    command = [sys.executable, "-P", "-c", LEAVE_AT_ONCE, str(steps)]
    assert subprocess.run(command, env=environment, timeout=30).returncode == 0
