"""Moods of German that the form of a verb settles, given its other features."""

import re
from collections.abc import Mapping

from core.language.morphologizer.verbs import verb_tables
from core.text.tables import listed

INDICATIVE, SUBJUNCTIVE, IMPERATIVE = "Ind", "Sub", "Imp"
FINITE = "Fin"

PRESENT_SUBJUNCTIVE = frozenset(listed("present_subjunctive"))
PAST_SUBJUNCTIVE = frozenset(listed("past_subjunctive"))
_PAST_INDICATIVE = frozenset(listed("past_indicative"))
_STRONG_SUBJUNCTIVE = re.compile(r".*[äöü].*(?<!t)e(n|st|t)?")
_MAY_BE_SUBJUNCTIVE = ("e", "en", "eln", "ern", "est")


def certain_mood(form: str, features: Mapping[str, str]) -> str | None:
    """Return the mood that a finite verb must have, None where its form leaves it open.

    * Forms such as "sei", "könne", "hätte", "käme" are never indicative.
    * A third person in -e is a Konjunktiv ("er komme", "sie ginge"), for in the indicative only a past in -te and
      "wurde" end so ("er kommt", "sie hörte"); in -te it is one where it is present ("er arbeite").
    * A past tense with an umlaut and without -te is a Konjunktiv II ("schwämmen"; but "hörte").
    * A first person of the present in -e is taken to be an indicative ("ich habe").
    * What ends neither in -e nor in -en or -est is no Konjunktiv ("schwieg", "stimmt"); nor is a plural of the
      present in -n, which is like the indicative ("sie stimmen").
    """
    small = _spelt_now(form)
    finite = "Mood" in features or features.get("VerbForm") == FINITE
    if not finite or features.get("Mood") == IMPERATIVE:
        return None
    if small in PRESENT_SUBJUNCTIVE or is_past_subjunctive(small):
        return SUBJUNCTIVE
    if small in _PAST_INDICATIVE or not small.endswith(_MAY_BE_SUBJUNCTIVE):
        return INDICATIVE
    tense, person = features.get("Tense"), features.get("Person")
    if small.endswith("e") and person == "3" and (tense == "Pres" or not small.endswith("te")):
        return SUBJUNCTIVE
    if small.endswith("e") and person == "1" and tense == "Pres":
        return INDICATIVE
    if tense == "Past" and _STRONG_SUBJUNCTIVE.fullmatch(small):
        return SUBJUNCTIVE
    if small.endswith("n") and tense == "Pres":
        return INDICATIVE
    return None


def is_past_subjunctive(small: str) -> bool:
    """Whether a lower-case form can be nothing but a Konjunktiv II: "wäre", "könnte", "käme", "anfinge"."""
    tables, small = verb_tables(), _spelt_now(small)
    return small in PAST_SUBJUNCTIVE or tables.has(tables.past_subjunctives, small)


def _spelt_now(form: str) -> str:
    """A form in small letters, "müßte" as "müsste"."""
    return form.lower().replace("ßt", "sst")
