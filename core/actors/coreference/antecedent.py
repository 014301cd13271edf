"""Who may be meant by a pronoun or a description, weighed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody whom a pronoun or a description may mean, and how much speaks for it."""

    actor: str
    weight: float
    clear: bool = True
    """Whether no other comes close."""
    alone: bool = True
    """Whether there is no other."""
