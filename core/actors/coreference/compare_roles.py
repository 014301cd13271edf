"""Whether two nouns for what a person is may be said of one and the same."""

import re

from core.lexicon.world import role_stem
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import listed, paired

BROAD = frozenset(
    "business retired contest wedding activism student administration victim witness resident patient celebrant "
    "host mountain confidant".split()
)
"""Classes that go with any other: a brewer may be an owner, a judge a pensioner."""
NO_ROLES = frozenset(
    ("accused", "plaintiff", "contest", "wedding", "patient", "election", "victim", "confidant")
)
"""Classes of nouns that say what somebody is in one matter, which is no office and no profession."""
PERSONAL = frozenset(
    "activism art beer clergy craft driver engineering farm film food jurist law media medicine mountain music nature "
    "post retired school science sea social stage student teaching trade transport writing".split()
)
"""Classes of what somebody is beside any office they hold: a chairman may be "der Landwirt"."""
LAWYERS = frozenset(("defence", "justice"))
"""Classes of those who speak for others in court, or judge them."""
IN_COURT = LAWYERS | {"court", "prosecution", "law", "witness"}
"""Classes of those who have a part of their own in court or before, and so are nobody's clients."""
OF_THE_COURT = IN_COURT - {"witness"}
"""The same without those who only tell there what they saw."""
OF_THE_BENCH = frozenset(("court", "prosecution"))
"""Classes of those who judge or accuse in court."""
OF_THE_PLACE = frozenset("court prosecution region town officiating".split())
"""Classes of those of whom a place, a trial or a match has one, whether or not a report has told who it is."""
PROTAGONISTS = frozenset(("accused", "plaintiff"))
"""Classes of those whom a whole report is about, so that they can be meant from far."""
WITNESS = frozenset(("witness",))
"""Classes of nouns that say no more of somebody than that they saw or know something."""
TEAM = frozenset(("sport",))
"""Classes of what many in the same report are."""
_OFFICES = (
    frozenset(("government", "state")),
    frozenset(("minister",)),
    frozenset(("town",)),
    frozenset(("senate",)),
    frozenset(("region",)),
    frozenset(("parliament",)),
    frozenset(("secretary",)),
)
"""Classes of offices of which a person holds one at a time, so that a mayor is not "der Minister"."""
OF_STATE = frozenset(("minister", "secretary", "region", "town"))
"""Classes of offices that a report calls by the last part alone: "Minister" for the Umweltminister."""
_OPPOSED = (
    (frozenset(("patient",)), frozenset(("medicine",))),
    (PROTAGONISTS, OF_THE_BENCH),
    (frozenset(("defence",)), OF_THE_BENCH),
)
"""Classes of those who have to do with one another: nobody is both in one report."""
_GENERAL = frozenset(listed("general_role"))
"""Stems of roles that say nothing without what they are of: who heads an office is not "der Regierungschef"."""


_NOT_SHORT_FOR = frozenset(paired("not_short_for"))
"""Pairs of stems of which the one is the end of the other, and nevertheless another office."""


_LESSER = listed("lesser_before_hyphen")


def office_stem(noun: str) -> str:
    """The stem of the last part of a compound, with what makes another office of it: "Ex-Minister"."""
    first, _, last = noun.rpartition("-")
    return role_stem(noun if first in _LESSER else last)


def other_office(classes: frozenset[str], known: set[str]) -> bool:
    """Whether the classes of a noun name an office, and what is known of a person another one."""
    held = [office for office in _OFFICES if office & known]
    meant = [office for office in _OFFICES if office & classes]
    return bool(held) and bool(meant) and not any(office in held for office in meant)


def are_opposed(classes: frozenset[str], known: set[str]) -> bool:
    """Whether one of two people has to do with the other by what they are, so that they are two: patient and doctor."""
    return any(
        one & classes and other & known and not one & known
        for pair in _OPPOSED
        for one, other in (pair, pair[::-1])
    )


def same_role(one: str, other: str) -> bool:
    """Whether a noun may stand for the role that is known as another, the shorter being the end of the longer: Minister
    and Verkehrsminister."""
    short, long = sorted((one, other), key=len)
    if (other == short != long and other in _GENERAL) or are_apart(one, other):
        return False
    return short == long or (len(short) > 3 and long.endswith(short))


def are_apart(one: str, other: str) -> bool:
    """Whether one of two nouns ends in the other and nevertheless is another office: Ministerpräsident, Präsident."""
    short, long = sorted((one, other), key=len)
    return (short, long) in _NOT_SHORT_FOR


def other_compound(stem: str, known: set[str], parsed: ParsedText) -> bool:
    """Whether a compound names one office and what is known of a person another by the same last part: Sozialminister
    and Finanzminister."""
    for other in known:
        length = next((k for k in range(min(len(stem), len(other)), 3, -1) if stem[-k:] == other[-k:]), 0)
        tail = stem[len(stem) - length :]
        both = length and len(stem) > length and len(other) > length and tail not in _GENERAL
        if both and parsed.lexicon.role(tail.capitalize()) is not None:
            return True
    return False


def stems_of(name: str) -> list[str]:
    """The words of a name without endings and articles: "Freien Wähler" as "Freie-Wähler"."""
    words = (word.lower() for word in re.findall(r"\w+", name))
    return [re.sub(r"(?:en|er|e|n|s)$", "", word) for word in words if word not in ("die", "der", "das")]
