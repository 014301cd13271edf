"""`lesart serve`: for this machine, for whoever has the key, in a real browser."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from core.locations import ASSETS
from tui.cli import main
from tui.cli.serve import MISSING, _is_loopback

PATIENCE = 60
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running server that shows the sample article, and where its reader keeps things."""
    home = tmp_path / "home"
    article = tmp_path / "bruecke.txt"
    article.write_text("Brückensperrung\n\nDie Brücke bleibt zu, sagte Ada Lind.\n", encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")},
        "LESART_HOME": str(home),
        "PYTHONPATH": str(ASSETS.parent),
    }
    command = [sys.executable, "-P", "-m", "tui.cli", "serve", str(article), "--port", str(free_port())]
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert server.stdout is not None
    line = server.stdout.readline()
    assert line.startswith("Lesart is at http://127.0.0.1:"), line
    yield line.split()[-1], home
    server.terminate()
    server.wait(PATIENCE)


def status_of(url: str) -> int:
    """How the server answers."""
    from urllib.error import HTTPError

    try:
        with urlopen(url, timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_only_who_has_the_key_gets_page_and_program(served):
    address, home = served
    parts = urlsplit(address)
    root = f"http://{parts.netloc}"
    assert status_of(address) == 200
    assert status_of(f"{root}/") == 403
    assert status_of(f"{root}/?key=guess") == 403
    assert status_of(f"{root}/ws?key=guess") == 403
    assert not home.exists(), "nobody without the key starts the program"


def test_nothing_is_fetched_from_elsewhere():
    page = (ASSETS / "browser" / "index.html").read_text(encoding="utf-8")
    assert "http:" not in page.replace("/^http/", "")
    assert "https:" not in page


def test_the_program_draws_the_article(served):
    import aiohttp

    address, _ = served
    parts = urlsplit(address)

    async def first_words() -> bytes:
        seen = b""
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"ws://{parts.netloc}/ws?{parts.query}&width=80&height=24") as socket,
        ):
            end = time.monotonic() + PATIENCE
            while "Brückensperrung".encode() not in seen and time.monotonic() < end:
                message = await socket.receive(timeout=PATIENCE)
                if message.type is aiohttp.WSMsgType.BINARY:
                    seen += message.data
                elif message.type is not aiohttp.WSMsgType.TEXT:
                    break
        return seen

    assert "Brückensperrung".encode() in asyncio.run(first_words())


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
def test_a_browser_opens_the_article(served, tmp_path):
    address, home = served
    assert BROWSER is not None
    browser = subprocess.Popen(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--enable-unsafe-swiftshader",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--remote-debugging-port=0",
            address,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + PATIENCE
        while not list(home.glob("library/**/*.json")) and time.monotonic() < end:
            time.sleep(0.2)
        filed = "".join(path.read_text(encoding="utf-8") for path in home.glob("library/**/*.json"))
        assert "Brückensperrung" in filed, "the reader in the browser never opened the article"
    finally:
        browser.terminate()
        browser.wait(PATIENCE)


def test_a_port_in_use_is_said(capsys):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        assert main(["serve", "--port", str(one.getsockname()[1])]) == 1
    assert "Cannot listen on 127.0.0.1, port" in capsys.readouterr().err


def test_without_the_package_it_says_how_to_get_it(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    monkeypatch.delitem(sys.modules, "tui.services.browser", raising=False)
    assert main(["serve"]) == 1
    assert capsys.readouterr().err == f"lesart: {MISSING}\n"


def test_a_source_that_cannot_be_read_is_said_before_anything_is_served(capsys):
    assert main(["serve", "no-such-file.txt"]) == 1
    assert "no-such-file.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("example.org", False)],
)
def test_what_is_this_machine(host, here):
    assert _is_loopback(host) is here
