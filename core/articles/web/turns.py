"""One request to a host at a time, whoever in this program asks, and however one was led there."""

from threading import Condition
from urllib.parse import urlsplit

_USUAL = (None, 80, 443)
"""Ports that belong to one and the same server of a host."""


def host_of(address: str) -> str:
    """The host at an address, with its port if that is an unusual one; what is no address stands for itself."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip(".").casefold(), parts.port
    except ValueError:
        return address
    return host if port in _USUAL else f"{host}:{port}"


class Turns:
    """Lets one at a time have a host."""

    def __init__(self) -> None:
        self._given_back = Condition()
        self._taken: set[str] = set()

    def take(self, host: str) -> None:
        """Wait until nobody has the host, and have it."""
        with self._given_back:
            self._given_back.wait_for(lambda: host not in self._taken)
            self._taken.add(host)

    def give_back(self, host: str) -> None:
        """Let the next one have it."""
        with self._given_back:
            self._taken.discard(host)
            self._given_back.notify_all()


TURNS = Turns()
"""Those of this program."""
