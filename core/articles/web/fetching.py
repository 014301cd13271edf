"""Fetch one page: the only place where Lesart uses the network, and only for an address the user opened."""

import http.client
import ssl
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from socket import gaierror
from typing import Any
from urllib.error import HTTPError, URLError
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

from core.articles.errors import SourceError
from core.articles.web.addresses import AddressError, wire_form

PATIENCE = 15.0
"""Seconds that a server may stay silent."""
LONGEST = 45.0
"""Seconds that a page may take in all."""
LARGEST = 10 << 20
"""Bytes of a page, unpacked; the longest of newspapers' pages have a fifth of it."""
_PIECE = 64 * 1024

_SAVED = "open it in your browser, save the page, and open the saved file with Lesart"
_BARRED = frozenset((401, 402, 403, 407, 451))
"""Statuses by which a server says that it does not show a page to everyone, or not to a program."""
_GONE = frozenset((404, 410))


@dataclass(frozen=True, slots=True)
class Fetched:
    """The response of a server."""

    address: str
    """Where it came from in the end, after all redirections."""
    data: bytes
    """The content, unpacked."""
    kind: str
    """Its media type in small letters; "" where the server names none."""
    charset: str
    """The encoding that the server names; "" where it names none."""


def fetch(address: str, *, patience: float = PATIENCE, longest: float = LONGEST) -> Fetched:
    """Fetch the page at an address, following redirects. Sends no cookies, and identifies itself as Lesart.

    Uses the proxies set in the environment and the system. Raises SourceError with a sentence that names the address.
    """
    end = time.monotonic() + longest
    try:
        request = Request(wire_form(address), headers=_headers())
    except AddressError as error:
        raise SourceError(f"Cannot fetch {address}: {error}; check the address.") from None
    try:
        with _opener().open(request, timeout=patience) as response:
            packed = response.headers.get("Content-Encoding", "").strip().casefold()
            data = _content(response, address, packed, end)
            headers: Message = response.headers
            kind = headers.get_content_type() if headers.get("Content-Type") else ""
            return Fetched(response.geturl(), data, kind, str(headers.get_param("charset") or ""))
    except HTTPError as error:
        with error:
            raise SourceError(_refusal(address, error.code)) from None
    except URLError as error:
        raise SourceError(_failure(address, error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise SourceError(_failure(address, error)) from None


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"Lesart/{version('lesart')} (reader in a terminal; fetches single pages its user asks for)",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8, */*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }


def _opener() -> OpenerDirector:
    """An opener for http and https only, wherever a server redirects to."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        HTTPHandler(),
        HTTPSHandler(context=_trusted()),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _trusted() -> ssl.SSLContext:
    """The certificate authorities of the system, or Mozilla's if this Python does not know the system's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _content(response: Any, address: str, packed: str, end: float) -> bytes:
    """The whole content, decompressed as it arrives, so that a small response cannot expand beyond the limit."""
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise SourceError(f"Cannot read {address}: it was sent packed as {packed}; {_SAVED}.")
    unpack = None if packed in ("", "identity") else zlib.decompressobj(47)  # gzip or zlib, whichever it is
    data = bytearray()
    while piece := response.read1(_PIECE):
        if unpack is not None:
            try:
                piece = unpack.decompress(piece, LARGEST + 1 - len(data))
            except zlib.error:
                if data or packed != "deflate":
                    raise
                unpack = zlib.decompressobj(-15)  # some servers send “deflate” without its header
                piece = unpack.decompress(piece, LARGEST + 1)
        data += piece
        if len(data) > LARGEST:
            raise SourceError(
                f"Cannot read {address}: it is larger than {LARGEST >> 20} MB, and no article is."
            )
        if time.monotonic() > end:
            raise TimeoutError
    missing = getattr(response, "length", None)
    if missing:
        raise http.client.IncompleteRead(b"", missing)
    return bytes(data)


def _refusal(address: str, status: int) -> str:
    if status in _GONE:
        return f"There is no page at {address} ({status}); check the address."
    if status in _BARRED:
        return f"The server does not show {address} to Lesart ({status}); {_SAVED}."
    if 300 <= status < 400:
        return _astray(address)
    if status == 429:
        return f"The server has had too many requests for {address} ({status}); try again later."
    if status >= 500:
        return f"The server of {address} is in trouble ({status}); try again later."
    name = http.client.responses.get(status, "no reason given")
    return f"Cannot fetch {address}: the server answered {status}, {name}; {_SAVED}."


def _astray(address: str) -> str:
    return f"Cannot fetch {address}: it leads on and on, or to something that is no page; check the address."


def _failure(address: str, reason: object) -> str:
    """A sentence that says why the page could not be fetched."""
    host = urlsplit(address).hostname or address
    match reason:
        case ssl.SSLCertVerificationError():
            return (
                f"Cannot fetch {address}: {host} does not prove who it is ({reason.verify_message}); "
                "nothing was read, and it is better not to."
            )
        case ssl.SSLError():
            return f"Cannot fetch {address}: no secure connection to {host} came about; try again later."
        case gaierror():
            return f"Cannot find {host}: check the address {address} and your connection."
        case TimeoutError():
            return f"{address} takes too long to answer; try again later."
        case ConnectionRefusedError():
            return f"Cannot fetch {address}: nothing answers at {host}; check the address."
        case http.client.IncompleteRead() | ConnectionError() | http.client.RemoteDisconnected():
            return f"Cannot fetch {address}: the connection to {host} broke off; try again."
        case zlib.error():
            return f"Cannot read {address}: it arrived damaged; try again."
        case http.client.HTTPException() | ValueError():
            return f"Cannot read {address}: what {host} answers is no web page; check the address."
        case str() if reason.startswith("unknown url type"):
            return _astray(address)
        case _:
            cause = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
            return f"Cannot fetch {address}: {cause}; check the address and your connection."
