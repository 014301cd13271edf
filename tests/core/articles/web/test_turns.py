"""One request to a host at a time, redirects included, and waiting for one's turn is no fault of the server."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from threading import Event
from types import SimpleNamespace

import pytest

from core.articles.web import connections
from core.articles.web.fetching import fetch
from core.articles.web.turns import Turns, host_of
from tests.core.articles.web.conftest import site
from tests.core.articles.web.serving import Site, serving

__all__ = ["site"]


@pytest.fixture
def other() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Kueste.example/a", "kueste.example"),
        ("http://kueste.example:80/b?c", "kueste.example"),
        ("https://kueste.example.:443/", "kueste.example"),
        ("http://kueste.example:8080/", "kueste.example:8080"),
        ("https://[::1]/a", "::1"),
        ("http://[kueste", "http://[kueste"),
    ],
)
def test_what_counts_as_one_host(address: str, host: str) -> None:
    assert host_of(address) == host


def test_where_one_is_led_one_waits_too(site: Site, other: Site) -> None:
    """Two that are led to each other's hosts neither meet there nor wait for each other for good."""
    inside, most = Counter[str](), list[int]()
    both = Event()

    def watched(place: Site, path: str, data: bytes = b"", to: str = "") -> None:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            inside[place.address] += 1
            most.append(inside[place.address])
            if to and inside.total() == 2:
                both.set()  # Each is at a host, and is sent to that of the other.
            if to:
                both.wait(30)
            inside[place.address] -= 1
            handler.send_response(302 if to else 200)
            handler.send_header("Location", to)
            handler.send_header("Content-Length", str(len(data)))
            handler.end_headers()
            handler.wfile.write(data)

        place.answers[path] = answer

    watched(site, "/hin", to=f"{other.address}/ziel")
    watched(other, "/hin", to=f"{site.address}/ziel")
    watched(site, "/ziel", b"eins")
    watched(other, "/ziel", b"zwei")
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(fetch, (f"{site.address}/hin", f"{other.address}/hin")))
    assert [each.data for each in found] == [b"zwei", b"eins"]
    assert max(most) == 1


def test_waiting_for_a_host_costs_nothing_of_the_patience(site: Site, monkeypatch) -> None:
    clock = [0.0]

    class Long(Turns):
        def take(self, host: str) -> None:
            clock[0] += 1000
            super().take(host)

    monkeypatch.setattr(connections, "TURNS", Long())
    monkeypatch.setattr(connections, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    assert fetch(site.put("/a", b"da")).data == b"da"
    assert clock == [1000]
