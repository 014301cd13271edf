"""Fetching, against a server on this machine: what is sent, what comes back, and every way it can go wrong."""

import contextlib
import gzip
import re
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

from core.articles.errors import SourceError
from core.articles.sources import read_article
from core.articles.web import connections, fetching
from core.articles.web.fetching import fetch
from tests.core.articles.files.books import book, document
from tests.core.articles.files.prose import KAI
from tests.core.articles.web.pages import page, saved
from tests.core.articles.web.serving import Site

DROPS = 400
"""Drops that a server would send if it were listened to for long enough."""


def test_an_address_gives_the_article_and_is_its_source(site: Site) -> None:
    address = site.put("/a", page("").encode())
    article = read_article(f"{address}?utm_source=feed#top")
    assert article.title == "Am Kai"
    assert article.source == address
    assert article.publication is not None
    assert article.publication.address == address


def test_a_number_behind_an_address_is_a_place_on_the_page(site: Site) -> None:
    address = site.put("/a", page("").encode())
    assert read_article(f"{address}#3").source == address


def test_a_book_at_an_address_is_read_with_numbers(site: Site) -> None:
    chapters = {f"{name}.xhtml": document(f"<h1>{name}</h1><p>{KAI}</p>") for name in "ab"}
    address = site.put("/b", book(chapters), "application/epub+zip")
    assert read_article(f"{address}#2").source == f"{address}#2"


def test_lesart_says_who_it_is_and_brings_no_cookies(site: Site) -> None:
    site.refuse("/from", 302, Location="/a", Set_Cookie="track=1; Path=/")
    site.put("/a", page("").encode())
    read_article(f"{site.address}/from")
    assert [path for path, _ in site.requests] == ["/from", "/a"]
    for _, headers in site.requests:
        assert re.match(r"Lesart/\d", headers["user-agent"])
        assert "cookie" not in headers
        assert "referer" not in headers


def test_redirections_are_followed_and_the_last_address_is_kept(site: Site) -> None:
    site.refuse("/one", 301, Location="/two")
    site.refuse("/two", 307, Location="/drei/ärger".encode().decode("latin-1"))
    site.put("/drei/%C3%A4rger", page("").encode())
    assert read_article(f"{site.address}/one").source == f"{site.address}/drei/%C3%A4rger"


@pytest.mark.parametrize("where", ["/round", "ftp://127.0.0.1/x", "file:///etc/hostname", "data:text/html,x"])
def test_redirections_that_lead_nowhere_good_are_refused(site: Site, where: str) -> None:
    address = site.refuse("/round", 302, Location=where)
    with pytest.raises(SourceError, match="leads on and on, or to something that is no page") as caught:
        fetch(address)
    assert address in str(caught.value)


@pytest.mark.parametrize("packed", ["gzip", "x-gzip", "deflate", "raw deflate"])
def test_packed_pages_are_unpacked(site: Site, packed: str) -> None:
    html = page("").encode()
    raw = zlib.compressobj(wbits=-15)
    data = {
        "gzip": gzip.compress(html),
        "x-gzip": gzip.compress(html),
        "deflate": zlib.compress(html),
        "raw deflate": raw.compress(html) + raw.flush(),
    }[packed]
    address = site.put("/a", data, Content_Encoding=packed.removeprefix("raw "))
    assert fetch(address).data == html


def test_a_small_package_that_unpacks_to_something_huge_is_refused(site: Site) -> None:
    address = site.put("/bomb", gzip.compress(b"x" * (60 << 20)), Content_Encoding="gzip")
    with pytest.raises(SourceError, match="larger than 10 MB"):
        fetch(address)


