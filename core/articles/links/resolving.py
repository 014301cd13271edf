"""Where the link of a page leads: the address in full, of the few kinds that a reader can follow."""

from urllib.parse import SplitResult, urldefrag, urljoin, urlsplit

LONGEST = 4000
"""Characters of an address; a longer one holds data rather than the name of a place."""
_FOLLOWED = ("http", "https")
_BLANKS = str.maketrans("", "", "\t\n\r")
"""What browsers take out of an address, since pages break long ones into lines."""


def resolved(target: str, base: str, page: str = "") -> str:
    """The address in full that a link leads to, which is relative to `base`, on the page at another address.

    Both are "" where they are not known; without `page`, the page is the base.
    "" for a link that leads nowhere else or cannot be followed: a place on the same page, a script, a file, an address
    with control characters or with a password.
    """
    target = target.strip().translate(_BLANKS)
    if not target or target.startswith("#") or len(target) > LONGEST:
        return ""
    try:
        address = urljoin(base, target).replace(" ", "%20")
        if address and urldefrag(address).url == urldefrag(page or base).url:
            return ""
    except ValueError:
        return ""
    return address if is_sound(address) else ""


def is_sound(address: str) -> bool:
    """Whether an address is one that a link of an article may have."""
    if len(address) > LONGEST or " " in address or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        if parts.scheme == "mailto":
            return "@" in parts.path.strip("@")
        return parts.scheme in _FOLLOWED and _names_a_host(parts)
    except ValueError:
        return False


def _names_a_host(parts: SplitResult) -> bool:
    """Whether an address names a host, without a user, a password or a backslash, which only feign another host."""
    feigns = "@" in parts.netloc or "\\" in parts.netloc
    return bool(parts.hostname and parts.hostname.strip(".")) and not feigns and parts.port != 0
