"""The connections of one fetch: they share one deadline, and never lead from a public server into a private network.

They also wait for their turn: no host gets two requests at a time.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from ipaddress import ip_address
from threading import Lock, Thread, Timer
from typing import Any
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

import certifi

from core.articles.web.turns import TURNS, host_of


class PrivateAddressError(Exception):
    """A public server redirected to an address of a private network, where a page has no business."""


class Journey:
    """All connections that one fetch makes, redirects included.

    A timeout of a socket only limits how long one read may last, so a server that sends a byte now and then could go on
    forever. At the deadline, every connection is therefore shut down, whatever it is waiting for. Waiting until a host
    is free counts for nothing.
    """

    def __init__(self, seconds: float, patience: float) -> None:
        self.end = time.monotonic() + seconds
        self._patience = patience
        self._host = ""
        """The host whose turn it has."""
        self._timer: Timer | None = None
        self._lock = Lock()
        self._open: list[socket.socket] = []
        self._began_in_public: bool | None = None

    @property
    def is_over(self) -> bool:
        """Whether the deadline has passed."""
        return time.monotonic() >= self.end

    @contextmanager
    def under_way(self, address: str) -> Iterator[None]:
        """Waits for the host of an address; shuts down all connections at the deadline.

        When the block is left, all are forgotten and the next one may have the host.
        """
        try:
            self.go_to(address)
            yield
        finally:
            self._stop_clock()
            with self._lock:
                for each in self._open:
                    each.close()
                self._open.clear()
            if self._host:
                TURNS.give_back(self._host)

    def go_to(self, address: str) -> None:
        """Leave the host that one is at for that of an address, as soon as it is free."""
        host = host_of(address)
        if host == self._host:
            return
        left = self.end - time.monotonic()
        self._stop_clock()
        if self._host:
            # Whoever waits for one host while holding another could be waited for by somebody who holds that.
            TURNS.give_back(self._host)
            self._host = ""
        TURNS.take(host)
        self._host, self.end = host, time.monotonic() + left
        self._timer = Timer(max(0, left), self._shut_down)
        self._timer.daemon = True
        self._timer.start()

    def _stop_clock(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def connect(self, host: str, port: int, *, direct: bool) -> socket.socket:
        """A connection to the first address of `host` that answers; not `direct` means by way of a proxy.

        Raises PrivateAddressError, TimeoutError or OSError.
        """
        failure: OSError = OSError("no address found")
        for family, kind, protocol, _, address in _found(host, port, self.end - time.monotonic()):
            left = self.end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if direct:
                self._admit(str(address[0]))
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(min(left, self._patience))
                connection.connect(address)
            except OSError as error:
                connection.close()
                failure = error
                continue
            connection.settimeout(self._patience)
            with self._lock:
                # A twin, because TLS takes the socket itself over; shutting down the twin ends both.
                self._open.append(connection.dup())
            return connection
        raise failure

    def admit_redirect(self, origin: str, target: str) -> None:
        """Check a redirect by its addresses alone: behind a proxy, where their hosts are is unknown here."""
        if _is_private_name(urlsplit(target).hostname) and not _is_private_name(urlsplit(origin).hostname):
            raise PrivateAddressError

    def _admit(self, address: str) -> None:
        public = _is_public(address)
        if self._began_in_public is None:
            self._began_in_public = public
        elif self._began_in_public and not public:
            raise PrivateAddressError

    def _shut_down(self) -> None:
        with self._lock:
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)


def opener(journey: Journey) -> OpenerDirector:
    """An opener for http and https only, wherever a server redirects to. Uses the proxies of the system."""
    director = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        _Http(journey),
        _Https(journey),
        HTTPDefaultErrorHandler(),
        _Redirects(journey),
        HTTPErrorProcessor(),
    ):
        director.add_handler(handler)
    return director


class _Http(HTTPHandler):
    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_connecting(http.client.HTTPConnection, self._journey, req), req)


class _Https(HTTPSHandler):
    def __init__(self, journey: Journey) -> None:
        self._trusted = _trusted()
        super().__init__(context=self._trusted)
        self._journey = journey

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        make = _connecting(http.client.HTTPSConnection, self._journey, req)
        return self.do_open(make, req, context=self._trusted)


class _Redirects(HTTPRedirectHandler):
    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        self._journey.admit_redirect(req.full_url, newurl)
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request is not None and host_of(newurl) != host_of(req.full_url):
            fp.close()  # One is done with the first host before one asks the other.
            self._journey.go_to(newurl)
        return request


def _connecting(kind: Callable[..., Any], journey: Journey, request: Request) -> Any:
    """Makes connections of a kind that `journey` opens."""
    direct = not request.has_proxy() and not getattr(request, "_tunnel_host", None)

    def make(*arguments: Any, **options: Any) -> Any:
        connection = kind(*arguments, **options)
        connection._create_connection = lambda address, *_: journey.connect(*address, direct=direct)
        return connection

    return make


@cache
def _trusted() -> ssl.SSLContext:
    """The certificate authorities of the system, or Mozilla's if this Python does not know the system's.

    They take longer to read than a small page takes to come, so one fetch hands them to the next.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _found(host: str, port: int, seconds: float) -> list[Any]:
    """The addresses of a host. The system cannot be told how long to search, so it searches in a thread."""
    answers: list[Any] = []

    def search() -> None:
        try:
            answers.append(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, ValueError) as error:
            answers.append(error)

    thread = Thread(target=search, daemon=True)
    thread.start()
    thread.join(max(0, seconds))
    if not answers:
        raise TimeoutError
    if isinstance(answers[0], Exception):
        raise answers[0]
    return list(answers[0])


def _is_public(address: str) -> bool:
    try:
        return ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


def _is_private_name(host: str | None) -> bool:
    """Whether a host is an address of a private network, or a name that only means this machine."""
    name = (host or "").rstrip(".").casefold()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ip_address(name.partition("%")[0]).is_global
    except ValueError:
        return False