@pytest.mark.parametrize(
    "declared", ["text/html; charset=utf-8", "text/html; charset=iso-8859-1", "text/html", ""]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_umlauts_survive_what_servers_declare(site: Site, declared: str, encoding: str) -> None:
    html = page("<p>„Größe“ – schön</p>").replace('<meta charset="utf-8">', "")
    assert "„Größe“ – schön" in read_article(site.put("/a", html.encode(encoding), declared)).text


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, r"There is no page at .*/gone \(404\); check the address\."),
        (410, r"There is no page at"),
        (401, r"does not show .*/gone to Lesart \(401\); open it in your browser, save the page"),
        (402, r"does not show"),
        (403, r"does not show"),
        (451, r"does not show"),
        (429, r"too many requests .* try again later"),
        (500, r"in trouble \(500\); try again later"),
        (503, r"in trouble"),
        (418, r"answered 418"),
    ],
)
def test_a_refusal_is_told_in_one_sentence_with_what_to_do(site: Site, status: int, says: str) -> None:
    with pytest.raises(SourceError, match=says) as caught:
        read_article(site.refuse("/gone", status))
    assert "/gone" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"%PDF-1.7 x", "application/pdf", "the PDF is damaged"),
        (b"%PDF-1.7 x", "text/html", "the PDF is damaged"),
        (b"\x89PNG", "image/png", "no page but image/png"),
        (b"<rss></rss>", "application/rss+xml", "is a feed, not an article"),
        (b"", "text/html", "the page is empty"),
        (b" \n", "text/plain", "the page is empty"),
        (b"\x00\x01", "text/plain", "does not hold text"),
        (saved("front"), "text/html", "No article found in http"),
    ],
)
def test_what_is_no_article_is_refused_by_what_it_is(site: Site, data: bytes, kind: str, says: str) -> None:
    address = site.put("/x", data, kind)
    with pytest.raises(SourceError, match=says) as caught:
        read_article(address)
    assert address in str(caught.value)


def test_plain_text_and_markdown_at_an_address_are_read_as_such(site: Site) -> None:
    text = site.put("/a.txt", "Am Kai\n\nDie Fähre legte ab.".encode(), "text/plain; charset=utf-8")
    markdown = site.put("/a.md", b"# Am Kai\n\nDie *Stadt* schwieg.", "text/plain")
    assert read_article(text).text == "Am Kai\n\nDie Fähre legte ab."
    assert read_article(markdown).text == "Am Kai\n\nDie Stadt schwieg."


def test_nobody_waits_longer_for_a_server_than_one_would_watch(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[tuple[float, float]] = []

    class Noted(connections.Journey):
        def __init__(self, seconds: float, patience: float) -> None:
            waited.append((seconds, patience))
            super().__init__(seconds, patience)

    monkeypatch.setattr(fetching, "Journey", Noted)
    fetch(site.put("/a", page("").encode()))
    ((longest, silent),) = waited
    assert 5 <= silent <= 20
    assert silent < longest <= 40


def test_a_server_that_stays_silent_is_given_up(site: Site) -> None:
    def silent(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1.5)

    site.answers["/slow"] = silent
    with pytest.raises(SourceError, match="takes too long to answer"):
        fetch(f"{site.address}/slow", patience=0.2)


def test_a_server_that_drips_is_given_up_too(site: Site) -> None:
    to_the_end = threading.Event()

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(DROPS):
                handler.wfile.write(b"<p>")
                handler.wfile.flush()
                time.sleep(0.05)
            to_the_end.set()

    site.answers["/drip"] = dripping
    with pytest.raises(SourceError, match="takes too long"):
        fetch(f"{site.address}/drip", longest=0.3)
    assert not to_the_end.is_set()


@pytest.mark.parametrize(
    ("opening", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n0\r\n", b"T: x\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"<"),
    ],
)
def test_one_deadline_covers_all_that_a_server_can_drip(site: Site, opening: bytes, drop: bytes) -> None:
    to_the_end = threading.Event()

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(opening)
        with contextlib.suppress(OSError):
            for _ in range(DROPS):
                handler.wfile.write(drop)
                time.sleep(0.05)
            to_the_end.set()

    site.answers["/drip"] = dripping
    with pytest.raises(SourceError, match="takes too long"):
        fetch(f"{site.address}/drip", longest=0.4)
    assert not to_the_end.is_set()


