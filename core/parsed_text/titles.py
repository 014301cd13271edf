"""Whether a name has a title before it, by which people speak to others and of them, but not of themselves."""

import re

from core.parsed_text.parsed_text import ParsedText

_WORD = re.compile(r"\w[\w.]*")
_LONGEST = 20


def is_titled(parsed: ParsedText, offset: int) -> bool:
    """Whether "Herr", "Frau", "Dr." or another title is the word before an offset."""
    before = _WORD.findall(parsed.before(offset, _LONGEST))
    role = parsed.lexicon.role(before[-1]) if before else None
    return role is not None and role.kind == "title"
