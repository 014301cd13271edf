"""What a feed delivered of an entry, told from what it delivered before: most feeds do not say what was corrected."""

import re
from hashlib import blake2b

from core.feeds.parsing import Entry, plain
from core.text.tables import either

_WORD = re.compile(r"[^\W_]+")
_QUERY = re.compile(r"(https?://[^\s?#]+)[?#]\S*")
_COUNTER = re.compile(
    rf"\d[\d.,]*\s(?:{either('counted')})\b|\b(?:{either('counted')}):?\s\d[\d.,]*|\b(?:{either('time_ago')})\b",
    re.IGNORECASE,
)
"""A number that grows by itself: of comments, of readers, of minutes since."""


def mark_of(entry: Entry) -> str:
    """What two states of an entry have in common unless its words were changed."""
    return mark_of_words(f"{entry.title}\n{plain(entry.html)}")


def mark_of_words(text: str) -> str:
    """The same for a text. Spacing, marks, capital letters, counters and the ends of addresses make no difference."""
    bare = _COUNTER.sub(" ", _QUERY.sub(r"\1", text))
    words = " ".join(_WORD.findall(bare.casefold()))
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()
