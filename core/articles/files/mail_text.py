"""What a newsletter says besides its text: links to its page, ways to leave it, addresses of its house."""

import re
from collections.abc import Sequence

from core.articles.article import BlockKind
from core.articles.files.markup import Passage
from core.text.tables import either

_ABOVE = re.compile(rf"(?:{either('mail_above')})(?:\s*[|·•→>»].{{0,80}})?\W*", re.IGNORECASE)
_BELOW = re.compile(rf"\b(?:{either('mail_below')})\b", re.IGNORECASE)
_HOUSE = re.compile(rf"(?:©|\(c\))\s|{either('mail_house')}", re.IGNORECASE)
_BUTTON = re.compile(rf"(?:{either('mail_button')})(?:\s*[|·•,/]\s*[\wäöü ]{{2,30}})*\W*", re.IGNORECASE)
_SENTENCES = 240
"""Characters from which on a block below a footer shows that it was none."""
_SHORT = 60


def newsletter_story(found: Sequence[Passage]) -> list[Passage]:
    """The passages that belong to the text: without what only concerns the mail itself.

    The footer begins with the first passage in the last part that says how to leave the newsletter, or is the house's
    own address, if no long passage follows it.
    """
    last_long = max((index for index, each in enumerate(found) if _is_text(each)), default=-1)
    end = len(found)
    for index in range(last_long + 1, len(found)):
        if _BELOW.search(found[index].words) or _HOUSE.search(found[index].words):
            end = index
            break
    kept = [each for each in found[:end] if not _is_furniture(each)]
    while kept and kept[-1].kind is BlockKind.SUBHEADING:
        kept.pop()
    return kept


def _is_text(passage: Passage) -> bool:
    """Whether a passage is long enough to be part of the text, and does not concern the mail itself."""
    long_enough = len(passage.words) >= _SENTENCES or passage.kind is BlockKind.SUBHEADING
    return long_enough and not _BELOW.search(passage.words) and not _HOUSE.search(passage.words)


def _is_furniture(passage: Passage) -> bool:
    words = passage.words.strip()
    if _ABOVE.fullmatch(words) or _BELOW.search(words):
        return True
    return len(words) <= _SHORT and _BUTTON.fullmatch(words) is not None
