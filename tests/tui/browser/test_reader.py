"""`make test-browser`: the reader through `lesart serve`, in a Chromium without a window."""

import http.server
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyte
import pytest

from tests.tui.cli.test_serve import BROWSER, served  # noqa: F401 - a fixture

playwright = pytest.importorskip(
    "playwright.sync_api", reason="Playwright is not installed: make test-browser"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
]

PATIENCE = 30
TITLE = "Brückensperrung"


class Reader:
    """A page with a reader, seen through what its server sends to it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        page.on("websocket", self._watch)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _watch(self, socket: Any) -> None:
        size = dict(each.split("=") for each in urlsplit(socket.url).query.split("&"))
        self._screen.resize(int(size["height"]), int(size["width"]))
        socket.on("framereceived", self._received)
        socket.on("framesent", self._sent)

    def _received(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._stream.feed(frame)

    def _sent(self, frame: str | bytes) -> None:
        kind, *content = json.loads(frame)
        if kind == "resize":
            self._screen.resize(content[0]["height"], content[0]["width"])

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        return self._screen.columns, self._screen.lines

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def until(self, done: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, self.text
            self.page.wait_for_timeout(50)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(50)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as playing:
        chromium = playing.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, served: tuple[str, Path]) -> Iterator[Callable[[], Reader]]:  # noqa: F811
    """Opens the reader in a page of its own."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    readers: list[Reader] = []

    def open_one() -> Reader:
        reader = Reader(context.new_page())
        reader.page.goto(served[0])
        reader.until(lambda: TITLE in reader.text and "keys" in reader.text)
        reader.page.wait_for_selector(".xterm-helper-textarea:focus", state="attached")
        readers.append(reader)
        return reader

    yield open_one
    context.close()
    assert [error for reader in readers for error in reader.errors] == []


def kept(home: Path) -> list[tuple[list[str], str]]:
    """The tags and the note of everything that was annotated."""
    return [
        (each["tags"], each["note"])
        for path in home.glob("library/annotations/*.json")
        for each in json.loads(path.read_text("utf-8"))["annotations"].values()
    ]


def test_an_article_is_read_tagged_and_noted(opened, served):  # noqa: F811
    reader, home = opened(), served[1]
    reader.until(lambda: "1 quote" in reader.text)
    reader.press("c")
    reader.until(lambda: " 1 of 1 " in reader.text)
    reader.press("t")
    reader.page.wait_for_timeout(500)
    reader.page.keyboard.type("kai")
    reader.press("Enter")
    reader.until(lambda: any("kai" in tags for tags, _ in kept(home)))
    reader.press("Shift+M")
    reader.page.wait_for_timeout(500)
    reader.page.keyboard.type("Wer prüft „das“?")
    reader.press("Control+s")
    reader.until(lambda: any(note == "Wer prüft „das“?" for _, note in kept(home)))


def test_the_page_can_be_resized(opened):
    reader = opened()
    columns, lines = reader.size
    for width, height in ((420, 300), (1200, 800)):
        reader.page.set_viewport_size({"width": width, "height": height})
        before = columns, lines
        reader.until(lambda before=before: reader.size != before and TITLE in reader.text)
        assert (reader.size[0] < columns) == (width == 420)
        columns, lines = reader.size
        reader.press("j", "k")
        reader.until(lambda: TITLE in reader.text)


def test_a_second_page_is_a_reader_of_its_own_on_the_same_library(opened, served):  # noqa: F811
    one, two = opened(), opened()
    for reader, words in ((one, "von eins"), (two, "von zwei")):
        reader.press("Shift+M")
        reader.page.wait_for_timeout(500)
        reader.page.keyboard.type(words)
        reader.press("Control+s")
        reader.until(lambda words=words: any(words in note for _, note in kept(served[1])))
    both = " ".join(note for _, note in kept(served[1]))
    assert "von eins" in both
    assert "von zwei" in both
    one.page.close()
    two.press("j")
    two.until(lambda: TITLE in two.text)


def test_a_page_of_another_origin_gets_no_reader(browser, served):  # noqa: F811
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/nothing")
    ours = urlsplit(served[0]).netloc
    ask = """address => new Promise(answer => {
        const socket = new WebSocket(address);
        socket.onopen = () => answer("open");
        socket.onerror = () => answer("refused");
    })"""
    for query in ("", "?width=80&height=24", "?width=80&height=24&key=", "?width=80&height=24&key=guess"):
        assert page.evaluate(ask, f"ws://{ours}/ws{query}") == "refused", query
    read = "address => fetch(address).then(() => 'read', () => 'refused')"
    assert page.evaluate(read, served[0]) == "refused"
    assert not served[1].exists()
    page.close()
    server.shutdown()
    server.server_close()
