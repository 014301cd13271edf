"""Dictionary forms of German nouns: by a table of plurals, by known nouns that a compound ends in, by endings."""

import re
from collections.abc import Mapping
from functools import cache

from core.lexicon.lexicon import rows
from core.text.tables import either, listed

_SHORTEST_HEAD = 4
_SHORTEST_KNOWN = 5
_OWN_NEUTER = ("chen", "lein")
_WEAK = re.compile(rf"(?:{either('weak_noun_end')})en$")
_FEMININE = listed("feminine_ending")
"""Ends of feminine nouns whose plural takes -en and leaves no -e behind."""
_FEMININE_PLURAL = tuple(end + "en" for end in _FEMININE)
_FEMININE_BUT_E = listed("plural_of_e")
_SURELY_FEMININE = listed("surely_feminine_plural")
_NOMINALISED = re.compile(r".*(?:end|lich|los|ig|iert|tot|(?:ge|ver|be|er|ent|zer)\w+t)en$")
_ENDING_E = re.compile(rf"(?:ge(?:{either('neuter_in_ge')})|{either('neuter_in_e')})es$")


def noun_lemma(form: str, features: Mapping[str, str], known: Mapping[str, str], learned: str) -> str:
    """The dictionary form of a noun.

    Args:
        form: The noun as it occurs in the text.
        features: Its Case, Gender and Number, as far as they are known.
        known: Dictionary forms by form, of nouns that compounds end in.
        learned: The lemma to use if no rule applies.
    """
    if "-" in form:
        head, _, last = form.rpartition("-")
        if len(last) > 2 and last.isalpha() and last[0].isupper():
            lemma = known.get(last) or noun_lemma(last, features, known, _tail(learned, last))
            return f"{head}-{lemma}"
    if not form.isalpha() or len(form) < 3 or form.isupper():
        return learned
    if not form[0].isupper():
        return learned
    if form.endswith(_SURELY_FEMININE) and not form.lower().endswith(tuple(_FEMININE_BUT_E)):
        return form[:-2]
    return (
        _by_table(form, features)
        or _by_compound(form, known)
        or _by_ending(form, features)
        or _sane(form, learned)
    )


def name_lemma(form: str, features: Mapping[str, str], learned: str) -> str:
    """The dictionary form of a proper name: without the s of a genitive, and never in small letters by mistake."""
    if features.get("Case") == "Gen" and re.search(r"[^\W\d_]{3,}(?<![sxzuioaß])s$|[^\W\d_]{3,}[ao]s$", form):
        return learned if learned != form and form.startswith(learned) else form[:-1]
    if learned[:1].islower() and form[:1].isupper() and not form.endswith(("e", "en", "er", "es", "em")):
        return form
    return learned


def _tail(learned: str, last: str) -> str:
    """What was learned for the last part of a compound, else that part itself."""
    tail = learned.rpartition("-")[2]
    return tail if tail[:1].isupper() else last


def _by_table(form: str, features: Mapping[str, str]) -> str | None:
    """The singular of an irregular plural, alone or as the end of a compound."""
    plurals = _plurals()
    small = form.lower()
    for start in range(len(form) - _SHORTEST_HEAD + 1):
        if start == 1:
            continue
        singular = plurals.get(small[start:])
        if singular is not None and not (features.get("Number") == "Sing" and small[start:].endswith("er")):
            return form[:start] + (singular.lower() if start else singular)
    return None


def _by_compound(form: str, known: Mapping[str, str]) -> str | None:
    """The longest known noun that a compound ends in, put in its dictionary form."""
    for start in range(3, len(form) - _SHORTEST_KNOWN + 1):
        tail = form[start].upper() + form[start + 1 :]
        lemma = known.get(tail)
        if lemma is not None and lemma[:1].isupper():
            return form[:start] + lemma.lower()
    return None


def _by_ending(form: str, features: Mapping[str, str]) -> str | None:
    number, case, gender = features.get("Number"), features.get("Case"), features.get("Gender")
    small = form.lower()
    if form[:-1] in _inhabitants():
        return form[:-1]
    if small.endswith(("logen", "gogen")) and gender != "Fem":
        return form[:-1]
    if number == "Sing":
        return _singular(form, case, gender)
    if small.endswith(_FEMININE_PLURAL) and not small.endswith(tuple(_FEMININE_BUT_E)) and gender != "Masc":
        return form[:-2]
    if small.endswith(("innen", "nissen")):
        return form[:-3]
    if small.endswith("nisse"):
        return form[:-2]
    if small.endswith(("ern", "eln")) and len(form) > 5 and small != "eltern":
        return form[:-1]
    if small.endswith("ien"):
        return form[:-1]
    if small.endswith("oren") or (_WEAK.search(small) and gender != "Fem"):
        return form[:-2]
    if number == "Plur" and small.endswith("s") and not small.endswith(("ss", "us", "is")):
        return form[:-1]
    if number != "Plur" or not small.endswith("en"):
        return None
    if gender == "Fem" or _NOMINALISED.fullmatch(small):
        return form[:-1]
    if gender == "Neut" and small.endswith(_OWN_NEUTER):
        return form
    return form[:-2] if case == "Dat" and gender in ("Masc", "Neut") else None


def _singular(form: str, case: str | None, gender: str | None) -> str | None:
    """A noun in the singular, which the feminine leaves as it is and the others change in the genitive only."""
    if gender == "Fem":
        return form if not form.endswith(("en", "er", "em")) else None
    if case == "Gen" and form.endswith("s") and not form.endswith(("ss", "us", "is", "as", "os")):
        if form.endswith("nisses"):
            return form[:-3]
        if form.endswith("es") and len(form) > 4 and not _ENDING_E.search(form.lower()):
            return form[:-2]
        return form[:-1]
    if (gender == "Neut" and form.endswith("en")) or form.endswith("e"):
        return form
    if gender == "Masc" and case != "Nom" and _WEAK.search(form):
        return form[:-2]
    if case in ("Nom", "Acc", "Dat") and not form.endswith(("e", "en", "em", "er", "n")):
        return form
    return None


def _sane(form: str, learned: str) -> str:
    """What was learned, unless it cannot be a noun beside its form: in small letters, longer, or cut too short."""
    if learned[:1].islower() or (learned.startswith(form) and learned != form) or form.endswith("us"):
        return form
    if form.startswith(learned + "e") and (
        learned.endswith("i") or _NOMINALISED.fullmatch(learned.lower() + "en")
    ):
        return learned + "e"
    return learned


@cache
def _plurals() -> dict[str, str]:
    """Singulars by their plurals in small letters, with the ending of the dative too."""
    found: dict[str, str] = {}
    for singular, plural in rows("de", "nouns"):
        small = plural.lower()
        found.setdefault(small, singular)
        if not small.endswith(("n", "s")):
            found.setdefault(small + "n", singular)
    return found


@cache
def _inhabitants() -> frozenset[str]:
    return frozenset(
        word for _, _, people in rows("de", "places") for word in people.split() if word.endswith("e")
    )
