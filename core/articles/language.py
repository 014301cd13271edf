"""Detect which language an article is written in."""

from collections.abc import Callable
from functools import cache
from typing import cast

UNKNOWN = "und"
"""ISO 639-2 code for a language that could not be determined."""
LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl", "da", "sv", "fi", "tr", "ru", "uk")
"""The languages a German newsroom encounters; fewer candidates mean fewer errors on short texts."""
ENOUGH = 4_000
"""Characters that are looked at."""


def detect(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or "und" for a text without words.

    Uses py3langid, naive Bayes over byte n-grams (Lui and Baldwin, langid.py, ACL 2012). It is imported on the first
    call, because it loads numpy and a model.
    """
    sample = text[:ENOUGH]
    if not any(character.isalpha() for character in sample):
        return UNKNOWN
    language, _ = _classifier()(sample.encode("utf-8", "replace").decode())
    return language


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid

    py3langid.set_languages(list(LANGUAGES))
    return cast(Callable[[str], tuple[str, float]], py3langid.classify)
