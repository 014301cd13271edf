"""The page of an article in the web browser: whose address, by which program, and what if there is none."""

import time
from contextlib import contextmanager
from dataclasses import replace

import pytest

from core.articles import Publication
from core.articles.texts import plain_article
from tui.services.web_page import page_of, show_page

ADDRESS = "https://blatt.example/hafen?a=1&b=2"
ARTICLE = plain_article("Der Hafen schweigt\n\nAm Morgen lagen die Kräne still.\n", "hafen.txt")


class FakeApp:
    """The parts of the program that are asked."""

    is_web = is_headless = False

    def __init__(self):
        self.copied, self.opened, self.suspended = [], [], 0

    def copy_to_clipboard(self, text):
        self.copied.append(text)

    def run_worker(self, work, **_how):
        work.close()

    def open_url(self, address):
        self.opened.append(address)

    @contextmanager
    def suspend(self):
        self.suspended += 1
        yield


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """A browser that writes down what it is given, and from which terminal."""

    def made(name):
        program, pages = tmp_path / name, tmp_path / "pages"
        program.write_text(f'#!/bin/sh\necho "$@" > {pages}.new && mv {pages}.new {pages}\n')
        program.chmod(0o755)
        monkeypatch.setenv("BROWSER", f"{program} --new %s")
        return pages

    return made


@pytest.mark.parametrize(
    ("source", "given", "page"),
    [
        ("hafen.txt", "", ""),
        ("hafen.html", ADDRESS, ADDRESS),
        (ADDRESS, "", ADDRESS),
        (ADDRESS, "https://blatt.example/hafen", "https://blatt.example/hafen"),
        ("hafen.html", "javascript:alert(1)", ""),
    ],
)
def test_the_permanent_address_comes_first_and_nothing_else_is_a_page(source, given, page):
    publication = Publication(address=given) if given else None
    assert page_of(replace(ARTICLE, source=source, publication=publication)) == page


def test_the_browser_gets_the_address_as_one_word(browser):
    pages, app = browser("firefox"), FakeApp()
    assert show_page(app, ADDRESS) == "opened in the browser"
    end = time.monotonic() + 20
    while not pages.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert pages.read_text() == f"--new {ADDRESS}\n"
    assert not app.suspended


def test_a_browser_in_the_terminal_has_it_for_itself(browser):
    pages, app = browser("lynx"), FakeApp()
    assert show_page(app, ADDRESS) == "opened in the browser"
    assert pages.read_text() == f"--new {ADDRESS}\n"
    assert app.suspended == 1


@pytest.mark.parametrize("own", ["", "/nowhere/firefox"])
def test_without_a_browser_the_address_is_copied(monkeypatch, own):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("BROWSER", own)
    app = FakeApp()
    assert show_page(app, ADDRESS) == "no browser here; address sent to the terminal"
    assert app.copied == [ADDRESS]


def test_in_a_browser_the_page_opens_there():
    app = FakeApp()
    app.is_web = True
    assert show_page(app, ADDRESS) == "opened in the browser"
    assert app.opened == [ADDRESS]


def test_what_has_no_page_says_so():
    assert show_page(FakeApp(), "") == "no page to open: not read from the web"
