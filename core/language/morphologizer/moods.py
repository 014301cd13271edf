"""Moods of German that the form of a verb settles, given its other features."""

import re
from collections.abc import Mapping

INDICATIVE, SUBJUNCTIVE, IMPERATIVE = "Ind", "Sub", "Imp"
FINITE = "Fin"

_ONLY_SUBJUNCTIVE = frozenset(
    "sei seien seiest seiet könne könnest müsse müssest dürfe dürfest solle sollest wolle wollest möge mögest wisse "
    "hätte hätten hättest hättet wäre wären wärst wäret würde würden würdest würdet "
    "könnte könnten könntest könntet müsste müssten müsstest müsstet dürfte dürften dürftest dürftet "
    "möchte möchten möchtest möchtet wüsste wüssten brächte brächten dächte dächten bräuchte bräuchten".split()
)
_STRONG_SUBJUNCTIVE = re.compile(r".*[äöü].*(?<!t)e(n|st|t)?")


def certain_mood(form: str, features: Mapping[str, str]) -> str | None:
    """Return the mood that a finite verb must have, None where its form leaves it open.

    * Forms such as "sei", "könne", "hätte" are never indicative.
    * A third person in -e is a Konjunktiv ("er komme", "sie ginge"), for in the indicative only a past in -te and
      "wurde" end so ("er kommt", "sie hörte"); in -te it is one where it is present ("er arbeite").
    * A past tense with an umlaut and without -te is a Konjunktiv II ("kämen"; but "hörte").
    * A first person of the present in -e is taken to be an indicative ("ich habe").
    """
    small = form.lower()
    finite = "Mood" in features or features.get("VerbForm") == FINITE
    if not finite or features.get("Mood") == IMPERATIVE:
        return None
    if small in _ONLY_SUBJUNCTIVE:
        return SUBJUNCTIVE
    tense, person = features.get("Tense"), features.get("Person")
    if small.endswith("e") and person == "3" and (tense == "Pres" or not small.endswith(("te", "wurde"))):
        return SUBJUNCTIVE
    if small.endswith("e") and person == "1" and tense == "Pres":
        return INDICATIVE
    if tense == "Past" and _STRONG_SUBJUNCTIVE.fullmatch(small):
        return SUBJUNCTIVE
    return None
