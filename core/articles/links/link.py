"""A link: some words of a text, and the address they lead to."""

from dataclasses import dataclass

from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. Offsets are code points into the text they stand in, the end exclusive."""

    start: int
    end: int
    address: str
    """Absolute, of http, https or mailto, without control characters."""

    @property
    def span(self) -> Span:
        """Where its words stand."""
        return self.start, self.end
