"""A server on this machine alone, whose answers tests prescribe."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = Callable[[BaseHTTPRequestHandler], None]
"""Writes the whole answer to one request."""


@dataclass
class Site:
    """What is served, by path."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers of each request."""

    def put(self, path: str, data: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        """Serve bytes at a path; the address they then have."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            if kind:
                handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.address + path

    def refuse(self, path: str, status: int, **headers: str) -> str:
        """Answer a path with a status and no content; its address."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Length", "0")
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()

        self.answers[path] = answer
        return self.address + path


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is there for as long as the context lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            if path in site.answers:
                site.answers[path](self)
            else:
                self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
