"""Lesart in a browser: a server for one user, identified by a key in the address."""

import asyncio
import os
from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import quote

from aiohttp import web
from textual_serve.server import Server

from core.locations import ASSETS
from core.translation import N_, _, language_of

PAGE = ASSETS / "browser" / "index.html"
"""The page around the terminal. It loads nothing from other servers."""
SENTENCES = (N_("Lesart is opening …"), N_("Lesart has ended. Reload the page to open it again."))
"""What the page says."""


MOMENT = 0.1
"""Seconds between checks whether the server is listening."""


class BrowserServer(Server):
    """Starts a new instance of the program for every page that is opened with the key, and for no other.

    Without a key any page in the browser, or anybody in the network, could read and write in the reader's name: a
    WebSocket is not kept from strangers by where it comes from.
    """

    def __init__(self, command: str, host: str, port: int) -> None:
        super().__init__(command, host=host, port=port, title="Lesart")
        self._key = token_urlsafe(16)
        self._open = set[asyncio.Task[object]]()
        """What serves the pages that are open."""

    @property
    def address(self) -> str:
        """What to open in the browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?key={quote(self._key)}"

    def initialize_logging(self) -> None:
        """Nothing is logged: the terminal is for what the reader needs to know."""

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 - given by aiohttp
        """Say where to look, as soon as somebody looking there finds something."""
        self._saying = asyncio.create_task(self._say_where())

    async def _say_where(self) -> None:
        # The server reports its start before it listens; if it cannot listen, it exits first.
        while True:
            await asyncio.sleep(MOMENT)
            try:
                _reader, writer = await asyncio.open_connection(self.host, self.port)
            except OSError:
                continue
            writer.close()
            print(_("Lesart is at {address}").format(address=self.address))
            print(_("Ctrl+C ends it."), flush=True)
            return

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, for whoever has the key."""
        self._check(request)
        page = PAGE.read_text(encoding="utf-8").replace('lang="en"', f'lang="{language_of(os.environ)}"')
        for sentence in SENTENCES:
            page = page.replace(sentence, _(sentence))
        headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The program, for whoever has the key."""
        self._check(request)
        if (serving := asyncio.current_task()) is None:
            return await super().handle_websocket(request)
        self._open.add(serving)
        try:
            return await super().handle_websocket(request)
        finally:
            self._open.discard(serving)

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - given by aiohttp
        """End what is shown in open pages; aiohttp would wait a minute for the browser to do so."""
        for serving in tuple(self._open):
            serving.cancel()

    def _check(self, request: web.Request) -> None:
        if not compare_digest(request.query.get("key", "").encode(), self._key.encode()):
            lacks = _("This address lacks the key that “lesart serve” printed.")
            raise web.HTTPForbidden(text=f"{lacks}\n", content_type="text/plain")
