"""Fetch one page: the only place where Lesart uses the network, and only for an address the user opened."""

import http.client
import ssl
import zlib
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from socket import gaierror
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from core.articles.errors import SourceError
from core.articles.web.addresses import AddressError, wire_form
from core.articles.web.connections import Journey, PrivateAddressError, opener
from core.articles.web.unpacking import CutShortError, Unpacker
from core.system_errors import cause
from core.translation import _

PATIENCE = 15.0
"""Seconds that a server may stay silent."""
LONGEST = 30.0
"""Seconds that a page may take in all, from the first look-up to the last byte, redirects included."""
LARGEST = 10 << 20
"""Bytes of a page, unpacked; the longest of newspapers' pages have a fifth of it."""
LARGEST_FILE = 50 << 20
"""Bytes of what is no page but a document, such as a PDF."""
_PIECE = 64 * 1024

_BARRED = frozenset((401, 402, 403, 407, 451))
"""Statuses by which a server says that it does not show a page to everyone, or not to a program."""
_NOT_MODIFIED = 304
_GONE = frozenset((404, 410))
DOCUMENTS = frozenset(("application/pdf", "application/epub+zip", "message/rfc822", "application/mbox"))
"""Media types of files that may be larger than pages."""


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
    etag: str = ""
    modified: str = ""
    """What the server said of this version, to ask whether there is another one; "" where it said nothing."""
    unchanged: bool = False
    """Whether the server said that there is no other one; `data` are empty then."""


