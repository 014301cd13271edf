"""A list of articles that is walked from one to the next, and the place in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.translation import _, number_words


@dataclass(frozen=True, slots=True)
class Walk:
    """Several articles to be read one after the other."""

    stops: Sequence[str]
    """Sources, or numbers of articles in the library's index."""
    at: int = 0
    """The place of the article that is read."""
    in_library: bool = False
    """Whether the stops are numbers of articles in the library."""
    is_everything: bool = False
    """Whether it is the library's whole list, of which only what is new is offered."""
    is_trail: bool = False
    """Whether it is what was read so far, one new article after the other: there is a way back, and no end known."""

    @property
    def here(self) -> str:
        """The stop that is read."""
        return self.stops[self.at]

    @property
    def words(self) -> str:
        """ "2 of 30"; empty for a single article, or where it is not known how many follow."""
        if len(self.stops) < 2 or self.is_trail:
            return ""
        return _("{place} of {all}").format(
            place=number_words(self.at + 1), all=number_words(len(self.stops))
        )

    def moved(self, by: int) -> Walk | None:
        """The walk at another stop; None beyond its ends."""
        at = self.at + by
        return replace(self, at=at) if 0 <= at < len(self.stops) else None

    def and_then(self, stop: str) -> Walk:
        """The walk that ends in a further stop, and is there."""
        return replace(self, stops=(*self.stops[: self.at + 1], stop), at=self.at + 1)

    def at_stop(self, stop: str) -> Walk | None:
        """The walk at a stop; None if that is not on it."""
        return replace(self, at=self.stops.index(stop)) if stop in self.stops else None
