"""The guard sees what it must, in Python and below it, and lets the rest be."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.guard import Guard, obstacle

NATIVE_WRITE = "import ctypes; ctypes.CDLL(None).creat(b'elsewhere', 0o600)"
NATIVE_LOOKUP = (
    "from ctypes import *; CDLL(None).getaddrinfo(b'lesart.invalid', b'443', None, byref(c_void_p()))"
)
DATAGRAM = "import socket; socket.socket(type=socket.SOCK_DGRAM)"


@pytest.fixture(autouse=True, scope="module")
def _guarded() -> None:
    if (why := obstacle()) is not None:
        pytest.skip(why)


def breaches(tmp_path: Path, code: str) -> list[str]:
    """What a Python program is refused that may write in `own` and stands in `tmp_path`."""
    (tmp_path / "own").mkdir()
    with Guard(tmp_path / "own") as guard:
        command = guard.command(sys.executable, "-I", "-B", "-c", code)
        subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
        return guard.breaches


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("import socket; socket.create_connection(('192.0.2.1', 443))", "connect 192.0.2.1 port 443"),
        (
            "import socket; socket.socket(socket.AF_INET6).connect(('2001:db8::1', 1))",
            "connect 2001:db8::1 port 1",
        ),
        ("import socket; socket.socket().connect(('127.0.0.53', 53))", "connect 127.0.0.53 port 53"),
        ("import socket; socket.socket().bind(('0.0.0.0', 0))", "bind 0.0.0.0 port 0"),
        (f"{DATAGRAM}.sendto(b'', ('192.0.2.1', 9))", "sendto 192.0.2.1 port 9"),
        (f"{DATAGRAM}.sendmsg([b''], [], 0, ('192.0.2.1', 9))", "sendmsg 192.0.2.1 port 9"),
        (
            "import socket; socket.socket(socket.AF_UNIX).connect('/run/nscd/socket')",
            "connect /run/nscd/socket",
        ),
        (NATIVE_LOOKUP, "connect "),
        (NATIVE_WRITE, "/elsewhere"),
        ("open('elsewhere', 'w')", "/elsewhere"),
        ("import os; os.mkdir('elsewhere')", "/elsewhere"),
        (
            "import os; os.open('elsewhere', os.O_CREAT | os.O_RDWR, dir_fd=os.open('.', os.O_RDONLY))",
            "/elsewhere",
        ),
        ("import os; open('own/a', 'w'); os.rename('own/a', 'elsewhere')", "/elsewhere"),
        ("import os; os.symlink('..', 'own/out'); open('own/out/elsewhere', 'w')", "/elsewhere"),
        (
            "import subprocess, sys; subprocess.run([sys.executable, '-c', 'open(\"elsewhere\", \"w\")'])",
            "/elsewhere",
        ),
    ],
)
def test_what_leaves_is_refused_and_told(tmp_path, code, seen):
    told = breaches(tmp_path, code)
    assert told
    assert seen in told[0]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    "code",
    [
        "open('own/a', 'w').write('x'); open('own/a').read()",
        "import os; os.makedirs('own/b/c'); open('/dev/null', 'w')",
        "import asyncio; asyncio.run(asyncio.sleep(0))",
        "import socket; a = socket.create_server(('127.0.0.1', 0)); socket.create_connection(a.getsockname())",
        "import socket; a = socket.socket(socket.AF_INET6); a.bind(('::1', 0))",
    ],
)
def test_what_stays_goes_on(tmp_path, code):
    assert breaches(tmp_path, f"{code}; open('own/end', 'w')") == []
    assert (tmp_path / "own" / "end").exists()
