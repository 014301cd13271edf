"""The base of rule-based components, which have nothing to store when their pipeline is saved or loaded."""

from typing import Any, Self


class Stateless:
    """A component without weights: saving writes nothing, loading reads nothing."""

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is learnt, so nothing is written."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: Any) -> Self:
        """Nothing is learnt, so nothing is read."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing is learnt, so nothing is written."""

    def from_disk(self, _path: Any, **_: Any) -> Self:
        """Nothing is learnt, so nothing is read."""
        return self
