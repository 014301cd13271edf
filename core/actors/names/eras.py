"""Names within dates, which are nobody's: "312 v. Chr.", "79 nach Christus"."""

import re

from core.analysis.analysis import Mention
from core.parsed_text.parsed_text import ParsedText
from core.text.tables import either

_REACH = 24
_NAME = re.compile(rf"(?:{either('name_of_era')})\.?")
_DATED = re.compile(rf"(?:\d|\b(?:{either('dated_before_era')}))\s?(?:{either('before_era')})\s?$")
_SHORT = re.compile(r"\b[vn]\.\s?$")
_BIRTH = re.compile(rf"\s(?:{either('behind_era')})\b")


def is_era(parsed: ParsedText, mention: Mention) -> bool:
    """Whether a name only says from when years are counted."""
    if not _NAME.fullmatch(parsed.text, mention.start, mention.end):
        return False
    before, after = parsed.before(mention.start, _REACH), parsed.after(mention.end, _REACH)
    return bool(_SHORT.search(before) or _DATED.search(before) or _BIRTH.match(after))
