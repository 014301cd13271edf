"""Addresses of pages: what is one, how it goes over the wire, and which of several is the one to keep."""

import string
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import idna  # Python's own codec sends “straße” to “strasse”, which is another host

from core.articles.source_names import is_address

_TRACKING = frozenset(
    "fbclid gclid dclid msclkid yclid igshid mc_cid mc_eid wt_mc wt_zmc ns_campaign ns_mchannel ns_source".split()
)
"""Parameters that tell where a reader came from, and nothing of the page; those that begin with utm_ do too."""
_OTHER_FACES = ("www.", "m.", "mobile.", "amp.")
"""What the same site goes by in front of its name."""


class AddressError(ValueError):
    """What was given cannot be fetched; the message is a clause that says why."""


def wire_form(address: str) -> str:
    """The address as it is sent, in ASCII and without its fragment. Raises AddressError."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
        if host is None or not host.strip("."):
            raise AddressError("it names no host")
        if parts.username is not None or parts.password is not None:
            raise AddressError("it holds a name or a password, which Lesart sends to nobody")
        name = host if ":" in host or host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise AddressError("its host is no name") from None
    except AddressError:
        raise
    except ValueError:
        raise AddressError("it is not well-formed") from None
    if any(char <= " " or char == "\x7f" for char in name):
        raise AddressError("its host is no name")
    place = f"[{name}]" if ":" in name else name
    # Percent signs stay as they are: an address that was copied is quoted already.
    path, query = (quote(part, safe=string.punctuation) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme.lower(), f"{place}:{port}" if port else place, path, query, ""))


def tidy(address: str) -> str:
    """The address without fragment and without what only tells where a reader came from."""
    parts = urlsplit(address)
    told = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in told if not _is_tracking(name)]
    query = parts.query if len(kept) == len(told) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def permanent(told: str, read_from: str) -> str:
    """The address that a page gives as its own, where that can be right; else "".

    It has to lie on the same site, and must not be a front page where another was read: pages are careless with it.
    `read_from` is empty for a page that was saved.
    """
    try:
        address = urljoin(read_from, told.strip())
        wire_form(address)
        own, other = urlsplit(address), urlsplit(read_from)
    except ValueError:
        return ""
    if not is_address(address) or (not own.path.strip("/") and other.path.strip("/")):
        return ""
    if not read_from:
        return tidy(address) if own.path.strip("/") else ""
    return tidy(address) if _site(own.hostname) == _site(other.hostname) else ""


def _site(host: str | None) -> str:
    name = (host or "").casefold()
    for face in _OTHER_FACES:
        name = name.removeprefix(face)
    return name


def _is_tracking(name: str) -> bool:
    return name.casefold().startswith("utm_") or name.casefold() in _TRACKING
