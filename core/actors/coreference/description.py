"""A description: a noun phrase that may stand for a known person or body."""

from dataclasses import dataclass

from core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Description:
    """One definite noun phrase that may stand for a known person or body."""

    start: int
    end: int
    """Where the head noun ends."""
    noun: str
    """The head noun in its dictionary form, its compound whole; of bodies the noun of the table alone."""
    person: bool
    """Whether the noun is one for people; else one for bodies."""
    gender: str | None
    owner: str | None
    """"m", "f" or "" for a possessive: his, her, mine or ours; None for an article."""
    age: int | None = None
    countries: frozenset[str] = frozenset()
    """States in its adjectives, in the noun, or in the compound."""
    before_hyphen: str = ""
    """The part before the last hyphen of the noun: FDP in "FDP-Mann"."""
    complement: bool = False
    """Whether "des …" or "von …" follows."""
    compound: str = ""
    """For a body the whole noun in lower case where it is longer than the table's: "truppengericht"."""
    people: bool = False
    """Whether the noun is one for a state's people: "der Däne"."""
    definite: bool = True
    """False where it introduces somebody: "ein Techniker", "mancher Gast"."""
    general: bool = False
    """Whether the noun says no more than that it is a man or a woman: "der Mann", "die junge Frau"."""
    origin: str = ""
    """The place in a noun for somebody from there, as far as it is spelt in it: "Oldenburg" in "die Oldenburgerin"."""
    local: bool = False
    """Whether an adjective says of which place: "die Bündner Ständerätin"."""
    former: bool = False
    """Whether it is what somebody was once: "dem früheren Lehrer"."""
    other: bool = False
    """Whether it is said to be another one: "ein anderer Arzt"."""
    assigned: bool = False
    """Whether it is told what they are there for, which somebody else is than those told of: "der behandelnde Arzt"."""
    place: bool = False
    """Whether the noun is one for places and for no body: "die Halbinsel"."""
    of_the_last: bool = False
    """Whether it is of whoever was named last, as "dessen Anwältin" is, and hence is somebody else."""
    contracted: bool = False
    """Whether its article is part of a preposition: "beim Trainer"."""

    @property
    def span(self) -> Span:
        """Start and end as a pair."""
        return self.start, self.end