def test_slow_redirections_share_the_deadline(site: Site) -> None:
    def onward(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.15)
        handler.send_response(302)
        handler.send_header("Location", f"/on?{time.monotonic_ns()}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.answers["/on"] = onward
    with pytest.raises(SourceError, match="takes too long"):
        fetch(f"{site.address}/on", longest=0.4)


def test_a_public_server_does_not_lead_into_a_private_network(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "_is_public", lambda address: address == "127.0.0.1")
    inside = site.address.replace("127.0.0.1", "127.0.0.2")
    with pytest.raises(SourceError, match="inside a private network"):
        fetch(site.refuse("/from", 302, Location=f"{inside}/a"))


@pytest.mark.parametrize(
    "inside", ["10.0.0.1", "169.254.169.254", "[fe80::1]", "[::ffff:127.0.0.1]", "localhost", "nas.local"]
)
def test_addresses_that_no_newspaper_has(inside: str) -> None:
    journey = connections.Journey(1, 1)
    journey.admit_redirect("https://kuestenbote.example/a", "https://www.kuestenbote.example/b")
    journey.admit_redirect("http://127.0.0.1/a", f"http://{inside}/b")
    with pytest.raises(connections.PrivateAddressError):
        journey.admit_redirect("https://kuestenbote.example/a", f"http://{inside}/b")


def test_all_members_of_a_package_are_unpacked(site: Site) -> None:
    html = page("").encode()
    data = gzip.compress(html[:90]) + gzip.compress(html[90:]) + bytes(512)
    assert fetch(site.put("/a", data, Content_Encoding="gzip")).data == html


@pytest.mark.parametrize("packed", ["gzip", "deflate"])
def test_a_package_cut_short_gives_no_half_article(site: Site, packed: str) -> None:
    html = page("").encode()
    data = gzip.compress(html) if packed == "gzip" else zlib.compress(html)
    for length in (len(data) // 2, len(data) - 1):
        with pytest.raises(SourceError, match="broke off"):
            fetch(site.put("/a", data[:length], Content_Encoding=packed))


def test_a_connection_that_breaks_off_gives_no_half_article(site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(page("").encode())

    site.answers["/half"] = broken
    with pytest.raises(SourceError, match="broke off"):
        fetch(f"{site.address}/half")


def test_damaged_packages_are_told(site: Site) -> None:
    address = site.put("/a", gzip.compress(page("").encode())[:20] + b"garbage" * 9, Content_Encoding="gzip")
    with pytest.raises(SourceError, match="arrived damaged"):
        fetch(address)


def test_a_packing_that_was_not_asked_for_is_named(site: Site) -> None:
    with pytest.raises(SourceError, match="packed as br"):
        fetch(site.put("/a", b"x", Content_Encoding="br"))


def test_an_answer_that_is_no_http_is_told(site: Site) -> None:
    def nonsense(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"220 ready\r\n")

    site.answers["/x"] = nonsense
    with pytest.raises(SourceError, match="is no web page"):
        fetch(f"{site.address}/x")


def test_where_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="nothing answers at 127"):
        fetch(f"http://127.0.0.1:{port}/a")


def test_a_secure_connection_to_a_server_that_has_none(site: Site) -> None:
    with pytest.raises(SourceError, match="no secure connection"):
        fetch(f"https{site.address.removeprefix('http')}/a")


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (socket.gaierror(-2, "Name or service not known"), "Cannot find a.example: check the address"),
        (ConnectionResetError(104, "reset"), "broke off"),
        (OSError(101, "Network is unreachable"), "Network is unreachable"),
    ],
)
def test_faults_of_the_net_are_sentences(reason: Exception, says: str) -> None:
    assert says in fetching._failure("https://a.example/b", reason)


@pytest.mark.parametrize("address", ["https://", "http://a:b@c.example/", "http://exa mple.org/"])
def test_what_is_no_address_is_not_tried(address: str) -> None:
    with pytest.raises(SourceError, match="check the address"):
        read_article(address)


@pytest.mark.parametrize(
    "typed", ["www.kuestenbote.example/a", "kuestenbote.example/a/b", "ftp://a.example/b"]
)
def test_what_was_meant_as_an_address_is_told_how_one_begins(typed: str) -> None:
    with pytest.raises(SourceError, match="begin an address with https://"):
        read_article(typed)


@pytest.mark.parametrize(
    ("changed", "is_kept"),
    [(-3600, True), (-1, True), (0, False), (5, False)],
)
def test_a_change_in_the_second_of_the_answer_tells_no_later_one(
    site: Site, changed: int, is_kept: bool
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        now = 1_800_000_000
        handler.send_response_only(200)
        handler.send_header("Date", handler.date_time_string(now))
        handler.send_header("Last-Modified", handler.date_time_string(now + changed))
        handler.end_headers()
        handler.wfile.write(b"<rss></rss>")

    site.answers["/feed"] = answer
    assert bool(fetch(f"{site.address}/feed").modified) is is_kept


@pytest.mark.parametrize("changed", ["yesterday", "Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 99 Foo 2026"])
def test_a_last_change_that_is_no_date_is_given_back_as_it_is(site: Site, changed: str) -> None:
    assert fetch(site.put("/a", b"<rss></rss>", Last_Modified=changed)).modified == changed
