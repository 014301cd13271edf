"""German nouns for somebody that are made of a participle: "die Geehrte", "der Scheidende", "dem Maskierten"."""

import re

from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_PREFIX = f"(?:{either('prefix_of_participle')})?"
_PARTICIPLE = re.compile(
    rf"(?:{_PREFIX}ge\w{{2,}}(?:t|en)|{_PREFIX}(?:be|ent|er|über|ver|zer)\w{{3,}}(?:t|en)|\w{{3,}}iert|\w{{4,}}end)e[nr]?"
)
"""Perfect participles by their prefix or "-iert", and those of the present, as they are declined."""


def is_of_participle(parsed: ParsedText, token: int) -> bool:
    """Whether a noun is a participle by its form, and no other word that looks like one: "die Geschichte".

    The dictionary form must be the noun itself, and not a shorter one: "die Verluste" are those of "Verlust".
    """
    low, lemma = parsed.low[token], parsed.lemma[token].lower()
    if not parsed.words[token][:1].isupper() or parsed.pos[token] != "NOUN":
        return False
    if not _PARTICIPLE.fullmatch(low) or parsed.lexicon.ends_in(low.rstrip("nr"), "no_participle"):
        return False
    return not lemma or lemma.startswith(low.rstrip("nr"))
