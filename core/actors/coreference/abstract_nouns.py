"""Nouns for what is written or thought: words come from it, but it is not an actor."""

import re

from core.lexicon.lexicon import Lexicon
from core.lexicon.world import load_tables
from core.text.tables import either

_ABSTRACT = re.compile(rf"(?:{either('abstract_end')})$")


def is_abstract(lexicon: Lexicon, noun: str) -> bool:
    """Whether a noun is for something written or thought, which is not an actor though words come from it.

    Bodies may end as thoughts do: "die Redaktion", "die Schulleitung".
    """
    known = noun in lexicon.cue_nouns or lexicon.has(noun, "abstract")
    if lexicon.reads_by_parse:
        return known or noun.lower() in lexicon.cue_nouns
    if known or not _ABSTRACT.search(noun.lower()):
        return known
    return not lexicon.is_body(noun) and load_tables(lexicon.language).body_noun(noun) is None
