"""Detect which language an article is written in."""

import re
from collections.abc import Callable
from functools import cache
from typing import cast

from core.text.tables import listed

UNKNOWN = "und"
"""ISO 639-2 code for a language that could not be determined."""
LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl", "da", "sv", "fi", "tr", "ru", "uk")
"""The languages a German newsroom encounters; fewer candidates mean fewer errors on short texts."""
ENOUGH = 4_000
"""Characters that are looked at."""
GERMAN = "de"
_GERMAN_WORDS = frozenset(listed("frequent"))
"""Common German words that are not also common in another of the languages."""
_KNOWN_SCRIPT = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff\u0400-\u052f]")
"""Letters of the scripts that the languages are written in."""
_WORD = re.compile(r"[^\W\d_]+")
_SHARE, _DIFFERENT = 0.1, 6
"""German is certain once these words are so large a share of all, and so many of them occur."""


def detect(text: str) -> str:
    """ISO 639-1 code of the language of `text`, or "und" for a text without words or in another script than Latin and
    Cyrillic.

    German is recognised by its commonest words. Other texts go to py3langid, naive Bayes over byte n-grams (Lui and
    Baldwin, langid.py, ACL 2012), which is imported only then: it loads numpy and unpacks a model, which takes longer
    than to read a short article.
    """
    sample = text[:ENOUGH]
    letters = [character for character in sample if character.isalpha()]
    if 2 * sum(_KNOWN_SCRIPT.match(letter) is not None for letter in letters) <= len(letters):
        return UNKNOWN
    if _is_clearly_german(sample):
        return GERMAN
    language, _ = _classifier()(sample.encode("utf-8", "replace").decode())
    return language


def _is_clearly_german(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    common = [word for word in words if word in _GERMAN_WORDS]
    return len(common) >= _SHARE * len(words) and len(set(common)) >= _DIFFERENT


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    import py3langid

    py3langid.set_languages(list(LANGUAGES))
    return cast(Callable[[str], tuple[str, float]], py3langid.classify)
