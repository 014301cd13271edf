"""A noun phrase as the rules see it, whether found by form or by the parse."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of token indices, the end exclusive."""

    start: int
    end: int
    head: int
    """The last word of its core, before its postmodifiers."""
    preposition: int | None
    """The token of the preposition that governs it."""
    subject: bool
    """Whether by its form it can be a subject: no oblique article, no preposition, no date."""
    pronoun: bool
