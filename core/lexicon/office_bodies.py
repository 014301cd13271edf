"""Which kinds of organisation have an office: a "Fraktionschef" is one of a party, a "Vorstandschef" of a company."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from core.lexicon.lexicon import table_rows
from core.lexicon.world import role_stem

_ALONE = "!"
"""Behind a noun that does not count in compounds."""


def bodies_of_office(noun: str, language: str) -> frozenset[str]:
    """The classes of bodies that have an office, as in `body_classes.tsv`, by its longest ending in the table."""
    known, stem = _offices(language), role_stem(noun)
    whole = known.get(stem + _ALONE) or known.get(stem)
    compound = (known[stem[start:]] for start in range(1, len(stem) - 2) if stem[start:] in known)
    return whole or next(compound, frozenset())


@cache
def _offices(language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for classes, nouns in table_rows(language, "office_bodies"):
        for noun in nouns.split():
            stem = role_stem(noun.removesuffix(_ALONE)) + (_ALONE if noun.endswith(_ALONE) else "")
            found[stem].update(classes.split())
    return {stem: frozenset(classes) for stem, classes in found.items()}
