"""Dictionary forms of German adjectives: without ending, comparison and umlaut."""

import re
from collections.abc import Mapping

from core.language.lemmatizer.verbs import verb_lemma
from core.text.tables import listed, paired

_ENDINGS = ("em", "en", "er", "es", "e")
_SHORTEST = 3
_COMPARED = dict(paired("stem_compared"))
"""Stems of comparatives and superlatives that differ from the positive."""
_ON_ER = frozenset(listed("adjective_on_er"))
"""Adjectives whose positive ends like a comparative; "un" may precede them."""
_LIKE_SUPERLATIVE = ("test", "igst", "lichst", "samst", "ringst")
_DROPPED_E = re.compile(r"(?P<start>.*(?:[bd]|eit|nk))l|(?P<high>.*(?:teu|sau|eu|au))r")


def adjective_lemma(form: str, features: Mapping[str, str], learned: str) -> str:
    """The dictionary form of an adjective by its Case and Degree; what was learned where rules do not tell.

    Adjectives of towns ("Berliner") stay as they are.
    """
    small = form.lower()
    if not small.isalpha() or form.isupper():
        return learned
    degree, inflected = features.get("Degree", "Pos"), "Case" in features
    if form != small and form.endswith("er") and learned[:1].isupper():
        return form
    if degree == "Pos":
        if inflected and small != "super":
            stem = _stem(small)
            return _positive(_without_st(stem)) if stem.endswith(_LIKE_SUPERLATIVE) else _whole(stem)
        plain = learned in (small, form) or (
            learned.endswith("n") and verb_lemma(form, {"VerbForm": "Part"}) == learned
        )
        return learned if plain or not learned.endswith("n") else small
    stem = _stem(small) if inflected else small
    if stem.removeprefix("un") in _ON_ER:
        return stem
    if degree == "Cmp" and stem.endswith("er") and len(stem) > 4:
        return _positive(stem[:-2])
    if degree == "Sup" and stem == "best":
        return "gut"
    if degree == "Sup" and stem.endswith(("st", "ßt")):
        return _positive(_without_st(stem))
    return learned


def _without_st(stem: str) -> str:
    return stem[:-1] if stem.endswith("ßt") else stem.removesuffix("st").removesuffix("e")


def _positive(stem: str) -> str:
    """The positive of a stem from which the signs of comparison are gone."""
    return _COMPARED.get(stem) or _whole(stem)


def _whole(stem: str) -> str:
    """A stem with the e that its endings drop: "sensibl" gives "sensibel", "teur" "teuer"; and "hoh" "hoch"."""
    if stem.endswith("hoh"):
        return stem[:-1] + "ch"
    match = _DROPPED_E.fullmatch(stem)
    if match is None:
        return stem
    return f"{match['start']}el" if match["start"] is not None else f"{match['high']}er"


def _stem(small: str) -> str:
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) >= len(ending) + _SHORTEST:
            return small[: -len(ending)]
    return small