class RefusedError(SourceError):
    """A server answered, but not with what was asked for."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.is_barred = status in _BARRED
        """Whether it shows the address to others."""


def fetch(
    address: str, *, etag: str = "", modified: str = "", patience: float = PATIENCE, longest: float = LONGEST
) -> Fetched:
    """Fetch the page at an address, following redirects. Sends no cookies, and identifies itself as Lesart.

    With the `etag` and `modified` of an earlier answer it is only fetched if there is a newer version.

    Uses the proxies set in the environment and the system. Raises SourceError with a sentence that names the address.
    """
    journey = Journey(longest, patience)
    try:
        request = Request(wire_form(address), headers=_headers(etag, modified))
    except AddressError as error:
        raise SourceError(
            _("Cannot fetch {address}: {error}; check the address.").format(address=address, error=error)
        ) from None
    try:
        with journey.under_way(request.full_url), opener(journey).open(request, timeout=patience) as response:
            packed = response.headers.get("Content-Encoding", "").strip().casefold()
            headers: Message = response.headers
            kind = headers.get_content_type() if headers.get("Content-Type") else ""
            data = _content(response, address, packed, kind, journey)
            sent = headers.get("ETag", ""), _last_modified(headers)
            return Fetched(response.geturl(), data, kind, str(headers.get_param("charset") or ""), *sent)
    except HTTPError as error:
        with error:
            if error.code == _NOT_MODIFIED and (etag or modified):
                return Fetched(address, b"", "", "", etag, modified, unchanged=True)
            raise RefusedError(_refusal(address, error.code), error.code) from None
    except PrivateAddressError:
        raise SourceError(
            _(
                "Cannot fetch {address}: it leads to an address inside a private network, where no newspaper "
                "is; nothing was read."
            ).format(address=address)
        ) from None
    except URLError as error:
        raise SourceError(_failure(address, _late(journey) or error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError, zlib.error, CutShortError) as error:
        raise SourceError(_failure(address, _late(journey) or error)) from None


def _late(journey: Journey) -> TimeoutError | None:
    """The true reason for a connection that was shut down at the deadline, however its end was reported."""
    return TimeoutError() if journey.is_over else None


def _headers(etag: str, modified: str) -> dict[str, str]:
    return {
        **({"If-None-Match": etag} if etag else {}),
        **({"If-Modified-Since": modified} if modified else {}),
        "User-Agent": f"Lesart/{version('lesart')} (reader in a terminal; fetches single pages its user asks for)",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8, */*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
    }


def _last_modified(headers: Message) -> str:
    """When a page was changed last, if a later change can be told from that; "" if it was in the second of the answer.

    The date has only seconds: what is changed once more in the same one keeps it (RFC 9110, 8.8.2.2).
    """
    modified, answered = headers.get("Last-Modified", ""), headers.get("Date", "")
    try:
        late = parsedate_to_datetime(modified) >= parsedate_to_datetime(answered)
    except (ValueError, TypeError, OverflowError):
        return modified  # One of them is missing or no date.
    return "" if late else modified


def _content(response: Any, address: str, packed: str, kind: str, journey: Journey) -> bytes:
    """The whole content, decompressed as it arrives, so that a small response cannot expand beyond the limit."""
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise SourceError(
            _(
                "Cannot read {address}: it was sent packed as {packed}; open it in your browser, save the page, "
                "and open the saved file with Lesart."
            ).format(address=address, packed=packed)
        )
    unpacker = None if packed in ("", "identity") else Unpacker(deflate=packed == "deflate")
    largest = LARGEST_FILE if kind in DOCUMENTS else LARGEST
    data = bytearray()
    while piece := response.read1(_PIECE):
        data += unpacker.unpack(piece, largest + 1 - len(data)) if unpacker else piece
        if len(data) > largest:
            raise SourceError(
                _("Cannot read {address}: it is larger than {size} MB, and no article is.").format(
                    address=address, size=largest >> 20
                )
            )
        if journey.is_over:
            raise TimeoutError
    missing = getattr(response, "length", None)
    if missing:
        raise http.client.IncompleteRead(b"", missing)
    if unpacker:
        unpacker.finish()
    if journey.is_over:
        raise TimeoutError  # The end of the data was the end of the patience.
    return bytes(data)


def _refusal(address: str, status: int) -> str:
    if status in _GONE:
        return _("There is no page at {address} ({status}); check the address.").format(
            address=address, status=status
        )
    if status in _BARRED:
        return _(
            "The server does not show {address} to Lesart ({status}); open it in your browser, save the "
            "page, and open the saved file with Lesart."
        ).format(address=address, status=status)
    if 300 <= status < 400:
        return _astray(address)
    if status == 429:
        return _("The server has had too many requests for {address} ({status}); try again later.").format(
            address=address, status=status
        )
    if status >= 500:
        return _("The server of {address} is in trouble ({status}); try again later.").format(
            address=address, status=status
        )
    name = http.client.responses.get(status, _("no reason given"))
    return _(
        "Cannot fetch {address}: the server answered {status}, {name}; open it in your browser, save "
        "the page, and open the saved file with Lesart."
    ).format(address=address, status=status, name=name)


def _astray(address: str) -> str:
    return _(
        "Cannot fetch {address}: it leads on and on, or to something that is no page; check the address."
    ).format(address=address)


def _failure(address: str, reason: object) -> str:
    """A sentence that says why the page could not be fetched."""
    host = urlsplit(address).hostname or address
    match reason:
        case ssl.SSLCertVerificationError():
            return _(
                "Cannot fetch {address}: {host} does not prove who it is ({verify_message}); nothing was "
                "read, and it is better not to."
            ).format(address=address, host=host, verify_message=reason.verify_message)
        case ssl.SSLError():
            return _(
                "Cannot fetch {address}: no secure connection to {host} came about; try again later."
            ).format(address=address, host=host)
        case gaierror():
            return _("Cannot find {host}: check the address {address} and your connection.").format(
                host=host, address=address
            )
        case TimeoutError():
            return _("{address} takes too long to answer; try again later.").format(address=address)
        case ConnectionRefusedError():
            return _("Cannot fetch {address}: nothing answers at {host}; check the address.").format(
                address=address, host=host
            )
        case http.client.IncompleteRead() | ConnectionError() | CutShortError():
            return _("Cannot fetch {address}: the connection to {host} broke off; try again.").format(
                address=address, host=host
            )
        case zlib.error():
            return _("Cannot read {address}: it arrived damaged; try again.").format(address=address)
        case http.client.HTTPException() | ValueError():
            return _("Cannot read {address}: what {host} answers is no web page; check the address.").format(
                address=address, host=host
            )
        case str() if reason.startswith("unknown url type"):
            return _astray(address)
        case _:
            return _("Cannot fetch {address}: {cause}; check the address and your connection.").format(
                address=address, cause=cause(reason)
            )
