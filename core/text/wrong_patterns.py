"""What is wrong with a regular expression, in words that are not Python's own, which are English."""

import re
from collections.abc import Sequence

from core.translation import N_, _

REASONS: Sequence[tuple[str, str]] = (
    ("missing ), unterminated subpattern", N_("a bracket “(” is not closed")),
    ("unbalanced parenthesis", N_("a bracket “)” closes nothing")),
    ("unterminated character set", N_("a bracket “[” is not closed")),
    ("bad character range", N_("a range such as “a-z” runs backwards")),
    ("nothing to repeat", N_("there is nothing before “*”, “+” or “?” that could be repeated")),
    ("multiple repeat", N_("two signs of repetition follow each other")),
    ("min repeat greater than max repeat", N_("in “{…}” the least is more than the most")),
    ("bad escape (end of pattern)", N_("“\\” stands at the end")),
    ("bad escape", N_("“\\” stands before a sign with which it means nothing")),
    ("incomplete escape", N_("what follows “\\” is not complete")),
    ("look-behind requires fixed-width pattern", N_("what “(?<” looks back at may have different lengths")),
)
"""How messages of `re` begin, and what to say instead."""


def reason(error: Exception) -> str:
    """Why a pattern could not be compiled: a part of a sentence, with the place where that is known."""
    if not isinstance(error, re.error):
        return _("it is too large")
    known = next((words for begins, words in REASONS if error.msg.startswith(begins)), "")
    if error.pos is None:
        return _(known) if known else _("it is not understood")
    place = error.pos + 1
    if not known:
        return _("it is not understood from character {n} on").format(n=place)
    return _("{reason} (character {n})").format(reason=_(known), n=place)
