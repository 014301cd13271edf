"""Servers on this machine that are slow, break off, or send what they should not: each is given up in one sentence."""

import gzip
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from core.locations import ASSETS

PATIENCE = 120.0
"""Seconds after which a command that fetches one page has been too patient."""
PAGE = (
    "<html lang=de><head><title>Der Kai</title></head><body><article><h1>Der Kai bleibt zu</h1>"
    + "".join(
        f"<p>Der {each}. Abschnitt am Kai bleibt bis zum Herbst gesperrt, sagte Imke Brodersen am Montag im Rathaus, "
        f"denn dort liegen noch {each * 7} Kisten mit Steinen, die niemand haben will.</p>"
        for each in range(1, 10)
    )
    + "</article></body></html>"
).encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

Answer = Callable[[socket.socket, int], None]


def _drip(to: socket.socket, _port: int) -> None:
    for at in range(40):
        to.sendall((HEAD + b"\r\n" + PAGE)[at : at + 1])
        time.sleep(1)


ANSWERS: dict[str, Answer] = {
    "well": lambda to, _: to.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE),
    "nothing": lambda to, _: None,
    "reset": lambda to, _: to.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0"),
    "drip": _drip,
    "cut": lambda to, _: to.sendall(HEAD + b"Content-Length: 99999\r\n\r\n" + PAGE[:300]),
    "noise": lambda to, _: to.sendall(os.urandom(4000)),
    "long header": lambda to, _: to.sendall(HEAD + b"X: " + b"x" * 300_000 + b"\r\n\r\n" + PAGE),
    "many headers": lambda to, _: to.sendall(HEAD + b"X: y\r\n" * 20_000 + b"\r\n" + PAGE),
    "round": lambda to, port: to.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n\r\n" % port
    ),
    "to a file": lambda to, _: to.sendall(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n"),
    "bomb": lambda to, _: to.sendall(
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(10**9), 1)
    ),
    "no gzip": lambda to, _: to.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n" + PAGE),
    "endless": lambda to, _: [to.sendall(HEAD + b"\r\n"), *(to.sendall(PAGE * 50) for _ in range(4000))],
    "bad chunks": lambda to, _: to.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE),
    "error": lambda to, _: to.sendall(b"HTTP/1.1 503 \x1b[31mno\r\n\r\n"),
}


def hostile_servers(seed: int, home: Path) -> list[str]:
    """What went wrong with one page from each of the servers, in an order by chance."""
    faults: list[str] = []
    answers = list(ANSWERS)
    random.Random(seed).shuffle(answers)
    for name in answers:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            threading.Thread(target=_serve, args=(server, ANSWERS[name], port), daemon=True).start()
            faults += [f"{name}: {fault}" for fault in _ask(port, home, reads=name == "well")]
    print(f"servers: {len(answers)}, {len(faults)} faults", flush=True)
    return faults


def _serve(server: socket.socket, answer: Answer, port: int) -> None:
    while True:
        try:
            to, _ = server.accept()
        except OSError:
            return
        with to:
            try:
                to.settimeout(PATIENCE)
                to.recv(65536)
                answer(to, port)
            except OSError:
                pass


def _ask(port: int, home: Path, *, reads: bool) -> list[str]:
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment |= {"LESART_HOME": str(home), "PYTHONPATH": str(ASSETS.parent)}
    command = [sys.executable, "-P", "-m", "tui.cli", "read", "--plain", f"http://127.0.0.1:{port}/"]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return [f"not given up within {PATIENCE:.0f} s"]
    if reads:
        return [] if "bleibt zu" in done.stdout else [f"not read: {done.stderr[-500:]}"]
    if "Traceback" in done.stderr or "\x1b" in done.stdout + done.stderr or done.returncode not in (0, 1):
        return [f"status {done.returncode}: {done.stderr[-1500:]!r}"]
    return []
