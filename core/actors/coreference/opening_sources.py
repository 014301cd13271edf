"""Sources that open a sentence, "Laut Lind", "Nach Angaben eines Zeugen": they say what follows, as a subject would."""

import re

from core.analysis.analysis import Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_BEFORE = re.compile(
    rf"(?:Laut|Nach (?:{either('noun_of_source')})(?: von| des| der| eines| einer)?)(?: [\w-]+){{0,3}} ?$"
)
_BEHIND = "zufolge"
_OPENING = 6
"""Characters into a sentence at which a source opens it, behind an article at most."""


def opens_as_source(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a German sentence opens with somebody as its source; never where clauses are read by the parse."""
    number = -1 if parsed.by_parse else parsed.sentence_at(mention.start)
    if number < 0:
        return False
    start, end = parsed.sentences[number]
    behind = parsed.text[mention.end : end].lstrip().startswith(_BEHIND)
    fronted = mention.start - start <= _OPENING
    return (behind and fronted) or _BEFORE.match(parsed.text[start : mention.start]) is not None
