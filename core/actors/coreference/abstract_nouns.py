"""Nouns for what is written or thought: words come from it, but it is not an actor."""

import re

from core.lexicon.lexicon import Lexicon
from core.text.tables import either

_ABSTRACT = re.compile(rf"(?:{either('abstract_end')})$")


def is_abstract(lexicon: Lexicon, noun: str) -> bool:
    """Whether a noun is for something written or thought, which is not an actor though words come from it."""
    known = noun in lexicon.cue_nouns or lexicon.has(noun, "abstract")
    if lexicon.reads_by_parse:
        return known or noun.lower() in lexicon.cue_nouns
    return known or bool(_ABSTRACT.search(noun.lower()))
