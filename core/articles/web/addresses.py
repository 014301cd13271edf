"""Addresses of pages: which are valid, how they are sent, and which of several is the one to keep."""

import string
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import idna  # Python's own codec maps “straße” to “strasse”, which is another host

from core.articles.source_names import is_address
from core.translation import _

_TRACKING = frozenset(
    "fbclid gclid dclid msclkid yclid igshid mc_cid mc_eid wt_mc wt_zmc ns_campaign ns_mchannel ns_source".split()
)
"""Parameters that tell where a reader came from, and nothing of the page; those that begin with utm_ do too."""
_OTHER_FACES = ("www.", "m.", "mobile.", "amp.")
"""What the same site goes by in front of its name."""


class AddressError(ValueError):
    """The address cannot be fetched; the message is a clause that says why."""


def wire_form(address: str) -> str:
    """The address as it is sent, in ASCII and without its fragment. Raises AddressError."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
        if host is None or not host.strip("."):
            raise AddressError(_("it names no host"))
        if parts.username is not None or parts.password is not None:
            raise AddressError(_("it holds a name or a password, which Lesart sends to nobody"))
        name = host if ":" in host or host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise AddressError(_("its host is no name")) from None
    except AddressError:
        raise
    except ValueError:
        raise AddressError(_("it is not well-formed")) from None
    if any(char <= " " or char == "\x7f" for char in name):
        raise AddressError(_("its host is no name"))
    place = f"[{name}]" if ":" in name else name
    # Percent signs are kept: a copied address is already quoted.
    path, query = (quote(part, safe=string.punctuation) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme.lower(), f"{place}:{port}" if port else place, path, query, ""))


def tidy(address: str) -> str:
    """The address without its fragment and tracking parameters."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _is_tracking(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def permanent(stated: str, read_from: str) -> str:
    """The address that a page states as its own, if it is plausible, else "".

    It has to be on the same site, and must not be a front page if another page was read: many pages state a wrong
    one. `read_from` is empty for a saved page.
    """
    try:
        address = urljoin(read_from, stated.strip())
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
