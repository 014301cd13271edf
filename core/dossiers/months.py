"""How much people say in each month, in dossiers."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.analysis import QuoteType
from core.library.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Amount:
    """What somebody says in a month."""

    statements: int = 0
    words: int = 0
    """Words in these statements."""
    direct: int = 0
    """Those of them in direct speech."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which one of some people says something."""

    name: str
    """As ISO 8601 has it; empty for an unknown one."""
    amounts: tuple[Amount, ...]
    """For each of them."""


def months(dossiers: Sequence[Dossier]) -> list[Month]:
    """The months in which anything is said in the articles that the dossiers have, the latest first."""
    found: dict[str, list[Amount]] = {}
    for whose, dossier in enumerate(dossiers):
        for appearance in dossier.appearances:
            for said in appearance.counted:
                amounts = found.setdefault(appearance.record.dated[:7], [Amount()] * len(dossiers))
                before, words = amounts[whose], len(said.words.split())
                direct = words if said.type is QuoteType.DIRECT else 0
                amounts[whose] = Amount(before.statements + 1, before.words + words, before.direct + direct)
    return [Month(name, tuple(amounts)) for name, amounts in sorted(found.items(), reverse=True)]
