"""A link from a description to whom it means, and how sure each kind of evidence makes it."""

from collections.abc import Sequence
from dataclasses import dataclass

AGE, NATION, ROLE, TIE, CLASS, TOPIC = 0.95, 0.9, 0.9, 0.75, 0.8, 0.6
"""How sure each kind of evidence makes a link."""
_AMONG_SEVERAL = 0.1
"""What a link loses where the nearest of several was taken."""


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a description means, and how sure that is, from 0 to 1."""

    actor: str
    confidence: float


def one_of(candidates: Sequence[str], sure: float) -> Link | None:
    """The one candidate, or the one mentioned last of several."""
    if not candidates:
        return None
    return Link(candidates[0], sure if len(candidates) == 1 else round(sure - _AMONG_SEVERAL, 2))
