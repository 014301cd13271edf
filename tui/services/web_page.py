"""The page of an article in the web browser: opened by its key, and never by itself."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Any

from textual.app import App

from core.articles import Article
from core.articles.source_names import is_address
from core.translation import _
from tui.services.clipboard import copy

IN_TERMINAL = frozenset({"browsh", "carbonyl", "elinks", "links", "links2", "lynx", "w3m", "www-browser"})
"""Browsers that need the terminal for themselves."""

_STARTED: list[subprocess.Popen[bytes]] = []
"""Kept, since Python warns of a program that is forgotten while it runs."""


def page_of(article: Article) -> str:
    """The address of an article: the permanent one that its page gives, else where it was read from; empty for none."""
    given = article.publication.address if article.publication else ""
    return next((address for address in (given, article.source) if is_address(address)), "")


def show_page(app: App[Any], address: str) -> str:
    """Open a page, or copy its address where there is no browser; what was done, for the status line."""
    if not address:
        return _("no page to open: not read from the web")
    if app.is_web:
        app.open_url(address)
        return _("opened in the browser")
    command = [] if app.is_headless else _browser()
    try:
        if command:
            _start(app, command, address)
            return _("opened in the browser")
    except OSError:
        pass  # a browser that cannot be started is none
    if copy(app, address):
        return _("no browser here; address copied")
    return _("no browser here; address sent to the terminal")


def _browser() -> list[str]:
    """The program that opens pages, and its arguments; empty without one, as on a computer far away."""
    if own := os.environ.get("BROWSER", "").partition(os.pathsep)[0]:
        return shlex.split(own)
    if sys.platform == "darwin":
        return ["open"]
    if sys.platform == "win32":
        return ["rundll32", "url.dll,FileProtocolHandler"]
    has_windows = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
    return [name for name in ("xdg-open", "wslview") if has_windows and which(name)][:1]


def _start(app: App[Any], command: list[str], address: str) -> None:
    """Start a browser. Raises OSError."""
    words = [word.replace("%s", address) for word in command]
    words = words if words != command else [*words, address]
    if Path(words[0]).name in IN_TERMINAL:
        with app.suspend():
            subprocess.run(words, check=False)
        return
    # It must neither write into the screen nor end with Lesart.
    quiet = subprocess.DEVNULL
    _STARTED.append(subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True))
